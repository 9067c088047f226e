"""Calendars of next steps, for the site and for each brief and actor: which there are, and what is in them.

A step is in a calendar when its day or days are known exactly; a month, "about" or an open end would have to be made
up. Those that are over stay, so that whoever subscribed sees what was called off. There is no calendar without events.

An event's id is a name-based UUID (RFC 9562, version 5) of the step, so it survives a change of address and is the same
in every calendar. Nothing here asks the clock: an event is stamped with the day of the brief's last update.
"""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterable, Sequence

from parley.model.actor import Actor
from parley.model.brief import Brief, NextStep
from parley.model.dates import Date
from parley.model.page import Page, plain, plain_prose
from parley.pages.coded import CalendarEvent, CalendarView, EventStatus
from parley.pages.desk import Desk
from parley.pages.here import Here, actor_path, brief_path
from parley.pages.offers import Alternate, CalendarOffer
from parley.pages.prose import Writer
from parley.words import agenda, stories
from parley.words.tongue import say

FILE = "next-steps.ics"
MOST_PAST = 500  # steps with an outcome in one calendar, the newest, and as many that are overdue
MOST_COMING = 1000  # steps to come, the soonest
NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "https://parley.invalid/calendars")


def site_calendar(desk: Desk) -> list[Page]:
    """The calendar of all briefs."""
    return _calendar(desk, "", desk.library.settings.name, desk.library.steps)


def brief_calendar(desk: Desk, brief: Brief) -> list[Page]:
    """The calendar of ``brief``."""
    return _calendar(desk, brief_path(brief.slug), brief.title, (step.id for step in brief.next_steps.values()))


def actor_calendar(desk: Desk, actor: Actor) -> list[Page]:
    """The calendar of ``actor``."""
    return _calendar(desk, actor_path(actor.id), actor.name, desk.involved[actor.id].steps)


def calendar_offer(desk: Desk, here: Here, folder: str, steps: Iterable[str]) -> CalendarOffer | None:
    """What a page offers of the calendar of ``steps`` (full ids) in ``folder``; nothing where there is none."""
    every = [desk.library.steps[step] for step in steps]
    exact = [step for step in every if exact_days(step.date)]
    if not exact:
        return None
    beyond = len(exact) - len(_chosen(desk, exact))
    _, _, place = desk.library.settings.address.partition("://")
    return CalendarOffer(
        download=here.to(f"{folder}{FILE}"),
        subscribe=f"{place}{folder}{FILE}" if place else "",
        left_out=agenda.left_out(len(every) - len(exact), beyond),
    )


def calendar_alternates(offer: CalendarOffer | None) -> tuple[Alternate, ...]:
    """The same for the page's head."""
    return (Alternate(type="text/calendar", title=say("Next steps"), href=offer.download),) if offer else ()


def exact_days(date: Date) -> tuple[dt.date, dt.date | None] | tuple[dt.datetime, None] | None:
    """When an event of ``date`` begins, and the day on which it is over; ``None`` where that is not exactly known.

    A day or a span of days ends before the day after (RFC 5545, 3.6.1: ``DTEND`` is exclusive); a time is told in UTC
    and has no end. The last day that there is, 9999-12-31, has no day after.
    """
    ends = [date.start, date.end] if date.span else [date.start]
    if any(point is None or point.day is None or point.about for point in ends) or date.last == dt.date.max:
        return None
    if not date.has_time:
        return date.first, date.last + dt.timedelta(days=1)
    start = _moment(date)
    return (start, None) if start else None


def _calendar(desk: Desk, folder: str, title: str, steps: Iterable[str]) -> list[Page]:
    """The calendar of those of ``steps`` that have an event, in the order of their dates."""
    every = (desk.library.steps[step] for step in steps)
    chosen = _chosen(desk, [step for step in every if exact_days(step.date)])
    writer = desk.quiet_writer(desk.here(0))
    events = tuple(event for step in chosen if (event := _event(desk, step, writer)))
    if not events:
        return []
    top = desk.library.settings.address
    view = CalendarView(
        name=say("{title} · next steps", title=title),
        description=say("What comes next, and what became of it: {title}", title=title),
        url=f"{top}{folder or 'next/'}" if top else "",
        source=f"{top}{folder}{FILE}" if top else "",
        events=events,
    )
    return [Page(path=f"{folder}{FILE}", template="calendar.ics", view=view)]


def _chosen(desk: Desk, steps: Sequence[NextStep]) -> list[NextStep]:
    """Those of ``steps`` that a calendar has room for, by date: the soonest of what is to come, and the newest of what
    is overdue or over."""
    ordered = sorted(steps, key=lambda step: (step.date.order, step.id))
    if len(ordered) <= MOST_PAST:
        return ordered
    over = [step.id for step in ordered if step.outcome]
    overdue = [step.id for step in ordered if step.id in desk.overdue]
    coming = [step.id for step in ordered if not step.outcome and step.id not in desk.overdue]
    kept = {*over[-MOST_PAST:], *overdue[-MOST_PAST:], *coming[:MOST_COMING]}
    return [step for step in ordered if step.id in kept]


def _event(desk: Desk, step: NextStep, writer: Writer) -> CalendarEvent | None:
    """A step as an event; nothing where its days are not exactly known."""
    days = exact_days(step.date)
    if days is None:
        return None
    brief, top = desk.library.briefs[step.brief], desk.library.settings.address
    url = f"{top}{desk.here(0).step(step.id).href}" if top else ""
    known_by = brief.updated
    return CalendarEvent(
        uid=str(uuid.uuid5(NAMESPACE, f"step:{step.id}")),
        stamp=_moment(known_by) or _midnight(known_by.first),
        sequence=sum(step.id in update.changed for update in brief.updates) + bool(step.outcome),
        start=days[0],
        end=days[1],
        title=agenda.entry_title(step),
        description="\n".join(_description(desk, step, writer, url)),
        where=step.where,
        url=url,
        category=brief.title,
        status=_status(step),
    )


def _description(desk: Desk, step: NextStep, writer: Writer, url: str) -> list[str]:
    """What became of it, who and what it is about, where it is known from, and where to read more."""
    brief = desk.library.briefs[step.brief]
    outcome = plain_prose(writer.prose(step.outcome.what, step.brief)) if step.outcome else ""
    told = agenda.entry_outcome(step, outcome) or plain(stories.step_told(step, overdue=step.id in desk.overdue))
    sources = dict.fromkeys((*step.source, *(step.outcome.source if step.outcome else ())))
    known = [brief.sources[name] for full in sources if (name := full.partition("/")[2]) in brief.sources]
    return [
        *([told] if told else []),
        *agenda.entry_facts(step, desk.found.needs.get(step.id, ()), desk.here(0)),
        *(agenda.entry_source(source) for source in known),
        *([agenda.entry_more(brief.title, url)] if url else []),
    ]


def _status(step: NextStep) -> EventStatus:
    """How sure it is, or whether it took place, as calendars know it (RFC 5545, 3.8.1.11).

    A deadline is certain, whatever comes of it. What was put off or did not happen is off on that day.
    """
    if step.outcome:
        return "CONFIRMED" if step.outcome.result in ("done", "partly") else "CANCELLED"
    return "CONFIRMED" if step.certainty in ("confirmed", "deadline") else "TENTATIVE"


def _moment(date: Date) -> dt.datetime | None:
    """The moment at which ``date`` begins, in UTC, a day beginning at midnight; nothing before or after all years."""
    point = date.start
    if point.hour is None:
        return _midnight(date.first)
    time = dt.time(point.hour, point.minute or 0)
    try:
        return dt.datetime.combine(date.first, time, dt.UTC) - dt.timedelta(minutes=point.offset or 0)
    except OverflowError:
        return None


def _midnight(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(), dt.UTC)
