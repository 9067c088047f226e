"""Which answer comes after which, and what is certainly earlier than what.

"By date and time; on the same date the later one in the same list." Dates may be imprecise and times are
rare, so the order is made total by rules that do not depend on the order of files: day, time, kind of list,
brief, place in the list. An answer without a time never comes before one of its date that stands above it in
its list, since writers append at the bottom. Where the order remains a guess, the problem
``same-day-answers`` is told elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable
from operator import itemgetter
from typing import Any

from parley.model.dates import Date
from parley.model.proposal import Acceptance, Answer, Reaction, Rejection

RANK: dict[type[Answer], int] = {Rejection: 0, Acceptance: 1, Reaction: 2}
DAY = 24 * 60  # minutes
WESTMOST = -12 * 60  # minutes east of UTC: where a day ends last
EASTMOST = 14 * 60  # where a day begins first


def list_of(answer: Answer) -> tuple[int, str]:
    """The list that ``answer`` stands in: its kind (rejections, acceptances, reactions) and its brief."""
    return (RANK[type(answer)], answer.brief)


def in_order(answers: Iterable[Answer]) -> tuple[Answer, ...]:
    """``answers`` of one side to one proposal, oldest first."""
    found = tuple(answers)
    if len(found) < 2:
        return found
    above: dict[tuple[Any, ...], int] = {}  # list and date -> the latest time that stands above
    keyed: list[tuple[tuple[Any, ...], Answer]] = []
    for answer in sorted(found, key=lambda answer: (list_of(answer), answer.at)):
        first, minute, last = answer.date.order
        column = (list_of(answer), first, last)
        highest = max(minute, above.get(column, minute))
        above[column] = highest
        stands_at = minute if answer.date.has_time else highest
        keyed.append(((first, stands_at, last, list_of(answer), answer.at, answer.id), answer))
    return tuple(answer for _, answer in sorted(keyed, key=itemgetter(0)))


def certainly_before(one: Date, other: Date) -> bool:
    """Whether ``one`` is earlier than ``other`` whatever day or time each may mean.

    Two times are compared as moments. A time beside a mere day is given the benefit of the time zones: what
    was said on the 11th in Moscow was heard on the 10th in Washington.
    """
    if not one.has_time and not other.has_time:
        return one.last < other.first
    if one.has_time and other.has_time:
        return _moment(one) < _moment(other)
    return _latest_day(one) < _earliest_day(other)


def _moment(date: Date) -> int:
    """The minute of UTC as a plain number, since the first and the last year have no beyond."""
    return date.first.toordinal() * DAY + date.utc_minute


def _earliest_day(date: Date) -> int:
    typed = date.first.toordinal()
    return min(typed, (_moment(date) + WESTMOST) // DAY) if date.has_time else typed


def _latest_day(date: Date) -> int:
    typed = date.last.toordinal()
    return max(typed, (_moment(date) + EASTMOST) // DAY) if date.has_time else typed
