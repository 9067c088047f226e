"""Copies of built-in files of the theme: each remembers, in its first line, which original it was made of.

A copy stands in for good: what is mended in the original later does not reach it. So the mark is compared with the
original as it is now, and a site is warned where that has moved on. The mark is a comment of the file's own kind. What
is no text can hold no mark, and is not copied.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import PurePosixPath

from parley.model.problem import Place, Problem

MARK = re.compile(r"copied from the built-in (\S+), original ([0-9a-f]{16})\b")
COMMENTS = {".css": "/* {} */", ".js": "// {}", ".svg": "<!-- {} -->"}
TEMPLATE = "{{# {} #}}"  # goes with its line end, so that an XML declaration still comes first


def ejected(name: str, original: str) -> str:
    """The built-in file ``name``, whose text is ``original``, as it is put into a site's own theme."""
    comment = TEMPLATE if name.startswith("templates/") else COMMENTS[PurePosixPath(name).suffix]
    return f"{comment.format(f'copied from the built-in {name}, original {digest(original)}')}\n{original}"


def can_be_ejected(name: str) -> bool:
    """Whether the file ``name`` of a theme can hold a mark."""
    return name.startswith("templates/") or PurePosixPath(name).suffix in COMMENTS


def moved_on(name: str, own: str, original: str) -> bool:
    """Whether ``own``, a site's file ``name``, is a copy of another ``original`` than there is now. A file without a
    mark is nobody's copy."""
    mark = MARK.search(own.partition("\n")[0])
    return mark is not None and mark[1] == name and mark[2] != digest(original)


def moved_problem(file: str, name: str) -> Problem:
    """The warning that the original of ``file``, a copy of ``name``, has moved on."""
    return Problem(
        Place(file, 1),
        "theme-moved-on",
        f"a copy of the built-in {name}, which has changed since",
        f"see the difference with: parley theme diff {name}; then copy the new mark that it names",
        "warning",
    )


def digest(text: str) -> str:
    """What a mark tells of an original: the begin of its SHA-256."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]
