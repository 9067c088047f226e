"""The linked data of one page: what it tells of, and the way that leads to it."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urljoin

from parley.model.page import Link
from parley.pages.linked.node import Node, node, same


def linked_data(url: str, title: str, crumbs: Sequence[Link], nodes: Sequence[Node]) -> Node:
    """The whole tree of the page at ``url`` (absolute), called ``title``, to which ``crumbs`` lead.

    Without an address there is none: what is known by a relative address would be another thing on every host that the
    site is copied to. A page that tells of nothing, and to which no crumbs lead, has none either.
    """
    graph = [*nodes, *_trail(url, title, crumbs)]
    return {"@context": "https://schema.org", "@graph": graph} if url and graph else {}


def _trail(url: str, title: str, crumbs: Sequence[Link]) -> list[Node]:
    """The crumbs that the page shows, and the page itself, which as the last needs no address.

    Source: Google Search Central, "How to add breadcrumb structured data".
    """
    if not crumbs:
        return []
    steps = [(crumb.text, same(urljoin(url, crumb.href))) for crumb in crumbs]
    items = [node("ListItem", position=at, name=text, item=item) for at, (text, item) in enumerate(steps, 1)]
    return [node("BreadcrumbList", itemListElement=[*items, node("ListItem", position=len(steps) + 1, name=title)])]
