"""All bytes that a build depends on, as one mark: while it is the same, so is the site."""

# Plain paths: a Path object for each file would cost more than the file.
# ruff: noqa: PTH110, PTH112, PTH113, PTH114, PTH115, PTH116, PTH123, PTH208

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import blake2b, file_digest
from pathlib import Path

from parley import __version__
from parley.site.folders import built_in_theme
from parley.site.order import Order

LARGE = 1 << 24  # bytes
CODE = (".py", ".json", ".css", ".js", ".html")


@cache
def code_mark() -> bytes:
    """The mark of Parley itself and of the packages beside it. In a checkout its code changes without a new version."""
    digest = blake2b(digest_size=16)
    digest.update(f"{__version__} {sys.version}".encode())
    for folder in dict.fromkeys(sys.path):
        if os.path.isdir(folder):
            packages = sorted(name for name in os.listdir(folder) if name.endswith(".dist-info"))
            digest.update("\n".join(packages).encode("utf-8", "surrogateescape"))
    for path, link in _files(str(Path(__file__).parents[1])):
        if path.endswith(CODE):
            _add(digest, path, link=link)
    return digest.digest()


def bytes_mark(places: Iterable[Path]) -> bytes:
    """The mark of every file below ``places``, by path and by what it holds. Raises ``OSError`` where that can't be
    read."""
    digest = blake2b(digest_size=16)
    for place in places:
        for path, link in _files(str(place)):
            _add(digest, path, link=link)
    return digest.digest()


def inputs_mark(order: Order, beside: Iterable[str]) -> bytes:
    """The mark of all that a build of ``order`` depends on, but the day; ``beside`` is what it reads besides the usual
    places. Raises ``OSError`` where one can't be read."""
    wish = (order.as_of, order.drafts, order.strict, order.address, order.extras)
    return code_mark() + repr(wish).encode() + bytes_mark(_places(order, beside))


def saves_mark(order: Order, beside: Iterable[str]) -> bytes:
    """The mark of when each of the same files was last saved, by the system's word. It tells what bytes can't: that a
    file was saved again with what it held before, and held half of it meanwhile. Raises ``OSError``."""
    digest = blake2b(digest_size=16)
    for place in map(str, _places(order, beside)):
        for path, _ in _files(place):
            there = os.stat(path, follow_symlinks=os.path.exists(path))
            digest.update(f"{path}\0{there.st_ino} {there.st_mtime_ns} {there.st_ctime_ns}".encode("utf-8", "replace"))
    return digest.digest()


def _places(order: Order, beside: Iterable[str]) -> list[Path]:
    own = [
        order.root / "briefs",
        order.root / "site.yaml",
        order.root / "theme",
        order.root / "admin",
        built_in_theme(),
    ]
    return [*own, *map(Path, beside)]


def _add(digest: blake2b, path: str, *, link: bool) -> None:
    """A file by its name and bytes; a link by where it leads, too, and what is no file by being none."""
    leads = os.readlink(path) if link else ""
    body = b"none" if link and not os.path.isfile(path) else _body(path)
    for part in (path.encode("utf-8", "surrogateescape"), leads.encode("utf-8", "surrogateescape"), body):
        digest.update(len(part).to_bytes(8, "little"))
        digest.update(part)


def _body(path: str) -> bytes:
    """The bytes of a file; of one larger than any source may be their digest, which takes no room."""
    with open(path, "rb", buffering=0) as file:
        if os.fstat(file.fileno()).st_size > LARGE:
            return file_digest(file, "blake2b").digest()
        return file.read()


def _files(place: str) -> Iterator[tuple[str, bool]]:
    """The path of ``place``, if that is a file, or of every file below it, in order, and whether it is a link. Links to
    folders are not followed; pipes, devices and the like are passed over: nothing is made of them."""
    if not os.path.isdir(place):
        link = os.path.islink(place)
        if link or os.path.isfile(place):
            yield place, link
        return
    with os.scandir(place) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            if entry.name != "__pycache__":
                yield from _files(entry.path)
        elif entry.is_symlink() or entry.is_file():
            yield entry.path, entry.is_symlink()
