"""The positions table turned round: what each side has answered, and what a member's groups have answered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from operator import itemgetter
from typing import Any

from parley.model.insight import Position, Standing
from parley.model.library import Library


def by_side(library: Library, standings: Mapping[str, Standing]) -> dict[str, tuple[Position, ...]]:
    """Side -> its positions: newest answer first, then those without an answer, newest proposal first."""
    found: dict[str, list[Position]] = {}
    for standing in standings.values():
        for position in standing.positions:
            found.setdefault(position.side, []).append(position)
    return {side: _newest_first(library, positions) for side, positions in found.items()}


def by_group(library: Library, sides: Mapping[str, tuple[Position, ...]]) -> dict[str, tuple[Position, ...]]:
    """Member -> the positions of the groups it belongs to, and of the groups that those belong to.

    ``sides`` is the answer of :func:`by_side`. Only a group's own row counts, not that of a side it speaks
    for.
    """
    found = {}
    for member in library.groups:
        rows = [position for group in _groups(library, member) for position in sides.get(group, ())]
        if rows:
            found[member] = _newest_first(library, rows)
    return found


def _groups(library: Library, member: str) -> list[str]:
    """All groups around ``member``, nearest first; a circle of groups ends where it closes."""
    found: dict[str, None] = {member: None}
    ahead = [member]
    for actor in ahead:
        new = [group for group in library.groups.get(actor, ()) if group not in found]
        found.update(dict.fromkeys(new))
        ahead.extend(new)
    return ahead[1:]


def _newest_first(library: Library, positions: Sequence[Position]) -> tuple[Position, ...]:
    if len(positions) < 2:
        return tuple(positions)
    answered: list[tuple[Any, Position]] = []
    silent: list[tuple[Any, Position]] = []
    for row in sorted(positions, key=lambda position: (position.proposal, position.side)):
        latest = row.latest
        date = latest.date if latest else library.proposals[row.proposal].date
        (answered if latest else silent).append((date.order, row))
    newest = (
        sorted(part, key=itemgetter(0), reverse=True)  # equal dates keep the order of ids
        for part in (answered, silent)
    )
    return tuple(row for part in newest for _, row in part)
