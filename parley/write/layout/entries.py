"""Text -> its entries as typed, each with the comments that belong to it, from the marks of PyYAML.

A comment line belongs to the entry below it; at the end of a block, to that block, by its indentation. A comment behind
a value belongs to that value's entry. Expected is YAML that the reader accepts: no anchors, no tags, one document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml

COMMENT = re.compile(r"[^\n]*")


@dataclass
class Line:
    """A comment as typed, with the spaces before it where it stands behind something."""

    text: str
    blank: bool = False  # whether a blank line stands above it
    gap: str = "  "


@dataclass
class Entry:
    """A key with its value, or one item of a list (``key`` is empty)."""

    key: str
    start: int
    column: int
    value: Scalar | Block
    above: list[Line] = field(default_factory=list)
    behind: list[Line] = field(default_factory=list)
    blank: bool = False
    parent: Block | None = None


@dataclass
class Scalar:
    """A value as typed; ``below`` where it begins on a later line than its key."""

    text: str
    start: int
    end: int
    below: bool = False


@dataclass
class Block:
    """A map or a list; ``flow`` where it is typed in brackets."""

    kind: str
    flow: bool
    start: int
    end: int
    column: int
    entries: list[Entry] = field(default_factory=list)
    tail: list[Line] = field(default_factory=list)
    owner: Entry | None = None


@dataclass
class Layout:
    """A whole text: what stands above its first entry for good, and the map or list itself."""

    head: str
    root: Block


def layout(text: str) -> Layout | None:
    """The layout of ``text`` (line ends as ``\\n``); ``None`` where it is no map or list. Raises ``yaml.YAMLError``."""
    return _Reader(text).layout()


class _Reader:
    """One pass over the nodes, then one over the comments."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.shown = text.translate({0x85: " ", 0x2028: " ", 0x2029: " "})  # YAML's line ends, but no editor's
        self.dashes: list[int] = []
        self.covered: list[tuple[int, int]] = []
        for token in yaml.scan(self.shown, Loader=yaml.SafeLoader):
            if isinstance(token, yaml.BlockEntryToken):
                self.dashes.append(token.start_mark.index)
            elif isinstance(token, yaml.ScalarToken):
                self.covered.append((token.start_mark.index, token.end_mark.index))
        self.entries: list[Entry] = []
        self.kept = {end for start, end in self.covered if re.match(r"[|>]\d?\+", text[start:end])}

    def layout(self) -> Layout | None:
        node = yaml.compose(self.shown, Loader=yaml.SafeLoader)
        if not isinstance(node, (yaml.MappingNode, yaml.SequenceNode)):
            return None
        root = self.block(node)
        first = self.entries[0].start if self.entries else root.start
        head = self.text[: self.head_end(first)]
        for start, text in self.comments(len(head)):
            self.attach(start, text)
        return Layout(head.rstrip(), root)

    def head_end(self, first: int) -> int:
        """Where the head ends: the comments above the last blank line before the first entry, or the modeline."""
        before = self.text[: self.text.rfind("\n", 0, first) + 1]
        ends = [match.end() for match in re.finditer(r"^---[^\n]*\n|\n[ \t]*\n", before, re.MULTILINE)]
        modeline = re.match(r"# yaml-language-server:[^\n]*\n", before)
        return max([*ends, modeline.end() if modeline else 0])

    def block(self, node: yaml.CollectionNode) -> Block:
        mapped = isinstance(node, yaml.MappingNode)
        made = Block("map" if mapped else "list", bool(node.flow_style), node.start_mark.index, node.end_mark.index, 0)
        if mapped:
            for key, value in node.value:
                start = key.start_mark.index
                typed = self.text[start : key.end_mark.index]
                self.entry(made, typed, start, value)
        else:
            for value in node.value:
                at = value.start_mark.index
                start = at if made.flow else max(dash for dash in self.dashes if dash < at)
                self.entry(made, "", start, value)
        if made.entries:
            made.column = made.entries[0].column
        return made

    def entry(self, block: Block, key: str, start: int, value: yaml.Node) -> None:
        made = Entry(key, start, self.column(start), Scalar("", 0, 0), parent=block)
        made.blank = not self.before(start).strip() and self.blank_above(start)
        block.entries.append(made)
        self.entries.append(made)
        if isinstance(value, yaml.ScalarNode):
            first, last = value.start_mark.index, value.end_mark.index
            typed = self.text[first:last]
            if value.style in ("|", ">") and last not in self.kept:
                typed = typed.rstrip("\n")
            elif value.style in ("|", ">"):
                typed = typed.removesuffix("\n")
            below = bool(typed) and "\n" in self.text[start + len(key) : first]
            made.value = Scalar(typed, first, last, below)
        else:
            assert isinstance(value, yaml.CollectionNode)
            made.value = self.block(value)
            made.value.owner = made

    def column(self, at: int) -> int:
        return at - self.text.rfind("\n", 0, at) - 1

    def before(self, at: int) -> str:
        return self.text[self.text.rfind("\n", 0, at) + 1 : at]

    def blank_above(self, at: int) -> bool:
        line = self.text.rfind("\n", 0, at) + 1
        if line in self.kept:
            return False
        return line > 0 and not self.text[self.text.rfind("\n", 0, line - 1) + 1 : line].strip()

    def comments(self, at: int) -> Iterator[tuple[int, str]]:
        """Every comment from ``at`` on; what is inside a scalar is none."""
        spans = iter([*(span for span in sorted(self.covered) if span[1] > at), (len(self.text), len(self.text))])
        for start, end in spans:
            while (sign := self.text.find("#", at, start)) >= 0:
                match = COMMENT.match(self.text, sign)
                assert match
                yield sign, match[0].rstrip()
                at = match.end()
            at = max(at, end)

    def attach(self, start: int, text: str) -> None:
        """Give the comment at ``start`` to the entry or the block that it belongs to."""
        lead = self.before(start)
        last = next((entry for entry in reversed(self.entries) if entry.start < start), None)
        following = next((entry for entry in self.entries if entry.start > start), None)
        line = Line(text, not lead.strip() and self.blank_above(start))
        if lead.strip() and last:
            self.behind(last, start, line, lead)
        elif last and isinstance(last.value, Scalar) and last.value.text and start < last.value.start:
            last.above.append(line)
        else:
            self.own_line(last, following, start, line)

    def behind(self, last: Entry, start: int, line: Line, lead: str) -> None:
        while last.parent and last.parent.owner and last.parent.flow and last.parent.end <= start:
            last = last.parent.owner
        line.gap = lead[len(lead.rstrip()) :]
        if isinstance(last.value, Scalar) and last.value.text and start < last.value.start:
            last.above.append(line)
        else:
            last.behind.append(line)

    def own_line(self, last: Entry | None, following: Entry | None, start: int, line: Line) -> None:
        chain: list[Block] = []
        block = last.parent if last else None
        if last and isinstance(last.value, Block) and not last.value.entries:
            block = last.value
        while block:
            chain.append(block)
            block = block.owner.parent if block.owner else None
        inside = next((block for block in chain if block.flow and block.start < start < block.end), None)
        if inside and (following is None or following.start > inside.end):
            inside.tail.append(line)
            return
        column = self.column(start)
        depth = following.column if following else -1
        closing = [
            block
            for block in chain
            if not block.flow and depth < block.column <= column and not (following and following.parent is block)
        ]
        descends = following and following.parent and following.parent.owner is last
        if following and (inside or descends or following.above or not closing):
            following.above.append(line)
        elif closing:
            closing[0].tail.append(line)
        else:
            chain[-1].tail.append(line)
