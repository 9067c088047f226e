"""Insights -> the desk's list: what is overdue, unanswered, stuck, unsourced, unfinished or coming, over all briefs.

Nothing is worked out here a second time: what is due and where things stand is taken from the insights, and what is
wrong from the problems. This room only chooses, puts it into words and says where it is mended.
"""

from __future__ import annotations

from collections.abc import Sequence

from parley.desk.answers import of_deadlocks, of_met, of_unanswered
from parley.desk.briefs import of_drafts, of_problems, of_reviews
from parley.desk.row import ORDER, Row, table
from parley.desk.steps import of_coming, of_overdue
from parley.model.insight import Insights
from parley.model.library import Library
from parley.model.problem import Problem

__all__ = ["Row", "desk", "table"]


def desk(whole: Library, now: Library, found: Insights, problems: Sequence[Problem]) -> tuple[Row, ...]:
    """Everything that is to be done, kind by kind, the longest due first.

    ``whole`` is what was written, ``now`` the same as of the day, and ``found`` what follows from that; drafts are
    among them where they were asked for.
    """
    rows = [
        *of_overdue(now, found),
        *of_unanswered(now, found),
        *of_deadlocks(now, found),
        *of_met(now, found),
        *of_problems(whole, problems),
        *of_reviews(now, found),
        *of_drafts(whole, found),
        *of_coming(now, found),
    ]
    return tuple(sorted(rows, key=lambda one: (ORDER.index(one.kind), -one.days, one.place, one.what)))
