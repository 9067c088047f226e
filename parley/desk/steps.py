"""Next steps that are overdue, and those of the next days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from parley.desk.row import Row, row
from parley.model.insight import Insights
from parley.model.library import Library
from parley.model.places import place_of
from parley.words.plainly import Plainly
from parley.words.todo import step_coming, step_overdue

NEAR = dt.timedelta(days=7)


def of_overdue(library: Library, found: Insights) -> Iterator[Row]:
    """One row for each step whose date has passed without an outcome."""
    for id_ in found.overdue:
        step = library.steps[id_]
        days = (found.day - step.date.last).days
        told = step_overdue(step, days)
        yield row("overdue", told, place_of(library, step), step.brief, library, step.date.last, days, step.who)


def of_coming(library: Library, found: Insights) -> Iterator[Row]:
    """One row for each step that begins or ends in the next days."""
    for id_ in found.coming:
        step = library.steps[id_]
        near = [day for day in (step.date.first, step.date.last) if found.day <= day <= found.day + NEAR]
        if near:
            days = (found.day - step.date.first).days
            told = step_coming(step, days, Plainly(library))
            yield row("coming", told, place_of(library, step), step.brief, library, step.date.first, days, step.who)
