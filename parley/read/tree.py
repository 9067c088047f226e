"""Bytes -> a tree of plain text with places: one pass over YAML events, with limits, and nothing resolved.

Every scalar stays the text that was typed, so ``no``, ``1.10`` and ``2025-05-11`` never turn into something else.
Refused: anchors, aliases, tags, merge keys, second documents, duplicate keys, and files too large or too deep.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import msgspec
import yaml

from parley.model.problem import Place, Problem
from parley.read.syntax import syntax_problem

MAX_BYTES = 1 << 20
MAX_DEPTH = 32
MAX_NODES = 50_000
# What YAML allows in a text, less the private-use marks that prose uses inside; tab and line ends are allowed.
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ue000\ue001\ufeff\ufffe\uffff\ud800-\udfff]")
BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Scalar(msgspec.Struct, gc=False):
    """Text with its place (line and column from 1). ``block``: a ``|`` or ``>`` text; ``plain``: one without quotes."""

    text: str
    line: int
    column: int
    end: int  # the line on which it ends
    plain: bool = False
    block: bool = False


class Sequence(msgspec.Struct):
    """A list with its place."""

    items: list[Node]
    line: int
    column: int


class Mapping(msgspec.Struct):
    """A map with its place: key text -> (the key, the value), in the order typed."""

    entries: dict[str, tuple[Scalar, Node]]
    line: int
    column: int


Node = Scalar | Sequence | Mapping


class Tree(msgspec.Struct):
    """What a file says: ``root`` is ``None`` where it could not be read or is empty."""

    root: Node | None
    lines: list[str]
    problems: list[Problem]
    whole: bool = True  # whether the file was read to its end


class _Refused(Exception):
    """Reading can't go on; the problem is told already."""


def tree(data: bytes, file: str) -> Tree:
    """The tree of ``data``, the bytes of ``file`` (a path, for the problems' places). Never raises on bad input."""
    problems: list[Problem] = []
    text = _text(data, file, problems)
    if text is None:
        return Tree(None, [], problems, whole=False)
    lines = text.split("\n")
    try:
        root = _Builder(file, problems).root(yaml.parse(text, Loader=LOADER))
    except yaml.MarkedYAMLError as error:
        return Tree(None, lines, [*problems, syntax_problem(error, file, lines)], whole=False)
    except _Refused:
        return Tree(None, lines, problems, whole=False)
    return Tree(root, lines, problems)


def _text(data: bytes, file: str, problems: list[Problem]) -> str | None:
    """``data`` as text, or ``None`` with the reason among ``problems``."""

    def refuse(code: str, found: str, expected: str, line: int = 0, column: int = 0) -> None:
        problems.append(Problem(Place(file, line, column), code, found, expected))

    if len(data) > MAX_BYTES:
        refuse("file-too-large", f"a file of {len(data):,} bytes", f"a brief is at most {MAX_BYTES:,} bytes")
        return None
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        refuse("not-utf-8", "text saved as UTF-16", "save the file as UTF-8")
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8", "replace")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        refuse(
            "not-utf-8", f"byte 0x{data[error.start]:02x}, which is not UTF-8", "save the file as UTF-8", line, column
        )
        return None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    for pattern, code, what in (
        (FORBIDDEN, "control-character", "a control character"),
        (BIDI, "bidi-control", "a hidden direction mark"),
    ):
        if match := pattern.search(text):
            at = match.start()
            line, column = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
            refuse(code, f"{what}, U+{ord(match[0]):04X}", "remove it (it may be invisible)", line, column)
            return None
    return text


class _Builder:
    """Turns events into nodes and tells what is refused on the way."""

    def __init__(self, file: str, problems: list[Problem]) -> None:
        self.file = file
        self.problems = problems
        self.nodes = 0

    def root(self, events: Iterator[Any]) -> Node | None:
        found: Node | None = None
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self.tell(
                        event,
                        "second-document",
                        'a second document after "---"',
                        "one file holds one document; remove the line",
                    )
                    raise _Refused
            elif isinstance(event, yaml.NodeEvent):
                found = self.node(event, events, 1)
        if isinstance(found, Scalar) and found.plain and not found.text:
            return None
        return found

    def node(self, event: Any, events: Iterator[Any], depth: int) -> Node:
        self.nodes += 1
        if self.nodes > MAX_NODES or depth > MAX_DEPTH:
            what = f"more than {MAX_NODES:,} values" if self.nodes > MAX_NODES else f"values nested {depth} deep"
            self.tell(
                event, "too-much", what, f"a file has at most {MAX_NODES:,} values, nested at most {MAX_DEPTH} deep"
            )
            raise _Refused
        if type(event) is yaml.ScalarEvent:
            return self.scalar(event)
        if type(event) is yaml.AliasEvent:
            self.tell(
                event,
                "alias",
                f'an alias, "*{event.anchor}"',
                'write the value out, or put text that begins with "*" in quotes',
            )
            mark: Any = event.start_mark
            return Scalar("", mark.line + 1, mark.column + 1, mark.line + 1, plain=True)
        self.refuse_tags(event)
        if type(event) is yaml.SequenceStartEvent:
            return self.sequence(event, events, depth)
        return self.mapping(event, events, depth)

    def scalar(self, event: Any) -> Scalar:
        self.refuse_tags(event)
        start, style = event.start_mark, event.style
        return Scalar(
            event.value,
            start.line + 1,
            start.column + 1,
            event.end_mark.line + 1,
            plain=style is None or style == "",
            block=style in ("|", ">"),
        )

    def sequence(self, event: Any, events: Iterator[Any], depth: int) -> Sequence:
        start = event.start_mark
        items = []
        for inner in events:
            if type(inner) is yaml.SequenceEndEvent:
                break
            items.append(self.node(inner, events, depth + 1))
        return Sequence(items, start.line + 1, start.column + 1)

    def mapping(self, event: Any, events: Iterator[Any], depth: int) -> Mapping:
        start = event.start_mark
        entries: dict[str, tuple[Scalar, Node]] = {}
        for inner in events:
            if type(inner) is yaml.MappingEndEvent:
                break
            key = self.node(inner, events, depth + 1)
            value = self.node(next(events), events, depth + 1)
            if not isinstance(key, Scalar):
                self.tell(inner, "key-not-text", "a key that is not text", "write a word, then a colon")
            elif key.text == "<<" and key.plain:
                self.tell(inner, "merge-key", 'a merge key, "<<"', "write the values out")
            elif key.text in entries:
                first = entries[key.text][0].line
                self.tell(
                    inner, "duplicate-key", f'"{key.text}" a second time (first on line {first})', "keep one of the two"
                )
            else:
                entries[key.text] = (key, value)
        return Mapping(entries, start.line + 1, start.column + 1)

    def refuse_tags(self, event: Any) -> None:
        if event.anchor:
            self.tell(
                event,
                "anchor",
                f'an anchor, "&{event.anchor}"',
                'remove it, or put text that begins with "&" in quotes',
            )
        if event.tag:
            self.tell(event, "tag", f'a tag, "{event.tag}"', 'remove it, or put text that begins with "!" in quotes')

    def tell(self, event: Any, code: str, found: str, expected: str) -> None:
        mark = event.start_mark
        self.problems.append(Problem(Place(self.file, mark.line + 1, mark.column + 1), code, found, expected))
