"""Where in the newer files something stands, as near as the reader has noted it."""

from __future__ import annotations

from parley.model.library import Library
from parley.model.places import nearest
from parley.model.problem import Place


def place(library: Library, slug: str, path: str) -> Place:
    """Where ``path`` (such as ``rejections.0.date``) of the brief ``slug`` stands, or else what is around it."""
    brief = library.briefs.get(slug)
    return nearest(brief.file, brief.places, path) if brief else Place("briefs")


def local(id_: str) -> str:
    """A full id without its brief."""
    return id_.partition("/")[2] or id_
