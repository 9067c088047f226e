"""A source: a work that tells of something. What sort of work is not said, since the format's "news" may be a guess."""

from __future__ import annotations

from collections.abc import Iterable

from parley.model.brief import Source
from parley.pages.desk import Desk
from parley.pages.linked import known
from parley.pages.linked.dates import iso
from parley.pages.linked.node import Node, node, same


def source_node(desk: Desk, source: Source) -> Node:
    """One source, with its publisher and its day, as they stand beside every claim."""
    return node(
        "CreativeWork",
        known.source(desk, source.id),
        name=source.title,
        author=[node("Person", name=author) for author in source.author],
        publisher=node("Organization", name=source.publisher) if source.publisher else None,
        datePublished=iso(source.date),
        inLanguage=source.lang,
        url=source.url,
        archivedAt=source.archived,
    )


def cited(desk: Desk, sources: Iterable[str]) -> list[Node]:
    """``sources`` (full ids) by their addresses alone."""
    return [same(known.source(desk, source)) for source in sources]
