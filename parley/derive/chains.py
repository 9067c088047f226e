"""How proposals follow from one another: counter-proposals (``instead``) and replacements (``replaces``)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from parley.model.library import Library
from parley.model.proposal import Rejection


def chains(library: Library) -> dict[str, tuple[str, ...]]:
    """Proposal -> all that it is linked with by counters and replacements, with itself, oldest first."""
    leader = {proposal: proposal for proposal in library.proposals}
    for old, new in (*_countered(library), *_replaced(library)):
        if old in leader and new in leader:
            leader[_find(leader, old)] = _find(leader, new)
    members: dict[str, list[str]] = {}
    for proposal in leader:
        members.setdefault(_find(leader, proposal), []).append(proposal)
    found = (sorted(chain, key=lambda id_: _age(library, id_)) for chain in members.values() if len(chain) > 1)
    return {proposal: tuple(chain) for chain in found for proposal in chain}


def replacements(library: Library) -> dict[str, tuple[str, ...]]:
    """Proposal -> the proposals that take its place, oldest first."""
    return _grouped(library, ((old, new) for old, new in _replaced(library)))


def counters(library: Library) -> dict[str, tuple[str, ...]]:
    """Proposal -> the proposals against which it was put, oldest first."""
    return _grouped(library, ((new, old) for old, new in _countered(library)))


def _countered(library: Library) -> Iterator[tuple[str, str]]:
    """Pairs (proposal rejected, proposal put instead)."""
    for answers in library.answers.values():
        for answer in answers:
            if isinstance(answer, Rejection):
                yield from ((answer.of, new) for new in answer.instead if new != answer.of)


def _replaced(library: Library) -> Iterator[tuple[str, str]]:
    """Pairs (proposal replaced, proposal that replaces it)."""
    for proposal in library.proposals.values():
        yield from ((old, proposal.id) for old in proposal.replaces if old != proposal.id)


def _grouped(library: Library, pairs: Iterator[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, set[str]] = {}
    for key, value in pairs:
        if value in library.proposals:
            found.setdefault(key, set()).add(value)
    return {key: tuple(sorted(values, key=lambda id_: _age(library, id_))) for key, values in found.items()}


def _age(library: Library, proposal: str) -> tuple[Any, ...]:
    return (library.proposals[proposal].date.order, proposal)


def _find(leader: dict[str, str], proposal: str) -> str:
    """The leader of the set that ``proposal`` is in; the path to it is halved on the way."""
    while leader[proposal] != proposal:
        leader[proposal] = proposal = leader[leader[proposal]]
    return proposal
