"""How the nouns' fields are packed, taken from the nouns' own shapes: which value becomes what, and in which order.

A noun becomes a row: its form, then a value for each field that is not as it is when nothing is typed. A form is a
word: a letter for the noun, then one for each such field. Most nouns of a site have one of a few forms, so that how a
row is read is worked out once for each form and not once for each noun.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any, Literal, NamedTuple

import msgspec

from parley.model.actor import Actor
from parley.model.brief import Brief
from parley.model.keys import Kind, Noun
from parley.model.schema import Field, shape
from parley.model.settings import Settings

# What becomes of a value. The first three are kept in tables and named by number: a text that others repeat, a date,
# and a tuple of such texts. The rest stands in the row: as it is, or made of rows of its own.
Way = Literal["word", "date", "group", "plain", "texts", "conditions", "map", "record", "records", "record-map"]
TABLES: dict[Way, int] = {"word": 0, "date": 1, "group": 2}
FIRST = ord("A")
# Fields that are no keys: ids and the like are repeated by what refers to them.
NO_KEYS: dict[str, Way] = {"id": "word", "brief": "word", "slug": "word", "file": "plain", "at": "plain"}
# Of a brief, and of what came of its file as well; or filled in once it is known what else there is.
ELSEWHERE = frozenset({"places", "references", "translations", "translated", "foreign", "original", "within"})


class Part(NamedTuple):
    """One field of a noun: its ``letter`` in a form, and the value that it has when nothing is typed."""

    letter: str
    name: str
    way: Way
    absent: Any


class Form(NamedTuple):
    """How a row is read: the fields in it by name, and by their place among these which are numbers in which table, and
    which are made of what, and in which way. ``absent`` are required fields that are not in it."""

    noun: type[Noun]
    names: tuple[str, ...]
    in_tables: tuple[tuple[int, int], ...]
    others: tuple[tuple[int, Way], ...]
    absent: dict[str, None]


@cache
def parts(noun: type[Noun]) -> tuple[Part, ...]:
    """The fields of ``noun`` that are packed, in their order."""
    keys = {field.attribute: field for field in shape(noun).fields.values()}
    found = []
    for at, info in enumerate(msgspec.structs.fields(noun)):
        if info.name in ELSEWHERE:
            continue
        field = keys.get(info.name)
        absent = field.default if field else None if info.required else info.default
        found.append(Part(chr(FIRST + at), info.name, _way(field) if field else NO_KEYS[info.name], absent))
    return tuple(found)


@cache
def letter(noun: type[Noun]) -> str:
    """The letter that stands for ``noun`` in a form."""
    return chr(FIRST + nouns().index(noun))


@lru_cache(maxsize=4096)
def form(word: str) -> Form:
    """The form that ``word`` stands for. Raises ``LookupError`` where there is none."""
    noun = nouns()[ord(word[0]) - FIRST]
    by_letter = {part.letter: part for part in parts(noun)}
    there = [by_letter[one] for one in word[1:]]
    names = tuple(part.name for part in there)
    return Form(
        noun,
        names,
        tuple((at, TABLES[part.way]) for at, part in enumerate(there) if part.way in TABLES),
        tuple((at, part.way) for at, part in enumerate(there) if part.way not in TABLES and part.way != "plain"),
        {info.name: None for info in msgspec.structs.fields(noun) if info.required and info.name not in names},
    )


@cache
def nouns() -> tuple[type[Noun], ...]:
    """Every noun that can be in a file."""
    return tuple(dict.fromkeys(_within(Brief, Actor, Settings)))


def _within(*some: type[Noun]) -> Iterator[type[Noun]]:
    for noun in some:
        yield noun
        for field in shape(noun).fields.values():
            if field.noun:
                yield from _within(field.noun)


def _way(field: Field) -> Way:
    """What becomes of the values of a key."""
    match field.form:
        case "one" if field.sort == "date":
            return "date"
        case "one":
            return "word" if field.sort in ("choice", "reference") else "plain"
        case "many" if field.sort == "condition":
            return "conditions"
        case "many":
            return "group" if field.sort == "reference" or field.kind is Kind.SLUG else "texts"
        case _:
            return field.form
