"""What answers are waited for, hang on one another, or hang on what has come."""

from __future__ import annotations

from collections.abc import Iterator

from parley.desk.row import Row, row
from parley.desk.steps import NEAR
from parley.model.insight import Insights, Standing
from parley.model.library import Library
from parley.model.places import place_of
from parley.model.proposal import Answer, Rejection
from parley.words.plainly import Plainly
from parley.words.stories import deadlock
from parley.words.todo import lapsing, met_unanswered, unanswered


def of_unanswered(library: Library, found: Insights) -> Iterator[Row]:
    """One row for each proposal that waits for an answer; those whose last day is near are told as such."""
    for id_, standing in found.standings.items():
        if standing.status in ("open", "lapsed") and standing.waiting_for:
            yield _waiting(library, found, standing, id_)


def _waiting(library: Library, found: Insights, standing: Standing, id_: str) -> Row:
    proposal, names = library.proposals[id_], Plainly(library)
    concerned = (*standing.waiting_for, *proposal.by)
    until = proposal.answer_by
    if until and found.day <= until.last <= found.day + NEAR:
        days = (found.day - until.last).days
        told = lapsing(standing, proposal, days, names)
        place = place_of(library, proposal, "answer_by")
        return row("lapsing", told, place, proposal.brief, library, until.last, days, concerned)
    days = (found.day - proposal.date.first).days
    told = unanswered(standing, proposal, days, names)
    place = place_of(library, proposal)
    return row("unanswered", told, place, proposal.brief, library, proposal.date.first, days, concerned)


def of_deadlocks(library: Library, found: Insights) -> Iterator[Row]:
    """One row for each deadlock, at its first answer; it has gone on since the last of its answers."""
    for knotted in found.deadlocks:
        first = knotted.knots[0].answer
        since = max(knot.answer.date.first for knot in knotted.knots)
        actors = tuple(actor for knot in knotted.knots for actor in (knot.side, *knot.answer.by))
        place = place_of(library, first, _condition_key(first))
        told = deadlock(knotted, Plainly(library))
        yield row("deadlocks", told, place, first.brief, library, since, (found.day - since).days, actors)


def of_met(library: Library, found: Insights) -> Iterator[Row]:
    """One row for each answer that hung on what has come about since."""
    told: set[str] = set()
    for standing in found.standings.values():
        for position in standing.positions if standing.in_play else ():
            answer = position.latest
            if not answer or not position.met_unanswered or answer.id in told:
                continue
            told.add(answer.id)
            days = (found.day - answer.date.first).days
            what = met_unanswered(position, answer, days, Plainly(library))
            place = place_of(library, answer, _condition_key(answer))
            actors = (position.side, *answer.by)
            yield row("met", what, place, answer.brief, library, answer.date.first, days, actors)


def _condition_key(answer: Answer) -> str:
    return "unless" if isinstance(answer, Rejection) else "if"
