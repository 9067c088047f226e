"""A tree -> a noun, by the noun's own shape: types, required keys, choices, and every mention of something by id.

Reading never stops at a fault: what is wrong is told and left out, so that one run tells everything. What can be told
to be meant is read as it was meant, so that one fault does not bring others with it. A noun that was read with errors
is only good for finding more errors; nothing is built from it.
"""

from __future__ import annotations

import re
from functools import cache
from sys import intern
from typing import Any, TypeVar

from parley.model.forms import REFERENCES
from parley.model.keys import Kind, Noun
from parley.model.problem import quoted
from parley.model.proposal import Condition
from parley.model.schema import Field, shape
from parley.read.nearest import Words, nearest
from parley.read.reading import Reading
from parley.read.tree import Mapping, Node, Scalar, Sequence
from parley.read.unsettled import unsettled
from parley.read.values import Refused, odd_letter, slug, typed
from parley.read.wording import example, in_place_of, some, what

N = TypeVar("N", bound=Noun)
PROSE = frozenset({Kind.LINE, Kind.PROSE})

SEVERAL = re.compile(r"[\w/-]+(?:(?:, *| and )[\w/-]+)+")  # "putin, erdogan", where a list was meant


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
        field = fields.get(key) or _meant(reading, noun, key_node, value, name)
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


def _meant(reading: Reading, noun: type[Noun], key: Scalar, value: Node, name: str) -> Field | None:
    """The field that an unknown key was meant to be, if it can be told."""
    fields = shape(noun).fields
    near = _keys(noun).nearest(key.text)
    hint = f'did you mean "{near}"?' if near else f"the keys of {name} are {', '.join(fields)}"
    reading.tell(key, "unknown-key", f"unknown key {quoted(key.text)}{odd_letter(key.text)} in {name}", hint)
    if isinstance(value, Mapping):  # it may be an entry of the map above that is not indented, or such a map itself
        reading.suspected |= {key.text, *value.entries}
    return fields[near] if near else None


@cache
def _keys(noun: type[Noun]) -> Words:
    return Words(dict.fromkeys(shape(noun).fields, ()))


def _value(reading: Reading, field: Field, node: Node, path: str) -> Any:
    """The typed value of ``field`` at ``node``, or its default where it is refused or put off."""
    if unsettled(reading, node, field.key):
        if field.form == "record-map":
            reading.unread.add(field.key)
        return field.default
    match field.form:
        case "one":
            return _one(reading, field, node, field.default)
        case "many":
            return _many(reading, field, node, path)
        case "map":
            return _map(reading, field, node)
        case "record":
            assert field.noun
            return record(reading, field.noun, node, path, f'"{path}"', {})
        case "records":
            return _records(reading, field, node, path)
        case "record-map":
            return _record_map(reading, field, node, path)


def _many(reading: Reading, field: Field, node: Node, path: str) -> tuple[Any, ...]:
    """One value or a list of them; each counts once."""
    found: dict[Any, None] = {}
    for item in node.items if isinstance(node, Sequence) else [node]:
        if _empty(item):
            reading.tell(item, "empty", f'an empty item in "{field.key}"', "write something after the dash or comma")
            continue
        if unsettled(reading, item, field.key):
            continue
        value = _one(reading, field, item, None)
        if value is not None:
            found[value] = None
            if field.kind is Kind.SLUG:
                reading.places[f"{path}.{value}"] = (item.line, item.column)
    return tuple(found)


def _one(reading: Reading, field: Field, node: Node, default: Any) -> Any:
    if node.refused:
        return default
    if not isinstance(node, Scalar):
        reading.tell(node, "not-text", f'"{field.key}" is {what(node)}', in_place_of(field, node))
        return default
    if field.choices:
        return _choice(reading, field, node, default)
    if field.kind in REFERENCES:
        return _reference(reading, field, node, default)
    try:
        value = typed(field.kind, node.text, reading.time_zone)
    except Refused as refused:
        reading.tell(node, refused.code, f'"{field.key}" is {refused.found}', refused.expected)
        return default
    if field.kind in PROSE:
        reading.mentions(value, node)
    return value


def _choice(reading: Reading, field: Field, node: Scalar, default: Any) -> Any:
    if node.text in field.choices:
        return node.text
    near = nearest(node.text, field.choices)
    hint = f'did you mean "{near}"?' if near else f"write one of {', '.join(field.choices)}"
    reading.tell(node, "bad-choice", f'"{field.key}" is {quoted(node.text)}', hint)
    return default


def _reference(reading: Reading, field: Field, node: Scalar, default: Any) -> Any:
    text = " ".join(node.text.split())
    if field.form == "many" and field.kind is not Kind.CONDITION and (several := SEVERAL.fullmatch(text)):
        ids = ", ".join(part for part in re.split(r", *| and ", several[0]) if part)
        reading.tell(node, "list-as-text", f'"{field.key}" is "{text}", several ids in one text', f"write [{ids}]")
        return default
    if field.kind is not Kind.CONDITION:
        return reading.mention(field.kind, text, node.line, node.column)
    if " " not in text:
        return Condition(ref=reading.mention(field.kind, text, node.line, node.column))
    try:
        return Condition(text=typed(Kind.TEXT, text, reading.time_zone))
    except Refused as refused:
        reading.tell(node, refused.code, f'"{field.key}" is {refused.found}', refused.expected)
        return default


def _map(reading: Reading, field: Field, node: Node) -> dict[str, str]:
    if not isinstance(node, Mapping):
        _tell_not_a(reading, node, "not-a-map", f'"{field.key}"', f"write it without dashes: {example(field)}")
        return {}
    found = {}
    for key, (key_node, value) in node.entries.items():
        put_off = unsettled(reading, key_node, key)
        if field.key_kind is Kind.ACTOR and not put_off:
            reading.mention(Kind.ACTOR, " ".join(key.split()), key_node.line, key_node.column)
        text = "" if _empty(value) or unsettled(reading, value, key) else _one(reading, field, value, "")
        found[" ".join(key.split())] = text
    return found


def _records(reading: Reading, field: Field, node: Node, path: str) -> tuple[Noun, ...]:
    assert field.noun
    items = node.items if isinstance(node, Sequence) else []
    if not isinstance(node, Sequence):
        _tell_not_a(reading, node, "not-a-list", f'"{field.key}"', 'begin each item with "- "')
        items = [node] if isinstance(node, Mapping) else []
    elif _torn(items, field.noun):
        reading.tell(items[1], "torn-item", 'a "- " before every key', 'write "- " only where a new item begins')
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
        _tell_not_a(reading, node, "not-a-map", f'"{field.key}"', hint)
        return {}
    found = {}
    for key, (key_node, value) in node.entries.items():
        id_ = own_id(reading, key_node)
        inner = f"{path}.{id_}"
        reading.places[intern(inner)] = (key_node.line, key_node.column)
        given = {"id": id_, "brief": reading.slug} if field.key == "actors" else {"id": reading.full(id_)}
        found[id_] = record(reading, field.noun, value, inner, quoted(key), given)
    return found


def own_id(reading: Reading, key: Scalar) -> str:
    """The id that is defined at ``key``; where it can be none, that is told, and what was meant is returned."""
    if unsettled(reading, key, key.text):
        return key.text
    try:
        return slug(key.text)
    except Refused as refused:
        reading.tell(key, refused.code, refused.found, refused.expected)
        return refused.meant or key.text


def _tell_not_a(reading: Reading, node: Node, code: str, name: str, expected: str) -> None:
    if not node.refused:
        reading.tell(node, code, f"{name} is {what(node)}", expected)


def _empty(node: Node) -> bool:
    """Whether nothing was written: no text, or an empty list or map."""
    if isinstance(node, Scalar):
        return not node.text.strip() and not node.refused
    return not (node.items if isinstance(node, Sequence) else node.entries)
