"""A zip of files, the same bytes whenever and wherever it is made of the same: sorted, one date for all, no owner.

A file that is there already is only replaced if it is such a zip, which its comment tells. It is replaced at once when
the new one is whole; whoever has the old one open keeps it.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import tempfile
import zipfile
from collections.abc import Iterable
from pathlib import Path

from parley.publish.faults import CannotPublish, Refused, shown

COMMENT = b"This zip is made by Parley, the static-site generator."
FIRST, LAST = 1980, 2107  # the years that a zip can tell (APPNOTE.TXT 4.4.6, the format of MS-DOS)
_FILE = 0o100644 << 16  # a plain file, to be read by all and written by its owner
_UNIX = 3


def check_zip(file: Path) -> None:
    """Raises :class:`Refused` where no zip may be written as ``file``. Touches nothing."""
    name = shown(str(file))
    try:
        if file.suffix.lower() != ".zip":
            raise Refused(f"{name}: the name of a zip ends in .zip, such as {shown(str(file.with_suffix('.zip')))}")
        if file.is_dir():
            raise Refused(f"{name}: this is a folder; give the name of a file")
        if not file.parent.is_dir():
            raise Refused(f"{name}: there is no folder {shown(str(file.parent))}; make it first")
        if file.is_symlink() or (file.exists() and not _is_ours(file)):
            raise Refused(f"{name}: this is there already, and no zip that Parley made; choose another name")
    except (OSError, ValueError) as error:  # ValueError: a NUL, or a name of dots
        raise Refused(f"{name}: {getattr(error, 'strerror', None) or error}") from error


def _is_ours(file: Path) -> bool:
    try:
        with zipfile.ZipFile(file) as found:
            return found.comment == COMMENT
    except zipfile.BadZipFile:
        return False


def zipped(files: Iterable[tuple[str, bytes]], file: Path, day: dt.date) -> int:
    """Write ``files``, paths and bytes, into the zip ``file``, in a folder of its name; returns how many there are.

    All are dated ``day``. Raises what :func:`check_zip` raises, and :class:`CannotPublish`; then nothing has changed.
    """
    check_zip(file)
    when = (min(max(day.year, FIRST), LAST), day.month, day.day, 0, 0, 0)
    place = ""
    try:
        handle, place = tempfile.mkstemp(prefix=f".{file.name}.", dir=file.parent)
        with os.fdopen(handle, "wb") as out, zipfile.ZipFile(out, "w") as made:
            made.comment = COMMENT
            for path, body in files:
                entry = zipfile.ZipInfo(f"{file.stem}/{path}", when)
                entry.create_system, entry.external_attr = _UNIX, _FILE
                made.writestr(entry, body, zipfile.ZIP_DEFLATED, 9)
            number = len(made.infolist())
        Path(place).chmod(0o666 & ~_umask())
        Path(place).replace(file)
    except OSError as error:
        raise CannotPublish(f"{shown(str(file))}: {error.strerror or error}; no zip was written") from error
    finally:
        if place:
            with contextlib.suppress(OSError):
                Path(place).unlink()
    return number


def _umask() -> int:
    """What new files are not to be, which can only be asked by setting it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
