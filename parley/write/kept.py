"""Generated files beside the sources, kept equal to what they should hold: written only when they differ.

A file that is as it should be is not touched, so that nobody who watches it is woken. A file that differs is replaced
whole, at one instant, so that an editor never reads half of it. Links are not followed: what was made elsewhere stays
as it is.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Mapping
from pathlib import Path


class NotKept(Exception):
    """A file or its folder can't be written; the text says which and why."""


def kept(folder: Path, files: Mapping[str, bytes], *, missing_only: bool = False) -> list[Path]:
    """Makes ``files`` (name -> content) stand in ``folder`` and gives the paths of those that were written; with
    ``missing_only`` those that are there stay as they are.

    Raises :class:`NotKept`.
    """
    try:
        if folder.is_symlink():
            raise NotKept(f"{folder} is a link; make it a folder, or remove it")
        wrong = [name for name, content in files.items() if _differs(folder / name, content, missing_only)]
        if wrong:
            folder.mkdir(exist_ok=True)
        for name in wrong:
            _replace(folder / name, files[name])
    except OSError as error:
        raise NotKept(f"{folder} can't be written ({error.strerror})") from error
    return [folder / name for name in wrong]


def _differs(path: Path, content: bytes, missing_only: bool) -> bool:
    try:
        return path.is_symlink() or (path.read_bytes() != content and not missing_only)
    except FileNotFoundError:
        return True


def _replace(path: Path, content: bytes) -> None:
    """Puts a new file in the place of whatever stands at ``path``; leaves nothing else behind where that fails, and
    takes away what another left there that was killed."""
    fresh = path.with_name(f".{path.name}.{os.urandom(8).hex()}")
    try:
        for left in path.parent.glob(f".{path.name}.*"):
            left.unlink(missing_ok=True)
        fresh.write_bytes(content)
        with contextlib.suppress(FileNotFoundError):  # taken for something left by another, who now writes the same
            fresh.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            fresh.unlink(missing_ok=True)
        raise
