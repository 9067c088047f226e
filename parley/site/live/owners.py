"""Which units a path is likely to be of, before that is known because they have been made."""

from __future__ import annotations

from collections.abc import Iterator

from parley.model.library import Library
from parley.pages.every import SHARED

PROPOSALS = frozenset({"proposals", "embed", "oembed"})
BY_ENDING = {".xml": "feed", ".ics": "calendar", ".txt": "llms", ".webmanifest": "manifest"}


def owners(path: str, library: Library) -> Iterator[str]:
    """The units of ``library`` that are likely to make the file at ``path``."""
    first, *rest = path.split("/")
    if rest and first == "briefs":
        yield from _brief(library, rest[0])
    if rest and first == "actors":
        yield from _actor(library, rest[0])
    if len(rest) > 1 and first in PROPOSALS:
        yield from _proposal(library, rest[0], rest[1].removesuffix(".json"))
    if len(rest) > 1 and first == "topics":
        yield f"topic/topics/{rest[0]}/"
    if first in SHARED:
        yield first
    if not rest:
        if unit := BY_ENDING.get(path[path.rfind(".") :]):
            yield unit
        yield "missing" if path == "404.html" else "home"


def _brief(library: Library, slug: str) -> Iterator[str]:
    if slug in library.briefs:
        yield f"brief/{slug}"
    yield from (f"brief/{brief.slug}" for brief in library.briefs.values() if slug in brief.aliases)


def _actor(library: Library, actor: str) -> Iterator[str]:
    if actor in library.actors:
        yield f"actor/{actor}"
    yield from (f"actor/{known.id}" for known in library.actors.values() if actor in known.aliases)


def _proposal(library: Library, slug: str, name: str) -> Iterator[str]:
    if f"{slug}/{name}" in library.proposals:
        yield f"proposal/{slug}/{name}"
    yield from _brief(library, slug)  # its redirects, from what it was called before
