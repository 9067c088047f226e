"""What would have to happen for a proposal to be accepted, in order, and who can move.

For each side asked: first what its answer hangs on, and what that hangs on in turn; then its own answer. A
circle is followed once round: what stands first in it is then left to the side that would have to move
without waiting. An overridden status has no way where the answers say otherwise, since the way is read off
the answers.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import msgspec

from parley.derive.conditions import is_met
from parley.derive.status import in_play
from parley.model.insight import Position, Standing, Step
from parley.model.library import Library
from parley.model.proposal import Acceptance, Condition, Rejection
from parley.model.sides import sides

FOLLOWED = 40  # conditions looked into for one proposal; further ones are named, but not looked into


class _Walk(msgspec.Struct):
    """A way as it grows; ``steps`` keeps the order and drops what is there already."""

    library: Library
    standings: Mapping[str, Standing]
    followed: set[str]
    steps: dict[Step, None]


def way(library: Library, standings: Mapping[str, Standing], proposal: str) -> tuple[Step, ...]:
    """The steps to the acceptance of ``proposal`` (full id); none where it is not in play.

    ``standings`` must have their conditions.
    """
    if not in_play(standings[proposal]):
        return ()
    walk = _Walk(library, standings, {proposal}, {})
    _to_acceptance(walk, standings[proposal])
    return tuple(walk.steps)


def _to_acceptance(walk: _Walk, standing: Standing) -> None:
    addressed = [position for position in standing.positions if position.addressed]
    if not addressed:
        walk.steps[Step(side="", does="answer", proposal=standing.proposal)] = None
    for position in addressed:
        if position.word == "accepts":
            continue
        for stand in position.conditions:
            if not stand.met:
                _to_condition(walk, stand.condition)
        walk.steps[Step(side=position.side, does=_move(position), proposal=standing.proposal)] = None


def _move(position: Position) -> Literal["change", "accept", "answer"]:
    """What the side itself would have to do: drop its no, make its yes unconditional, or say either."""
    match position.latest:
        case Rejection():
            return "change"
        case Acceptance():
            return "accept"
        case _:
            return "answer"


def _to_condition(walk: _Walk, condition: Condition) -> None:
    if condition.ref in walk.followed:
        return
    far = len(walk.followed) >= FOLLOWED
    standing = walk.standings.get(condition.ref)
    if standing and in_play(standing) and not far:
        walk.followed.add(condition.ref)
        _to_acceptance(walk, standing)
        return
    movers: tuple[str, ...] = ()
    step = None if standing else walk.library.steps.get(condition.ref)
    if step:
        movers = sides(walk.library, step.who)
        if not far:
            walk.followed.add(condition.ref)
            for need in step.needs:
                if not is_met(walk.library, walk.standings, need):
                    _to_condition(walk, need)
    for side in movers or ("",):
        walk.steps[Step(side=side, does="meet", condition=condition)] = None
