"""What nobody typed, before and after: statuses, positions, deadlocks, conditions, steps that are overdue.

A status or a position is told of where both versions know the proposal; what is new tells its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from parley.compare.places import local, place
from parley.compare.version import Version
from parley.model.insight import Deadlock, Position, Standing
from parley.model.move import How, Move, Side, Thing


def of_standings(old: Version, new: Version, told: Iterable[Move]) -> Iterator[Move]:
    """Changes of status, of positions that no move of ``told`` is about, and of conditions."""
    heard = {(_of(move), side.side) for move in told if move.thing == "answer" for side in move.sides}
    for id_, now in new.found.standings.items():
        was = old.found.standings.get(id_)
        if was is None:
            continue
        if was.status != now.status:
            yield _move(new, id_, "status", "changed", was=was, now=now)
        yield from _positions(new, was, now, heard)


def _positions(new: Version, was: Standing, now: Standing, heard: set[tuple[str, str]]) -> Iterator[Move]:
    before = {position.side: position for position in was.positions}
    after = {position.side: position for position in now.positions}
    for side in dict.fromkeys([*after, *before]):
        older, newer = before.get(side), after.get(side)
        words = [position.word if position else "no-answer" for position in (older, newer)]
        if words[0] != words[1] and (now.proposal, side) not in heard:
            stand = Side(side=side, was=older.latest if older else None, now=newer.latest if newer else None)
            yield _move(new, now.proposal, "position", "changed", was=older, now=newer, sides=(stand,))
        if older and newer:
            yield from _conditions(new, older, newer)


def _conditions(new: Version, older: Position, newer: Position) -> Iterator[Move]:
    before = {stand.condition: stand.met for stand in older.conditions}
    for stand in newer.conditions:
        if stand.condition in before and before[stand.condition] != stand.met:
            how: How = "met" if stand.met else "unmet"
            yield _move(new, newer.proposal, "condition", how, now=stand.condition, within=newer)


def of_deadlocks(old: Version, new: Version) -> Iterator[Move]:
    """Deadlocks that came about, and those that are over."""
    before = {_knots(deadlock): deadlock for deadlock in old.found.deadlocks}
    after = {_knots(deadlock): deadlock for deadlock in new.found.deadlocks}
    for knots, deadlock in after.items():
        if knots not in before:
            yield _move(new, deadlock.knots[0].proposal, "deadlock", "added", now=deadlock)
    for knots, deadlock in before.items():
        if knots not in after:
            yield _move(new, deadlock.knots[0].proposal, "deadlock", "removed", was=deadlock)


def of_days(old: Version, new: Version) -> Iterator[Move]:
    """Steps that are overdue now, needs of steps that have come about, and briefs to look at again."""
    for id_ in new.found.overdue:
        if id_ not in old.found.overdue and id_.partition("/")[0] in old.library.briefs:
            yield _move(new, id_, "step", "overdue", now=new.library.steps[id_])
    for id_, stands in new.found.needs.items():
        before = {stand.condition: stand.met for stand in old.found.needs.get(id_, ())}
        for stand in stands:
            if stand.condition in before and before[stand.condition] != stand.met:
                how: How = "met" if stand.met else "unmet"
                yield _move(new, id_, "condition", how, now=stand.condition, within=new.library.steps[id_])
    for slug in new.found.stale:
        if slug not in old.found.stale and slug in old.library.briefs:
            yield Move(thing="brief", how="review-due", brief=slug, place=place(new.library, slug, "review_by"))
    for slug in sorted(new.found.expired - old.found.expired):
        if slug in old.library.briefs:
            yield Move(thing="brief", how="expired", brief=slug, place=place(new.library, slug, "expires"))


def _of(move: Move) -> str:
    answer = move.now or move.was
    return answer.of if answer else ""


def _knots(deadlock: Deadlock) -> frozenset[tuple[str, str, str]]:
    return frozenset((knot.side, knot.proposal, knot.waits_for) for knot in deadlock.knots)


def _move(new: Version, id_: str, thing: Thing, how: How, **given: Any) -> Move:
    slug = id_.partition("/")[0]
    key = "next_steps" if id_ in new.library.steps else "proposals"
    at = place(new.library, slug, f"{key}.{local(id_)}")
    return Move(thing=thing, how=how, brief=slug, item=id_, place=at, **given)
