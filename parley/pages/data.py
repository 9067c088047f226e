"""Everything that the pages show, as data: one table a kind of thing, as JSON and CSV, with what each column means.

Past ``MOST_BRIEFS`` a table is parted by the month in which a brief was published, so that no file grows with the site
and what is new changes one part alone. At the table's own address then stands the list of its parts, which has columns
of its own: whoever reads it for the table itself finds that out at once and does not take a part for the whole.
"""

from __future__ import annotations

from collections.abc import Sequence

from parley.model.page import Page, Table
from parley.pages.data_rows import NOWHERE, Rows, address
from parley.pages.data_sheets import SHEETS, Sheet
from parley.pages.desk import Desk
from parley.pages.frame import frame
from parley.pages.linked.dataset import FORMS, dataset_nodes
from parley.pages.parts import Row
from parley.pages.shelves import EACH_BATCH
from parley.pages.text_views import DataView, SheetEntry
from parley.words.tongue import say

MOST_BRIEFS = 2 * EACH_BATCH  # in one table
PARTS = ("part", "briefs", *FORMS)  # the columns of a list of parts


def data_page(desk: Desk) -> list[Page]:
    """``/data/``, which explains the tables, with each as ``/data/<name>.json`` and ``/data/<name>.csv``."""
    here, parts = desk.here(1), data_parts(desk)
    tables = {sheet.name: _parts(desk, sheet) if parts else _whole(desk, sheet) for sheet in SHEETS}
    described = tuple(_entry(sheet, len(tables[sheet.name].rows), parts=bool(parts)) for sheet in SHEETS)
    description = say("Everything that the pages show, as JSON and CSV, with what each column means.")
    nodes = dataset_nodes(desk, {sheet.name: sheet.title for sheet in SHEETS}, description)
    around = frame(desk, here, "data/", say("Data"), description, kind="data", linked=nodes)
    view = DataView(frame=around, sheets=described, each=EACH_BATCH if parts else 0)
    index = Page(path="data/index.html", template="pages/data.html", view=view)
    return [index, *(page for name, table in tables.items() for page in _files(name, table))]


def data_parts(desk: Desk) -> tuple[str, ...]:
    """The names of the parts, such as "2024-05" and "2024-05-2"; none while each table is in one piece."""
    return tuple(desk.batches) if len(desk.library.briefs) > MOST_BRIEFS else ()


def data_part(desk: Desk, part: str) -> list[Page]:
    """One part of every table."""
    slugs = desk.batches[part]
    if part == next(iter(desk.batches)):
        slugs = (NOWHERE, *slugs)
    return [page for sheet in SHEETS for page in _files(f"{sheet.name}-{part}", _table(desk, sheet, slugs))]


def _whole(desk: Desk, sheet: Sheet) -> Table:
    return _table(desk, sheet, (NOWHERE, *desk.library.briefs))


def _table(desk: Desk, sheet: Sheet, slugs: Sequence[str]) -> Table:
    """The rows of ``sheet`` that come of the briefs ``slugs``."""
    found = list(sheet.rows(desk, slugs))
    if sheet.by_id:
        found.sort(key=lambda row: str(row[0]))
    return Table(columns=tuple(sheet.columns), rows=tuple(found))


def _parts(desk: Desk, sheet: Sheet) -> Table:
    """The list of the parts of ``sheet``."""
    rows: Rows = (
        (part, len(slugs), *(address(desk, f"data/{sheet.name}-{part}.{form}") for form in FORMS))
        for part, slugs in desk.batches.items()
    )
    return Table(columns=PARTS, rows=tuple(rows))


def _files(name: str, table: Table) -> list[Page]:
    return [Page(path=f"data/{name}.{form}", template=f"table.{form}", view=table) for form in FORMS]


def _entry(sheet: Sheet, rows: int, *, parts: bool) -> SheetEntry:
    kind = "part" if parts else "row"
    columns = tuple(Row(term=name, words=((doc,),)) for name, doc in sheet.columns.items())
    return SheetEntry(
        anchor=sheet.name,
        title=sheet.title,
        doc=sheet.doc,
        size=f"{rows} {kind if rows == 1 else f'{kind}s'}",
        json=f"{sheet.name}.json",
        csv=f"{sheet.name}.csv",
        columns=columns,
    )
