"""Events of YAML -> nodes of plain text with places, with limits, and nothing resolved.

Every scalar stays the text that was typed, so ``no``, ``1.10`` and ``2025-05-11`` never turn into something else.
Refused: anchors, aliases, tags, merge keys, second documents, duplicate keys, and files too large or too deep.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml
from yaml import AliasEvent, MappingEndEvent, ScalarEvent, SequenceEndEvent, SequenceStartEvent

from parley.model.problem import Mend, Place, Problem, quoted
from parley.read.known_keys import wordless_keys
from parley.read.mends import NONE, in_single_quotes, once, quoted_rest, replaced, retyped, without_remark
from parley.read.nodes import Mapping, Node, Scalar, Sequence
from parley.read.text import spaced, unseen, visible

MAX_DEPTH = 32
MAX_NODES = 50_000
NUMBERED = re.compile(r"\\[0xuU\"\\]")  # escapes that nobody types for a path or a name
STANDARD_TAG = "tag:yaml.org,2002:"
KEY = re.compile(r"[ -]*([a-z_]+):")
WORD = re.compile(r"\w")
HASH = re.compile(r"[ \t]+#[^\s#]")


class Refused(Exception):
    """Reading can't go on; the problem is told already."""


class Builder:
    """Turns events into nodes and tells what is refused on the way."""

    def __init__(self, file: str, lines: list[str], problems: list[Problem]) -> None:
        self.file = file
        self.lines = lines
        self.problems = problems
        self.nodes = 0
        self.hashes = any("#" in line for line in lines)  # without one, nothing is cut off by one

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
                    raise Refused
            elif isinstance(event, yaml.NodeEvent):
                found = self.node(event, events, 1)
        if isinstance(found, Scalar) and found.refused:
            raise Refused
        empty = isinstance(found, Scalar) and found.plain and not found.text
        return None if empty else found

    def node(self, event: Any, events: Iterator[Any], depth: int) -> Node:
        self.nodes += 1
        if self.nodes > MAX_NODES or depth > MAX_DEPTH:
            what = f"more than {MAX_NODES:,} values" if self.nodes > MAX_NODES else f"values nested {depth} deep"
            self.tell(
                event, "too-much", what, f"a file has at most {MAX_NODES:,} values, nested at most {MAX_DEPTH} deep"
            )
            raise Refused
        if type(event) is ScalarEvent:
            return self.scalar(event)
        if type(event) is AliasEvent:
            found = f'"*{event.anchor}", which YAML takes for a reference (an alias)'
            mark: Any = event.start_mark
            self.tell(
                event, "alias", found, "put the text in quotes, or write the value out", self.rest_in_quotes(event)
            )
            return Scalar("", mark.line + 1, mark.column + 1, mark.line + 1, refused=True)
        refused = self.refuse_tags(event)
        if type(event) is SequenceStartEvent:
            return self.sequence(event, events, depth, refused)
        return self.mapping(event, events, depth, refused)

    def scalar(self, event: Any) -> Scalar:
        start, end = event.start_mark, event.end_mark
        last, stop = end.line, end.column
        plain, value = not event.style, event.value
        refused = self.refuse_tags(event) if event.anchor or event.tag else False
        if plain and self.hashes and (cut := HASH.match(_line(self.lines, last), stop)):
            place = Place(self.file, last + 1, cut.end() - 1)
            found = f"text after a # sign, which YAML leaves out: {quoted(cut.string[cut.end() - 2 :])}"
            expected = 'put the whole text in quotes; a remark begins with "# ", with a space'
            begin = start.column if value else cut.end() - 2
            whole = start.line == last and self.takes_words(last)
            mend = quoted_rest(self.lines, last + 1, begin + 1) if whole else NONE
            self.problems.append(Problem(place, "cut-off", found, expected, mend=mend))
            refused = True
        node = Scalar(spaced(value), start.line + 1, start.column + 1, last + 1, plain, refused, stop)
        if event.style == '"' and (hidden := unseen(value)):
            mend = self.without_escapes(node)
            self.tell(event, hidden[0], f"{hidden[1]}, written as an escape", "remove it", mend)
            node.refused = True
        return node

    def sequence(self, event: Any, events: Iterator[Any], depth: int, refused: bool) -> Sequence:
        start = event.start_mark
        items = []
        for inner in events:
            if type(inner) is SequenceEndEvent:
                break
            items.append(self.node(inner, events, depth + 1))
        return Sequence(items, start.line + 1, start.column + 1, refused)

    def mapping(self, event: Any, events: Iterator[Any], depth: int, refused: bool) -> Mapping:
        start = event.start_mark
        entries: dict[str, tuple[Scalar, Node]] = {}
        for inner in events:
            if type(inner) is MappingEndEvent:
                break
            key = self.node(inner, events, depth + 1)
            value = self.node(next(events), events, depth + 1)
            if isinstance(value, Scalar) and value.plain and not value.text and value.line > key.line:
                value.line, value.column = key.line, key.column  # YAML finds nothing where the next line begins
            if isinstance(key, Scalar) and WORD.match(key.text) and key.text not in entries and not key.refused:
                entries[key.text] = (key, value)
            else:
                self.odd_key(inner, key, value, entries)
        return Mapping(entries, start.line + 1, start.column + 1, refused)

    def odd_key(self, event: Any, key: Node, value: Node, entries: dict[str, tuple[Scalar, Node]]) -> None:
        """Tell what is wrong with a key, if anything is, and put its value where it can be checked."""
        if not isinstance(key, Scalar) or not (key.text.strip() or key.refused):
            self.tell(event, "key-not-text", "a colon without a word before it", "write a word, then a colon")
        elif key.text == "<<" and key.plain:
            self.tell(event, "merge-key", '"<<", which YAML takes for a merge', "write the values out")
        elif key.text in entries:
            first, other = entries[key.text]
            found = f"{quoted(key.text)} a second time (first on line {first.line})"
            mend = once(self.lines, first, key, other, value)
            self.tell(event, "duplicate-key", found, "keep one of the two", mend)
            _join(other, value)
        elif not key.refused or (key.text and (event.anchor or event.tag)):  # it can still be told which key it is
            entries[key.text] = (key, value)

    def refuse_tags(self, event: Any) -> bool:
        """Whether ``event`` has an anchor or a tag, which is told."""
        if not event.anchor and not event.tag:
            return False
        mend = self.rest_in_quotes(event)
        if event.anchor:
            found = f'"&{event.anchor}", which YAML takes for a name (an anchor)'
            self.tell(event, "anchor", found, "put the text in quotes, or remove it", mend)
        elif event.tag:
            found = f"{quoted(event.tag.replace(STANDARD_TAG, '!!'))}, which YAML takes for a type (a tag)"
            self.tell(event, "tag", found, "put the text in quotes, or remove it", mend)
        return True

    def rest_in_quotes(self, event: Any) -> Mend:
        """The line with the text at ``event`` in quotes, if it is one and was hardly meant for YAML."""
        mark = event.start_mark
        text = type(event) in (ScalarEvent, AliasEvent) and not getattr(event, "style", None)
        if not text or (getattr(event, "tag", None) or "").startswith(STANDARD_TAG) or not self.ends_line(event):
            return NONE
        return quoted_rest(self.lines, mark.line + 1, mark.column + 1)

    def without_escapes(self, node: Scalar) -> Mend:
        """The text without what its escapes hide, or as it was typed where a backslash was meant to be one."""
        typed = _line(self.lines, node.line - 1)[node.column : node.stop - 1] if node.line == node.end else ""
        if "\\" in typed and not NUMBERED.search(typed):
            return replaced(self.lines, node.line, node.column - 1, node.stop, in_single_quotes(typed))
        return retyped(self.lines, node, visible(node.text))

    def ends_line(self, event: Any) -> bool:
        """Whether ``event`` stands on one line, as a value with nothing behind it but a remark."""
        start, end = event.start_mark, event.end_mark
        line = _line(self.lines, end.line)
        key = line[end.column :].lstrip().startswith(":")
        rest, _ = without_remark(f" {line[end.column :]}")
        return start.line == end.line and not key and not rest.strip() and self.takes_words(end.line)

    def takes_words(self, at: int) -> bool:
        """Whether the line ``at`` may say anything: not where an id, a date or a choice stands."""
        key = KEY.match(_line(self.lines, at))
        return not key or key[1] not in wordless_keys()

    def tell(self, event: Any, code: str, found: str, expected: str, mend: Mend = NONE) -> None:
        mark = event.start_mark
        place = Place(self.file, mark.line + 1, mark.column + 1)
        self.problems.append(Problem(place, code, found, expected, mend=mend))


def _line(lines: list[str], at: int) -> str:
    return lines[at] if at < len(lines) else ""


def _join(first: Node, second: Node) -> None:
    """Put what stands under a key's second mention beside the first, so that it is checked, too."""
    if isinstance(first, Mapping) and isinstance(second, Mapping):
        for key, entry in second.entries.items():
            first.entries.setdefault(key, entry)
    elif isinstance(first, Sequence) and isinstance(second, Sequence):
        first.items += second.items
