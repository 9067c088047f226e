"""What a build remembers for the next one to the same folder: what was made of what, and what stands there.

It is only a memory: without it, or where anything about it is in doubt, everything is made anew. It holds data, never
code; it counts only while all that pages depend on besides the desk is the same (``settled``), and what it says of a
file in the output only while that is as it was left.
"""

from __future__ import annotations

import datetime as dt
from array import array
from collections.abc import Mapping
from hashlib import blake2b
from pathlib import Path

import msgspec

from parley.memo.store import FOLDER, keep, recalled
from parley.model.problem import Problem
from parley.publish.left import Left
from parley.publish.link_facts import Facts
from parley.site.made import Mark

Read = tuple[str, str]  # table, key of an entry of the desk


class FileMemo(msgspec.Struct, frozen=True, array_like=True):
    """One file of a unit."""

    path: str
    view: Mark
    indexed: bool
    facts: Facts
    loads: tuple[Problem, ...] = ()


class UnitMemo(msgspec.Struct, frozen=True, array_like=True):
    """One unit: its files, and the numbers (four bytes each) of the entries that it looked up."""

    files: tuple[FileMemo, ...]
    reads: bytes

    def numbers(self) -> array[int]:
        """The entries that it looked up, by number."""
        found = array("I")
        found.frombytes(self.reads)
        return found


class Told(msgspec.Struct, frozen=True, array_like=True):
    """What a build told, to be told again where nothing has changed."""

    problems: tuple[Problem, ...] = ()
    notes: tuple[str, ...] = ()
    briefs: int = 0
    pages: int = 0
    units: int = 0


class MadeOf(msgspec.Struct, frozen=True, array_like=True):
    """All units, and the entries that they looked up, with their marks (eight bytes each)."""

    entries: tuple[Read, ...]
    marks: bytes
    units: Mapping[str, UnitMemo]


class Memory(msgspec.Struct, frozen=True):
    """One build. ``inputs`` marks every byte that was read, ``settled`` what all pages depend on."""

    inputs: bytes
    settled: Mark
    day: dt.date
    zone: str
    beside: tuple[str, ...]  # folders and files besides the usual ones that were read
    made_of: msgspec.Raw  # a MadeOf, which takes long to open
    index: bytes  # marks what the index of the search was made of
    files: Mapping[str, bytes]  # path -> digest of its bytes, of all files
    told: Told
    left: Left | None = None  # how publishing left the output


def digest_of(body: bytes) -> bytes:
    """By which the bytes of a file are known."""
    return blake2b(body, digest_size=16).digest()


def file_for(root: Path, output: Path) -> Path:
    """Where the build of ``root`` into ``output`` is remembered."""
    name = blake2b(str(output.absolute()).encode("utf-8", "surrogateescape"), digest_size=8).hexdigest()
    return root / FOLDER / f"build-{name}"


def spare_for(root: Path, output: Path) -> Path:
    """Where what was replaced in ``output`` is kept, to make the next build faster."""
    return file_for(root, output).with_name(file_for(root, output).name.replace("build", "spare", 1))


def recall(file: Path) -> Memory | None:
    """The build that is remembered in ``file``."""
    data = recalled(file)
    try:
        return msgspec.msgpack.decode(data, type=Memory) if data else None
    except msgspec.MsgspecError:
        return None


def opened(memory: Memory) -> MadeOf:
    """What the pages of that build were made of. Raises ``msgspec.MsgspecError``, which only a fault of who kept it can
    bring about."""
    return msgspec.msgpack.decode(memory.made_of, type=MadeOf)


def remember(file: Path, memory: Memory) -> bool:
    """Remember the build in ``file``; whether that was possible."""
    return keep(file, msgspec.msgpack.encode(memory))
