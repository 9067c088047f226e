"""The entries of a desk as marks: what pages were made of, told from what it was before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from hashlib import blake2b
from itertools import islice
from typing import Any

from parley.model.brief import Brief
from parley.pages.desk import Desk
from parley.pages.watched import WHOLE, Read, entry, table
from parley.site.made import Mark, mark

NOTHING: Mark = bytes(8)
STRETCH = 500  # entries
BRIEFS = "library.briefs"  # by far the largest entries, which stand in other tables as well


class Entries:
    """The marks of the entries of ``desk``, each worked out once, when it is asked for; so is each of its tables."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._tables: dict[str, Any] = {}
        self._known: dict[Read, Mark] = {}
        self._wholes: dict[str, Mark] = {}

    def mark(self, read: Read) -> Mark:
        """The mark of what ``read`` (table, key) gives; the same as before only if that is the same."""
        found = self._known.get(read)
        if found is None:
            found = self._known[read] = self._mark(*read)
        return found

    def marks(self, reads: Iterable[Read]) -> bytes:
        """The marks of ``reads`` one after the other, eight bytes each."""
        return b"".join(map(self.mark, reads))

    def whole(self, table: str) -> Mark:
        """The mark of all that stands in ``table``; while it is the same, so is every entry of it."""
        found = self._wholes.get(table)
        if found is None:
            found = self._wholes[table] = self._whole(table)
        return found

    def _whole(self, table: str) -> Mark:
        """A stretch at a time, which costs much less than each entry alone and needs little memory."""
        there = self._table(table)
        if table == BRIEFS or not isinstance(there, (Mapping, tuple, AbstractSet)):
            return self.mark((table, WHOLE))
        if row := self._of_briefs(there):
            return row
        parts = there.items() if isinstance(there, Mapping) else entry(there, WHOLE)
        digest, rest = blake2b(digest_size=8), iter(parts)
        while stretch := list(islice(rest, STRETCH)):
            digest.update(mark(stretch))
        return digest.digest()

    def _mark(self, table: str, key: str) -> Mark:
        there = self._table(table)
        if key == WHOLE and isinstance(there, Mapping):  # of its entries, which are wanted one by one as well
            digest = blake2b(digest_size=8)
            for name in there:
                digest.update(b"\0".join((name.encode("utf-8", "surrogatepass"), self.mark((table, name)))))
            return digest.digest()
        if key == WHOLE and (row := self._of_briefs(there)):
            return row
        value = None if there is None else entry(there, key)
        return NOTHING if value is None else mark(value)

    def _table(self, name: str) -> Any:
        if name not in self._tables:
            self._tables[name] = table(self._desk, name)
        return self._tables[name]

    def _of_briefs(self, row: object) -> Mark | None:
        """The mark of a ``row`` of briefs of the library, of those that they have there; ``None`` where it is none."""
        if not isinstance(row, tuple) or not row or not isinstance(row[0], Brief):
            return None
        return mark([self.mark((BRIEFS, brief.slug)) for brief in row])
