"""The lines around a problem, for whoever shows it: the terminal and the preview show the same ones."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from parley.model.problem import Problem

LONGEST = 400  # characters of a line; what is longer is a paragraph, of which the part with the place is shown
SHOWN = 160
MOST = 1 << 24  # bytes of a file; of a larger one, none of the lines behind them is pointed at


class Line(NamedTuple):
    """One line of a source; ``number`` counts from 1."""

    number: int
    text: str


class Excerpt(NamedTuple):
    """Lines of a source, the one at ``line`` marked at ``column`` (from 1, in the text as it is given here)."""

    lines: tuple[Line, ...]
    line: int
    column: int


class Excerpts:
    """The sources below a root, each read once: make a new one for every telling."""

    def __init__(self, root: Path) -> None:
        self._lines = cache(lambda file: _lines(root / file))

    def lines(self, file: str) -> list[str]:
        """All lines of ``file``, without their ends; none where it can't be read."""
        return self._lines(file)

    def around(self, problem: Problem, before: int = 1, after: int = 1) -> Excerpt | None:
        """The line that ``problem`` points at and its neighbours; ``None`` where it points at no line."""
        place = problem.place
        lines: list[str] = self._lines(place.file) if place.line else []
        if not 1 <= place.line <= len(lines):
            return None
        first, last = max(place.line - before, 1), min(place.line + after, len(lines))
        begin = _begin(lines[place.line - 1], place.column)
        shown = tuple(
            Line(number, _part(lines[number - 1], begin if number == place.line else 0))
            for number in range(first, last + 1)
        )
        return Excerpt(shown, place.line, max(place.column, 1) - begin + (1 if begin else 0))

    def numbered(self, file: str, first: int, last: int) -> tuple[Line, ...]:
        """The lines of ``file`` from ``first`` to ``last``, as far as there are any."""
        found: list[str] = self._lines(file)
        return tuple(Line(number, found[number - 1]) for number in range(max(first, 1), min(last, len(found)) + 1))


def _lines(path: Path) -> list[str]:
    """The lines of a file; of none but a file, since a pipe or a device may never end."""
    try:
        if not path.is_file():
            return []
        with path.open("rb") as file:
            text = file.read(MOST).removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace")
    except OSError:
        return []
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _begin(line: str, column: int) -> int:
    """Where the shown part of a line begins (from 0), so that ``column`` is in it."""
    return max(column - SHOWN // 2, 0) if len(line) > LONGEST else 0


def _part(line: str, begin: int) -> str:
    if len(line) <= LONGEST and not begin:
        return line
    end = begin + SHOWN
    return ("…" if begin else "") + line[begin:end] + ("…" if end < len(line) else "")
