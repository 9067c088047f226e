"""What differs between two nouns of one sort, key by key, by the schema: so that no key can be forgotten."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from parley.model.dates import Date
from parley.model.keys import Kind, Noun
from parley.model.schema import Field, shape


class Difference(NamedTuple):
    """One key whose values differ; ``key`` is its path as typed, such as ``outcome.date`` or ``who.putin``."""

    key: str
    was: Any
    now: Any


def differences(old: Noun, new: Noun, but: frozenset[str] = frozenset()) -> Iterator[Difference]:
    """The differences between ``old`` and ``new``, which have a sort in common, in the order of the format; the keys in
    ``but`` are left out.

    A record that both have is gone through key by key, and so is a map. The order of a map is told of apart.
    """
    sort = type(new) if isinstance(old, type(new)) else _common(old, new)
    for key, field in shape(sort).fields.items():
        was, now = getattr(old, field.attribute), getattr(new, field.attribute)
        if key not in but and not same(was, now):
            yield from _of(key, field, was, now)


def same(was: Any, now: Any) -> bool:
    """Whether two values mean the same to readers: a date is the day that it means, however it is typed, and an order
    counts in lists but not in maps."""
    if isinstance(was, Date) and isinstance(now, Date):
        return (was.start, was.end, was.span) == (now.start, now.end, now.span)
    if type(was) is type(now) and isinstance(was, Noun):
        return not any(True for _ in differences(was, now))
    return bool(was == now)


def alike(old: Noun, new: Noun) -> bool:
    """Whether two nouns of one sort say the same, ids apart."""
    return type(old) is type(new) and same(old, new)


def is_prose(noun: Noun, key: str) -> bool:
    """Whether the value of ``key`` (a path) of ``noun`` is told of sentence by sentence."""
    first, _, rest = key.partition(".")
    field = shape(type(noun)).fields.get(first)
    if field is None:
        return False
    if field.noun is not None:
        return bool(rest) and shape(field.noun).fields[rest].kind in (Kind.PROSE, Kind.LINE)
    return field.kind in (Kind.PROSE, Kind.LINE) and field.form in ("one", "map")


def _of(key: str, field: Field, was: Any, now: Any) -> Iterator[Difference]:
    if field.form == "record" and was is not None and now is not None:
        for part in differences(was, now):
            yield Difference(f"{key}.{part.key}", part.was, part.now)
    elif field.form == "map":
        yield from _of_map(key, was, now)
    else:
        yield Difference(key, was, now)


def _of_map(key: str, was: Mapping[str, Any], now: Mapping[str, Any]) -> Iterator[Difference]:
    for name in dict.fromkeys([*now, *was]):
        if not same(was.get(name), now.get(name)):
            yield Difference(f"{key}.{name}", was.get(name), now.get(name))


def _common(old: Noun, new: Noun) -> type[Noun]:
    """The nearest sort that both are of."""
    return next(sort for sort in type(new).__mro__ if isinstance(old, sort))
