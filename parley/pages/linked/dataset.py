"""The data files: one set of data, to be had in two forms a table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from parley.pages.desk import Desk
from parley.pages.linked import known
from parley.pages.linked.dates import iso
from parley.pages.linked.node import Node, node, same

FORMS = {"json": "application/json", "csv": "text/csv"}


def dataset_nodes(desk: Desk, tables: Mapping[str, str], description: str) -> list[Node]:
    """All ``tables`` (file name without its ending -> title) as one set of data."""
    settings = desk.library.settings
    newest = max((brief.updated for brief in desk.library.briefs.values()), key=lambda date: date.order, default=None)
    return [
        node(
            "Dataset",
            known.dataset(desk),
            name=f"{settings.name}: data",
            description=description,
            url=known.page(desk, "data/"),
            inLanguage=settings.language,
            dateModified=iso(newest),
            creator=node("Organization", known.publisher(desk), name=settings.name),
            isPartOf=same(known.site(desk)),
            distribution=list(_downloads(desk, tables)),
        )
    ]


def _downloads(desk: Desk, tables: Mapping[str, str]) -> Iterable[Node]:
    for name, title in tables.items():
        for form, kind in FORMS.items():
            address = known.page(desk, f"data/{name}.{form}")
            yield node("DataDownload", name=title, encodingFormat=kind, contentUrl=address)
