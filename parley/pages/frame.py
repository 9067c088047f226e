"""What surrounds every page: titles, the menu, the way back, and the address it is known by."""

from __future__ import annotations

from parley.model.page import Link
from parley.pages.desk import Desk
from parley.pages.here import Here
from parley.pages.parts import Facet, Frame, Nav
from parley.words.labels import direction

MENU = (
    ("", "Briefs"),
    ("actors/", "Actors"),
    ("next/", "Next steps"),
    ("timeline/", "Timeline"),
    ("search/", "Search"),
)
MORE = (("about/", "How we work"), ("data/", "Data"))


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
    facets: tuple[Facet, ...] = (),
) -> Frame:
    """The frame of the page at ``path`` (below the top; empty for the home page). ``feed`` is the folder of its feed,
    below the top; ``facets`` are what the search finds it by."""
    settings, dressing = desk.library.settings, desk.dressing
    language = lang or settings.language
    return Frame(
        lang=language,
        dir=direction(language),
        name=settings.name,
        tagline=settings.tagline,
        title=title,
        description=description if len(description) <= 200 else description[:197].rsplit(" ", 1)[0] + "...",
        root=here.home,
        canonical=f"{settings.address}{path}" if settings.address and indexed else "",
        stylesheet=dressing.assets["site.css"],
        icon=dressing.assets["icon.svg"],
        nav=tuple(Nav(link=Link(text=text, href=here.to(to)), current=to == path) for to, text in MENU),
        more=tuple(Link(text=text, href=here.to(to)) for to, text in MORE),
        feed=here.to(f"{feed}feed.xml") if settings.address and desk.library.briefs else "",
        script=dressing.assets["site.js"],
        crumbs=crumbs,
        as_of=dressing.as_of,
        kind=kind,
        indexed=indexed,
        facets=facets,
    )
