"""New files are made, never written over: what a writer has is worth more than what a command offers."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from pathlib import Path


class InTheWay(Exception):
    """A file that was to be made is there already, or can't be made; the text says which and why."""


def created(root: Path, files: Mapping[str, str]) -> list[Path]:
    """Makes ``files`` (path below ``root`` -> text) and gives their paths. Makes none where one is in the way.

    Raises :class:`InTheWay`.
    """
    paths = [root / name for name in files]
    for path in paths:
        if there(path):
            raise InTheWay(f"{path} is there already; nothing was written")
    made: list[Path] = []
    for path, text in zip(paths, files.values(), strict=True):
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("x", encoding="utf-8", newline="\n") as file:
                made.append(path)
                file.write(text)
        except OSError as error:
            for other in made:
                with contextlib.suppress(OSError):
                    other.unlink()
            raise InTheWay(f"{path} can't be written ({error.strerror})") from error
    return paths


def there(path: Path) -> bool:
    """Whether anything stands at ``path``, be it a link that leads nowhere."""
    return path.exists() or path.is_symlink()
