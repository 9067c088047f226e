"""What counts as later than a day, item by item, and the ids of what is not known yet."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection

from parley.model.brief import Brief, NextStep
from parley.model.dates import Date
from parley.model.keys import Noun


class Gone(Noun, frozen=True, kw_only=True):
    """The full ids of what is not known on ``day``, by the sort of reference that could name it."""

    day: dt.date
    briefs: frozenset[str]
    proposals: frozenset[str]
    steps: frozenset[str]
    sources: frozenset[str]
    conditions: frozenset[str]  # ids that name neither a proposal nor a step any more
    items: frozenset[str]  # ids that name nothing any more


def is_later(date: Date | None, day: dt.date) -> bool:
    """Whether all that ``date`` may mean comes after ``day``. No date is never later."""
    if date is None:
        return False
    start = date.start
    return (start.year, start.month or 1, start.day or 1) > (day.year, day.month, day.day)


def is_unknown(step: NextStep, proposals: Collection[str], sources: Collection[str]) -> bool:
    """Whether ``step`` was not announced yet, going by ``proposals`` and ``sources`` not yet known."""
    before_its_proposals = bool(step.about) and all(about in proposals for about in step.about)
    before_its_sources = bool(step.source) and all(source in sources for source in step.source)
    return before_its_proposals or before_its_sources


def outcome_is_later(step: NextStep, day: dt.date) -> bool:
    """Whether what became of ``step`` was not known on ``day``."""
    outcome, date = step.outcome, step.date
    if not outcome:
        return False
    if outcome.date:
        return is_later(outcome.date, day)
    return (date.first if date.last == dt.date.max else date.last) > day


def has_later(brief: Brief, day: dt.date) -> bool:
    """Whether anything in ``brief`` is dated after ``day``, plans apart."""
    return (
        is_later(brief.published, day)
        or is_later(brief.as_of, day)
        or any(is_later(it.date, day) or is_later(it.withdrawn, day) for it in brief.proposals.values())
        or any(is_later(it.date, day) for it in brief.rejections)
        or any(is_later(it.date, day) for it in brief.acceptances)
        or any(is_later(it.date, day) for it in brief.reactions)
        or any(outcome_is_later(it, day) for it in brief.next_steps.values())
        or any(is_later(it.date, day) for it in brief.events)
        or any(is_later(it.date, day) or is_later(it.accessed, day) for it in brief.sources.values())
        or any(is_later(it.date, day) for it in brief.updates)
        or any(is_later(it.date, day) for it in brief.corrections)
    )
