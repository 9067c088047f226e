"""The site as a whole, whoever publishes it, and the page that says how it works."""

from __future__ import annotations

from collections.abc import Iterable

from parley.model.brief import Brief
from parley.pages.desk import Desk
from parley.pages.linked import known
from parley.pages.linked.collection import brief_list
from parley.pages.linked.node import Node, node, same


def publisher_node(desk: Desk) -> Node:
    """Whoever publishes the site, in short: it goes by the site's name."""
    return node("Organization", known.publisher(desk), name=desk.library.settings.name)


def site_nodes(desk: Desk, briefs: Iterable[Brief], number: int = 0) -> list[Node]:
    """The site, with its search and with ``briefs`` in the order of the home page (the first of a ``number`` where
    there are more); and its publisher in full."""
    settings, home = desk.library.settings, known.page(desk, "")
    rules = known.page(desk, "about/")
    site = node(
        "WebSite",
        known.site(desk),
        name=settings.name,
        description=settings.tagline,
        url=home,
        inLanguage=settings.language,
        publisher=same(known.publisher(desk)),
        potentialAction=node(
            "SearchAction", target=node("EntryPoint", urlTemplate=f"{home}search/?q={{search_term_string}}")
        ),
        mainEntity=brief_list(desk, briefs, number),
    )
    publisher = publisher_node(desk) | {"url": home, "publishingPrinciples": rules}
    if settings.policies.corrections:
        publisher["correctionsPolicy"] = f"{rules}#corrections"
    return [site, publisher]


def about_nodes(desk: Desk, title: str, description: str) -> list[Node]:
    """The page that says how the site works."""
    return [
        node(
            "AboutPage",
            known.page(desk, "about/"),
            name=title,
            description=description,
            inLanguage=desk.library.settings.language,
            isPartOf=same(known.site(desk)),
            about=same(known.publisher(desk)),
        )
    ]
