"""Which pages exist: the units of a site by name, in a fixed order, and the pages of each.

A unit is what is made at one go, and again when something that it is made of has changed: the pages of one brief, of
one actor, of one proposal, or one of the pages that the whole site shares. Its name says which: "brief/talks" or
"timeline". Units are made one by one, in any order, by any number of workers; only the sitemap tells of all others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from parley.model.insight import Insights
from parley.model.library import Library
from parley.model.page import Page
from parley.pages.about import about_pages
from parley.pages.actor import actor_pages
from parley.pages.brief import brief_pages
from parley.pages.calendar import next_pages, timeline_pages
from parley.pages.calendars import calendar_pages
from parley.pages.chapters import chapter_pages
from parley.pages.citing import citing_pages
from parley.pages.data import data_pages
from parley.pages.desk import Desk, Dressing
from parley.pages.embeds import embed_pages
from parley.pages.feeds import feed_pages
from parley.pages.here import brief_path
from parley.pages.lists import actors_pages, home_pages, missing_page
from parley.pages.llms import llms_page
from parley.pages.machines import addresses_of, sitemap
from parley.pages.manifest import manifest_page
from parley.pages.proposal import proposal_pages
from parley.pages.redirects import actor_redirects, brief_redirects
from parley.pages.search import search_pages
from parley.pages.social import card_pages
from parley.pages.style.page import style_pages
from parley.pages.topics import topic_pages


def _brief(desk: Desk, slug: str) -> list[Page]:
    brief = desk.library.briefs[slug]
    return [*brief_pages(desk, brief), *brief_redirects(desk, brief), *citing_pages(desk, brief)]


def _actor(desk: Desk, actor: str) -> list[Page]:
    known = desk.library.actors[actor]
    return [*actor_pages(desk, known), *actor_redirects(desk, known)]


def _proposal(desk: Desk, proposal: str) -> list[Page]:
    known = desk.library.proposals[proposal]
    return [*proposal_pages(desk, known), *embed_pages(desk, known)]


SHARED: Mapping[str, Callable[[Desk], list[Page]]] = {
    "home": home_pages,
    "actors": actors_pages,
    "timeline": timeline_pages,
    "next": next_pages,
    "about": about_pages,
    "missing": lambda desk: [missing_page(desk)],
    "search": search_pages,
    "topics": topic_pages,
    "chapters": chapter_pages,
    "data": data_pages,
    "feeds": feed_pages,
    "calendars": calendar_pages,
    "cards": card_pages,
    "manifest": lambda desk: [manifest_page(desk)],
    "llms": lambda desk: [llms_page(desk)],
    "style": style_pages,
}
EACH: Mapping[str, Callable[[Desk, str], list[Page]]] = {"brief": _brief, "actor": _actor, "proposal": _proposal}


def unit_names(library: Library) -> Iterator[str]:
    """The names of all units of ``library``, those that the whole site shares first."""
    yield from SHARED
    yield from (f"brief/{slug}" for slug in library.briefs)
    yield from (f"actor/{actor}" for actor in library.actors)
    yield from (f"proposal/{proposal}" for proposal in library.proposals)


def unit_pages(desk: Desk, name: str) -> list[Page]:
    """The pages of the unit ``name``. Raises ``KeyError`` where there is none of that name."""
    kind, mark, key = name.partition("/")
    return EACH[kind](desk, key) if mark else SHARED[kind](desk)


def closing_pages(desk: Desk, addresses: list[str]) -> list[Page]:
    """The files that tell of all others; ``addresses`` are those of the pages that are to be found."""
    days = {brief_path(brief.slug): brief.updated.first.isoformat() for brief in desk.library.briefs.values()}
    return sitemap(desk, {address: days.get(address, "") for address in addresses})


def every_page(library: Library, found: Insights, dressing: Dressing) -> list[Page]:
    """All pages of the site that ``library`` and what was ``found`` of it make."""
    desk = Desk(library, found, dressing)
    pages = [page for name in unit_names(library) for page in unit_pages(desk, name)]
    return [*pages, *closing_pages(desk, addresses_of(pages))]
