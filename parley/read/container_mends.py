"""The lines as they would be right where a list, a map or a text stands in another's place.

Dashes too many become spaces and missing ones take the place of spaces, so that the lines below stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Sequence as Lines

from parley.model.forms import REFERENCES
from parley.model.keys import Kind
from parley.model.problem import Mend
from parley.model.schema import Field, shape
from parley.model.typed import as_typed, in_quotes
from parley.read.mends import NONE, last_line, quoted_rest, replaced, without_remark
from parley.read.nearest import nearest
from parley.read.nodes import Mapping, Node, Scalar, Sequence

DASH = re.compile(r"(?P<indent> *)- +(?=\S)")
ALONE = re.compile(r"[\w/-]+")


def text_mend(lines: Lines[str], field: Field, node: Node) -> Mend:
    """For a list or map in the place of the text of ``field``."""
    if isinstance(node, Sequence):
        return _from_list(lines, field, node)
    if not isinstance(node, Mapping) or field.kind in REFERENCES or field.choices or field.kind is Kind.DATE:
        return NONE
    rest = _rest(lines, node)
    if rest.startswith("{"):
        return (
            quoted_rest(lines, node.line, node.column) if _closed(rest, "{}") and last_line(node) == node.line else NONE
        )
    values = [value for _, value in node.entries.values()]
    if len(values) != 1 or not isinstance(values[0], Scalar) or values[0].end != node.line or not values[0].stop:
        return NONE
    return replaced(
        lines, node.line, node.column - 1, values[0].stop, in_quotes(rest[: values[0].stop - node.column + 1])
    )


def _from_list(lines: Lines[str], field: Field, node: Sequence) -> Mend:
    rest = _rest(lines, node)
    if not rest.startswith("[") or not _closed(rest, "[]") or last_line(node) != node.line:
        return NONE
    inner: Node = node
    while isinstance(inner, Sequence) and len(inner.items) == 1:
        inner = inner.items[0]
    text, remark = without_remark(rest)
    if field.kind in REFERENCES or field.choices or field.kind is Kind.DATE:
        if not isinstance(inner, Scalar) or (field.kind in REFERENCES and not ALONE.fullmatch(inner.text)):
            return NONE
        typed = as_typed(inner.text)
    else:
        typed = in_quotes(text)
    return Mend(node.line, node.line, f"{lines[node.line - 1][: node.column - 1]}{typed}{remark}")


def undashed(lines: Lines[str], items: list[Node]) -> Mend:
    """Without the dashes before ``items``; words that stand alone get a colon."""
    first, last = items[0].line, max(map(last_line, items))
    mended = list(lines[first - 1 : last])
    for item in items:
        at = item.line - first
        text, changes = DASH.subn(lambda dash: f"{dash['indent']}  ", mended[at], count=1)
        if not changes or not DASH.match(mended[at]):
            return NONE
        if isinstance(item, Scalar):
            if not ALONE.fullmatch(item.text) or item.end != item.line or not item.stop:
                return NONE
            text = f"{text[: item.stop]}:{text[item.stop :]}"
        mended[at] = text
    return Mend(first, last, "\n".join(mended))


def spaced_dashes(lines: Lines[str], node: Scalar) -> Mend:
    """Items whose dashes have no space behind them, with it."""
    mended = [re.sub(r"^( *)-(?=[^\s-])", r"\1- ", line) for line in lines[node.line - 1 : node.end]]
    return Mend(node.line, node.end, "\n".join(mended)) if all(map(DASH.match, mended)) else NONE


def by_id(lines: Lines[str], items: list[Node]) -> Mend:
    """Items that begin with ``- id: word``, as entries under that word; items of one map each, without the dash."""
    if all(isinstance(item, Mapping) and len(item.entries) == 1 and _below(item) for item in items):
        return undashed(lines, items)
    first, last = items[0].line, max(map(last_line, items))
    mended = list(lines[first - 1 : last])
    seen = set()
    for item in items:
        if not isinstance(item, Mapping) or not item.entries:
            return NONE
        key, value = next(iter(item.entries.values()))
        if not isinstance(value, Scalar) or key.text not in ("id", "slug") or value.line != item.line:
            return NONE
        dash = DASH.match(mended[item.line - first])
        if not dash or len(dash[0]) != item.column - 1 or len(item.entries) < 2 or value.text in seen:
            return NONE
        seen.add(value.text)
        behind = lines[item.line - 1][value.stop :]
        mended[item.line - first] = f"{dash['indent']}{as_typed(value.text)}:{behind}"
    return Mend(first, last, "\n".join(mended))


def _below(item: Mapping) -> bool:
    key, value = next(iter(item.entries.values()))
    return isinstance(value, Mapping) and value.line > key.line and value.column > key.column


def ids_below(lines: Lines[str], key_column: int, node: Sequence) -> Mend:
    """``who: [putin, erdogan]`` as a map with nothing said of anyone yet."""
    rest = _rest(lines, node)
    ids = [item.text for item in node.items if isinstance(item, Scalar) and ALONE.fullmatch(item.text)]
    if not rest.startswith("[") or not _closed(rest, "[]") or len(set(ids)) != len(node.items):
        return NONE
    if last_line(node) != node.line:
        return NONE
    text, remark = without_remark(rest)
    head = lines[node.line - 1][: node.column - 1].rstrip()
    below = [f"{' ' * (key_column + 1)}{id_}:" for id_ in ids]
    return Mend(node.line, node.line, "\n".join([head + remark, *below])) if text else NONE


def dashed(lines: Lines[str], field: Field, node: Mapping) -> Mend:
    """One item that lacks its dash."""
    assert field.noun
    fields = shape(field.noun).fields
    line = lines[node.line - 1]
    plain = node.column > 2 and not line[: node.column - 1].strip(" ")
    if plain and node.entries and all(key in fields for key in node.entries):
        return replaced(lines, node.line, node.column - 3, node.column - 1, "- ")
    return NONE


def untorn(lines: Lines[str], items: list[Node]) -> Mend:
    """The keys of one item, each behind a dash of its own, behind one."""
    return undashed(lines, items[1:])


def as_record(lines: Lines[str], field: Field, node: Scalar) -> Mend:
    """A word for a map of which it can only be one key, such as ``done`` for ``{result: done}``."""
    assert field.noun
    needed = [inner for inner in shape(field.noun).fields.values() if inner.required]
    if len(needed) != 1 or not needed[0].choices or node.line != node.end or not node.stop:
        return NONE
    word = node.text if node.text in needed[0].choices else nearest(node.text, needed[0].choices)
    if not word:
        return NONE
    return replaced(lines, node.line, node.column - 1, node.stop, f"{{{needed[0].key}: {word}}}")


def listed(lines: Lines[str], node: Scalar, ids: Iterable[str]) -> Mend:
    """Several ids that stand in one text, as a list."""
    if node.line != node.end or not node.stop:
        return NONE
    return replaced(lines, node.line, node.column - 1, node.stop, f"[{', '.join(ids)}]")


def _rest(lines: Lines[str], node: Node) -> str:
    return lines[node.line - 1][node.column - 1 :] if node.line <= len(lines) else ""


def _closed(rest: str, pair: str) -> bool:
    """Whether what begins with an opening bracket ends the line with its own closing one."""
    text, _ = without_remark(rest)
    depth = 0
    for at, sign in enumerate(text):
        depth += (sign == pair[0]) - (sign == pair[1])
        if depth == 0:
            return at == len(text) - 1
    return False


def in_block(lines: Lines[str], node: Sequence) -> bool:
    """Whether a list is typed with dashes."""
    return lines[node.line - 1][node.column - 1 :].startswith("- ")
