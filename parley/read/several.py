"""Several values under one key: one value or a list of them, or a map of texts. Each is typed as one alone would be."""

from __future__ import annotations

from typing import Any

import msgspec

from parley.model.keys import Kind
from parley.model.schema import Field
from parley.read.container_mends import ids_below, in_block, spaced_dashes, undashed
from parley.read.mends import NONE
from parley.read.nodes import Mapping, Node, Scalar, Sequence, is_empty
from parley.read.own_id import own_id
from parley.read.reading import Reading
from parley.read.single import one_value
from parley.read.unsettled import unsettled
from parley.read.values import one_line
from parley.read.wording import example


def values_of(reading: Reading, field: Field, node: Node, path: str) -> tuple[Any, ...]:
    """One value or a list of them; each counts once."""
    if isinstance(node, Scalar):
        if node.plain and node.end > node.line and node.text.startswith("-"):
            expected = 'write a dash and a space before each item: "- ..."'
            mend = spaced_dashes(reading.lines, node)
            reading.tell(node, "no-space", "a dash without a space after it", expected, mend)
            return ()
        items: list[Node] = [node]
    else:
        items = node.items if isinstance(node, Sequence) and not _bracketed_twice(reading, node) else [node]
    found: dict[Any, None] = {}
    for item in items:
        if is_empty(item):
            reading.tell(item, "empty", f'an empty item in "{field.key}"', "write something after the dash or comma")
            continue
        if isinstance(item, Scalar) and "TODO" in item.text and unsettled(reading, item, field.key):
            continue
        value = one_value(reading, field, item, None)
        if value is not None:
            found[value] = None
            if field.kind is Kind.SLUG:
                reading.places[f"{path}.{value}"] = (item.line, item.column)
    return reading.once(tuple(found)) if field.sort == "reference" else tuple(found)


def texts_by_key(reading: Reading, field: Field, node: Node, _path: str) -> dict[str, str]:
    """A map of texts, whose keys may be ids of actors, or ids that are defined here."""
    if not isinstance(node, Mapping):
        mend = NONE
        if isinstance(node, Sequence) and node.items:
            dashes = in_block(reading.lines, node)
            mend = undashed(reading.lines, node.items) if dashes else ids_below(reading.lines, 1, node)
        expected = f"write it without dashes: {example(field)}"
        reading.tell_not_a(node, "not-a-map", f'"{field.key}"', expected, mend)
        return {}
    found = {}
    for key, (key_node, value) in node.entries.items():
        put_off = unsettled(reading, key_node, key)
        name = one_line(key)
        if field.key_kind is Kind.ACTOR and not put_off:
            name = reading.mention(Kind.ACTOR, name, key_node.line, key_node.column)
        elif field.key_kind is Kind.SLUG:
            reading.places[f"{field.key}.{own_id(reading, key_node, node.entries)}"] = (value.line, value.column)
        if unsettled(reading, value, key):
            reading.allow_in_drafts()
        under = msgspec.structs.replace(field, key=key)  # by which what is wrong with this text is told
        found[name] = "" if is_empty(value) else one_value(reading, under, value, "")
    return found


def _bracketed_twice(reading: Reading, node: Sequence) -> bool:
    """Whether a list is typed as ``[[word]]``, which is a link in prose."""
    return len(node.items) == 1 and isinstance(node.items[0], Sequence) and not in_block(reading.lines, node)
