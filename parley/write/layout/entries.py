"""Text -> its entries as typed, each with the comments that belong to it, from the marks of PyYAML's events.

A comment line belongs to the entry below it; at the end of a block, to that block, by its indentation. A comment behind
a value belongs to that value's entry. Expected is YAML that the reader accepts: no anchors, no tags, one document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml

from parley.write.layout.comments import attach
from parley.write.layout.nouns import Block, Entry, Layout, Line, Scalar
from parley.write.layout.outside import NotKnown, Outside, ends_line, outside, span

__all__ = ["Block", "Entry", "Layout", "Line", "NotKnown", "Scalar", "layout"]

MODELINE = re.compile(r"# yaml-language-server:[^\n]*\n")
BLANK_LINE = re.compile(r"^[ \t]*\n", re.MULTILINE)
BLANK_LINES = re.compile(r"\n([ \t]*\n)+")


def layout(text: str) -> Layout | None:
    """The layout of ``text`` (line ends as ``\\n``); ``None`` where it is no map or list. Raises ``yaml.YAMLError``."""
    found = outside(text)
    reader = _Reader(text, found)
    root = reader.root()
    if root is None:
        return None
    first = root.start if root.flow or not root.entries else root.entries[0].start
    if found.begin and "\n" not in found.shown[found.begin : first]:
        raise NotKnown('something stands behind "---" in its line; begin a new line there')
    head_end = _head_end(found, first)
    attach(text, found, reader.entries, head_end)
    for top in root.entries[:1]:  # a blank line above it is that below the head
        above = top.above[0] if top.above else top
        above.blank = False
    gap = bool(BLANK_LINE.search(found.shown[found.line_start(max(head_end - 1, 0)) : head_end]))
    head = BLANK_LINES.sub("\n\n", text[:head_end].strip("\n"))
    return Layout(
        "\n".join(line.rstrip(" \t") for line in head.rstrip(" \t\n").split("\n")),
        root,
        gap or bool(BLANK_LINE.match(found.shown, head_end)),
        text[found.end :].rstrip(" \t\n"),
    )


def _head_end(found: Outside, first: int) -> int:
    """Where the head ends: the comments above the last blank line before the first entry, the modeline, or ``---``."""
    last = found.line_start(first)
    ends = [match.end() for match in BLANK_LINE.finditer(found.shown[:last])]
    modeline = MODELINE.match(found.shown, 0, last)
    mark = found.shown.find("\n", found.begin) + 1 if found.begin else 0
    return max([*ends, modeline.end() if modeline else 0, mark])


class _Reader:
    """One pass over the events: the blocks with their entries, in the order typed."""

    def __init__(self, text: str, found: Outside) -> None:
        self.text = text
        self.found = found
        self.events: Iterator[Any] = iter(found.events)
        self.dashes = iter(found.dashes)
        self.entries: list[Entry] = []

    def root(self) -> Block | None:
        for event in self.events:
            if isinstance(event, yaml.CollectionStartEvent):
                return self.block(event)
        return None

    def block(self, opened: Any) -> Block:
        kind = "map" if isinstance(opened, yaml.MappingStartEvent) else "list"
        made = Block(kind, bool(opened.flow_style), span(opened)[0], 0, 0)
        for event in self.events:
            if isinstance(event, yaml.CollectionEndEvent):
                _, made.end = span(event)
                break
            if kind == "map":
                self.key(made, event)
            else:
                start = span(event)[0] if made.flow else next(self.dashes)
                self.entry(made, Entry("", start, 0, Scalar("", 0, 0)), start, event)
        if made.entries:
            made.column = made.entries[0].column
        return made

    def key(self, block: Block, event: Any) -> None:
        start, end = span(event)
        typed = self.text[start:end]
        if not isinstance(event, yaml.ScalarEvent) or not typed or "\n" in typed:
            what = "no text of one line for a key"
            raise NotKnown(f'line {self.found.line(start)} has {what}; write "key: value"')
        self.entry(block, Entry(typed, start, 0, Scalar("", 0, 0), name=event.value), end, next(self.events))

    def entry(self, block: Block, made: Entry, behind: int, event: Any) -> None:
        """Fill ``made``, whose value begins with ``event`` somewhere behind ``behind``, and add it to ``block``."""
        line = self.found.line_start(made.start)
        made.parent, made.column = block, made.start - line
        own_line = not self.found.shown[line : made.start].strip(" \t")
        made.blank = own_line and self.found.blank_above(line)
        block.entries.append(made)
        self.entries.append(made)
        if isinstance(event, yaml.ScalarEvent):
            made.value = self.scalar(event, behind)
        else:
            made.value = self.block(event)
            made.value.owner = made

    def scalar(self, event: Any, behind: int) -> Scalar:
        first, last = span(event)
        made = Scalar(self.text[first:last], first, last, column=event.start_mark.column, style=event.style or "")
        if made.block:
            made.bare = last == len(self.text) and not ends_line(self.text)
            made.text, self.found.below_bars[last] = _without_end(made)
        made.below = bool(made.text) and "\n" in self.found.shown[behind:first]
        return made


def _without_end(value: Scalar) -> tuple[str, bool]:
    """A text below a bar without the line ends below it that say nothing; and whether those make a blank line."""
    if value.keeps:
        return value.text.removesuffix("\n"), False
    first, *rest = value.text.split("\n")
    indent = next((len(line) - len(line.lstrip(" ")) for line in rest if line.strip(" ")), 0)
    lines = [first, *rest]
    while len(lines) > 1 and not lines[-1].strip(" ") and len(lines[-1]) <= indent:
        lines.pop()
    return "\n".join(lines), len(lines) < len(rest)
