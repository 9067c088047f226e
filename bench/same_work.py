"""Parley with the work of its peers: their pages, their lists and their links, by its own pipeline.

The peers make a page for each brief and each actor, the two lists of them, one feed and the sitemap; no page for each
proposal, no timeline, and no list that goes on elsewhere. So Parley is told here which units there are, that the lists
which the peers show stay whole, however heavy a page becomes, and that a proposal is found in its brief. All else is as
in every build: reading, insights, workers, the check of links, what is remembered, publishing. The views stay whole
too: what the theme in ``themes/same_work`` leaves out of them was worked out all the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeVar

from parley.model.library import Library
from parley.model.problem import Problem
from parley.pages import desk, every
from parley.pages.actor import actor_pages
from parley.pages.brief import brief_pages
from parley.pages.desk import Desk
from parley.pages.feeds import site_feed
from parley.pages.here import brief_path, proposal_path
from parley.pages.lists import actors_page, home_page
from parley.pages.more import Make, Sheet
from parley.pages.places import Part, stays
from parley.publish.budgets import load_faults

T = TypeVar("T")
SHOWN = {"proposals", "rejections", "sources", "briefs", "made", "rejections_made", "steps"}  # lists, by their names


def take_on() -> None:
    """Let every build of this process be of the same work. Raises ``AttributeError`` where Parley has no such part."""
    from parley.site import making, units

    shared = {"home": home_page, "actors": actors_page, "feed": site_feed}
    each = {
        "brief": lambda desk, slug: brief_pages(desk, desk.library.briefs[slug]),
        "actor": lambda desk, id_: actor_pages(desk, desk.library.actors[id_]),
    }
    replace(every, SHARED=shared, EACH=each)
    replace(units, unit_names=unit_names)
    replace(desk, placed=placed)
    replace(Sheet, cut=cut)
    replace(making, load_faults=weighed_and_forgiven)


def replace(owner: object, **parts: object) -> None:
    """Let ``owner`` (a module or a class) have other ``parts``, by the names of those that it has. Raises
    ``AttributeError`` where it has none of that name."""
    for name, part in parts.items():
        getattr(owner, name)
        setattr(owner, name, part)


def unit_names(desk: Desk) -> Iterator[str]:
    """The units of the same work: the lists and the feed, briefs, actors."""
    yield from every.SHARED
    yield from (f"brief/{slug}" for slug in desk.library.briefs)
    yield from (f"actor/{actor}" for actor in desk.library.actors)


def placed(library: Library, _happenings: object) -> Mapping[str, str]:
    """Where proposals are found that have no pages of their own."""
    return {
        proposal_path(id_): f"{brief_path(proposal.brief)}#proposal-{id_.partition('/')[2]}"
        for id_, proposal in library.proposals.items()
    }


def cut(sheet: Sheet, part: Part, items: Sequence[T], make: Make[T]) -> tuple[Any, ...]:
    """All of a list that the peers show; of the others what a page shows at the most. None goes on elsewhere."""
    whole = part.name in SHOWN or part.holds == "actors"
    return make(items if whole else stays(part, items), sheet.writer)


def weighed_and_forgiven(path: str, body: bytes) -> list[Problem]:
    """Nothing, whatever a page weighs: a whole list of a large site is beyond every budget. Weighing stays part of the
    work."""
    load_faults(path, body)
    return []
