"""What the ids of a site stand for, in a few words each: for help while someone types, not for building.

Made from whatever could be read, so faults elsewhere in a file take no name away. Nothing here is relied on to exist.
"""

from collections.abc import Iterable

import msgspec

from parley.model.actor import Actor
from parley.model.brief import Brief


class Named(msgspec.Struct, frozen=True, gc=False):
    """One thing with an id: its ``name`` as readers see it, ``what`` it is (may be empty), and what it is ``also``
    called."""

    name: str
    what: str = ""
    also: tuple[str, ...] = ()


class Names(msgspec.Struct, frozen=True):
    """Actors by id; proposals, next steps and sources by full id. ``whole`` is false where a file was not read to its
    end, so that names may be missing."""

    actors: dict[str, Named] = {}
    proposals: dict[str, Named] = {}
    steps: dict[str, Named] = {}
    sources: dict[str, Named] = {}
    whole: bool = True


def names(actors: Iterable[Actor], briefs: Iterable[Brief], *, whole: bool = True) -> Names:
    """The names in ``actors`` and ``briefs``, which may have been read with errors. Of two with one id the first."""
    found = Names(whole=whole)
    for actor in actors:
        found.actors.setdefault(actor.id, Named(actor.name or "", _who(actor), tuple(actor.aka or ())))
    for brief in briefs:
        for proposal in brief.proposals.values():
            found.proposals.setdefault(proposal.id, Named(proposal.title or ""))
        for step in brief.next_steps.values():
            found.steps.setdefault(step.id, Named(step.title or ""))
        for source in brief.sources.values():
            found.sources.setdefault(source.id, Named(source.title or "", source.publisher or ""))
    return found


def _who(actor: Actor) -> str:
    """An actor's role or kind, and the side that it speaks for."""
    told = (actor.role or actor.kind, actor.speaks_for and f"speaks for {actor.speaks_for}")
    return ", ".join(part for part in told if part)
