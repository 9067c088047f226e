"""Everything dated, over all briefs, oldest first.

Updates are left out: they tell of the page, not of the story.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import get_args

from parley.model.brief import Brief, NextStep
from parley.model.dates import Date
from parley.model.insight import Happening, Kind
from parley.model.library import Library
from parley.model.proposal import Answer, Proposal

NOON = 12 * 60  # minutes
RANK = {kind: rank for rank, kind in enumerate(get_args(Kind))}


def timeline(library: Library) -> tuple[Happening, ...]:
    """What happened and what is to come, by date, kind, brief and id, whatever the order of files.

    What has no time stands at the middle of its day, so that an offer made in the night comes before the answers that
    it got in the course of the day.
    """
    found = [happening for brief in library.briefs.values() for happening in _of_brief(brief)]
    dates = {it.date.text: it.date for it in found}  # few dates, many happenings; a site has one time zone
    orders = {text: _moment(date) for text, date in dates.items()}
    place = {order: at for at, order in enumerate(sorted(set(orders.values())))}
    found.sort(key=lambda it: (place[orders[it.date.text]], RANK[it.kind], it.brief, it.item))
    return tuple(found)


def _moment(date: Date) -> tuple[dt.date, int, dt.date]:
    return (date.first, date.utc_minute if date.has_time else NOON, date.last)


def _of_brief(brief: Brief) -> Iterator[Happening]:
    for proposal in brief.proposals.values():
        yield from _of_proposal(brief.slug, proposal)
    for answer in brief.answers:
        yield _of_answer(brief.slug, answer)
    for event in brief.events:
        yield Happening(date=event.date, kind="event", brief=brief.slug, item=event.id, actors=event.who)
    for step in brief.next_steps.values():
        yield from _of_step(brief.slug, step)


def _of_proposal(brief: str, proposal: Proposal) -> Iterator[Happening]:
    actors = tuple(dict.fromkeys((*proposal.by, *proposal.to)))
    yield Happening(date=proposal.date, kind="proposal", brief=brief, item=proposal.id, actors=actors)
    if proposal.withdrawn:
        yield Happening(date=proposal.withdrawn, kind="withdrawal", brief=brief, item=proposal.id, actors=proposal.by)


def _of_answer(brief: str, answer: Answer) -> Happening:
    spoken_for = (answer.for_,) if answer.for_ and answer.for_ not in answer.by else ()
    actors = (*answer.by, *spoken_for)
    return Happening(date=answer.date, kind="answer", brief=brief, item=answer.id, actors=actors)


def _of_step(brief: str, step: NextStep) -> Iterator[Happening]:
    yield Happening(date=step.date, kind="step", brief=brief, item=step.id, actors=step.who)
    if step.outcome and step.outcome.date:
        yield Happening(
            date=step.outcome.date,
            kind="outcome",
            brief=brief,
            item=step.id,
            actors=step.who,
            result=step.outcome.result,
        )
