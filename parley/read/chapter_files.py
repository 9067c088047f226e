"""The files of a site's own pages, one by one: what stands in them, and what is told of those that can't be read."""

from __future__ import annotations

import os
from pathlib import Path

import msgspec

from parley.model.chapter import Section
from parley.model.markdown import Heading, blocks, title_of
from parley.model.problem import Place, Problem, Severity
from parley.read.text import MAX_BYTES, text

OUTSIDE = "a link to a file outside the site's folder"
PAGE = ".md"


class Sections(msgspec.Struct):
    """What came of all folders, and the sources to watch.

    ``editions`` are the sections in each further language. ``lost`` are pages that are there and can't be shown; what
    leads to them is no fault of its own.
    """

    sections: tuple[Section, ...] = ()
    editions: dict[str, tuple[Section, ...]] = {}
    problems: list[Problem] = []
    sources: list[Path] = []
    lost: set[str] = set()


def parted(written: str) -> tuple[str, str]:
    """The title of a page and its text, which keeps its lines, so that places stay true, with an empty one for the
    title."""
    title, line = title_of(written)
    lines = written.split("\n")
    if title:
        lines[line - 1] = ""
    return title, "\n".join(lines)


def written_in(root: Path, file: str, found: Sections) -> str | None:
    """What stands in ``file``; ``None`` with the reason told."""
    try:
        with (root / file).open("rb") as opened:
            written = text(opened.read(MAX_BYTES + 1), file, found.problems)
    except OSError as error:
        found.lost.add(file)
        what = f"a file that can't be read ({error.strerror})"
        tell_of(found, Place(file), "unreadable", what, "check its permissions")
        return None
    if written is None:
        found.lost.add(file)
    return written


def anchors_of(text: str) -> tuple[str, ...]:
    return tuple(block.anchor for block in blocks(text) if isinstance(block, Heading))


def inside(root: Path, path: str) -> bool:
    """Whether ``path`` lies below ``root``, wherever links of the disk lead."""
    if "\0" in path:  # a name that no disk could have leads nowhere
        return True
    top = os.path.realpath(root)
    return Path(os.path.realpath(root / path)).is_relative_to(top) and not path.startswith(("..", "/"))


def there(path: Path) -> bool:
    """Whether there is a file at ``path``; at a name that no disk could have, there is none."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def tell_of(found: Sections, place: Place, code: str, what: str, expected: str, severity: Severity = "error") -> None:
    found.problems.append(Problem(place, code, what, expected, severity))
