"""Pages that lead to others: a collection, and the list of its briefs."""

from __future__ import annotations

from collections.abc import Iterable

from parley.model.brief import Brief
from parley.pages.desk import Desk
from parley.pages.linked import known
from parley.pages.linked.node import Node, node, same

MOST_BRIEFS = 30  # those that come first; how many there are in all is told beside them


def collection_nodes(
    desk: Desk,
    path: str,
    title: str,
    description: str,
    *,
    topic: str = "",
    briefs: Iterable[Brief] = (),
    number: int = 0,
) -> list[Node]:
    """The page at ``path``, which gathers what stands on other pages: on one ``topic``, or of one sort. ``briefs`` are
    the first of a ``number`` where there are more."""
    return [
        node(
            "CollectionPage",
            known.page(desk, path),
            name=title,
            description=description,
            inLanguage=desk.library.settings.language,
            isPartOf=same(known.site(desk)),
            about=node("Thing", name=topic) if topic else None,
            mainEntity=brief_list(desk, briefs, number),
        )
    ]


def brief_list(desk: Desk, briefs: Iterable[Brief], number: int = 0) -> Node | None:
    """``briefs`` in their order, the first of a ``number`` where there are more; nothing where there are none."""
    every = list(briefs)
    if not every:
        return None
    items = [
        node("ListItem", position=at, url=known.brief(desk, brief.slug), name=brief.title)
        for at, brief in enumerate(every[:MOST_BRIEFS], 1)
    ]
    return node("ItemList", numberOfItems=number or len(every), itemListElement=items)
