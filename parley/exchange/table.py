"""Rows of a table as spreadsheets save it (CSV): whatever they part fields by, in UTF-8 or as Windows writes it."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from typing import Any

from parley.exchange.taken import Fields, NotRead, Remark

DELIMITERS = ",;\t"


def rows_of_csv(
    data: bytes, known: frozenset[str], better: Mapping[str, str] | None = None
) -> tuple[list[Fields], list[Remark]]:
    """The rows below the head of ``data``, whose columns bear the names of ``known`` fields (in any case, with spaces
    or hyphens for "_"); others are left out, with a remark. ``better`` are columns by other names, each taken in place
    of the one that it leads to where both are there. Raises :class:`NotRead`."""
    text, remarks = _text(data)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    try:
        head = next((row for row in rows if any(map(str.strip, row))), None)
        if head is None:
            raise NotRead("an empty table; its first line names the columns, such as name,kind,role")
        names = [name.strip().casefold().replace(" ", "_").replace("-", "_") for name in head]
        for other, own in (better or {}).items():
            if other in names:
                names = ["" if name == own else own if name == other else name for name in names]
        line = rows.line_num
        if not known & {*names}:
            raise NotRead(f"no column that is known; write {', '.join(sorted(known))} into the first line", line)
        if twice := sorted({name for name in names if name in known and names.count(name) > 1}):
            raise NotRead(f'two columns "{twice[0]}"; keep one of them', line)
        remarks += [
            Remark(line, f'the column "{given.strip()}" is none of an actor; left out')
            for given, name in zip(head, names, strict=True)
            if given.strip() and name and name not in known
        ]
        return _rows(rows, names, known, remarks), remarks
    except csv.Error as error:
        raise NotRead(f"no CSV: {error}", rows.line_num) from None


def _rows(rows: Any, names: list[str], known: frozenset[str], remarks: list[Remark]) -> list[Fields]:
    found, begins = [], rows.line_num + 1
    for row in rows:
        if any(map(str.strip, row)):
            if len(row) > len(names) and any(map(str.strip, row[len(names) :])):
                remarks.append(
                    Remark(begins, f"{len(row)} fields under {len(names)} columns; those beyond are left out")
                )
            told = {name: " ".join(text.split()) for name, text in zip(names, row, strict=False) if name in known}
            found.append(Fields(begins, {name: text for name, text in told.items() if text}))
        begins = rows.line_num + 1
    return found


def _text(data: bytes) -> tuple[str, list[Remark]]:
    if data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        raise NotRead("a spreadsheet itself; save it as CSV (UTF-8) and import that")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace"), []
    try:
        return data.decode("utf-8-sig"), []
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace"), [
            Remark(1, "the file is not UTF-8; it was read as Windows text, so look at letters with accents")
        ]


def _delimiter(text: str) -> str:
    """What parts the fields of the first line that is not empty: the sign that it holds most often, outside quotes."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    bare = "".join(part for at, part in enumerate(first.split('"')) if at % 2 == 0)
    return max(DELIMITERS, key=lambda sign: (bare.count(sign), -DELIMITERS.index(sign)))
