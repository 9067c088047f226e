"""What came of reading one file, and nothing that only reading it needed: small, since all of them stay in memory, and
never changed, so that it can be kept for as long as the file stays as it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from parley.model.actor import Actor
from parley.model.brief import Brief, Reference
from parley.model.kept_places import KeptPlaces
from parley.model.overlay import Overlay
from parley.model.problem import Problem
from parley.model.settings import Settings
from parley.read.references import known, stands


class Read(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What came of one file; what is in it may be full of faults. ``slug`` is empty for files that are no briefs."""

    file: str
    slug: str = ""
    brief: Brief | None = None
    actors: tuple[Actor, ...] = ()
    settings: Settings | None = None
    overlay: Overlay | None = None
    whole: bool = True  # false where its text could not be read to the end
    mended: bool = False  # read with lines that were mended in memory: what it names may change
    problems: tuple[Problem, ...] = ()
    for_later: frozenset[Problem] = frozenset()  # those that a draft may have
    references: tuple[Reference, ...] = ()
    abroad: tuple[Reference, ...] = ()  # those to what it does not define itself, one for each that is meant
    places: KeptPlaces
    suspected: frozenset[str] = frozenset()  # words that would be ids if they stood where they belong
    unread: frozenset[str] = frozenset()  # keys whose maps by id could not be read: what they define is not known
    keys: frozenset[str] = frozenset()  # of a file that could not be read to its end: all that stands as a key in it
    lines: tuple[str, ...] = ()  # of a file that was mended in memory: as it was read; else they are as typed


def abroad(
    references: Sequence[Reference], slug: str, actors: Iterable[Actor], brief: Brief | None
) -> tuple[Reference, ...]:
    """One of ``references`` for each thing that is meant and not defined by ``actors`` or ``brief``, which stand in the
    same file: only these depend on other files."""
    at_home = known(actors, [brief] if brief else [])
    first: dict[str, Reference] = {}
    others = []  # a word that is mentioned as two kinds of thing
    for reference in references:
        if first.setdefault(reference.to, reference).kind is not reference.kind:
            others.append(reference)
    return tuple(one for one in (*first.values(), *others) if not stands(one, slug, at_home))


def empty(file: str, settings: Settings | None = None) -> Read:
    """What comes of a file that is not there."""
    return Read(file=file, settings=settings, places=KeptPlaces.of({}))
