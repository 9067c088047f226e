"""Where in the newer files something stands, as near as the reader has noted it."""

from __future__ import annotations

from collections.abc import Mapping

from parley.model.library import Library
from parley.model.problem import Place
from parley.model.proposal import Acceptance, Answer, Rejection

SHARED_ACTORS = "briefs/actors.yaml"
SETTINGS = "site.yaml"


def place(library: Library, slug: str, path: str) -> Place:
    """Where ``path`` (such as ``rejections.0.date``) of the brief ``slug`` stands, or else what is around it."""
    brief = library.briefs.get(slug)
    return nearest(brief.file, brief.places, path) if brief else Place("briefs")


def nearest(file: str, places: Mapping[str, tuple[int, int]], path: str) -> Place:
    """The place of ``path`` in ``file``, or else that of what is around it, or else the file."""
    while path:
        if path in places:
            return Place(file, *places[path])
        path = path.rpartition(".")[0]
    return Place(file)


def list_of(answer: Answer) -> str:
    """The key of the list that ``answer`` stands in."""
    if isinstance(answer, Rejection):
        return "rejections"
    return "acceptances" if isinstance(answer, Acceptance) else "reactions"


def local(id_: str) -> str:
    """A full id without its brief."""
    return id_.partition("/")[2] or id_
