"""Circles of conditions: who will not move before what another holds back.

A side that was asked holds a proposal back while its answer hangs on something that has not come about. Where
that something is a proposal, those who hold that one back come next; where it is a next step, what the step
needs. Since a proposal needs every side asked, and an answer every condition, any circle is a true deadlock.
One circle is told for each tangle, the shortest. Circles of steps alone are mistakes of writing and are told
as problems instead.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from parley.derive.circles import circle, knots
from parley.derive.status import in_play
from parley.model.insight import Deadlock, Knot, Stand, Standing
from parley.model.library import Library
from parley.model.proposal import Answer

Node = tuple[str, str]  # (side, proposal), or ("", the id of what is waited for)
STARTS = 32  # places in one tangle from which the shortest circle is looked for, earliest answers first


def deadlocks(
    library: Library, standings: Mapping[str, Standing], needs: Mapping[str, tuple[Stand, ...]]
) -> tuple[Deadlock, ...]:
    """The deadlocks among ``standings`` (with their conditions), oldest first answer first.

    ``needs``: next step -> what must come first. Each deadlock begins with its earliest answer.
    """
    held: dict[Node, Answer] = {}
    graph: dict[Node, list[Node]] = {}
    for standing in standings.values():
        if not in_play(standing):
            continue
        for position in standing.positions:
            if not (position.addressed and position.conditions and position.latest):
                continue
            if waits_for := _standing_refs(position.conditions, standing.proposal):
                node = (position.side, standing.proposal)
                held[node] = position.latest
                graph[node] = [("", ref) for ref in waits_for]
                graph.setdefault(("", standing.proposal), []).append(node)
    for step, stands in needs.items():
        if step not in library.proposals:
            graph[("", step)] = [("", ref) for ref in _standing_refs(stands, step)]
    graph = {node: sorted(graph[node]) for node in graph}
    found = [_deadlock(graph, held, members) for members in knots(graph) if any(node[0] for node in members)]
    return tuple(sorted(found, key=lambda deadlock: _age(deadlock.knots[0])))


def _standing_refs(stands: tuple[Stand, ...], own: str) -> list[str]:
    """The ids among ``stands`` that have not come about; what hangs on itself is told as a problem."""
    return [stand.condition.ref for stand in stands if not stand.met and stand.condition.ref not in ("", own)]


def _deadlock(graph: Mapping[Node, list[Node]], held: Mapping[Node, Answer], members: list[Node]) -> Deadlock:
    """The shortest circle within ``members``, begun at its earliest answer."""
    starts = sorted((node for node in members if node[0]), key=lambda node: (held[node].date.order, node))
    ways = [circle(graph, start) for start in starts[:STARTS]]
    way = min(ways, key=len)
    links = [
        Knot(side=node[0], proposal=node[1], answer=held[node], waits_for=following[1])
        for node, following in zip(way, [*way[1:], way[0]], strict=True)
        if node[0]
    ]
    first = links.index(min(links, key=_age))
    return Deadlock(knots=(*links[first:], *links[:first]))


def _age(knot: Knot) -> tuple[Any, ...]:
    return (knot.answer.date.order, knot.side, knot.proposal)
