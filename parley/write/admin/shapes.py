"""The shape of each noun for the browser: what stands under its keys, so that forms and files can be turned into one
another by the same schema that the reader types by."""

from __future__ import annotations

from typing import Any

import msgspec

from parley.model.actor import Actor
from parley.model.brief import Brief
from parley.model.forms import REFERENCES
from parley.model.keys import Kind, Noun
from parley.model.schema import Field, shape

FILE = "shapes.js"
HEAD = "// Made by `parley new admin` from the schema: what stands under each key of each noun.\n"


def shapes() -> str:
    """A module that exports ``shapes``: noun -> its keys in the order of the format."""
    made: dict[str, list[dict[str, Any]]] = {}
    for noun in (Brief, Actor):
        _add(noun, made)
    return f"{HEAD}export const shapes = {msgspec.json.format(msgspec.json.encode(made), indent=1).decode()};\n"


def _add(noun: type[Noun], made: dict[str, list[dict[str, Any]]]) -> None:
    if noun.__name__ in made:
        return
    made[noun.__name__] = [_key(field) for field in shape(noun).fields.values()]
    for field in shape(noun).fields.values():
        if field.noun:
            _add(field.noun, made)


def _key(field: Field) -> dict[str, Any]:
    key: dict[str, Any] = {"key": field.key, "form": field.form}
    if field.noun:
        key["noun"] = field.noun.__name__
    if field.kind is Kind.PROSE:
        key["prose"] = True
    if field.kind in REFERENCES or field.kind is Kind.SLUG:
        key["id"] = True
    if field.kind is Kind.BOOL:
        key["flag"] = True
        key["default"] = bool(field.default)
    return key
