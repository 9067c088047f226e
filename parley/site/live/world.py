"""Everything that the pages of one build are made of, and how it differs from that of another build."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from functools import cached_property
from typing import Any

from parley.pages.desk import Desk, Dressing
from parley.pages.watched import KEYS, WHOLE, Read, entry, table
from parley.render.theme import Theme
from parley.site.live.kept import Look
from parley.site.made import mark


class World:
    """A desk and a look."""

    def __init__(self, desk: Desk, look: Look) -> None:
        self.desk = desk
        self.look = look

    @property
    def theme(self) -> Theme:
        return self.look.theme

    @cached_property
    def settled(self) -> tuple[str, Dressing]:
        """All that pages depend on besides the entries of the desk."""
        return self.theme.digest, self.desk.dressing


class Numbers:
    """The entries that units have looked up, each by its number: units look up much of the same."""

    def __init__(self) -> None:
        self.reads: list[Read] = []
        self._known: dict[Read, int] = {}

    def of(self, reads: Collection[Read]) -> list[int]:
        """The numbers of ``reads``, what was written before what was worked out of it, which takes longer to compare.
        Not for two threads at once."""
        written = [read for read in reads if read[0].startswith("library.")]
        worked_out = [read for read in reads if not read[0].startswith("library.")]
        found = []
        for read in (*written, *worked_out):
            number = self._known.get(read)
            if number is None:
                number = self._known[read] = len(self.reads)
                self.reads.append(read)
            found.append(number)
        return found


class Differences:
    """Which entries have changed from one desk to another, each looked at once, when it is asked for.

    Most have not, and most of these are the same object, since what was read of a file is kept while the file stays.
    """

    def __init__(self, before: World, after: World, numbers: Numbers) -> None:
        self.before = before
        self._after = after.desk
        self._numbers = numbers
        self._tables: dict[str, tuple[Any, Any]] = {}
        self._known: dict[Read, bool] = {}
        self._by_number: dict[int, bool] = {}

    def any(self, numbers: Iterable[int]) -> bool:
        """Whether one of the entries with these ``numbers`` has changed."""
        known = self._by_number
        for number in numbers:
            changed = known.get(number)
            if changed is None:
                changed = known[number] = self.changed(self._numbers.reads[number])
            if changed:
                return True
        return False

    def changed(self, read: Read) -> bool:
        """Whether what ``read`` (table, key) gives has changed."""
        found = self._known.get(read)
        if found is None:
            found = self._known[read] = self._changed(*read)
        return found

    def _changed(self, name: str, key: str) -> bool:
        old, new = self._both(name)
        if old is new:
            return False
        if key == WHOLE and isinstance(old, Mapping) and isinstance(new, Mapping):
            return list(old) != list(new) or any(self.changed((name, one)) for one in new)
        if old is None or new is None:
            return True
        before, after = entry(old, key), entry(new, key)
        return before is not after and (before != after or (key != KEYS and not _alike(before, after)))

    def _both(self, name: str) -> tuple[Any, Any]:
        found = self._tables.get(name)
        if found is None:
            found = self._tables[name] = table(self.before.desk, name), table(self._after, name)
        return found


def _alike(one: object, other: object) -> bool:
    """Whether two equal values are so to the order of what is in them, which pages follow, too."""
    return isinstance(one, str | bool) or mark(one) == mark(other)
