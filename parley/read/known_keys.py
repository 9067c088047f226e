"""Every key of the format, whatever it is a key of: to tell a line that lacks something from a line of prose."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from parley.model.actor import Actor
from parley.model.brief import Brief
from parley.model.keys import Kind, Noun
from parley.model.schema import Field, shape
from parley.model.settings import Settings

TEXTS = frozenset({Kind.TEXT, Kind.LINE, Kind.PROSE})


@cache
def every_key() -> frozenset[str]:
    """All keys that have a meaning anywhere."""
    return frozenset(field.key for field in _fields())


@cache
def text_keys() -> frozenset[str]:
    """The keys under which text stands, wherever they are used."""
    texts = {field.key for field in _fields() if _is_text(field)}
    return frozenset(texts - {field.key for field in _fields() if not _is_text(field)})


def _is_text(field: Field) -> bool:
    return field.form == "one" and field.kind in TEXTS and not field.choices


def _fields() -> Iterator[Field]:
    waiting: list[type[Noun]] = [Brief, Actor, Settings]
    seen: set[type[Noun]] = set()
    while waiting:
        noun = waiting.pop()
        if noun not in seen:
            seen.add(noun)
            fields = shape(noun).fields.values()
            waiting += [field.noun for field in fields if field.noun]
            yield from fields
