"""The entries that units looked up, each with a number, so that a unit's can be kept in little room.

An entry keeps its number from build to build, and what is looked up for the first time gets the next one.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet

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

    def numbered(self, reads: Mapping[str, AbstractSet[str]]) -> list[int]:
        """The numbers of ``reads`` (table -> keys)."""
        found: list[int] = []
        for table, keys in reads.items():
            known = self._known(table)
            for key in keys:
                if key not in known:
                    known[key] = self._next
                    self._next += 1
            found += map(known.__getitem__, keys)
        return found

    def _known(self, table: str) -> dict[str, int]:
        """The numbers of the entries of ``table``, by key."""
        known = self._tables.get(table)
        if known is None:
            memo = self._before.get(table, NONE)
            known = self._tables[table] = dict(zip(memo.keys, numbers(memo.numbers), strict=True))
        return known

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


def by_table(reads: Iterable[Read]) -> dict[str, set[str]]:
    """The keys of ``reads``, by table."""
    found = defaultdict[str, set[str]](set)
    for table, key in reads:
        found[table].add(key)
    return found


def reads_by_number(tables: Mapping[str, TableMemo]) -> dict[int, Read]:
    """The entries in ``tables`` by their numbers."""
    return {
        number: (table, key)
        for table, memo in tables.items()
        for key, number in zip(memo.keys, numbers(memo.numbers), strict=True)
    }
