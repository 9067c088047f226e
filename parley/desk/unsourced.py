"""What is told without a source: proposals, answers, next steps and events."""

from __future__ import annotations

from collections.abc import Iterator

from parley.desk.row import Row, row
from parley.model.brief import NextStep
from parley.model.insight import Insights
from parley.model.library import Library
from parley.model.places import place_in, place_of
from parley.model.proposal import Answer, Proposal
from parley.words.plainly import Plainly
from parley.words.todo import unsourced


def of_unsourced(whole: Library, now: Library, found: Insights) -> Iterator[Row]:
    """One row for each claim without a source. Places of events are those of ``whole``, where none is left out."""
    names = Plainly(now)
    for brief in now.briefs.values():
        items: list[Proposal | Answer | NextStep]
        items = [*brief.proposals.values(), *brief.answers, *brief.next_steps.values()]
        for item in items:
            if not item.source:
                days = (found.day - item.date.first).days
                told = unsourced(item, days, names)
                by = item.who if isinstance(item, NextStep) else item.by
                yield row("unsourced", told, place_of(now, item), brief.slug, now, item.date.first, days, by)
        written = whole.briefs[brief.slug]
        for at, event in enumerate(written.events):
            if not event.source and event.date.first <= found.day:
                days = (found.day - event.date.first).days
                place = place_in(written, f"events.{at}")
                told = unsourced(event, days, names)
                yield row("unsourced", told, place, brief.slug, now, event.date.first, days, event.who)
