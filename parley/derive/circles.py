"""Circles in a graph: what waits for itself by way of others.

Time grows with the graph, and nothing recurses, so no graph is too large or too deep.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence
from typing import TypeVar

N = TypeVar("N")


def knots(graph: Mapping[N, Sequence[N]]) -> list[list[N]]:
    """The sets of nodes of ``graph`` (node -> nodes it leads to) from which each leads back to all others.

    These are the strongly connected components with a circle in them (Tarjan, 1972), so a node that leads to
    nothing but others that never lead back is in none. Nodes named only as ends count as leading nowhere.
    """
    number: dict[N, int] = {}
    low: dict[N, int] = {}
    stack: list[N] = []
    stacked: set[N] = set()
    found: list[list[N]] = []
    for root in graph:
        if root in number:
            continue
        trail = [(root, iter(graph[root]))]
        while trail:
            node, ahead = trail[-1]
            if node not in number:
                number[node] = low[node] = len(number)
                stack.append(node)
                stacked.add(node)
            following = next(ahead, None)
            if following is not None:
                if following not in number:
                    trail.append((following, iter(graph.get(following, ()))))
                elif following in stacked:
                    low[node] = min(low[node], number[following])
                continue
            trail.pop()
            if trail:
                above = trail[-1][0]
                low[above] = min(low[above], low[node])
            if low[node] == number[node]:
                members = _cut(stack, node)
                stacked.difference_update(members)
                if len(members) > 1 or node in graph.get(node, ()):
                    found.append(members)
    return found


def circle(graph: Mapping[N, Sequence[N]], start: N) -> list[N]:
    """The shortest way in ``graph`` from ``start`` back to itself, without the return; else nothing.

    Among equals the one that comes first in the order of the graph's sequences.
    """
    came_from: dict[N, N] = {}
    ahead = deque([start])
    while ahead:
        node = ahead.popleft()
        for following in graph.get(node, ()):
            if following == start:
                way = [node]
                while way[-1] != start:
                    way.append(came_from[way[-1]])
                return way[::-1]
            if following not in came_from:
                came_from[following] = node
                ahead.append(following)
    return []


def circles(graph: Mapping[str, Sequence[str]]) -> list[list[str]]:
    """A circle for each tangle of ``graph``, begun at its first id, and each node that leads to itself."""
    alone = [[node] for node in graph if node in graph[node]]
    others = {node: sorted(end for end in ends if end != node) for node, ends in graph.items() if ends}
    return [*alone, *(circle(others, min(members)) for members in knots(others))]


def _cut(stack: list[N], node: N) -> list[N]:
    """What lies on ``stack`` from ``node`` to the top, taken off it."""
    cut = [stack.pop()]
    while cut[-1] != node:
        cut.append(stack.pop())
    return cut
