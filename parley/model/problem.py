"""A problem: what is wrong, where it stands, and what was expected instead.

Problems are values that travel beside a result, so that one run can tell all of them; nothing here prints or raises.
"""

from collections.abc import Iterable
from typing import Literal

import msgspec

Severity = Literal["error", "warning"]
LONGEST_QUOTE = 80


class Place(msgspec.Struct, frozen=True, order=True):
    """A spot in a source file; line and column count from 1, and 0 means the file as a whole."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return f"{visible(self.file)}:{max(self.line, 1)}:{max(self.column, 1)}"


class Mend(msgspec.Struct, frozen=True, order=True):
    """How the lines from ``first`` to ``last`` (counted from 1) would be right: ``text``, in their place, without a
    line end at its end. ``first`` is 0 where no mend is known."""

    first: int = 0
    last: int = 0
    text: str = ""

    def __bool__(self) -> bool:
        return self.first > 0


class Problem(msgspec.Struct, frozen=True, order=True):
    """One located fault. ``code`` is stable and names the kind of fault; ``expected`` says what would be right,
    and ``mend`` shows it where it can be told."""

    place: Place
    code: str
    found: str
    expected: str
    severity: Severity = "error"
    mend: Mend = Mend()

    def __str__(self) -> str:
        return visible(f"{self.place}: {self.severity}: {self.found}; {self.expected} [{self.code}]")


def errors(problems: Iterable[Problem]) -> list[Problem]:
    """Those of ``problems`` that forbid publishing."""
    return [problem for problem in problems if problem.severity == "error"]


def quoted(text: str) -> str:
    """``text`` as a message shows it: in quotes and on one line, cut where it is long, with nothing in it unseen."""
    line = " ".join(text.split())
    return f'"{visible(line if len(line) <= LONGEST_QUOTE else line[: LONGEST_QUOTE - 3] + "...")}"'


def visible(text: str) -> str:
    """``text`` with signs that would not show, or would act on a terminal, written as their numbers."""
    if text.isprintable():
        return text
    return "".join(sign if sign.isprintable() else f"\\u{ord(sign):04x}" for sign in text)
