"""Rows of tables as spreadsheets save them: any of their ways, and every fault with its line."""

from __future__ import annotations

import pytest

from parley.exchange.table import rows_of_csv
from parley.exchange.taken import Fields, NotRead

KNOWN = frozenset({"id", "name", "kind", "speaks_for"})
ROWS = [Fields(2, {"name": "Ann Reed", "kind": "person"}), Fields(3, {"name": "Bo; Co", "speaks_for": "ann"})]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("sign", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_table_may_be_saved_in_any_of_the_usual_ways(end: str, sign: str, encoding: str) -> None:
    lines = [["Name", "KIND", "speaks-for"], ["Ann Reed", "person", ""], ['"Bo; Co"', "", "ann"]]
    text = end.join(sign.join(line) for line in lines) + end
    assert rows_of_csv(text.encode(encoding), KNOWN) == (ROWS, [])


def test_lines_count_through_quotes_and_empty_ones() -> None:
    rows, _ = rows_of_csv(b'\nname,kind\n\n"Ann\nReed",person\n,,\nBo,group\n', KNOWN)
    assert [(row.line, row.fields["name"]) for row in rows] == [(4, "Ann Reed"), (7, "Bo")]


def test_what_is_left_out_is_told() -> None:
    rows, remarks = rows_of_csv(b"name,shoe size\nAnn,39,more\n", KNOWN)
    assert rows == [Fields(2, {"name": "Ann"})]
    assert [(remark.line, remark.text) for remark in remarks] == [
        (1, 'the column "shoe size" is none of an actor; left out'),
        (2, "3 fields under 2 columns; those beyond are left out"),
    ]


def test_a_column_that_says_it_better_takes_the_place_of_another() -> None:
    rows, remarks = rows_of_csv(b"name,kind,full name\nReed,person,Ann Reed\n", KNOWN, {"full_name": "name"})
    assert (rows, remarks) == ([Fields(2, {"name": "Ann Reed", "kind": "person"})], [])


def test_windows_text_is_read_as_such_and_told() -> None:
    (row,), (remark,) = rows_of_csv("name,kind\nZoë,person\n".encode("cp1252"), KNOWN)
    assert row.fields["name"] == "Zoë"
    assert "not UTF-8" in remark.text


@pytest.mark.parametrize(
    ("data", "told", "line"),
    [
        (b"", "an empty table", 1), (b"a,b\n1,2\n", "no column that is known", 1), (b"name,Name\n", "two columns", 1),
        (b"PK\x03\x04", "a spreadsheet itself", 1), (b'name\n"open\n', "no CSV", 2),
    ],
)  # fmt: skip
def test_what_is_no_such_table_is_refused(data: bytes, told: str, line: int) -> None:
    with pytest.raises(NotRead, match=told) as refused:
        rows_of_csv(data, KNOWN)
    assert refused.value.line == line
