"""The next day on which a site changes by itself, and what changes then."""

import datetime as dt
from typing import Literal

from parley.model.keys import Noun

Change = Literal[
    "dated-later", "answer-due", "overdue", "this-month", "this-week", "no-longer-recent", "review-due", "expired"
]  # fmt: skip


RECENT_DAYS = dt.timedelta(days=30)  # for which a step that ended is told among what is next


class Turn(Noun, frozen=True, kw_only=True, order=True):
    """One thing that changes by itself. ``id`` is empty for what is not to be known before its day."""

    day: dt.date
    change: Change
    id: str = ""


class NextBuild(Noun, frozen=True, kw_only=True):
    """The first day after ``as_of`` on which a build gives something else from the same sources."""

    as_of: dt.date
    time_zone: str  # the IANA name of the clock by which a day begins
    next: dt.date | None = None  # none while nothing is ahead
    why: tuple[Turn, ...] = ()  # all of that day
