"""A file that remembers: it is there whole and as it was written, or it is not there.

What was cut off, damaged, made by another version or replaced by something else counts as nothing, and so does whatever
can't be read. To forget costs time and nothing else, so no fault here is ever an error. Only data is kept, never code.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable
from hashlib import blake2b
from pathlib import Path

FOLDER = ".parley"  # in the root of a site
MARK = b"parley memo 1\n"
DIGEST = 32
MOST = 2**31  # bytes: what is larger would not be faster to read than to work out again


def recalled(file: Path) -> bytes | None:
    """What was kept in ``file``, if that is beyond doubt."""
    try:
        if not file.is_file():  # a pipe would be waited for
            return None
        with file.open("rb") as opened:  # read(n) would ask for room for n bytes, however few there are
            found = opened.read() if os.fstat(opened.fileno()).st_size <= MOST else b""
    except (OSError, ValueError):
        return None
    body = memoryview(found)[len(MARK) + DIGEST :]
    if not found.startswith(MARK) or found[len(MARK) : len(MARK) + DIGEST] != _digest(body):
        return None
    return bytes(body)


def keep(file: Path, data: bytes) -> bool:
    """Let ``file`` hold ``data``; whether that was possible. The folder keeps itself out of repositories."""
    return keep_all(file, [data])


def keep_all(file: Path, pieces: Iterable[bytes]) -> bool:
    """The same of data that comes in pieces, which need not be held together.

    What a killed process left half-written is removed; should it be that of one that still writes, only that one's word
    is forgotten.
    """
    beside, digest = file.with_name(f".{file.name}.{os.getpid()}"), blake2b(digest_size=DIGEST)
    try:
        file.parent.mkdir(exist_ok=True)
        _ignored(file.parent)
        for left in file.parent.glob(f".{file.name}.*"):
            left.unlink(missing_ok=True)
        with beside.open("wb") as opened:
            opened.write(MARK + bytes(DIGEST))
            for piece in pieces:
                digest.update(piece)
                opened.write(piece)
            opened.seek(len(MARK))
            opened.write(digest.digest())
        beside.replace(file)
    except OSError:
        with contextlib.suppress(OSError):
            beside.unlink()
        return False
    return True


def forget(file: Path) -> None:
    """Let ``file`` hold nothing."""
    with contextlib.suppress(OSError):
        file.unlink()


def _ignored(folder: Path) -> None:
    note = folder / ".gitignore"
    if not note.exists() or not note.stat().st_size:  # its first writer may have been killed
        note.write_text("# What Parley remembers of its last build; it may be deleted at any time.\n*\n")


def _digest(data: bytes | memoryview) -> bytes:
    return blake2b(data, digest_size=DIGEST).digest()
