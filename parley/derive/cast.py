"""The actors who are still there when some briefs are left out.

Shared actors stay, and an actor who is defined in a brief goes with it; but where a brief that stays names
that actor, the actor stays as well, as a shared one: a page must not speak of someone who has none. Of the
left-out brief that tells no more than a name that is already told.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from msgspec.structs import replace

from parley.model.actor import Actor
from parley.model.brief import Brief
from parley.model.library import Library


def with_cast(library: Library, briefs: Sequence[Brief]) -> tuple[list[Actor], list[Brief]]:
    """The shared actors and ``briefs``, when only ``briefs`` of ``library`` are left."""
    left = {brief.slug for brief in briefs}
    kept = _kept(library, briefs, left)
    shared = [
        _among(replace(actor, brief="") if actor.brief else actor, kept)
        for actor in library.actors.values()
        if actor.id in kept and actor.brief not in left
    ]
    return shared, [with_own(brief, kept) for brief in briefs]


def _kept(library: Library, briefs: Sequence[Brief], left: Collection[str]) -> set[str]:
    """The ids of all actors who stay: a side stays with those who speak for it."""
    ahead = [id_ for id_, actor in library.actors.items() if not actor.brief or actor.brief in left]
    ahead += (actor for brief in briefs for actor in named(brief))
    kept: set[str] = set()
    while ahead:
        actor = library.actors.get(ahead.pop())
        if actor and actor.id not in kept:
            kept.add(actor.id)
            ahead.append(actor.speaks_for)
    return kept


def named(brief: Brief) -> Iterator[str]:
    """The ids of the actors whom ``brief`` names outside its prose."""
    yield from brief.who
    for proposal in brief.proposals.values():
        yield from (*proposal.by, *proposal.to)
    for answer in brief.answers:
        yield from (*answer.by, answer.for_)
    for step in brief.next_steps.values():
        yield from step.who
    for event in brief.events:
        yield from event.who


def with_own(brief: Brief, kept: Collection[str]) -> Brief:
    """``brief`` whose own actors belong to nothing that has gone."""
    own = {name: _among(actor, kept) for name, actor in brief.actors.items()}
    return brief if all(own[name] is actor for name, actor in brief.actors.items()) else replace(brief, actors=own)


def _among(actor: Actor, kept: Collection[str]) -> Actor:
    """``actor`` without members and larger bodies that have gone."""
    members = tuple(member for member in actor.members if member in kept)
    part_of = tuple(body for body in actor.part_of if body in kept)
    if (members, part_of) == (actor.members, actor.part_of):
        return actor
    return replace(actor, members=members, part_of=part_of)
