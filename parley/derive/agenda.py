"""What is due: steps overdue and to come, briefs to look at again.

A date has passed on the day after its last day; an open span never passes.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from parley.model.brief import NextStep
from parley.model.library import Library


def is_overdue(step: NextStep, day: dt.date) -> bool:
    """Whether the date of ``step`` has passed on ``day`` without an outcome."""
    return not step.outcome and step.date.last < day


def is_coming(step: NextStep, day: dt.date) -> bool:
    """Whether ``step`` has no outcome and is still to come, or going on."""
    return not step.outcome and step.date.last >= day


def overdue(library: Library, day: dt.date) -> tuple[str, ...]:
    """The next steps whose date has passed on ``day`` without an outcome, oldest first."""
    return _soonest_first(step for step in library.steps.values() if is_overdue(step, day))


def coming(library: Library, day: dt.date) -> tuple[str, ...]:
    """The next steps without an outcome that are still to come or going on, soonest first."""
    return _soonest_first(step for step in library.steps.values() if is_coming(step, day))


def stale(library: Library, day: dt.date) -> tuple[str, ...]:
    """The briefs (slugs) whose ``review_by`` has passed, longest due first."""
    due = [
        (brief.review_by.order, brief.slug)
        for brief in library.briefs.values()
        if brief.review_by and brief.review_by.last < day
    ]
    return tuple(slug for _, slug in sorted(due))


def expired(library: Library, day: dt.date) -> frozenset[str]:
    """The briefs (slugs) that are no longer kept up to date: their ``expires`` has passed."""
    return frozenset(brief.slug for brief in library.briefs.values() if brief.expires and brief.expires.last < day)


def _soonest_first(steps: Iterable[NextStep]) -> tuple[str, ...]:
    return tuple(step.id for step in sorted(steps, key=lambda step: (step.date.order, step.id)))
