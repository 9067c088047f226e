"""New files are made, never written over: what a writer has is worth more than what a command offers."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from pathlib import Path


class InTheWay(Exception):
    """A file that was to be made is there already, or can't be made; the text says which and why."""


def created(root: Path, files: Mapping[str, str | bytes]) -> list[Path]:
    """Makes ``files`` (path below ``root`` -> what is in it) and gives their paths. Makes none, and no folder for them,
    where one is in the way.

    Raises :class:`InTheWay`.
    """
    paths = [root / name for name in files]
    for path in paths:
        if there(path):
            raise InTheWay(f"{path} is there already; nothing was written")
    folders, made = _missing(paths), list[Path]()
    for path, text in zip(paths, files.values(), strict=True):
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("xb") as file:
                made.append(path)
                file.write(text.encode() if isinstance(text, str) else text)
        except (OSError, ValueError) as error:
            for other in made:
                with contextlib.suppress(OSError):
                    other.unlink()
            for folder in folders:
                with contextlib.suppress(OSError, ValueError):  # somebody else may have put something there
                    folder.rmdir()
            raise InTheWay(f"{path} can't be written ({_reason(path, error)}); nothing was written") from error
    return paths


def there(path: Path) -> bool:
    """Whether anything stands at ``path``, be it a link that leads nowhere."""
    return path.exists() or path.is_symlink()


def _missing(paths: list[Path]) -> list[Path]:
    """The folders that ``paths`` need and that are not there, the innermost first."""
    return sorted({up for path in paths for up in path.parents if not there(up)}, key=lambda up: -len(up.parts))


def _reason(path: Path, error: OSError | ValueError) -> str:
    if isinstance(error, FileExistsError) and not path.parent.is_dir():
        return f"{path.parent} is no folder"
    return (isinstance(error, OSError) and error.strerror) or str(error)
