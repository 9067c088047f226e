"""A tree -> a noun, by the noun's own shape: types, required keys, choices, and every mention of something by id.

Reading never stops at a fault: what is wrong is told and left out, so that one run tells everything. What can be told
to be meant is read as it was meant, so that one fault does not bring others with it. A noun that was read with errors
is only good for finding more errors; nothing is built from it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any, TypeVar

from parley.model.keys import Noun
from parley.model.problem import quoted
from parley.model.schema import Field, Form, shape
from parley.read.container_mends import as_record, by_id, dashed, in_block, untorn
from parley.read.mends import NONE, renamed
from parley.read.nearest import Words
from parley.read.nodes import Mapping, Node, Scalar, Sequence, is_empty
from parley.read.own_id import Entries, own_id
from parley.read.reading import Reading
from parley.read.several import texts_by_key, values_of
from parley.read.single import one_value
from parley.read.unsettled import unsettled
from parley.read.values import odd_letter
from parley.read.wording import did_you_mean, example, some

N = TypeVar("N", bound=Noun)


def record(reading: Reading, noun: type[N], node: Node, path: str, name: str, given: dict[str, Any]) -> N:
    """The ``noun`` at ``node``. ``path`` is where it stands in the file, ``name`` what messages call it,
    ``given`` the fields that are no keys (ids)."""
    whole = shape(noun)
    fields = whole.fields
    values = whole.absent | given
    if not isinstance(node, Mapping):
        if not unsettled(reading, node, path.rpartition(".")[2]):
            reading.tell_not_a(node, "not-a-map", name, f"write keys under it, such as {some(fields)}")
        return noun(**values)
    seen = set()
    for key, (key_node, value) in node.entries.items():
        field = fields.get(key)
        if field is None:
            field = meant(reading, fields, node.entries, key_node, name)
            if field is None:
                continue
            if field.form in ("one", "many") or field.key in node.entries:
                seen.add(field.key)
                continue
        seen.add(field.key)
        inner = f"{path}.{field.key}" if path else field.key
        reading.places[inner] = (value.line, value.column)
        if not is_empty(value):
            values[field.attribute] = value_at(reading, field, value, inner)
        elif field.required:
            reading.tell(value, "empty", f'"{field.key}" in {name} is empty', f"write it: {example(field)}")
    for field in whole.required:
        if field.key not in seen:
            reading.tell(node, "missing-key", f'no "{field.key}" in {name}', f"add it: {example(field)}")
    return noun(**values)


def meant(reading: Reading, fields: dict[str, Field], entries: Entries, key: Scalar, name: str) -> Field | None:
    """Which of ``fields`` an unknown key of ``entries`` was meant to be, if it can be told."""
    value = entries[key.text][1]
    nearby = _keys(tuple(fields)).nearby(key.text)
    near = nearby[0] if len(nearby) == 1 else None
    hint = did_you_mean(nearby) or f"the keys of {name} are {', '.join(fields)}"
    mend = renamed(reading.lines, key, near, entries) if near else NONE
    reading.tell(key, "unknown-key", f"unknown key {quoted(key.text)}{odd_letter(key.text)} in {name}", hint, mend)
    if isinstance(value, Mapping):  # it may be an entry of the map above that is not indented, or such a map itself
        reading.suspected |= {key.text, *value.entries}
    return fields[near] if near else None


@cache
def _keys(keys: tuple[str, ...]) -> Words:
    return Words(dict.fromkeys(keys, ()))


def value_at(reading: Reading, field: Field, node: Node, path: str) -> Any:
    """The typed value of ``field`` at ``node``, or its default where it is refused or put off."""
    if isinstance(node, Scalar) and "TODO" in node.text and unsettled(reading, node, field.key):
        if field.form == "one" and field.sort == "words":
            reading.allow_in_drafts()  # it is text, and can be shown as such
        else:
            if field.form == "record-map":
                reading.unread.add(field.key)
            return field.default
    if field.form == "one":
        return one_value(reading, field, node, field.default)
    return FORMS[field.form](reading, field, node, path)


def _record(reading: Reading, field: Field, node: Node, path: str) -> Any:
    """One record under a key of its own; a word in its place is told with the map that it stands for."""
    assert field.noun
    if isinstance(node, Scalar):
        mend = as_record(reading.lines, field, node)
        whole = field.example.partition(":")[2].strip()
        keys = some(shape(field.noun).fields)
        shown = f"such as {field.key}: {whole}" if whole.startswith("{") else f"such as {keys}"
        hint = f"write keys under it, {shown}"
        reading.tell_not_a(node, "not-a-map", f'"{path}"', hint, mend)
        return field.default
    return record(reading, field.noun, node, path, f'"{path}"', {})


def _records(reading: Reading, field: Field, node: Node, path: str) -> tuple[Noun, ...]:
    assert field.noun
    items = node.items if isinstance(node, Sequence) else []
    if not isinstance(node, Sequence):
        hint = f'write each as an item below it, such as "- {_first_keys(field)}"'
        mend = dashed(reading.lines, field, node) if isinstance(node, Mapping) else NONE
        if isinstance(node, Mapping):
            hint = 'begin each item with "- "'
        reading.tell_not_a(node, "not-a-list", f'"{field.key}"', hint, mend)
        items = [node] if isinstance(node, Mapping) else []
    elif _torn(items, field.noun):
        expected = 'write "- " only where a new item begins'
        reading.tell(items[1], "torn-item", 'a "- " before every key', expected, untorn(reading.lines, items))
        return ()
    found = []
    own = field.noun.__struct_fields__
    for at, item in enumerate(items):
        inner = f"{path}.{at}"
        reading.places[inner] = (item.line, item.column)
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
        listed_ones = isinstance(node, Sequence) and node.items and in_block(reading.lines, node)
        mend = by_id(reading.lines, node.items) if isinstance(node, Sequence) and listed_ones else NONE
        reading.tell_not_a(node, "not-a-map", f'"{field.key}"', hint, mend)
        return {}
    found = {}
    for key, (key_node, value) in node.entries.items():
        id_ = own_id(reading, key_node, node.entries)
        inner = f"{path}.{id_}"
        reading.places[inner] = (key_node.line, key_node.column)
        given = {"id": id_, "brief": reading.slug} if field.key == "actors" else {"id": reading.full(id_)}
        found[id_] = record(reading, field.noun, value, inner, quoted(key), given)
    return found


def _first_keys(field: Field) -> str:
    assert field.noun
    required = [inner.key for inner in shape(field.noun).fields.values() if inner.required]
    return f"{required[0]}: ..." + (f" with {', '.join(required[1:])} below" if required[1:] else "")


FORMS: dict[Form, Callable[[Reading, Field, Node, str], Any]] = {
    "many": values_of,
    "map": texts_by_key,
    "record": _record,
    "records": _records,
    "record-map": _record_map,
}
