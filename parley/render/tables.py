"""Tables of data -> JSON and CSV.

JSON is one list of objects (RFC 8259), UTF-8, a row a line, so that changes show line by line in a diff. CSV follows
RFC 4180 with a header; lists are joined by "; ". A cell that a spreadsheet would take for a formula gets an apostrophe
in front (OWASP, "CSV Injection"): data from a brief must never run.
"""

from __future__ import annotations

import csv
import io

import msgspec

from parley.model.page import Table, Value

FORMULA = ("=", "+", "-", "@", "\t", "\r")


def table_json(table: Table) -> bytes:
    """``table`` as a JSON list of objects, one a line."""
    rows = [msgspec.json.encode(dict(zip(table.columns, row, strict=True))) for row in table.rows]
    return b"[\n" + b",\n".join(rows) + b"\n]\n" if rows else b"[]\n"


def table_csv(table: Table) -> bytes:
    """``table`` as CSV with a header line."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(table.columns)
    writer.writerows([_cell(value) for value in row] for row in table.rows)
    return text.getvalue().encode()


def _cell(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    text = "; ".join(value) if isinstance(value, tuple) else str(value)
    return f"'{text}" if text.startswith(FORMULA) else text
