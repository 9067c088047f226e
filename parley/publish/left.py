"""How publishing left the output and its spare: data, to be handed to the next publish into the same output.

For each file and folder one mark of eight bytes, of what the system tells without opening it: device, inode, size and
both times. No program can set the time of the last change of an inode (`st_ctime`), so whatever happens to a file, an
old date given back to it included, gives it another mark; and whatever is added to a folder, taken out of it or renamed
in it gives the folder another mark. This is what git's index does, and so is the guard against clocks that tick slowly
("racily clean"): what was changed within a tick or two of being marked may change again without showing it, so it gets
no mark, and is looked at in full by the next publish.

It is only a memory: without it, or where it does not fit what is there, bytes are compared.
"""

from __future__ import annotations

import os
import zlib
from array import array
from collections.abc import Iterable, Iterator
from operator import attrgetter

import msgspec

ROOT = b""  # the path of the folder itself
NONE = 0  # no mark: not to be believed
TICK = 20_000_000  # nanoseconds; Linux stamps files by a clock that ticks every 1 to 10 ms
WHOLE_SECONDS = 1_000_000_000
SLOW_TICK = 2 * WHOLE_SECONDS  # of file systems that know no parts of a second

_marked = attrgetter("st_dev", "st_ino", "st_size", "st_mtime_ns", "st_ctime_ns")


class LeftSpare(msgspec.Struct, frozen=True, array_like=True):
    """The spare. Its files are one with those of the output at the same path, but for those `apart`."""

    paths: bytes  # of its files, packed
    marks: bytes  # of its folders, itself last
    apart: bytes  # numbers (four bytes each) of files


class Left(msgspec.Struct, frozen=True, array_like=True):
    """The output, and the spare if that is known."""

    paths: bytes  # of all files, packed
    marks: bytes  # of these files, then of their folders, then of the output itself
    spare: LeftSpare | None = None


def mark(there: os.stat_result) -> int:
    """The mark of a file or folder. (Python hashes numbers alike in every process; only text is hashed by chance.)"""
    return hash(_marked(there))


def marks_at(places: Iterable[bytes]) -> array[int]:
    """The marks of what stands at these places, links not followed. Raises OSError where nothing does."""
    return array("q", map(hash, map(_marked, map(os.lstat, places))))


def settled(time: int, since: int) -> bool:
    """Whether a time stamp lies so far before `since` that a change after that must show another one."""
    return time < since - (SLOW_TICK if time % WHOLE_SECONDS == 0 else TICK)


def packed(paths: Iterable[bytes]) -> bytes:
    """Paths as a few bytes each."""
    return zlib.compress(b"\0".join(paths), 1)


def unpacked(paths: bytes) -> list[bytes]:
    """The paths that were packed. Raises zlib.error where that is damaged."""
    return zlib.decompress(paths).split(b"\0")


def places(root: bytes, paths: Iterable[bytes]) -> Iterator[bytes]:
    """Where these paths lie."""
    above = root + b"/"
    return (above + path if path else root for path in paths)
