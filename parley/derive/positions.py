"""One proposal's row of the positions table: which side has answered what, and which has not answered.

Silence is a value here: a side that was asked has a position without answers, never a blank and never a no. A
warning or a decision asks nobody, so nobody is shown as silent about it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from parley.derive.order import in_order
from parley.model.insight import Position
from parley.model.library import Library
from parley.model.proposal import Acceptance, Answer, Proposal, Rejection
from parley.model.sides import asked, proposers, sides_of

Told = Mapping[str, tuple[Answer, ...]]  # side -> its answers to one proposal, oldest first


def positions(library: Library, proposal: Proposal) -> tuple[Position, ...]:
    """The positions on ``proposal``, still without conditions.

    First the sides asked, in the order of ``to``, then others by their first answer.
    """
    if proposal.id not in library.answers:
        wanted = asked(library, proposal) if proposal.expects_answer else ()
        return tuple(_position(proposal, side, (), addressed=True) for side in wanted)
    heard: dict[str, list[Answer]] = {}
    for answer in library.answers.get(proposal.id, ()):
        for side in sides_of(library, answer):
            heard.setdefault(side, []).append(answer)
    told = {side: in_order(answers) for side, answers in heard.items()}
    addressed = _addressed(library, proposal, told)
    others = _by_first_answer(told, exclude=set(addressed))
    return (
        *(_position(proposal, side, told.get(side, ()), addressed=True) for side in addressed),
        *(_position(proposal, side, told[side], addressed=False) for side in others),
    )


def _position(proposal: Proposal, side: str, answers: tuple[Answer, ...], *, addressed: bool) -> Position:
    return Position(proposal=proposal.id, side=side, addressed=addressed, answers=answers, mixed=_mixed(answers))


def _addressed(library: Library, proposal: Proposal, told: Told) -> tuple[str, ...]:
    """The sides whose yes or no decides.

    Where nobody is asked, these are the sides that have said yes or no all the same. A warning or a decision
    is told to someone but waits for nobody, so only those who have answered are there. Who put it forward
    never decides.
    """
    wanted = asked(library, proposal)
    if not wanted:
        own = proposers(library, proposal)
        told = {side: answers for side, answers in told.items() if side not in own and _has_decided(answers)}
        return _by_first_answer(told)
    return wanted if proposal.expects_answer else tuple(side for side in wanted if side in told)


def _has_decided(answers: tuple[Answer, ...]) -> bool:
    return any(isinstance(answer, (Acceptance, Rejection)) for answer in answers)


def _by_first_answer(told: Told, exclude: Collection[str] = ()) -> tuple[str, ...]:
    left = [side for side in told if side not in exclude]
    return tuple(left) if len(left) < 2 else tuple(sorted(left, key=lambda side: (told[side][0].date.order, side)))


def _mixed(answers: tuple[Answer, ...]) -> bool:
    """Whether the side spoke differently on the date of its latest answer. Silences do not contradict, and neither does
    a yes or a no that only adds its conditions."""
    spoken = answers if len(answers) < 2 else [answer for answer in answers if answer.word != "silent"]
    if len(spoken) < 2:
        return False
    latest = spoken[-1]
    date = (latest.date.first, latest.date.last)
    verdict = latest.word.partition("-")[0]
    return any(
        answer.word.partition("-")[0] != verdict and (answer.date.first, answer.date.last) == date for answer in spoken
    )
