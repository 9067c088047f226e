"""Library -> what nobody typed: who stands where, and why, and what is due. One recipe, three doors.

Everything here is a pure function of values: nothing reads files, clock or settings of the machine, so the
same library and day give the same insights. It makes no words for readers; those are made in one other place.
"""

from __future__ import annotations

import datetime as dt

from msgspec.structs import replace

from parley.derive.agenda import coming, expired, overdue, stale
from parley.derive.as_of import library_as_of
from parley.derive.by_side import by_group, by_side
from parley.derive.chains import chains, counters, replacements
from parley.derive.conditions import needs, with_conditions
from parley.derive.deadlocks import deadlocks
from parley.derive.positions import positions
from parley.derive.problems import advice, doubts
from parley.derive.status import standing
from parley.derive.timeline import timeline
from parley.derive.ways import way
from parley.model.insight import Insights, Standing
from parley.model.library import Library

__all__ = ["advice", "doubts", "insights", "library_as_of"]


def insights(library: Library, day: dt.date) -> Insights:
    """All that follows from ``library`` on ``day``.

    The library must hold nothing later than the day: see :func:`library_as_of`.
    """
    standings = _standings(library, day)
    first = needs(library, standings)
    sides = by_side(library, standings)
    return Insights(
        day=day,
        standings=standings,
        by_side=sides,
        by_group=by_group(library, sides),
        deadlocks=deadlocks(library, standings, first),
        chains=chains(library),
        timeline=timeline(library),
        overdue=overdue(library, day),
        coming=coming(library, day),
        stale=stale(library, day),
        expired=expired(library, day),
        needs=first,
    )


def _standings(library: Library, day: dt.date) -> dict[str, Standing]:
    """Every proposal's standing: first the statuses, then the conditions that hang on them, then the ways."""
    replaced_by, answers_to = replacements(library), counters(library)
    standings = {
        id_: standing(proposal, positions(library, proposal), replaced_by.get(id_, ()), day)
        for id_, proposal in library.proposals.items()
    }
    standings = with_conditions(library, standings)
    return {
        id_: replace(found, way=way(library, standings, id_), answers_to=answers_to.get(id_, ()))
        for id_, found in standings.items()
    }
