"""Entries keep their numbers and their marks from build to build, for as long as nothing has changed."""

from __future__ import annotations

from typing import cast

from parley.site.entries import Entries
from parley.site.looked_up import LookedUp, reads_by_number
from parley.site.memory import numbers


class Tables:
    """What :class:`Entries` tells of plain tables, and which entries were asked for."""

    def __init__(self, **tables: dict[str, int]) -> None:
        self.tables = tables
        self.asked: list[tuple[str, str]] = []

    def whole(self, table: str) -> bytes:
        return repr(self.tables.get(table)).encode()

    def marks(self, reads) -> bytes:
        reads = list(reads)
        self.asked += reads
        return b"".join(self.tables[table].get(key, 0).to_bytes(8, "little") for table, key in reads)

    def entries(self) -> Entries:
        return cast(Entries, self)


def test_an_entry_keeps_its_number_and_a_new_one_gets_the_next() -> None:
    tables = Tables(a={"x": 1, "y": 2}, b={"x": 3})
    first = LookedUp({})
    assert first.numbered({"a": {"x"}, "b": {"x"}}) == [0, 1]
    assert first.numbered({"a": {"x"}}) == [0]
    later = LookedUp(first.memos(tables.entries()))
    assert later.numbered({"b": {"x"}, "a": {"y"}}) == [1, 2]
    assert sorted(later.numbered({"a": {"x", "y"}})) == [0, 2]
    assert reads_by_number(later.memos(tables.entries())) == {0: ("a", "x"), 1: ("b", "x"), 2: ("a", "y")}


def test_what_is_in_a_table_that_has_not_changed_keeps_its_mark_unasked() -> None:
    tables = Tables(a={"x": 1, "y": 2}, b={"x": 3})
    first = LookedUp({})
    first.numbered({"a": {"x"}, "b": {"x"}})
    before = first.memos(tables.entries())
    tables.asked.clear()
    tables.tables["b"] = {"x": 4}
    later = LookedUp(before)
    later.numbered({"a": {"y"}})
    after = later.memos(tables.entries())
    assert tables.asked == [("a", "y"), ("b", "x")]
    assert after["a"].marks == before["a"].marks + (2).to_bytes(8, "little")
    assert after["b"].marks == (4).to_bytes(8, "little")
    assert after["b"].whole != before["b"].whole
    assert numbers(after["b"].numbers) == numbers(before["b"].numbers)
