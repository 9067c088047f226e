"""A next step as an event: only what is sure to be one, at a day and a place.

To schema.org an event happens "at a certain time and location", and whoever reads one takes it for scheduled unless it
says otherwise. So a step becomes an event once it has happened, was cancelled or was put off, or while it is still to
come and confirmed. What is only proposed or expected, a deadline, what did not happen and what nobody has recorded are
left out, as is whatever has no place or no day.
"""

from __future__ import annotations

from parley.model.brief import NextStep, Outcome
from parley.model.dates import Date
from parley.model.page import plain
from parley.pages.desk import Desk
from parley.pages.linked import known
from parley.pages.linked.actor import mentioned
from parley.pages.linked.dates import ends
from parley.pages.linked.node import Node, node, same
from parley.words import labels
from parley.words.stories import step_told

STATUS = "https://schema.org/Event"  # ...Scheduled, and so on


def event_node(desk: Desk, step: NextStep) -> Node | None:
    """``step`` as an event, or nothing where it is none yet."""
    status, date = _status(desk, step)
    if not status or not _precise(date) or not step.where or step.certainty == "deadline":
        return None
    start, end = ends(date)
    return node(
        "Event",
        known.step(desk, step.id),
        name=step.title,
        description=_told(step),
        startDate=start,
        endDate=end,
        previousStartDate=ends(step.date)[0] if date is not step.date and _precise(step.date) else "",
        eventStatus=f"{STATUS}{status}",
        location=node("Place", name=step.where, address=step.where),
        attendee=mentioned(desk, step.who),
        about=[same(known.proposal(desk, item)) for item in step.about],
        subjectOf=same(known.brief(desk, step.brief)),
    )


def _status(desk: Desk, step: NextStep) -> tuple[str, Date]:
    """What became of the step in the words of schema.org, empty where there are none, and the day that it is for."""
    outcome = step.outcome
    if outcome is None:
        return "Scheduled" if step.certainty == "confirmed" and step.id in desk.coming else "", step.date
    if outcome.result in ("done", "partly"):
        moved = _moved(step, outcome)
        return ("Rescheduled", moved) if moved else ("Scheduled", step.date)
    return {"cancelled": "Cancelled", "postponed": "Postponed"}.get(outcome.result, ""), step.date


def _moved(step: NextStep, outcome: Outcome) -> Date | None:
    """The day on which it happened, where that is another one than was given before."""
    day = outcome.date
    return day if day and not (step.date.first <= day.first and day.last <= step.date.last) else None


def _told(step: NextStep) -> str:
    """What became of it, in words; or how sure it is."""
    if step.outcome is None:
        return labels.CERTAINTY[step.certainty]
    return plain(step_told(step, overdue=False)) or f"{labels.RESULT[step.outcome.result]}."


def _precise(date: Date) -> bool:
    """Whether a day is known for it, and for its end where it has one."""
    points = (date.start, date.end) if date.span else (date.start,)
    return all(point is not None and point.day is not None and not point.about for point in points)
