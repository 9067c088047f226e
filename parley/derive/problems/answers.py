"""Answers that cannot be, or that look like a slip: before the proposal, hanging on it, or by who made it."""

from __future__ import annotations

from collections.abc import Iterator

from parley.derive.order import certainly_before
from parley.derive.problems.places import key_of, name, place_of
from parley.derive.status import in_play
from parley.model.insight import Insights, Standing
from parley.model.library import Library
from parley.model.problem import Problem
from parley.model.proposal import Answer, Proposal
from parley.model.sides import proposers, sides_of


def of_answers(library: Library, found: Insights) -> Iterator[Problem]:
    """The problems of single answers, and of conditions that were met without an answer to that."""
    for id_, answers in library.answers.items():
        if proposal := library.proposals.get(id_):
            own = set(proposers(library, proposal))
            for answer in answers:
                yield from _of_answer(library, proposal, own, answer)
    for standing in found.standings.values():
        if in_play(standing):
            yield from _met_unanswered(library, standing)


def _of_answer(library: Library, proposal: Proposal, own: set[str], answer: Answer) -> Iterator[Problem]:
    if certainly_before(answer.date, proposal.date):
        yield Problem(
            place_of(library, answer, "date"),
            "answer-before-proposal",
            f"an answer of {answer.date} to {name(proposal.id)}, which is dated {proposal.date}",
            'correct one of the dates, or the proposal under "of"',
        )
    if any(condition.ref == proposal.id for condition in answer.conditions):
        yield Problem(
            place_of(library, answer, _condition_key(answer)),
            "condition-on-itself",
            f"an answer to {name(proposal.id)} that hangs on {name(proposal.id)}",
            "name another proposal or step, or write the condition as a phrase",
        )
    for side in sides_of(library, answer):
        if side in own:
            yield Problem(
                place_of(library, answer, "by"),
                "own-proposal",
                f'an answer of "{side}" to {name(proposal.id)}, which it put forward itself',
                'check "by" and "of"; what was taken back is "withdrawn", what was changed is a new proposal',
                "warning",
            )
            return


def _met_unanswered(library: Library, standing: Standing) -> Iterator[Problem]:
    told: set[str] = set()
    for position in standing.positions:
        latest = position.latest
        if latest and position.met_unanswered and latest.id not in told:
            told.add(latest.id)
            yield Problem(
                place_of(library, latest, _condition_key(latest)),
                "condition-met",
                f'all that the answer of "{position.side}" to {name(standing.proposal)} hangs on has come',
                "add its new answer, once there is one; until then readers are told that it has not changed",
                "warning",
            )


def _condition_key(answer: Answer) -> str:
    return "unless" if key_of(answer) == "rejections" else "if"
