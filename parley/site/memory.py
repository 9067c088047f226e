"""What a build remembers for the next one to the same folder: what was made of what, and what stands there.

It is only a memory: without it, or where anything about it is in doubt, everything is made anew. It holds data, never
code; it counts only while all that pages depend on besides the desk is the same (``settled``), and what it says of a
file in the output only while that is as it was left.
"""

from __future__ import annotations

import datetime as dt
from array import array
from collections.abc import Iterable, Mapping
from hashlib import blake2b
from pathlib import Path

import msgspec

from parley.memo.store import FOLDER, keep, recalled
from parley.model.problem import Problem
from parley.publish.left import Left
from parley.publish.link_facts import Facts
from parley.site.made import Mark


class FileMemo(msgspec.Struct, frozen=True, array_like=True):
    """One file of a unit."""

    path: str
    view: Mark
    indexed: bool
    facts: Facts
    loads: tuple[Problem, ...] = ()


class UnitMemo(msgspec.Struct, frozen=True, array_like=True):
    """One unit: what has to be known of it while it stays as it is, and its ``files``, which are opened only where it
    does not. ``reads`` are the numbers (four bytes each) of the entries that it looked up."""

    pages: tuple[str, ...]  # the paths of those files that are to be found
    others: tuple[str, ...]  # the paths of its other files
    loads: tuple[Problem, ...]  # of all its files
    reads: bytes
    files: msgspec.Raw = msgspec.Raw(msgspec.msgpack.encode(()))

    def opened(self) -> tuple[FileMemo, ...]:
        """Its files. Raises ``msgspec.MsgspecError``, as :func:`opened`."""
        return _FILES.decode(self.files)

    def numbers(self) -> array[int]:
        """The entries that it looked up, by number."""
        return numbers(self.reads)


_FILES = msgspec.msgpack.Decoder(tuple[FileMemo, ...])


def unit_memo(files: Iterable[FileMemo], reads: Iterable[int]) -> UnitMemo:
    """What is to be remembered of a unit with these ``files`` that looked up these entries."""
    files = tuple(files)
    return UnitMemo(
        pages=tuple(file.path for file in files if file.indexed),
        others=tuple(file.path for file in files if not file.indexed),
        loads=tuple(load for file in files for load in file.loads),
        reads=array("I", reads).tobytes(),
        files=msgspec.Raw(msgspec.msgpack.encode(files)),
    )


def numbers(packed: bytes) -> array[int]:
    """Numbers that were packed into four bytes each."""
    found = array("I")
    found.frombytes(packed)
    return found


class Told(msgspec.Struct, frozen=True, array_like=True):
    """What a build told, to be told again where nothing has changed."""

    problems: tuple[Problem, ...] = ()
    notes: tuple[str, ...] = ()
    briefs: int = 0
    pages: int = 0
    units: int = 0


class TableMemo(msgspec.Struct, frozen=True, array_like=True):
    """The entries of one table that any unit looked up: their keys, their numbers (four bytes each) and their marks
    (eight bytes each). While all of the table has the mark ``whole``, so have they."""

    whole: Mark
    keys: tuple[str, ...]
    numbers: bytes
    marks: bytes


class MadeOf(msgspec.Struct, frozen=True, array_like=True):
    """All units by name, and by table the entries that they looked up. ``unbroken``: where no link led nowhere, the
    paths of the files besides those of units."""

    tables: Mapping[str, TableMemo]
    units: Mapping[str, UnitMemo]
    unbroken: frozenset[str] | None


class EditionMemo(msgspec.Struct, frozen=True):
    """One edition of a site. ``settled`` marks what all its pages depend on, besides the entries of the desk."""

    within: str  # its folder, below the site's top; empty for the site itself
    settled: Mark
    made_of: msgspec.Raw  # a MadeOf, which takes long to open
    index: bytes  # marks what the index of the search was made of
    files: Mapping[str, bytes]  # path below that folder -> digest of its bytes, of all its files


class Memory(msgspec.Struct, frozen=True):
    """One build. ``inputs`` marks every byte that was read."""

    inputs: bytes
    day: dt.date
    zone: str
    beside: tuple[str, ...]  # folders and files besides the usual ones that were read
    editions: tuple[EditionMemo, ...]
    told: Told
    left: Left | None = None  # how publishing left the output

    def edition(self, within: str) -> EditionMemo | None:
        """The edition in that folder, if there was one."""
        return next((edition for edition in self.editions if edition.within == within), None)

    @property
    def files(self) -> dict[str, bytes]:
        """All files by path, with the digests of their bytes; made anew each time."""
        return {edition.within + path: digest for edition in self.editions for path, digest in edition.files.items()}


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


def opened(memory: EditionMemo) -> MadeOf:
    """What the pages of that edition were made of. Raises ``msgspec.MsgspecError``, which only a fault of who kept it
    can bring about."""
    return msgspec.msgpack.decode(memory.made_of, type=MadeOf)


def remember(file: Path, memory: Memory) -> bool:
    """Remember the build in ``file``; whether that was possible."""
    return keep(file, msgspec.msgpack.encode(memory))
