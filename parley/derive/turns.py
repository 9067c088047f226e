"""When a site changes next without an edit: the days on which something that hangs on the day flips.

These are the rules of this room, and of the lists that pages make of it, turned round: ``as_of`` leaves out what is
dated later, a date has passed on the day after its last, a step of "later" comes into "this month" and "this week", and
what became of it is recent for a while. Each such day is found on the thing itself, so nothing has to be worked out
twice. The day told is never too late. It may be early where something that is dated stays out for another reason, such
as an answer that is dated before its proposal. The words that name the day, and the line that marks it in a
picture, move every day and are not counted.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from parley.derive.later import is_later
from parley.model.brief import Brief, NextStep
from parley.model.dates import Date
from parley.model.library import Library
from parley.model.turns import RECENT_DAYS, NextBuild, Turn

DAY = dt.timedelta(days=1)


def next_build(whole: Library, now: Library, day: dt.date) -> NextBuild:
    """The next day on which ``whole`` gives another site than on ``day``, with what changes then. ``now`` is the
    library as of the day."""
    ahead = [turn for turn in _turns(whole, now, day) if turn.day > day]
    first = min((turn.day for turn in ahead), default=None)
    why = tuple(sorted({turn for turn in ahead if turn.day == first}))
    return NextBuild(as_of=day, time_zone=now.settings.time_zone, next=first, why=why)


def _turns(whole: Library, now: Library, day: dt.date) -> Iterator[Turn]:
    for brief in whole.briefs.values():
        for later in _later(brief, day):
            yield Turn(day=later, change="dated-later")
    for proposal in now.proposals.values():
        if passed := _passed(proposal.answer_by):
            yield Turn(day=passed, change="answer-due", id=proposal.id)
    for step in now.steps.values():
        yield from _of_outcome(step) if step.outcome else _of_open(step)
    for brief in now.briefs.values():
        if passed := _passed(brief.review_by):
            yield Turn(day=passed, change="review-due", id=brief.slug)
        if passed := _passed(brief.expires):
            yield Turn(day=passed, change="expired", id=brief.slug)


def _later(brief: Brief, day: dt.date) -> Iterable[dt.date]:
    """The days on which something of ``brief`` comes to be known. Until it is published, only that day counts."""
    if is_later(brief.published, day):
        return (brief.published.first,)
    dates: list[Date | None] = [brief.as_of]
    for proposal in brief.proposals.values():
        dates += [proposal.date, proposal.withdrawn]
    for source in brief.sources.values():
        dates += [source.date, source.accessed]
    dates += [*(it.date for it in brief.answers), *(it.date for it in brief.events)]
    dates += [*(it.date for it in brief.updates), *(it.date for it in brief.corrections)]
    ended = [_known(step) for step in brief.next_steps.values() if step.outcome]
    return [*(date.first for date in dates if date), *ended]


def _known(step: NextStep) -> dt.date:
    """The day from which the outcome of ``step`` is known: see :mod:`parley.derive.as_of`."""
    if step.outcome and step.outcome.date:
        return step.outcome.date.first
    return step.date.first if step.date.last == dt.date.max else step.date.last


def _of_open(step: NextStep) -> Iterator[Turn]:
    """When a step without an outcome comes nearer, and when it is overdue."""
    first = step.date.first
    week, month = first - first.weekday() * DAY, first.replace(day=1)
    yield Turn(day=week, change="this-week", id=step.id)
    if month < week:
        yield Turn(day=month, change="this-month", id=step.id)
    if passed := _passed(step.date):
        yield Turn(day=passed, change="overdue", id=step.id)


def _of_outcome(step: NextStep) -> Iterator[Turn]:
    """When a step is no longer among those that ended lately."""
    if dt.date.max - step.ended > RECENT_DAYS:
        yield Turn(day=step.ended + RECENT_DAYS + DAY, change="no-longer-recent", id=step.id)


def _passed(date: Date | None) -> dt.date | None:
    """The first day on which ``date`` has passed; none for what never passes."""
    return date.last + DAY if date and date.last < dt.date.max else None
