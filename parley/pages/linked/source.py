"""A source: a work that tells of something.

What sort of work is not said, since "news" is also what the format takes it for where nobody says; nor is it said
whether the publisher is an organisation or a person, which a name does not tell.
"""

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
        publisher={"name": source.publisher} if source.publisher else None,
        datePublished=iso(source.date),
        inLanguage=source.lang,
        url=source.url,
        archivedAt=source.archived,
    )


def cited(desk: Desk, sources: Iterable[str]) -> list[Node]:
    """``sources`` (full ids) by their addresses alone."""
    return [same(known.source(desk, source)) for source in sources]
