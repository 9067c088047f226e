"""The first half of the recipe: what is written in a folder, and what follows from it; nothing is rendered."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import msgspec

from parley.model.library import library
from parley.model.names import Names
from parley.model.places import SETTINGS, SHARED_ACTORS
from parley.model.problem import Place, Problem, errors
from parley.site.judged import in_order
from parley.site.order import Order, Watcher, Work, untold

if TYPE_CHECKING:
    from parley.model.actor import Actor
    from parley.model.settings import Settings
    from parley.read.content import Content, Reads

SHARED = frozenset({SHARED_ACTORS, SETTINGS})


def worked_out(order: Order, told: Watcher = untold, reads: Reads | None = None) -> Work:
    """The content of ``order`` as it stands on its day, with what follows from it; nothing is rendered. ``reads`` reads
    the files, where that is not to be done here."""
    from parley.read.content import content, one_by_one

    told("reading")
    return work_of(order, content(order.root, drafts=order.drafts, reads_of=reads or one_by_one), told)


def work_of(order: Order, read: Content, told: Watcher = untold) -> Work:
    """The same of what was ``read`` already."""
    from parley.derive import advice, doubts, insights, library_as_of

    written = read.edition(order.lang)
    settings = addressed(written.settings, order.address)
    whole = library(settings, written.actors, written.briefs, written.places, written.sections)
    problems = list(written.problems)
    if SHARED & {problem.place.file for problem in errors(problems)}:
        return Work(whole, None, problems, whole, read)
    told("working out where things stand")
    day = day_of(order, settings.time_zone)
    now = library_as_of(whole, day)
    found = insights(now, day)
    if whole.briefs and not now.briefs:
        problems.append(none_yet(day))
    return Work(now, found, [*problems, *doubts(whole, found), *advice(whole)], whole, read)


def addressed(settings: Settings, address: str) -> Settings:
    """``settings`` of a site that is looked at at ``address``, if that is not its own; of an edition of it, with the
    address of that edition."""
    top = address or settings.address
    return msgspec.structs.replace(settings, address=f"{top}{settings.within}" if top else "")


def day_of(order: Order, zone: str) -> dt.date:
    """The day as of which ``order`` is built, where clocks go by ``zone`` (an IANA name)."""
    return order.as_of or order.now.astimezone(ZoneInfo(zone)).date()


def none_yet(day: dt.date) -> Problem:
    """The problem of a site on a ``day`` before anything in it was published."""
    expected = 'build as of a later day, or look at "published" in the briefs'
    return Problem(
        Place("briefs"), "nothing-published", f"no brief that was published by {day.isoformat()}", expected, "warning"
    )


def checked(order: Order, told: Watcher = untold, reads: Reads | None = None) -> tuple[Problem, ...]:
    """The problems of the content alone, without rendering anything."""
    return in_order(worked_out(order, told, reads).problems, order)


def named(order: Order) -> Names:
    """What the ids of the content stand for, whatever its problems are."""
    from parley.read.content import content

    return content(order.root, drafts=order.drafts).names


def known_actors(order: Order) -> list[Actor]:
    """The actors of all briefs that can be read, drafts too, the shared ones first; each id once."""
    from parley.read.content import content

    found = content(order.root, drafts=True)
    every = [*found.actors, *(actor for brief in found.briefs for actor in brief.actors.values())]
    return list({actor.id: actor for actor in reversed(every) if actor.name and actor.kind}.values())[::-1]
