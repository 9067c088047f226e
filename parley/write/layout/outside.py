"""What stands outside the values of a YAML text: comments, dashes and other signs, each once, from the parser's events.

A ``#`` that is outside every value begins a comment; so nothing has to be guessed from the look of a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # ten times faster, and its marks are the same
SIGN = re.compile(r"#[^\n]*|[-?]")
HEADER_COMMENT = re.compile(r"[|>][-+0-9]*[ \t]+(#[^\n]*)")
SPACES = {0x85: " ", 0x2028: " ", 0x2029: " "}  # YAML takes these for line ends, editors and our reader do not


class NotKnown(yaml.YAMLError):
    """Something that YAML allows and nobody needs here; the text says what, and how to write it instead."""


@dataclass
class Outside:
    """The events of a text, and what stands between its values."""

    shown: str  # the text as YAML sees it, of the same length
    events: list[Any]
    dashes: list[int] = field(default_factory=list)
    comments: list[tuple[int, int]] = field(default_factory=list)
    begin: int = 0  # behind ``---``, where that is typed
    end: int = 0  # before ``...``, where that is typed
    below_bars: dict[int, bool] = field(default_factory=dict)  # end of each text below a bar: is a blank line below it?

    def blank_above(self, line: int) -> bool:
        """Whether a blank line stands above the one that begins at ``line``, and is not part of a value."""
        if line in self.below_bars or not line:
            return self.below_bars.get(line, False)
        return not self.shown[self.shown.rfind("\n", 0, line - 1) + 1 : line].strip(" \t\n")

    def line_start(self, at: int) -> int:
        return self.shown.rfind("\n", 0, at) + 1

    def line(self, at: int) -> int:
        """The number of the line of ``at``, from 1."""
        return self.shown.count("\n", 0, at) + 1


def outside(text: str) -> Outside:
    """What stands outside the values of ``text`` (line ends as ``\\n``). Raises ``yaml.YAMLError``, of which
    :class:`NotKnown` is one."""
    shown = text.translate(SPACES)
    events = list(yaml.parse(shown, Loader=LOADER))
    found = Outside(shown, events, end=len(shown))
    for event in events:
        if isinstance(event, yaml.DocumentStartEvent) and event.explicit:
            _, found.begin = span(event)
        elif isinstance(event, yaml.DocumentEndEvent) and event.explicit:
            found.end, _ = span(event)
        elif isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None) or getattr(event, "tag", None):
            line = found.line(span(event)[0])
            raise NotKnown(f"line {line} has an anchor, an alias or a tag; write the value itself")
    for start, end in _gaps(found):
        _look(found, start, end)
    return found


def ends_line(text: str) -> bool:
    """Whether ``text`` ends with a line end, and perhaps with what looks like spaces behind it."""
    return text.translate(SPACES).rstrip(" \t").endswith("\n")


def span(event: Any) -> tuple[int, int]:
    """Where ``event`` begins and where it ends."""
    return event.start_mark.index, event.end_mark.index


def comments(text: str) -> list[str]:
    """Every comment of ``text``, in the order typed, also those behind the bar of a text. Raises ``yaml.YAMLError``."""
    found = outside(text)
    behind_bars = []
    for event in found.events:
        if isinstance(event, yaml.ScalarEvent) and event.style in ("|", ">"):
            match = HEADER_COMMENT.match(text, span(event)[0])
            behind_bars += [match[1].rstrip(" \t")] if match else []
    return [*(text[start:end] for start, end in found.comments), *behind_bars]


def _gaps(found: Outside) -> Iterator[tuple[int, int]]:
    """The stretches outside values, less the marks of the document."""
    at = 0
    if found.begin:
        yield 0, found.shown.rfind("---", 0, found.begin)
        at = found.begin
    for event in found.events:
        start, end = span(event)
        if isinstance(event, yaml.ScalarEvent) and end > start:
            yield at, start
            at = end
    yield at, len(found.shown)


def _look(found: Outside, start: int, end: int) -> None:
    for match in SIGN.finditer(found.shown, start, end):
        at = match.start()
        if match[0] == "-":
            found.dashes.append(at)
        elif match[0] == "?":
            raise NotKnown(f'line {found.line(at)} has a key behind a question mark; write "key: value"')
        else:
            found.comments.append((at, at + len(match[0].rstrip(" \t"))))
