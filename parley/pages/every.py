"""Which pages exist: the units of a site by name, in a fixed order, and the pages of each.

A unit is what is made at one go, and again when something that it is made of has changed: the pages of one brief, of
one actor, of one proposal, of one month of a long list, or one of the pages that the whole site shares. Its name says
which: "brief/talks" or "timeline". Units are made one by one, in any order, by any number of workers; only the sitemap
tells of all others. None grows with the site.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from msgspec.structs import replace

from parley.model.insight import Insights
from parley.model.library import Library
from parley.model.page import Page
from parley.pages.about import about_page, corrections_list
from parley.pages.actor import actor_pages
from parley.pages.bibliography import bibliography_pages
from parley.pages.brief import brief_pages
from parley.pages.calendar import next_lists, next_page, timeline_list, timeline_page
from parley.pages.calendars import actor_calendar, brief_calendar, site_calendar
from parley.pages.chapters import chapter_pages
from parley.pages.citing import citing_pages
from parley.pages.data import data_page, data_part, data_parts
from parley.pages.desk import Desk, Dressing
from parley.pages.drawers import Long, drawer_names, drawer_pages
from parley.pages.embeds import embed_pages
from parley.pages.feeds import actor_feed, brief_feed, site_feed, topic_feed
from parley.pages.here import actor_path, brief_path, proposal_path
from parley.pages.lists import actors_lists, actors_page, home_lists, home_page, missing_page
from parley.pages.llms import llms_page
from parley.pages.machines import addresses_of, sitemap
from parley.pages.manifest import manifest_page
from parley.pages.popolo import popolo_pages
from parley.pages.proposal import proposal_pages
from parley.pages.redirects import actor_redirects, brief_redirects
from parley.pages.search import letter_list, letter_page, search_letters, search_page
from parley.pages.social import actor_card, brief_card, card_page, proposal_card, site_card
from parley.pages.style.page import style_pages
from parley.pages.switch import is_original
from parley.pages.topics import topic_lists, topic_page
from parley.words.tongue import is_spoken, speaking


def _brief(desk: Desk, slug: str) -> list[Page]:
    brief = desk.library.briefs[slug]
    pages = [
        *brief_pages(desk, brief),
        *brief_redirects(desk, brief),
        *citing_pages(desk, brief),
        *bibliography_pages(brief),
    ]
    pages += [*popolo_pages(desk, brief), *brief_feed(desk, brief), *brief_calendar(desk, brief)]
    return [*pages, *card_page(brief_path(slug), brief_card(desk, brief))]


def _actor(desk: Desk, id_: str) -> list[Page]:
    actor = desk.library.actors[id_]
    pages = [*actor_pages(desk, actor), *actor_redirects(desk, actor), *actor_feed(desk, actor)]
    return [*pages, *actor_calendar(desk, actor), *card_page(actor_path(id_), actor_card(desk, actor))]


def _proposal(desk: Desk, id_: str) -> list[Page]:
    proposal = desk.library.proposals[id_]
    pages = [*proposal_pages(desk, proposal), *embed_pages(desk, proposal)]
    return [*pages, *card_page(proposal_path(id_), proposal_card(desk, proposal))]


def _drawer(desk: Desk, key: str) -> list[Page]:
    part, name, owner = key.split("/", 2)
    return next(drawer_pages(long, name) for long in _lists(desk, owner) if long.part.name == part)


SHARED: Mapping[str, Callable[[Desk], list[Page]]] = {
    "home": home_page,
    "actors": actors_page,
    "timeline": timeline_page,
    "next": next_page,
    "about": about_page,
    "missing": lambda desk: [missing_page(desk)],
    "search": search_page,
    "chapters": chapter_pages,
    "data": data_page,
    "feed": site_feed,
    "calendar": site_calendar,
    "card": lambda desk: card_page("", site_card(desk)),
    "manifest": lambda desk: [manifest_page(desk)],
    "llms": lambda desk: [llms_page(desk)],
    "style": style_pages,
}
EACH: Mapping[str, Callable[[Desk, str], list[Page]]] = {
    "brief": _brief,
    "actor": _actor,
    "proposal": _proposal,
    "topic": lambda desk, path: [*topic_page(desk, path), *topic_feed(desk, path)],
    "letter": letter_page,
    "data": data_part,
    "drawer": _drawer,
}
# By the unit that they belong to: the lists that may have pages by month or by letter.
LISTS: Mapping[str, Callable[[Desk], Iterable[Long]]] = {
    "home": home_lists,
    "actors": actors_lists,
    "timeline": lambda desk: (timeline_list(desk),),
    "next": next_lists,
    "about": lambda desk: (corrections_list(desk),),
}


def _lists(desk: Desk, owner: str) -> Iterable[Long]:
    kind, _, key = owner.partition("/")
    if kind == "topic":
        return topic_lists(desk, key)
    return (letter_list(desk, key),) if kind == "letter" else LISTS[owner](desk)


def unit_names(desk: Desk) -> Iterator[str]:
    """The names of all units, those that the whole site shares first."""
    yield from SHARED
    topics, letters = [f"topic/{path}" for path in desk.topics], [f"letter/{first}" for first in search_letters(desk)]
    yield from (*topics, *letters, *(f"data/{part}" for part in data_parts(desk)))
    for owner in (*LISTS, *topics, *letters):
        for long in _lists(desk, owner):
            yield from (f"drawer/{long.part.name}/{name}/{owner}" for name in drawer_names(long))
    yield from (f"brief/{slug}" for slug in desk.library.briefs)
    yield from (f"actor/{actor}" for actor in desk.library.actors)
    yield from (f"proposal/{proposal}" for proposal in desk.library.proposals)


def unit_pages(desk: Desk, name: str) -> list[Page]:
    """The pages of the unit ``name``. Raises ``KeyError`` where there is none of that name."""
    kind, mark, key = name.partition("/")
    lang = _language(desk, kind, key)
    with speaking(lang):
        pages = EACH[kind](desk, key) if mark else SHARED[kind](desk)
    return [replace(page, lang=lang) for page in pages]


def _language(desk: Desk, kind: str, key: str) -> str:
    """The language of the interface on a unit's pages: that of its brief, where it is one that is spoken here; else the
    site's."""
    slug = key if kind == "brief" else desk.library.proposals[key].brief if kind == "proposal" else ""
    lang = desk.library.briefs[slug].lang if slug else ""
    return lang if is_spoken(lang) else desk.library.settings.language


def closing_pages(desk: Desk, addresses: list[str]) -> list[Page]:
    """The files that tell of all others; ``addresses`` are those of the pages that are to be found. In an edition for
    translations, pages that are still as in the original are to be found there."""
    settings, briefs = desk.library.settings, desk.library.briefs
    originals = {slug for slug in briefs if is_original(settings, briefs[slug])}
    own = [(section.path(each), each) for section in desk.library.sections for each in section.chapters]
    left = {path for path, chapter in own if is_original(settings, chapter)}
    addresses = [each for each in addresses if each not in left and _brief_of(each) not in originals]
    days = {brief_path(brief.slug): brief.updated.first.isoformat() for brief in desk.library.briefs.values()}
    return sitemap(desk, {address: days.get(address, "") for address in addresses})


def _brief_of(address: str) -> str:
    """The brief that a page belongs to; empty where it belongs to none."""
    first, _, rest = address.partition("/")
    return rest.partition("/")[0] if first in ("briefs", "proposals") else ""


def every_page(library: Library, found: Insights, dressing: Dressing) -> list[Page]:
    """All pages of the site that ``library`` and what was ``found`` of it make."""
    desk = Desk(library, found, dressing)
    pages = [page for name in unit_names(desk) for page in unit_pages(desk, name)]
    return [*pages, *closing_pages(desk, addresses_of(pages))]
