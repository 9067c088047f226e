"""Library -> what nobody typed: who stands where, and why, and what is due. One recipe, three doors.

Everything here is a pure function of values: nothing reads files, clock or settings of the machine, so the
same library and day give the same insights. It makes no words for readers; those are made in one other place.
"""

from __future__ import annotations

import datetime as dt

from parley.derive.agenda import coming, expired, overdue, stale
from parley.derive.as_of import AsOf, as_of, library_as_of
from parley.derive.by_side import by_group, by_side
from parley.derive.chains import chains
from parley.derive.conditions import needs
from parley.derive.deadlocks import deadlocks
from parley.derive.edited import as_of_after
from parley.derive.in_part import InsightsInPart
from parley.derive.problems import advice, doubts
from parley.derive.standings import standings
from parley.derive.timeline import timeline
from parley.derive.turns import next_build
from parley.model.insight import Insights
from parley.model.library import Library

__all__ = [
    "AsOf",
    "InsightsInPart",
    "advice",
    "as_of",
    "as_of_after",
    "doubts",
    "insights",
    "library_as_of",
    "next_build",
]


def insights(library: Library, day: dt.date) -> Insights:
    """All that follows from ``library`` on ``day``.

    The library must hold nothing later than the day: see :func:`library_as_of`.
    """
    stand = standings(library, day)
    first = needs(library, stand)
    sides = by_side(library, stand)
    return Insights(
        day=day,
        standings=stand,
        by_side=sides,
        by_group=by_group(library, sides),
        deadlocks=deadlocks(library, stand, first),
        chains=chains(library),
        timeline=timeline(library),
        overdue=overdue(library, day),
        coming=coming(library, day),
        stale=stale(library, day),
        expired=expired(library, day),
        needs=first,
    )
