"""The texts of a brief as its writer typed them, each with the key under which it stands."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from parley.model.actor import Actor
from parley.model.brief import Brief, Source
from parley.model.keys import Kind, Noun
from parley.model.schema import shape

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
    for field in shape(type(noun)).fields.values():
        value = getattr(noun, field.attribute)
        inner = f"{path}.{field.key}" if path else field.key
        if not value or field.key in OTHERS_WORDS or field.choices:
            continue
        if field.noun is not None:
            if field.noun not in (Source, Actor):
                yield from _within(value, inner)
        elif field.kind in TEXTS:
            for text in [value] if isinstance(value, str) else value.values() if isinstance(value, dict) else value:
                yield Typed(inner, field.key, text)


def _within(value: Noun | dict[str, Noun] | tuple[Noun, ...], path: str) -> Iterator[Typed]:
    if isinstance(value, Noun):
        yield from _of(value, path)
    elif isinstance(value, dict):
        for id_, noun in value.items():
            yield from _of(noun, f"{path}.{id_}")
    else:
        for at, noun in enumerate(value):
            yield from _of(noun, f"{path}.{at}")
