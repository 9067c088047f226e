"""The texts of a brief as its writer typed them, each with the key under which it stands."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import msgspec

from parley.model.actor import Actor
from parley.model.brief import Brief, Source
from parley.model.keys import Kind, Noun
from parley.model.schema import Field, shape

TEXTS = frozenset({Kind.TEXT, Kind.LINE, Kind.PROSE})
OTHERS_WORDS = frozenset({"quote", "was", "topics", "authors"})  # exact words, and what is no sentence


class Typed(msgspec.Struct, frozen=True):
    """One text: ``path`` is where it stands, such as ``proposals.ceasefire.terms``."""

    path: str
    key: str
    text: str


def texts(brief: Brief) -> Iterator[Typed]:
    """All texts of ``brief`` that are its writer's own words: no quotes, and nothing about sources or actors."""
    return _of(brief, "")


def _of(noun: Noun, path: str) -> Iterator[Typed]:
    for field in _fields(type(noun)):
        value = getattr(noun, field.attribute)
        if not value:
            continue
        inner = f"{path}.{field.key}" if path else field.key
        if field.noun is not None:
            yield from _within(value, inner)
        else:
            for text in [value] if isinstance(value, str) else value.values() if isinstance(value, dict) else value:
                yield Typed(inner, field.key, text)


@cache
def _fields(noun: type[Noun]) -> tuple[Field, ...]:
    """The fields of ``noun`` that are texts of the writer's own, or hold some; a few for each of the few nouns."""
    return tuple(
        field
        for field in shape(noun).fields.values()
        if field.key not in OTHERS_WORDS and not field.choices
        if (field.noun not in (Source, Actor) if field.noun is not None else field.kind in TEXTS)
    )


def _within(value: Noun | dict[str, Noun] | tuple[Noun, ...], path: str) -> Iterator[Typed]:
    if isinstance(value, Noun):
        yield from _of(value, path)
    elif isinstance(value, dict):
        for id_, noun in value.items():
            yield from _of(noun, f"{path}.{id_}")
    else:
        for at, noun in enumerate(value):
            yield from _of(noun, f"{path}.{at}")
