"""Pages in the order of time: the timeline of the whole site, and what comes next."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from itertools import groupby

from parley.model.page import Page
from parley.model.turns import RECENT_DAYS
from parley.pages.calendars import calendar_alternates, calendar_offer
from parley.pages.card_parts import StepCard
from parley.pages.desk import Desk
from parley.pages.drawers import Long
from parley.pages.entries import entries
from parley.pages.frame import frame
from parley.pages.linked.collection import collection_nodes
from parley.pages.list_views import Month, NextView, StepGroup, TimelineView
from parley.pages.more import Sheet
from parley.pages.places import ALL_DATED, LATER, OVERDUE, Part, stays
from parley.pages.prose import Writer
from parley.pages.step_cards import step_card
from parley.words.dates import month_words
from parley.words.tongue import say

WEEK = Part("week", "This week", 20, "by name", "steps", 50, 12)
MONTH = Part("month", "This month", 20, "by name", "steps", 50, 12)
PAST = Part("past", "The last 30 days", 20, "newest first", "steps", 50, 12)


def timeline_list(desk: Desk) -> Long:
    """The list of the timeline, which may have pages by month."""
    here = desk.here(1)
    sheet = Sheet(desk, here, "timeline/", say("Timeline"), quiet=True)
    return Long(sheet, ALL_DATED, lambda some, writer: entries(desk, here, some, writer))


def timeline_page(desk: Desk) -> list[Page]:
    """The page of the timeline, and those of its list while that can be counted."""
    here, long = desk.here(1), timeline_list(desk)
    sheet, newest = long.sheet, desk.timeline
    lines = sheet.cut(ALL_DATED, newest, long.make)
    shown = zip(stays(ALL_DATED, newest), lines, strict=True)
    months = []
    for (year, month), group in groupby(shown, key=lambda pair: _month(pair[0].date.first)):
        title = month_words(year, month)
        months.append(Month(anchor=f"m-{year:04d}-{month:02d}", title=title, entries=tuple(line for _, line in group)))
    description = say("Everything dated in all briefs, newest first: proposals, answers, events and next steps.")
    nodes = collection_nodes(desk, "timeline/", say("Timeline"), description)
    view = TimelineView(
        frame=frame(desk, here, "timeline/", say("Timeline"), description, kind="timeline", linked=nodes),
        months=tuple(months),
        more=sheet.more,
    )
    return [Page(path="timeline/index.html", template="pages/timeline.html", view=view), *sheet.pages]


def next_lists(desk: Desk) -> tuple[Long, ...]:
    """The lists of the agenda that may have pages by month."""
    return tuple(_long(desk, part) for part in (OVERDUE, LATER))


def _long(desk: Desk, part: Part) -> Long:
    here = desk.here(1)
    sheet = Sheet(desk, here, "next/", say("Next steps"), quiet=True)

    def cards(some: Sequence[str], writer: Writer) -> tuple[StepCard, ...]:
        return tuple(step_card(desk, here, desk.library.steps[step], writer) for step in some)

    return Long(sheet, part, cards)


def next_page(desk: Desk) -> list[Page]:
    """The page of the agenda, and those of its lists while they can be counted."""
    here = desk.here(1)
    long = _long(desk, OVERDUE)
    sheet = long.sheet
    groups = []
    for part in (OVERDUE, WEEK, MONTH, LATER, PAST):
        found = _ended(desk) if part is PAST else desk.agenda[part.name]
        if cards := sheet.cut(part, found, long.make):
            more = sheet.left.get(part.name, ())
            groups.append(StepGroup(anchor=part.name, title=part.heading, steps=cards, more=more))
    description = say("What comes next in all briefs, what is overdue, and what became of recent steps.")
    nodes = collection_nodes(desk, "next/", say("Next steps"), description)
    offer = calendar_offer(desk, here, "", desk.library.steps)
    others = calendar_alternates(offer)
    around = frame(desk, here, "next/", say("Next steps"), description, kind="next", linked=nodes, alternates=others)
    view = NextView(frame=around, groups=tuple(groups), calendar=offer)
    return [Page(path="next/index.html", template="pages/next.html", view=view), *sheet.pages]


def _ended(desk: Desk) -> list[str]:
    """Steps with an outcome of the last thirty days, newest first."""
    since = desk.found.day - RECENT_DAYS
    ended = [step for step in desk.library.steps.values() if step.outcome and since <= step.ended <= desk.found.day]
    return [step.id for step in sorted(ended, key=lambda step: (step.ended, step.id), reverse=True)]


def _month(day: dt.date) -> tuple[int, int]:
    return day.year, day.month
