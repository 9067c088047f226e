"""What surrounds every page: titles, the menu, the way back, and the address it is known by."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from parley.model.keys import Teller
from parley.model.page import Link
from parley.pages.desk import Desk
from parley.pages.here import Here
from parley.pages.linked.document import linked_data
from parley.pages.linked.node import Node
from parley.pages.offers import Alternate
from parley.pages.parts import Facet, Frame, Nav
from parley.pages.social import image
from parley.pages.social_parts import CardView
from parley.pages.switch import by_language, is_original, other_languages, translation_notice
from parley.words.dates import day_words
from parley.words.labels import direction, locale
from parley.words.tongue import Labels, Tongue, spoken

MENU = Labels({"": "Briefs", "actors/": "Actors", "next/": "Next steps", "timeline/": "Timeline", "search/": "Search"})
MORE = Labels({"about/": "How we work", "data/": "Data"})


def frame(
    desk: Desk,
    here: Here,
    path: str,
    title: str,
    description: str,
    *,
    kind: str,
    crumbs: tuple[Link, ...] = (),
    lang: str = "",
    indexed: bool = True,
    feed: str = "",
    card: CardView | None = None,
    linked: Sequence[Node] = (),
    alternates: tuple[Alternate, ...] = (),
    facets: tuple[Facet, ...] = (),
    teller: Teller | None = None,
    shared: bool = True,
) -> Frame:
    """The frame of the page at ``path`` (below the top; empty for the home page). ``feed`` is the folder of its feed,
    below the top; ``card`` its own social card, if it has one; ``linked`` is what it tells as linked data; ``facets``
    are what the search finds it by. ``teller`` is what it belongs to, by which it is translated or not; pages
    that are not ``shared`` by all editions of the site have none to lead to in another language."""
    settings, dressing = desk.library.settings, desk.dressing
    language = lang or settings.language
    original = is_original(settings, teller)
    top = settings.top if original else settings.address
    canonical = f"{top}{path}" if top and indexed else ""
    picture, pictured = image(desk, path, card) if indexed else ("", "")
    return Frame(
        lang=language,
        dir=direction(language),
        name=settings.name,
        tagline=settings.tagline,
        tagline_lang=here.differing(settings.lang_of(settings.tagline)),
        title=title,
        title_lang=here.differing(teller.lang_of(title)) if teller else "",
        description=description if len(description) <= 200 else description[:197].rsplit(" ", 1)[0] + "...",
        root=here.home,
        canonical=canonical,
        stylesheet=dressing.assets["site.css"],
        icon=dressing.assets["icon.svg"],
        favicon=dressing.assets.get("favicon.ico", ""),
        touch_icon=dressing.assets.get("apple-touch-icon.png", ""),
        image=picture,
        image_alt=pictured,
        nav=_menu(spoken(), here.root, path if path in MENU else None),
        more=_foot(spoken(), here.root, tuple(desk.own_pages), settings.language),
        feed=here.to(f"{feed}feed.xml") if settings.address and desk.library.briefs else "",
        alternates=alternates,
        script=dressing.assets["site.js"],
        crumbs=crumbs,
        as_of=day_words(dressing.as_of) if dressing.as_of else "",
        kind=kind,
        indexed=indexed,
        linked=linked_data(f"{settings.address}{path}" if canonical else "", title, crumbs, linked),
        locale=locale(language),
        facets=facets,
        languages=other_languages(desk, here, path if shared else "", teller),
        by_language=by_language(desk, path, teller) if indexed and shared and not original else (),
        translation=translation_notice(desk, here, path, teller) if teller else None,
    )


@lru_cache(maxsize=64)
def _menu(_: Tongue, root: str, current: str | None) -> tuple[Nav, ...]:
    """The menu of pages from which the top is at ``root``; most pages are not ``current`` in it, and share one."""
    return tuple(
        Nav(link=Link(text=text, href=f"{root}{to}" or "./"), current=to == current) for to, text in MENU.items()
    )


@lru_cache(maxsize=64)
def _foot(_: Tongue, root: str, own_pages: tuple[tuple[str, str, str], ...], language: str) -> tuple[Link, ...]:
    """The links at the foot, ``own_pages`` (address, title and its language) of the site among them, whose language is
    ``language``."""
    own = (Link(text=text, href=f"{root}{to}", lang="" if lang == language else lang) for to, text, lang in own_pages)
    return (*(Link(text=text, href=f"{root}{to}") for to, text in MORE.items()), *own)
