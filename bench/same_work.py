"""Parley with the work of its peers: their pages, their lists and their links, by its own pipeline.

The peers make a page for each brief and each actor, the two lists of them, one feed and the sitemap; no page for each
proposal, no timeline, and no list that goes on elsewhere. So Parley is told here which units there are, that no list is
cut, and that a proposal is found in its brief. All else is as in every build: reading, insights, workers, the check of
links, what is remembered, publishing. The views stay whole too: what the theme in ``themes/same_work`` leaves out was
worked out all the same.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from types import ModuleType

import msgspec

from parley.model.library import Library
from parley.model.page import Page
from parley.pages import actor, brief, desk, every, feeds, lists, places
from parley.pages.desk import Desk
from parley.pages.here import brief_path, proposal_path
from parley.pages.places import Part

WHOLE = sys.maxsize  # how much of a list stays on its page
CUT_BY = (actor, brief, lists, places)  # the modules that say where lists are cut


def feed_pages(desk: Desk) -> list[Page]:
    """The feed of the whole site alone."""
    settings = desk.library.settings
    entries = [entry for brief in desk.library.briefs.values() for entry in feeds._brief_entries(desk, brief)]
    return feeds._feed(desk, "", settings.name, settings.tagline, entries)


def unit_names(library: Library) -> Iterator[str]:
    """The units of the same work: lists and feed, briefs, actors."""
    yield from every.SHARED
    yield from (f"brief/{slug}" for slug in library.briefs)
    yield from (f"actor/{actor}" for actor in library.actors)


def placed(library: Library, _happenings: object) -> Mapping[str, str]:
    """Where proposals are found that have no pages of their own."""
    return {
        proposal_path(id_): f"{brief_path(proposal.brief)}#proposal-{id_.partition('/')[2]}"
        for id_, proposal in library.proposals.items()
    }


def take_on() -> None:
    """Let every build of this process be of the same work."""
    from parley.site import units

    for module in CUT_BY:
        for name, part in _parts(module):
            setattr(module, name, msgspec.structs.replace(part, most=WHOLE))
    lists.MOST_OF_A_KIND = WHOLE
    every.SHARED = {"home": lists.home_pages, "actors": lists.actors_pages, "feeds": feed_pages}
    every.EACH = {
        "brief": lambda desk, slug: brief.brief_pages(desk, desk.library.briefs[slug]),
        "actor": lambda desk, id_: actor.actor_pages(desk, desk.library.actors[id_]),
    }
    units.unit_names = unit_names
    desk.placed = placed


def _parts(module: ModuleType) -> Sequence[tuple[str, Part]]:
    return [(name, value) for name, value in vars(module).items() if isinstance(value, Part)]
