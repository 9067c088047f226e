"""A tree -> a noun, by the noun's own shape: types, required keys, choices, and every mention of something by id.

Reading never stops at a fault: what is wrong is told and left out, so that one run tells everything. A noun that was
read with errors is only good for finding more errors; nothing is built from it.
"""

from __future__ import annotations

import re
from sys import intern
from typing import Any, TypeVar

import msgspec

from parley.model.brief import Condition, Reference
from parley.model.keys import Kind, Noun
from parley.model.mentions import mentions
from parley.model.problem import Place, Problem
from parley.read.nearest import nearest
from parley.read.schema import Field, shape
from parley.read.tree import Mapping, Node, Scalar, Sequence
from parley.read.values import Refused, slug, typed

N = TypeVar("N", bound=Noun)
REFERENCES = frozenset({Kind.ACTOR, Kind.PROPOSAL, Kind.SOURCE, Kind.ITEM, Kind.CONDITION})
PROSE = frozenset({Kind.LINE, Kind.PROSE})
MENTIONED = {"actor": Kind.ACTOR, "brief": Kind.BRIEF, "proposal": Kind.PROPOSAL, "source": Kind.SOURCE}


class Reading(msgspec.Struct):
    """What has come to light while one file is read. ``slug`` is empty for files that are no briefs."""

    file: str
    lines: list[str]
    slug: str = ""
    time_zone: str = "UTC"
    problems: list[Problem] = []
    references: list[Reference] = []
    places: dict[str, tuple[int, int]] = {}

    def tell(self, node: Node, code: str, found: str, expected: str) -> None:
        """Note an error at ``node``."""
        self.problems.append(Problem(Place(self.file, node.line, node.column), code, found, expected))

    def full(self, reference: str) -> str:
        """``reference`` as a full id: with this brief's slug where it has none."""
        return reference if "/" in reference else f"{self.slug}/{reference}"


def record(reading: Reading, noun: type[N], node: Node, path: str, name: str, given: dict[str, Any]) -> N:
    """The ``noun`` at ``node``. ``path`` is where it stands in the file, ``name`` what messages call it,
    ``given`` the fields that are no keys (ids)."""
    fields = shape(noun).fields
    values: dict[str, Any] = {field.attribute: field.default for field in fields.values()}
    if not isinstance(node, Mapping):
        reading.tell(node, "not-a-map", f"{_what(node)} for {name}", f"write keys under it, such as {_some(fields)}")
        return noun(**values, **given)
    for key, (key_node, value) in node.entries.items():
        field = fields.get(key)
        if field is None:
            near = nearest(key, fields)
            hint = f'did you mean "{near}"?' if near else f"the keys of {name} are {', '.join(fields)}"
            reading.tell(key_node, "unknown-key", f'unknown key "{key}" in {name}', hint)
            continue
        inner = f"{path}.{key}" if path else key
        reading.places[intern(inner)] = (value.line, value.column)
        if not _empty(value):
            values[field.attribute] = _value(reading, field, value, inner)
        elif field.required:
            reading.tell(value, "empty", f'"{key}" in {name} is empty', f"write it: {field.example}")
    for field in fields.values():
        if field.required and field.key not in node.entries:
            near_typo = [key for key in node.entries if key not in fields and nearest(key, fields) == field.key]
            if not near_typo:  # a misspelt key is told already
                reading.tell(node, "missing-key", f'no "{field.key}" in {name}', f"add it: {field.example}")
    return noun(**values, **given)


def _value(reading: Reading, field: Field, node: Node, path: str) -> Any:
    """The typed value of ``field`` at ``node``, or its default where it is refused."""
    match field.form:
        case "one":
            return _one(reading, field, node, field.default)
        case "many":
            found = [
                _one(reading, field, item, None) for item in (node.items if isinstance(node, Sequence) else [node])
            ]
            return tuple(dict.fromkeys(item for item in found if item is not None))
        case "map":
            return _map(reading, field, node)
        case "record":
            assert field.noun
            return record(reading, field.noun, node, path, f'"{path}"', {})
        case "records":
            return _records(reading, field, node, path)
        case "record-map":
            return _record_map(reading, field, node, path)


def _one(reading: Reading, field: Field, node: Node, default: Any) -> Any:
    if not isinstance(node, Scalar):
        if isinstance(node, Sequence) and len(node.items) == 1 and isinstance(node.items[0], Sequence):
            expected = 'put text that begins with "[[" in quotes'
        elif isinstance(node, Mapping) and len(node.entries) == 1 and not field.choices:
            expected = "write text; a text with a colon in it needs quotes"
        else:
            expected = f"write {'one of ' + ', '.join(field.choices) if field.choices else field.kind.value}"
        reading.tell(node, "not-text", f'"{field.key}" is {_what(node)}', expected)
        return default
    if field.choices:
        return _choice(reading, field, node, default)
    if field.kind in REFERENCES:
        return _reference(reading, field.kind, node, default)
    try:
        value = typed(field.kind, node.text, reading.time_zone)
    except Refused as refused:
        reading.tell(node, refused.code, f'"{field.key}" is {refused.found}', refused.expected)
        return default
    if field.kind in PROSE:
        _mentions(reading, value, node)
    return value


def _choice(reading: Reading, field: Field, node: Scalar, default: Any) -> Any:
    if node.text in field.choices:
        return node.text
    near = nearest(node.text, field.choices)
    hint = f'did you mean "{near}"?' if near else f"write one of {', '.join(field.choices)}"
    reading.tell(node, "bad-choice", f'"{field.key}" is "{node.text}"', hint)
    return default


def _reference(reading: Reading, kind: Kind, node: Scalar, default: Any) -> Any:
    text = " ".join(node.text.split())
    if kind is Kind.CONDITION and " " in text:
        return Condition(text=text)
    if not text:
        return default
    to = text if kind is Kind.ACTOR else reading.full(text)
    reading.references.append(Reference(kind, to, node.line, node.column))
    return Condition(ref=to) if kind is Kind.CONDITION else to


def _map(reading: Reading, field: Field, node: Node) -> dict[str, str]:
    if not isinstance(node, Mapping):
        reading.tell(node, "not-a-map", f'"{field.key}" is {_what(node)}', f"write a map: {_flat(field.example)}")
        return {}
    found = {}
    for key, (key_node, value) in node.entries.items():
        if field.key_kind is Kind.ACTOR:
            _reference(reading, Kind.ACTOR, key_node, None)
        text = "" if _empty(value) else _one(reading, field, value, "")
        found[" ".join(key.split())] = text
    return found


def _records(reading: Reading, field: Field, node: Node, path: str) -> tuple[Noun, ...]:
    assert field.noun
    if not isinstance(node, Sequence):
        reading.tell(node, "not-a-list", f'"{field.key}" is {_what(node)}', 'write a list: begin each item with "- "')
        return ()
    found = []
    for at, item in enumerate(node.items):
        inner = f"{path}.{at}"
        reading.places[intern(inner)] = (item.line, item.column)
        given = {"id": ""} if "id" in field.noun.__struct_fields__ else {}
        if "at" in field.noun.__struct_fields__:
            given["at"] = at  # type: ignore[assignment]
        found.append(record(reading, field.noun, item, inner, f"item {at + 1} of {field.key}", given))
    return tuple(found)


def _record_map(reading: Reading, field: Field, node: Node, path: str) -> dict[str, Noun]:
    assert field.noun
    if not isinstance(node, Mapping):
        hint = "write a map: an id, a colon, and its keys indented below"
        reading.tell(node, "not-a-map", f'"{field.key}" is {_what(node)}', hint)
        return {}
    found = {}
    for key, (key_node, value) in node.entries.items():
        try:
            slug(key)
        except Refused as refused:
            reading.tell(key_node, refused.code, refused.found, refused.expected)
        inner = f"{path}.{key}"
        reading.places[intern(inner)] = (key_node.line, key_node.column)
        given = {"id": key if field.key == "actors" else reading.full(key)}
        if field.key == "actors":
            given["brief"] = reading.slug
        found[key] = record(reading, field.noun, value, inner, f'"{key}"', given)
    return found


def _mentions(reading: Reading, text: str, node: Scalar) -> None:
    """Note what the prose at ``node`` refers to, each at its own line."""
    line, column = node.line, node.column
    for mention in mentions(text):
        typed_as = text[mention.start : mention.end].split("|")[0].split("\n")[0]
        for at in range(line - 1, min(node.end, len(reading.lines))):
            found = reading.lines[at].find(typed_as, column - 1 if at == line - 1 else 0)
            if found >= 0:
                line, column = at + 1, found + 1
                break
        place = Scalar(typed_as, line, column, line)
        if mention.kind == "unknown":
            hint = "write [[actor-id]], [[brief:its-name]] or [[proposal:its-id]]"
            reading.tell(place, "bad-link", f'"{typed_as}", a link of an unknown sort', hint)
            continue
        kind = MENTIONED[mention.kind]
        to = reading.full(mention.target) if kind in (Kind.PROPOSAL, Kind.SOURCE) else mention.target
        reading.references.append(Reference(kind, to, line, column))
        column += 1  # so that the next mention of the same is found behind this one


def _empty(node: Node) -> bool:
    """Whether nothing was written: no text, or an empty list."""
    return (isinstance(node, Scalar) and not node.text.strip()) or (isinstance(node, Sequence) and not node.items)


def _what(node: Node) -> str:
    if isinstance(node, Scalar):
        text = " ".join(node.text.split())
        return f'text ("{text if len(text) <= 40 else text[:37] + "..."}")' if text else "nothing"
    return "a list" if isinstance(node, Sequence) else "a map"


def _some(fields: dict[str, Field]) -> str:
    required = [field.key for field in fields.values() if field.required]
    return ", ".join(required or list(fields)[:3])


def _flat(example: str) -> str:
    return re.sub(r":\n\s+", ": {", example, count=1) + "}" if "\n" in example else example
