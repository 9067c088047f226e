"""Everything that the pages show, as data: one table a kind of thing, as JSON and CSV, with what each column means."""

from __future__ import annotations

from parley.model.page import Page, Table
from parley.pages.data_sheets import SHEETS, Sheet
from parley.pages.desk import Desk
from parley.pages.frame import frame
from parley.pages.linked.dataset import dataset_nodes
from parley.pages.parts import Row
from parley.pages.text_views import DataView, SheetEntry


def data_pages(desk: Desk) -> list[Page]:
    """``/data/<name>.json`` and ``/data/<name>.csv`` for every sheet, and ``/data/``, which explains them."""
    here = desk.here(1)
    pages, described = [], []
    for sheet in SHEETS:
        table = Table(columns=tuple(sheet.columns), rows=tuple(sheet.rows(desk)))
        described.append(_entry(sheet, len(table.rows)))
        pages += [
            Page(path=f"data/{sheet.name}.{form}", template=f"table.{form}", view=table) for form in ("json", "csv")
        ]
    description = "Everything that the pages show, as JSON and CSV, with what each column means."
    nodes = dataset_nodes(desk, {sheet.name: sheet.title for sheet in SHEETS}, description)
    view = DataView(
        frame=frame(desk, here, "data/", "Data", description, kind="data", linked=nodes), sheets=tuple(described)
    )
    return [Page(path="data/index.html", template="pages/data.html", view=view), *pages]


def _entry(sheet: Sheet, rows_: int) -> SheetEntry:
    columns = tuple(Row(term=name, words=((doc,),)) for name, doc in sheet.columns.items())
    return SheetEntry(
        anchor=sheet.name,
        title=sheet.title,
        doc=sheet.doc,
        rows=rows_,
        json=f"{sheet.name}.json",
        csv=f"{sheet.name}.csv",
        columns=columns,
    )
