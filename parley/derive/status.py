"""Where one proposal stands, by the eight rules of the format, the first that fits.

Only yes and no decide. A side asked that supports, opposes, defers or is reported silent has neither accepted
nor rejected, so the proposal goes on waiting for it; but a reaction other than silence does take the place of
its earlier yes or no. What a third party says never decides. A deadline has passed on the day after its last
day.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from parley.model.insight import Position, Standing
from parley.model.proposal import Acceptance, Answer, Proposal, Rejection, StatusWord

Said = tuple[str, Answer]  # a side and the answer of it that counts


def standing(
    proposal: Proposal, positions: tuple[Position, ...], replaced_by: tuple[str, ...], day: dt.date
) -> Standing:
    """The standing of ``proposal`` on ``day``, still without conditions and the way to acceptance."""
    addressed = [(position, position.latest) for position in positions if position.addressed]
    yes = [(position.side, answer) for position, answer in addressed if isinstance(answer, Acceptance)]
    no = [(position.side, answer) for position, answer in addressed if isinstance(answer, Rejection)]
    waiting = tuple(it.side for it, answer in addressed if not isinstance(answer, (Acceptance, Rejection)))
    waiting = waiting if proposal.expects_answer else ()
    derived = _derived(proposal, yes, no, waiting, replaced_by, day)
    evidence: Sequence[Said] = no if derived == "rejected" else yes if derived in ("accepted", "conditional") else ()
    return Standing(
        proposal=proposal.id,
        status=proposal.status or derived,
        rule="override" if proposal.status else derived,
        derived=derived,
        deciding=_each_once(evidence),
        replaced_by=replaced_by,
        countered_with=_counters(no),
        waiting_for=waiting,
        accepted_by=tuple(side for side, _ in yes),
        rejected_by=tuple(side for side, _ in no),
        positions=positions,
    )


def in_play(standing: Standing) -> bool:
    """Whether answers could still bring the proposal to acceptance, as far as the answers tell."""
    return standing.in_play


def _derived(
    proposal: Proposal,
    yes: Sequence[Said],
    no: Sequence[Said],
    waiting: tuple[str, ...],
    replaced_by: tuple[str, ...],
    day: dt.date,
) -> StatusWord:
    """What follows from dates and answers, whatever an override says."""
    if proposal.withdrawn and proposal.withdrawn.first <= day:
        return "withdrawn"
    if replaced_by:
        return "superseded"
    if not proposal.expects_answer:
        return "announced"
    if no:
        return "rejected"
    if yes and not waiting:
        return "conditional" if any(answer.conditions for _, answer in yes) else "accepted"
    if waiting and proposal.answer_by and proposal.answer_by.last < day:
        return "lapsed"
    return "open"


def _each_once(said: Iterable[Said]) -> tuple[Answer, ...]:
    """The answers, each once though it be given for several sides."""
    return tuple({answer.id: answer for _, answer in said}.values())


def _counters(no: Iterable[tuple[str, Rejection]]) -> tuple[str, ...]:
    """The counter-proposals that came with the rejections in force."""
    return tuple(dict.fromkeys(offer for _, answer in no for offer in answer.instead))
