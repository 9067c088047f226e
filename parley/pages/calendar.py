"""Pages in the order of time: the timeline of the whole site, and what comes next."""

from __future__ import annotations

import datetime as dt
from itertools import groupby

from parley.model.brief import NextStep
from parley.model.page import Page
from parley.pages.calendars import calendar_alternates, calendar_offer
from parley.pages.desk import Desk
from parley.pages.entries import entries
from parley.pages.frame import frame
from parley.pages.linked.collection import collection_nodes
from parley.pages.list_views import Month, NextView, StepGroup, TimelineView
from parley.pages.more import Sheet
from parley.pages.places import Part, stays
from parley.pages.step_cards import step_card
from parley.words.dates import month_words

PAST_DAYS = 30


TIMELINE = Part("timeline", "Timeline", 60, "newest first", "entries", 70)
MOST_STEPS = 20  # of one stretch of time


def timeline_pages(desk: Desk) -> list[Page]:
    """Everything dated, by month, newest first, over all briefs."""
    here = desk.here(1)
    sheet = Sheet(desk, here, "timeline/", "Timeline", quiet=True)
    newest = sorted(desk.found.timeline, key=lambda happening: happening.date.order, reverse=True)
    lines = sheet.cut(TIMELINE, newest, lambda some, writer: entries(desk, here, some, writer))
    shown = zip(stays(TIMELINE, newest), lines, strict=True)
    months = []
    for (year, month), group in groupby(shown, key=lambda pair: _month(pair[0].date.first)):
        title = month_words(year, month)
        months.append(Month(anchor=f"m-{year:04d}-{month:02d}", title=title, entries=tuple(line for _, line in group)))
    description = "Everything dated in all briefs, newest first: proposals, answers, events and next steps."
    nodes = collection_nodes(desk, "timeline/", "Timeline", description)
    view = TimelineView(
        frame=frame(desk, here, "timeline/", "Timeline", description, kind="timeline", linked=nodes),
        months=tuple(months),
        more=sheet.more,
    )
    return [Page(path="timeline/index.html", template="pages/timeline.html", view=view), *sheet.pages]


def next_pages(desk: Desk) -> list[Page]:
    """What is overdue, what comes this week, this month and later, and what the last thirty days brought."""
    here = desk.here(1)
    sheet = Sheet(desk, here, "next/", "Next steps", quiet=True)
    day, steps = desk.found.day, desk.library.steps
    coming = [steps[step] for step in desk.found.coming]
    week, month = day + dt.timedelta(days=7 - day.isoweekday()), _month(day)
    soon = [step for step in coming if step.date.first <= week]
    this_month = [step for step in coming if step not in soon and _month(step.date.first) <= month]
    later = [step for step in coming if step not in soon and step not in this_month]
    told = (
        ("overdue", "Date passed, outcome not recorded", [steps[step] for step in desk.found.overdue[::-1]]),
        ("week", "This week", soon),
        ("month", "This month", this_month),
        ("later", "Later", later),
        ("past", f"The last {PAST_DAYS} days", _ended(desk)),
    )
    groups = []
    for anchor, title, found in told:
        part = Part(anchor, title, MOST_STEPS, "newest first" if anchor in ("overdue", "past") else "by name", "steps")
        cards = sheet.cut(part, found, lambda some, writer: tuple(step_card(desk, here, step, writer) for step in some))
        if cards:
            groups.append(StepGroup(anchor=anchor, title=title, steps=cards, more=sheet.left.get(anchor, ())))
    description = "What comes next in all briefs, what is overdue, and what became of recent steps."
    nodes, offer = collection_nodes(desk, "next/", "Next steps", description), calendar_offer(desk, here, "", steps)
    others = calendar_alternates(offer)
    around = frame(desk, here, "next/", "Next steps", description, kind="next", linked=nodes, alternates=others)
    view = NextView(frame=around, groups=tuple(groups), calendar=offer)
    return [Page(path="next/index.html", template="pages/next.html", view=view), *sheet.pages]


def _ended(desk: Desk) -> list[NextStep]:
    """Steps with an outcome of the last thirty days, newest first."""
    since = desk.found.day - dt.timedelta(days=PAST_DAYS)
    ended = [step for step in desk.library.steps.values() if step.outcome and since <= _end(step) <= desk.found.day]
    return sorted(ended, key=lambda step: (_end(step), step.id), reverse=True)


def _end(step: NextStep) -> dt.date:
    """The day on which a step ended: its outcome's, else its own."""
    return step.outcome.date.first if step.outcome and step.outcome.date else step.date.first


def _month(day: dt.date) -> tuple[int, int]:
    return day.year, day.month
