"""One file of a translation -> its words by place. What it may hold follows from the shape of its original: words,
and in the items of a list what tells which of them is meant. Whether its original has all that is told elsewhere."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from parley.model.actor import Actor
from parley.model.brief import Brief
from parley.model.dates import Date
from parley.model.forms import ID, LONGEST
from parley.model.keys import Kind, Noun
from parley.model.overlay import SAME, TRANSLATED, Overlay, tells
from parley.model.proposal import Condition
from parley.model.schema import Field, shape
from parley.read.nodes import Mapping, Node, Scalar, Sequence, is_empty
from parley.read.own_id import own_id
from parley.read.reading import Reading
from parley.read.record import meant, value_at
from parley.read.single import one_value

DAY = shape(Brief).fields["published"]  # how a day is typed
SUCH = f"{TRANSLATED}: 2025-05-12"
FIRST = "write the words of the original under its own keys, such as title: ..."


def overlay(reading: Reading, root: Node, lang: str, noun: type[Noun]) -> Overlay:
    """What the file at ``root`` says: the words of a brief, of the shared actors by id, or of the settings."""
    if not isinstance(root, Mapping):
        reading.tell_not_a(root, "not-a-map", "a translation", FIRST)
        return Overlay(lang, {})
    if noun is Actor:
        return Overlay(lang, _by_id(reading, Actor, root, "actors"))
    if noun is not Brief:
        return Overlay(lang, _words(reading, noun, root, "", "the translation"))
    rest = replace(root, entries={key: entry for key, entry in root.entries.items() if key != TRANSLATED})
    return Overlay(lang, _words(reading, noun, rest, "", "the translation"), _day(reading, root))


def _day(reading: Reading, root: Mapping) -> str:
    """The day on which the translation was held against its original."""
    key_node, node = root.entries.get(TRANSLATED, (root, None))
    if node is None or is_empty(node):
        found = f'no "{TRANSLATED}" in the translation'
        reading.tell(key_node, "missing-key", found, f"add the day on which you held it against the original: {SUCH}")
        return ""
    reading.places[TRANSLATED] = (node.line, node.column)
    date = one_value(reading, DAY, node, None)
    return date.text if isinstance(date, Date) else ""


def _words(
    reading: Reading, noun: type[Noun], node: Node, path: str, name: str, *, item: bool = False
) -> dict[str, Any]:
    """The words at ``node``, which translates a ``noun``; of an ``item`` of a list also what tells it from others."""
    if not isinstance(node, Mapping):
        reading.tell_not_a(node, "not-a-map", name, f"write keys under it, such as {_translated(noun)}")
        return {}
    fields, found, same = shape(noun).fields, dict[str, Any](), dict[str, Any]()
    may = {key: field for key, field in fields.items() if field.translated or (item and tells(field))}
    for key, (key_node, value) in node.entries.items():
        field = fields.get(key) or meant(reading, may, node.entries, key_node, name)
        if field is None:
            continue
        inner = f"{path}.{field.key}" if path else field.key
        reading.places[inner] = (key_node.line, key_node.column)
        if field.translated:
            if not is_empty(value):
                found[field.attribute] = _value(reading, field, value, inner)
        elif item and tells(field):
            same[field.key] = _typed(value_at(reading, field, value, inner))
        else:
            expected = f"take it out: a translation has only words ({_translated(noun)})"
            reading.tell(key_node, "translated-fact", f'"{field.key}", which stands in the original', expected)
    return {**found, SAME: same} if item else found


def _value(reading: Reading, field: Field, node: Node, path: str) -> Any:
    """The words under one key."""
    if field.noun is None:
        if field.kind is Kind.CONDITION:
            return _phrases(reading, field, node, path)
        if field.form == "map" and isinstance(node, Mapping):
            for key_node, value in node.entries.values():
                reading.places[f"{path}.{key_node.text}"] = (value.line, value.column)
        return value_at(reading, field, node, path)
    if field.form == "record":
        return _words(reading, field.noun, node, path, f'"{path}"')
    if field.form == "record-map":
        return _by_id(reading, field.noun, node, path)
    if not isinstance(node, Sequence):
        reading.tell_not_a(node, "not-a-list", f'"{field.key}"', 'write each as an item below it, after "- "')
        return []
    found = []
    for at, each in enumerate(node.items):
        inner = f"{path}.{at}"
        reading.places[inner] = (each.line, each.column)
        found.append(_words(reading, field.noun, each, inner, f"item {at + 1} of {field.key}", item=True))
    return found


def _by_id(reading: Reading, noun: type[Noun], node: Node, path: str) -> dict[str, Any]:
    """The words of records by their ids."""
    if not isinstance(node, Mapping):
        reading.tell_not_a(node, "not-a-map", f'"{path}"', "write an id of the original and a colon, and keys below it")
        return {}
    found = {}
    for key_node, value in node.entries.values():
        id_ = own_id(reading, key_node, node.entries)
        inner = f"{path}.{id_}" if path else id_
        reading.places[inner] = (key_node.line, key_node.column)
        found[id_] = _words(reading, noun, value, inner, f'"{id_}"') if not is_empty(value) else {}
    return found


def _phrases(reading: Reading, field: Field, node: Node, path: str) -> Any:
    """The phrases among conditions; in another language one may be a single word."""
    for each in node.items if isinstance(node, Sequence) else [node]:
        if isinstance(each, Scalar) and ID.fullmatch(each.text.strip()):
            found = f'"{each.text.strip()}" in "{field.key}", which is no phrase'
            reading.tell(each, "translated-fact", found, "translate the phrases only, and leave ids out")
            return ()
    texts = replace(field, kind=Kind.TEXT, sort="words", longest=LONGEST[Kind.TEXT])
    return value_at(reading, texts, node, path)


def _typed(value: Any) -> Any:
    """A value that tells which item is meant, as plain data."""
    if isinstance(value, Date):
        return value.text
    if isinstance(value, tuple):
        return [one.ref or one.text if isinstance(one, Condition) else one for one in value]
    return value if isinstance(value, str) else "" if value is None else str(value)


def _translated(noun: type[Noun]) -> str:
    """The first keys of ``noun`` that hold words."""
    return ", ".join([field.key for field in shape(noun).fields.values() if field.translated][:4])
