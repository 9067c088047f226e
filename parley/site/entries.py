"""The entries of a desk as marks: what pages were made of, told from what it was before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from hashlib import blake2b
from itertools import islice

from parley.pages.desk import Desk
from parley.pages.watched import WHOLE, Read, entry, tables
from parley.site.made import Mark, mark

NOTHING: Mark = bytes(8)
STRETCH = 500  # entries


class Entries:
    """The marks of the entries of ``desk``, each worked out once, when it is asked for."""

    def __init__(self, desk: Desk) -> None:
        self._tables = tables(desk)
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
            found = self._wholes[table] = self._whole(self._tables.get(table))
        return found

    def _whole(self, there: object) -> Mark:
        """A stretch at a time, which costs much less than each entry alone and needs little memory."""
        if not isinstance(there, (Mapping, tuple, AbstractSet)):
            return mark(there)
        parts = (
            there.items() if isinstance(there, Mapping) else sorted(there) if isinstance(there, AbstractSet) else there
        )
        digest, rest = blake2b(digest_size=8), iter(parts)
        while stretch := list(islice(rest, STRETCH)):
            digest.update(mark(stretch))
        return digest.digest()

    def _mark(self, table: str, key: str) -> Mark:
        there = self._tables.get(table)
        if key == WHOLE and isinstance(there, Mapping):  # of its entries, which are wanted one by one as well
            digest = blake2b(digest_size=8)
            for name in there:
                digest.update(b"\0".join((name.encode("utf-8", "surrogatepass"), self.mark((table, name)))))
            return digest.digest()
        value = None if there is None else entry(there, key)
        return NOTHING if value is None else mark(value)
