"""What comes of a file of another program: what may be taken, and remarks on what may not."""

from __future__ import annotations

from typing import NamedTuple


class NotRead(Exception):
    """The file can't be read; the text says what is wrong, ``line`` and ``column`` (from 1) where."""

    def __init__(self, text: str, line: int = 1, column: int = 1) -> None:
        super().__init__(text)
        self.line, self.column = line, column


class Remark(NamedTuple):
    """Something that was left out or should be looked at, at a ``line`` of the file."""

    line: int
    text: str


class Fields(NamedTuple):
    """An entry as it was read: its fields by name, as text."""

    line: int
    fields: dict[str, str]
