"""Proposals that contradict themselves or one another, and overrides that the answers do not bear out."""

from __future__ import annotations

from collections.abc import Iterator

from parley.derive.circles import circles
from parley.derive.order import certainly_before
from parley.derive.problems.places import name, place_of, round_of
from parley.model.insight import Insights
from parley.model.library import Library
from parley.model.problem import Problem
from parley.model.proposal import Proposal
from parley.model.sides import asked


def of_proposals(library: Library, found: Insights) -> Iterator[Problem]:
    """The problems of single proposals, and circles of replacement."""
    for proposal in library.proposals.values():
        yield from _of_dates(library, proposal)
        yield from _of_status(library, proposal, found)
        yield from _of_addressees(library, proposal)
    yield from _circles(library)


def _of_dates(library: Library, proposal: Proposal) -> Iterator[Problem]:
    if proposal.withdrawn and certainly_before(proposal.withdrawn, proposal.date):
        yield Problem(
            place_of(library, proposal, "withdrawn"),
            "withdrawn-before-date",
            f"{name(proposal.id)} withdrawn on {proposal.withdrawn}, before its date, {proposal.date}",
            "correct one of the dates",
        )
    if proposal.answer_by and certainly_before(proposal.answer_by, proposal.date):
        yield Problem(
            place_of(library, proposal, "answer_by"),
            "deadline-before-date",
            f"{name(proposal.id)} wants an answer by {proposal.answer_by}, before its date, {proposal.date}",
            "correct one of the dates",
        )


def _of_status(library: Library, proposal: Proposal, found: Insights) -> Iterator[Problem]:
    if not proposal.status:
        return
    if not proposal.status_note.strip():
        yield Problem(
            place_of(library, proposal, "status"),
            "status-without-note",
            f'the status "{proposal.status}" of {name(proposal.id)} typed without a reason',
            'add "status_note" with the reason, or leave out "status": it follows from the answers',
        )
    standing = found.standings.get(proposal.id)
    if standing and standing.derived != proposal.status:
        answers = f'"{standing.derived}"'
        yield Problem(
            place_of(library, proposal, "status"),
            "status-differs",
            f'the status "{proposal.status}" of {name(proposal.id)}, where the answers say {answers}',
            "check that the override still holds",
            "warning",
        )


def _of_addressees(library: Library, proposal: Proposal) -> Iterator[Problem]:
    if any(condition.ref == proposal.id for condition in proposal.unless):
        yield Problem(
            place_of(library, proposal, "unless"),
            "condition-on-itself",
            f"{name(proposal.id)}, which is called off by {name(proposal.id)}",
            "name another proposal or step, or write the condition as a phrase",
        )
    if proposal.answer_by and proposal.expects_answer and not asked(library, proposal):
        yield Problem(
            place_of(library, proposal, "answer_by"),
            "nobody-asked",
            f"a day by which {name(proposal.id)} asks for an answer, but nobody is asked",
            'add "to" with those who are to answer; without it the proposal cannot lapse',
            "warning",
        )


def _circles(library: Library) -> Iterator[Problem]:
    for way in circles({id_: proposal.replaces for id_, proposal in library.proposals.items()}):
        yield Problem(
            place_of(library, library.proposals[way[0]], "replaces"),
            "replaces-circle",
            f"proposals that replace one another in a circle: {round_of(way)}",
            "take one of them out: a later proposal replaces an earlier one",
        )
