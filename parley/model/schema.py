"""The schema: what keys a noun has and what may stand under each, taken from the nouns' own annotations.

This is the one place that knows how annotations are read. The parser types and checks by it.
"""

from __future__ import annotations

import types
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

import msgspec

from parley.model.forms import LONGEST, REFERENCES
from parley.model.keys import Key, Kind, Noun

Form = Literal["one", "many", "map", "record", "records", "record-map"]
Sort = Literal["choice", "condition", "reference", "date", "words", "checked"]


WORDS = frozenset({Kind.TEXT, Kind.LINE, Kind.PROSE, Kind.CONDITION})


class Field(msgspec.Struct, frozen=True):
    """One key. ``form`` tells the container: one value, one value or a list, a map of values, one record, a list of
    records, or a map of records by id. ``key_kind`` is what the keys of a map are. ``sort`` and ``longest`` (in
    letters; 0 for any length) follow from the kind: they are asked for with every value. ``translated`` tells whether
    words for readers stand under it, or in the records there: those that another language has in its own."""

    attribute: str
    key: str
    form: Form
    kind: Kind
    required: bool
    doc: str
    example: str
    choices: tuple[str, ...] = ()
    noun: type[Noun] | None = None
    key_kind: Kind | None = None
    default: Any = None
    sort: Sort = "checked"
    longest: int = 0
    translated: bool = False


class Shape(msgspec.Struct, frozen=True):
    """A noun's keys by the word that is typed, in the order of the format. ``required`` are those that must be there.
    ``absent`` are attributes and their values as long as nothing is typed: ``None`` for required ones, and one empty
    map that all nouns share; the other attributes have theirs by themselves."""

    noun: type[Noun]
    fields: dict[str, Field]
    required: tuple[Field, ...]
    absent: dict[str, Any]


@cache
def shape(noun: type[Noun]) -> Shape:
    """The shape of ``noun``. Fields without a :class:`Key` are no keys of the format."""
    hints = get_type_hints(noun, include_extras=True)
    fields = {}
    for info in msgspec.structs.fields(noun):
        hint = hints[info.name]
        key = next((extra for extra in getattr(hint, "__metadata__", ()) if isinstance(extra, Key)), None)
        if key is None:
            continue
        field = _field(info.name, key, hint, required=info.required, default=None if info.required else info.default)
        fields[field.key] = field
    required = tuple(field for field in fields.values() if field.required)
    absent = {field.attribute: field.default for field in fields.values() if field.required or field.default == {}}
    return Shape(noun, fields, required, absent)


def _field(name: str, key: Key, hint: Any, *, required: bool, default: Any) -> Field:
    form, inner, key_kind = _container(_bare(hint))
    kind, choices, noun = _value(inner, _kind(hint) if form == "one" else None)
    if form == "one" and noun is not None:
        form = "record"
    elif form == "many" and noun is not None:
        form = "records"
    elif form == "map" and noun is not None:
        form = "record-map"
    if default is msgspec.NODEFAULT:
        default = {} if form in ("map", "record-map") else None
    return Field(
        attribute=name,
        key=key.name or name,
        form=form,
        kind=kind,
        required=required,
        doc=key.doc,
        example=key.example,
        choices=choices,
        noun=noun,
        key_kind=key_kind,
        default=default,
        sort=_sort(kind, choices),
        longest=LONGEST.get(kind, 0),
        translated=not key.kept and _has_words(kind, choices, noun),
    )


def _has_words(kind: Kind, choices: tuple[str, ...], noun: type[Noun] | None) -> bool:
    if noun is not None:
        return any(field.translated for field in shape(noun).fields.values())
    return kind in WORDS and not choices


def _sort(kind: Kind, choices: tuple[str, ...]) -> Sort:
    """How the values of a key are told from wrong ones."""
    if choices:
        return "choice"
    if kind is Kind.CONDITION:
        return "condition"
    if kind in REFERENCES:
        return "reference"
    if kind is Kind.DATE:
        return "date"
    return "words" if kind in LONGEST else "checked"


def _bare(hint: Any) -> Any:
    """``hint`` without its annotations and without ``None``."""
    while get_origin(hint) is Annotated:
        hint = get_args(hint)[0]
    if get_origin(hint) in (Union, types.UnionType):
        (hint,) = (arg for arg in get_args(hint) if arg is not type(None))
    return hint


def _kind(hint: Any) -> Kind | None:
    """The kind that ``hint`` (or a member of its union) is annotated with."""
    for extra in getattr(hint, "__metadata__", ()):
        if isinstance(extra, Kind):
            return extra
    inner = get_args(hint)[:1] if get_origin(hint) is Annotated else get_args(hint)
    return next((kind for arg in inner if (kind := _kind(arg))), None)


def _container(bare: Any) -> tuple[Form, Any, Kind | None]:
    if get_origin(bare) is tuple:
        return "many", get_args(bare)[0], None
    if get_origin(bare) is dict:
        key, value = get_args(bare)
        return "map", value, _kind(key)
    return "one", bare, None


def _value(inner: Any, kind: Kind | None) -> tuple[Kind, tuple[str, ...], type[Noun] | None]:
    kind = kind or _kind(inner)
    bare = _bare(inner)
    if get_origin(bare) is Literal:
        return Kind.TEXT, get_args(bare), None
    if isinstance(bare, type) and issubclass(bare, Noun):
        return Kind.TEXT, (), bare
    if kind is None:
        raise TypeError(f"a key without a kind: {inner}")
    return kind, (), None
