"""One wrong brief, or a right one that might be taken for wrong."""

from __future__ import annotations

from typing import NamedTuple


class Case(NamedTuple):
    """``text`` is the brief; ``line`` and ``code`` are those of the one problem that it has (none: no problem)."""

    name: str
    text: str | bytes
    line: int = 0
    code: str = ""
