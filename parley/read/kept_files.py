"""Files that are not read again while the system says that nobody has written them.

A file is known by its inode, its size and its times. That is not enough for one that was written a moment ago: it may
be written again within one tick of the clock of its file system, with the same size. So what is young is read again.
"""

# Plain paths: a Path object for each file would cost more than the look.
# ruff: noqa: PTH116

from __future__ import annotations

import os
import time
from collections.abc import Iterable

from parley.read.files import data_of

Identity = tuple[int, int, int, int, int]
YOUNG = 3_000_000_000  # nanoseconds: more than the coarsest clock of a file system (FAT counts in steps of two seconds)


class KeptFiles:
    """The bytes of files by place, each read again only where it may have changed. Equal bytes are the same object."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[Identity | None, bytes]] = {}
        self._asked: set[str] = set()

    def data_at(self, place: str) -> bytes:
        """The bytes of the file at ``place``. Raises ``OSError``."""
        self._asked.add(place)
        known = self._known.get(place)
        if known and known[0] == _identity(os.stat(place)):  # what is known was not young
            return known[1]
        identity = identity_of(place)
        data = data_of(place)
        if known and known[1] == data:
            data = known[1]
        self._known[place] = identity, data
        return data

    def forget_others(self) -> None:
        """Keep only what was asked for since the last time."""
        self._known = {place: known for place, known in self._known.items() if place in self._asked}
        self._asked.clear()


def identity_of(place: str) -> Identity | None:
    """By which the file at ``place`` is known; ``None`` where it is too young for that. Raises ``OSError``."""
    found = os.stat(place)
    if max(found.st_mtime_ns, found.st_ctime_ns) > time.time_ns() - YOUNG:
        return None
    return _identity(found)


def _identity(found: os.stat_result) -> Identity:
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns


def identities_of(places: Iterable[str]) -> tuple[tuple[str, Identity], ...] | None:
    """All of ``places`` with what they are known by; ``None`` where one is too young, or gone."""
    try:
        found = [(place, identity_of(place)) for place in places]
    except OSError:
        return None
    known = tuple((place, identity) for place, identity in found if identity)
    return known if len(known) == len(found) else None
