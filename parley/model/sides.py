"""Whose words count for whom: the sides an answer speaks for, a proposal asks, and who put it forward.

A side is what stands in a row of the positions table: a state, an organisation, a group, or a person who
speaks for nobody else. ``speaks_for`` is followed to its end everywhere. A group is a side of its own: what
it says does not count for its members, and what a member says does not count for the group.
"""

from __future__ import annotations

from collections.abc import Sequence

from parley.model.library import Library
from parley.model.proposal import Answer, Proposal


def sides(library: Library, actors: Sequence[str]) -> tuple[str, ...]:
    """The sides of ``actors`` (ids), each once, in the order of the actors."""
    if len(actors) == 1:  # nearly always, and this is asked for every answer
        return (library.side(actors[0]),)
    return tuple(dict.fromkeys(library.side(actor) for actor in actors))


def sides_of(library: Library, answer: Answer) -> tuple[str, ...]:
    """The sides for which ``answer`` counts: its ``for``, or else the side of each speaker, once."""
    return sides(library, (answer.for_,) if answer.for_ else answer.by)


def proposers(library: Library, proposal: Proposal) -> tuple[str, ...]:
    """The sides that put ``proposal`` forward."""
    return sides(library, proposal.by)


def asked(library: Library, proposal: Proposal) -> tuple[str, ...]:
    """The sides to which ``proposal`` is addressed, in the order of ``to``; nobody asks himself."""
    own = proposers(library, proposal)
    return tuple(side for side in sides(library, proposal.to) if side not in own)
