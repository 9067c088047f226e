"""A tree -> a noun, by the noun's own shape: types, required keys, choices, and every mention of something by id.

Reading never stops at a fault: what is wrong is told and left out, so that one run tells everything. What can be told
to be meant is read as it was meant, so that one fault does not bring others with it. A noun that was read with errors
is only good for finding more errors; nothing is built from it.
"""

from __future__ import annotations

from functools import cache
from sys import intern
from typing import Any, TypeVar

from parley.model.forms import LONGEST, MAX_ID
from parley.model.keys import Kind, Noun
from parley.model.problem import Mend, quoted
from parley.model.schema import Field, shape
from parley.read.container_mends import (
    as_record,
    by_id,
    dashed,
    ids_below,
    spaced_dashes,
    undashed,
    untorn,
)
from parley.read.mends import NONE, renamed
from parley.read.nearest import Words
from parley.read.nodes import Mapping, Node, Scalar, Sequence
from parley.read.reading import Reading
from parley.read.single import one_value
from parley.read.unsettled import unsettled
from parley.read.values import Refused, odd_letter, slug
from parley.read.wording import did_you_mean, example, some, what

N = TypeVar("N", bound=Noun)
Entries = dict[str, tuple[Scalar, Node]]


def record(reading: Reading, noun: type[N], node: Node, path: str, name: str, given: dict[str, Any]) -> N:
    """The ``noun`` at ``node``. ``path`` is where it stands in the file, ``name`` what messages call it,
    ``given`` the fields that are no keys (ids)."""
    fields = shape(noun).fields
    values: dict[str, Any] = {field.attribute: field.default for field in fields.values()}
    if unsettled(reading, node, path.rpartition(".")[2]):
        return noun(**values, **given)
    if not isinstance(node, Mapping):
        _tell_not_a(reading, node, "not-a-map", name, f"write keys under it, such as {some(fields)}")
        return noun(**values, **given)
    seen = set()
    for key, (key_node, value) in node.entries.items():
        field = fields.get(key) or _meant(reading, noun, node.entries, key_node, name)
        if field is None:
            continue
        seen.add(field.key)
        if key not in fields and (field.form in ("one", "many") or field.key in node.entries):
            continue
        inner = f"{path}.{field.key}" if path else field.key
        reading.places[intern(inner)] = (value.line, value.column)
        if not _empty(value):
            values[field.attribute] = _value(reading, field, value, inner)
        elif field.required:
            reading.tell(value, "empty", f'"{field.key}" in {name} is empty', f"write it: {example(field)}")
    for field in fields.values():
        if field.required and field.key not in seen:
            reading.tell(node, "missing-key", f'no "{field.key}" in {name}', f"add it: {example(field)}")
    return noun(**values, **given)


def _meant(reading: Reading, noun: type[Noun], entries: Entries, key: Scalar, name: str) -> Field | None:
    """The field that an unknown key of ``entries`` was meant to be, if it can be told."""
    value = entries[key.text][1]
    fields = shape(noun).fields
    nearby = _keys(noun).nearby(key.text)
    near = nearby[0] if len(nearby) == 1 else None
    hint = did_you_mean(nearby) or f"the keys of {name} are {', '.join(fields)}"
    mend = renamed(reading.lines, key, near, entries) if near else NONE
    reading.tell(key, "unknown-key", f"unknown key {quoted(key.text)}{odd_letter(key.text)} in {name}", hint, mend)
    if isinstance(value, Mapping):  # it may be an entry of the map above that is not indented, or such a map itself
        reading.suspected |= {key.text, *value.entries}
    return fields[near] if near else None


@cache
def _keys(noun: type[Noun]) -> Words:
    return Words(dict.fromkeys(shape(noun).fields, ()))


def _value(reading: Reading, field: Field, node: Node, path: str) -> Any:
    """The typed value of ``field`` at ``node``, or its default where it is refused or put off."""
    if unsettled(reading, node, field.key):
        if field.form == "one" and field.kind in LONGEST and not field.choices:
            reading.allow_in_drafts()  # it is text, and can be shown as such
        else:
            if field.form == "record-map":
                reading.unread.add(field.key)
            return field.default
    match field.form:
        case "one":
            return one_value(reading, field, node, field.default)
        case "many":
            return _many(reading, field, node, path)
        case "map":
            return _map(reading, field, node)
        case "record":
            return _record(reading, field, node, path)
        case "records":
            return _records(reading, field, node, path)
        case "record-map":
            return _record_map(reading, field, node, path)


def _record(reading: Reading, field: Field, node: Node, path: str) -> Any:
    """One record under a key of its own; a word in its place is told with the map that it stands for."""
    assert field.noun
    if isinstance(node, Scalar):
        mend = as_record(reading.lines, field, node)
        whole = field.example.partition(":")[2].strip()
        keys = some(shape(field.noun).fields)
        shown = f"such as {field.key}: {whole}" if whole.startswith("{") else f"such as {keys}"
        hint = f"write keys under it, {shown}"
        _tell_not_a(reading, node, "not-a-map", f'"{path}"', hint, mend)
        return field.default
    return record(reading, field.noun, node, path, f'"{path}"', {})


def _many(reading: Reading, field: Field, node: Node, path: str) -> tuple[Any, ...]:
    """One value or a list of them; each counts once."""
    found: dict[Any, None] = {}
    if isinstance(node, Scalar) and node.plain and node.end > node.line and node.text.startswith("-"):
        expected = 'write a dash and a space before each item: "- ..."'
        reading.tell(node, "no-space", "a dash without a space after it", expected, spaced_dashes(reading.lines, node))
        return ()
    items = node.items if isinstance(node, Sequence) and not _bracketed_twice(reading, node) else [node]
    for item in items:
        if _empty(item):
            reading.tell(item, "empty", f'an empty item in "{field.key}"', "write something after the dash or comma")
            continue
        if unsettled(reading, item, field.key):
            continue
        value = one_value(reading, field, item, None)
        if value is not None:
            found[value] = None
            if field.kind is Kind.SLUG:
                reading.places[f"{path}.{value}"] = (item.line, item.column)
    return tuple(found)


def _map(reading: Reading, field: Field, node: Node) -> dict[str, str]:
    if not isinstance(node, Mapping):
        mend = NONE
        if isinstance(node, Sequence) and node.items:
            mend = (
                undashed(reading.lines, node.items) if _in_block(reading, node) else ids_below(reading.lines, 1, node)
            )
        _tell_not_a(reading, node, "not-a-map", f'"{field.key}"', f"write it without dashes: {example(field)}", mend)
        return {}
    found = {}
    for key, (key_node, value) in node.entries.items():
        put_off = unsettled(reading, key_node, key)
        if field.key_kind is Kind.ACTOR and not put_off:
            reading.mention(Kind.ACTOR, " ".join(key.split()), key_node.line, key_node.column)
        elif field.key_kind is Kind.SLUG:
            reading.places[f"{field.key}.{own_id(reading, key_node, node.entries)}"] = (value.line, value.column)
        if unsettled(reading, value, key):
            reading.allow_in_drafts()
        text = "" if _empty(value) else one_value(reading, field, value, "")
        found[" ".join(key.split())] = text
    return found


def _records(reading: Reading, field: Field, node: Node, path: str) -> tuple[Noun, ...]:
    assert field.noun
    items = node.items if isinstance(node, Sequence) else []
    if not isinstance(node, Sequence):
        hint = f'write each as an item below it, such as "- {_first_keys(field)}"'
        mend = dashed(reading.lines, field, node) if isinstance(node, Mapping) else NONE
        if isinstance(node, Mapping):
            hint = 'begin each item with "- "'
        _tell_not_a(reading, node, "not-a-list", f'"{field.key}"', hint, mend)
        items = [node] if isinstance(node, Mapping) else []
    elif _torn(items, field.noun):
        expected = 'write "- " only where a new item begins'
        reading.tell(items[1], "torn-item", 'a "- " before every key', expected, untorn(reading.lines, items))
        return ()
    found = []
    for at, item in enumerate(items):
        inner = f"{path}.{at}"
        reading.places[intern(inner)] = (item.line, item.column)
        own = field.noun.__struct_fields__
        given: dict[str, Any] = {key: value for key, value in (("id", ""), ("at", at)) if key in own}
        found.append(record(reading, field.noun, item, inner, f"item {at + 1} of {field.key}", given))
    return tuple(found)


def _torn(items: list[Node], noun: type[Noun]) -> bool:
    """Whether every key of one item stands behind a dash of its own."""
    keys = [next(iter(item.entries)) for item in items if isinstance(item, Mapping) and len(item.entries) == 1]
    return 1 < len(keys) == len(items) == len(set(keys)) and all(key in shape(noun).fields for key in keys)


def _record_map(reading: Reading, field: Field, node: Node, path: str) -> dict[str, Noun]:
    assert field.noun
    if not isinstance(node, Mapping):
        reading.unread.add(field.key)
        hint = "write an id and a colon, without a dash, and the keys indented below it"
        listed_ones = isinstance(node, Sequence) and node.items and _in_block(reading, node)
        mend = by_id(reading.lines, node.items) if isinstance(node, Sequence) and listed_ones else NONE
        _tell_not_a(reading, node, "not-a-map", f'"{field.key}"', hint, mend)
        return {}
    found = {}
    for key, (key_node, value) in node.entries.items():
        id_ = own_id(reading, key_node, node.entries)
        inner = f"{path}.{id_}"
        reading.places[intern(inner)] = (key_node.line, key_node.column)
        given = {"id": id_, "brief": reading.slug} if field.key == "actors" else {"id": reading.full(id_)}
        found[id_] = record(reading, field.noun, value, inner, quoted(key), given)
    return found


def own_id(reading: Reading, key: Scalar, entries: Entries) -> str:
    """The id that is defined at ``key``, one of ``entries``; where it can be none, that is told, and what was meant is
    returned."""
    if unsettled(reading, key, key.text):
        return key.text
    try:
        return slug(key.text)
    except Refused as refused:
        sure = refused.meant and len(key.text) <= MAX_ID
        mend = renamed(reading.lines, key, refused.meant, entries) if sure else NONE
        reading.tell(key, refused.code, refused.found, refused.expected, mend)
        return refused.meant or key.text


def _tell_not_a(reading: Reading, node: Node, code: str, name: str, expected: str, mend: Mend = NONE) -> None:
    if not node.refused:
        reading.tell(node, code, f"{name} is {what(node)}", expected, mend)


def _bracketed_twice(reading: Reading, node: Sequence) -> bool:
    """Whether a list is typed as ``[[word]]``, which is a link in prose."""
    return len(node.items) == 1 and isinstance(node.items[0], Sequence) and not _in_block(reading, node)


def _in_block(reading: Reading, node: Sequence) -> bool:
    """Whether a list is typed with dashes."""
    return reading.lines[node.line - 1][node.column - 1 :].startswith("- ")


def _first_keys(field: Field) -> str:
    assert field.noun
    required = [inner.key for inner in shape(field.noun).fields.values() if inner.required]
    return f"{required[0]}: ..." + (f" with {', '.join(required[1:])} below" if required[1:] else "")


def _empty(node: Node) -> bool:
    """Whether nothing was written: no text, or an empty list or map."""
    if isinstance(node, Scalar):
        return not node.text.strip() and not node.refused
    return not (node.items if isinstance(node, Sequence) else node.entries)
