"""An actor's entry, moved from a brief to the file that all briefs share: its lines as typed, with their comments.

Lines are moved whole and only their indentation changes. Whoever asks reads the result back and compares; an entry that
is typed in braces has no lines of its own and is refused.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from parley.write.editor_files import modeline
from parley.write.put_in_order import text_of, with_text

SHARED = "briefs/actors.yaml"


class NoLines(Exception):
    """The entry does not stand on lines of its own."""


def promoted(
    brief: bytes, shared: bytes | None, id_: str, places: Mapping[str, tuple[int, int]]
) -> tuple[bytes, bytes]:
    """The brief without the entry of the actor ``id_``, and the shared file with it at the end.

    ``shared`` is ``None`` where there is no such file yet; ``places`` is where the brief's keys stand ("actors.reed" to
    line and column, from 1). Raises :class:`NoLines`.
    """
    line, column = places[f"actors.{id_}"]
    lines = text_of(brief).split("\n")
    begin, end = _span(lines, line - 1, column - 1)
    alone = sum(bool(re.fullmatch(r"actors\.[^.]+", path)) for path in places) == 1
    entry = [text[column - 1 :] if text.strip() else "" for text in lines[begin:end]]
    kept = _without(lines, begin, end, alone=alone)
    return with_text(brief, lambda _: "\n".join(kept)), with_text(
        modeline(SHARED).encode() if shared is None else shared, lambda text: _at_the_end(text, entry)
    )


def _span(lines: list[str], at: int, indent: int) -> tuple[int, int]:
    """The lines of the entry whose key is on line ``at`` (from 0), with the comments right above it."""
    if lines[at][:indent].strip():
        raise NoLines
    begin = at
    while begin and lines[begin - 1].strip().startswith("#") and _indent(lines[begin - 1]) == indent:
        begin -= 1
    end = next((n for n in range(at + 1, len(lines)) if lines[n].strip() and _indent(lines[n]) <= indent), len(lines))
    while not lines[end - 1].strip():
        end -= 1
    return begin, end


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _without(lines: list[str], begin: int, end: int, *, alone: bool) -> list[str]:
    """The lines without those of the entry; without the key above it, too, where it stood there ``alone``."""
    above, below = lines[:begin], lines[end:]
    if alone:
        while above and not re.match(r"actors\s*:", above[-1]):
            if above[-1].strip():
                raise NoLines  # a remark stands between them; it is the writer's to place
            above.pop()
        above = above[:-1]
    if above and not above[-1].strip():
        while below and not below[0].strip():
            below = below[1:]
    return above + below if any(text.strip() for text in below) else [*_trimmed(above), ""]


def _trimmed(lines: list[str]) -> list[str]:
    while lines and not lines[-1].strip():
        lines = lines[:-1]
    return lines


def _at_the_end(text: str, entry: list[str]) -> str:
    """``text`` with the entry below it, set off by an empty line where the others are."""
    body = text.rstrip("\n")
    columns = [_indent(line) for line in body.split("\n") if re.match(r" *[\w\"'-]+\s*:", line)]
    lead = " " * min(columns, default=0)
    gap = "\n" if "\n\n" in body else ""
    return "\n".join([body + gap, *(f"{lead}{line}" if line else "" for line in entry), ""]).lstrip("\n")
