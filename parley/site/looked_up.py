"""The entries that units looked up, each with a number, so that a unit's can be kept in little room.

An entry keeps its number from build to build, and what is looked up for the first time gets the next one.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping

from parley.pages.watched import Read
from parley.site.entries import Entries
from parley.site.memory import TableMemo, numbers

NONE = TableMemo(b"", (), b"", b"")


class LookedUp:
    """Entries with their numbers, those in ``before`` first."""

    def __init__(self, before: Mapping[str, TableMemo]) -> None:
        self._before = before
        self._tables: dict[str, dict[str, int]] = {}  # those in which anything was looked up since
        self._next = 1 + max((max(numbers(memo.numbers)) for memo in before.values()), default=-1)

    def numbered(self, reads: Iterable[Read]) -> list[int]:
        """The numbers of ``reads``."""
        return [self._number(table, key) for table, key in reads]

    def _number(self, table: str, key: str) -> int:
        known = self._tables.get(table)
        if known is None:
            memo = self._before.get(table, NONE)
            known = self._tables[table] = dict(zip(memo.keys, numbers(memo.numbers), strict=True))
        found = known.get(key)
        if found is None:
            found = known[key] = self._next
            self._next += 1
        return found

    def memos(self, entries: Entries) -> dict[str, TableMemo]:
        """What is to be remembered, with the marks that ``entries`` have now."""
        return {table: self._memo(table, entries) for table in {**self._before, **self._tables}}

    def _memo(self, table: str, entries: Entries) -> TableMemo:
        memo, now = self._before.get(table, NONE), self._tables.get(table)
        keys = memo.keys if now is None else tuple(now)
        packed = memo.numbers if now is None else array("I", now.values()).tobytes()
        whole = entries.whole(table)
        known = memo.marks if memo.whole == whole else b""
        more = entries.marks((table, key) for key in keys[len(known) // 8 :])
        return TableMemo(whole, keys, packed, known + more)


def reads_by_number(tables: Mapping[str, TableMemo]) -> dict[int, Read]:
    """The entries in ``tables`` by their numbers."""
    return {
        number: (table, key)
        for table, memo in tables.items()
        for key, number in zip(memo.keys, numbers(memo.numbers), strict=True)
    }
