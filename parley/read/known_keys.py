"""Every key of the format, whatever it is a key of: to tell a line that lacks something from a line of prose."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from parley.model.actor import Actor
from parley.model.brief import Brief
from parley.model.keys import Kind, Noun
from parley.model.schema import Field, shape
from parley.model.settings import Settings

WORDY = frozenset({Kind.TEXT, Kind.LINE, Kind.PROSE, Kind.CONDITION})


@cache
def every_key() -> frozenset[str]:
    """All keys that have a meaning anywhere."""
    return frozenset(field.key for field in _fields())


@cache
def text_keys() -> frozenset[str]:
    """The keys under which text stands, wherever they are used."""
    return frozenset(every_key() - {field.key for field in _fields() if not _is_text(field) or field.form != "one"})


@cache
def wordless_keys() -> frozenset[str]:
    """The keys that somewhere take an id, a date or a choice and no text."""
    return frozenset(field.key for field in _fields() if not _is_text(field) and field.noun is None)


def _is_text(field: Field) -> bool:
    return field.kind in WORDY and not field.choices and field.noun is None


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
