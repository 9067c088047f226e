"""The lines as they would be right, for faults of one value or one key.

A mend is true or it is not made: with it the problem goes away and no other comes. It loses no text and no remark, and
it cuts nothing, however long. Where two things may be meant, there is none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence as Lines

from parley.model.problem import Mend
from parley.model.typed import as_typed, in_quotes
from parley.read.nodes import Mapping, Node, Scalar

NONE = Mend()
REMARK = re.compile(r"\s+#(?:\s.*)?$")
IN_BRACKETS = re.compile(r"[,\[\]{}]")


def replaced(lines: Lines[str], line: int, start: int, stop: int, new: str) -> Mend:
    """``new`` in the place of what stands on ``line`` (from 1) between the columns ``start`` and ``stop`` (from 0)."""
    if not 1 <= line <= len(lines) or not 0 <= start <= stop <= len(lines[line - 1]):
        return NONE
    text = lines[line - 1]
    mended = f"{text[:start]}{new}{text[stop:]}"
    return Mend(line, line, mended) if mended != text else NONE


def retyped(lines: Lines[str], node: Scalar, text: str) -> Mend:
    """``text`` typed in the place of ``node``, which must stand on one line."""
    if node.line != node.end or not node.stop:
        return NONE
    line = lines[node.line - 1] if node.line <= len(lines) else ""
    alone = not REMARK.sub("", line[node.stop :]).strip()
    typed = as_typed(text) if alone or not IN_BRACKETS.search(text) else in_quotes(text)
    return replaced(lines, node.line, node.column - 1, node.stop, typed)


def renamed(lines: Lines[str], key: Scalar, name: str, entries: dict[str, tuple[Scalar, Node]]) -> Mend:
    """``name`` in the place of a key, if none of ``entries`` has that name already."""
    if name in entries or key.line != key.end:
        return NONE
    return replaced(lines, key.line, key.column - 1, key.stop, as_typed(name))


def quoted_rest(lines: Lines[str], line: int, column: int) -> Mend:
    """Everything from ``column`` (from 1) of ``line`` on in quotes, but a remark at its end."""
    if not 1 <= line <= len(lines):
        return NONE
    value, remark = without_remark(lines[line - 1][column - 1 :])
    return Mend(line, line, f"{lines[line - 1][: column - 1]}{in_quotes(value)}{remark}") if value else NONE


def in_single_quotes(typed: str) -> str:
    """``typed`` in quotes in which a backslash is only a backslash."""
    return "'" + typed.replace("'", "''") + "'"


def without_remark(value: str) -> tuple[str, str]:
    """``value``, which is not in quotes, and the remark behind it with the space before it."""
    found = REMARK.search(value)
    cut = found.start() if found else len(value.rstrip())
    return value[:cut].rstrip(), value[cut:].rstrip()


def word_replaced(lines: Lines[str], line: int, column: int, typed: str, new: str) -> Mend:
    """``new`` for the id ``typed``, which stands at ``column`` (from 1) of ``line`` or behind quotes, brackets or the
    kind of a link there."""
    if not 1 <= line <= len(lines):
        return NONE
    begins = re.compile(r"[\"'\[^]*(?:(?:proposal|brief|actor):)?\s*").match(lines[line - 1], column - 1)
    at = begins.end() if begins else column - 1
    if not lines[line - 1].startswith(typed, at) or re.match(r"[\w/-]", lines[line - 1][at + len(typed) :]):
        return NONE
    return replaced(lines, line, at, at + len(typed), new)


def once(lines: Lines[str], first: Scalar, again: Scalar, one: Node, other: Node) -> Mend:
    """Without a key that says the same thing a second time; the line before it stands for both."""
    if not isinstance(one, Scalar) or not isinstance(other, Scalar) or one.text != other.text:
        return NONE
    line = again.line
    alone = line > 1 and other.end == line and one.plain and other.plain and first.line < line
    begins, ends = lines[line - 1][: again.column - 1], lines[line - 1][other.stop :]
    return Mend(line - 1, line, lines[line - 2]) if alone and not begins.strip() and not ends.strip() else NONE


def last_line(node: Node) -> int:
    """The last line of ``node``, as far as its texts tell."""
    if isinstance(node, Scalar):
        return node.end
    if isinstance(node, Mapping):
        inner: list[Node] = [part for entry in node.entries.values() for part in entry]
    else:
        inner = node.items
    return max([node.line, *map(last_line, inner)])
