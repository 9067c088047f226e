"""A translation, and what comes of an original with it: words are exchanged, and everything else stays.

What a translation lacks keeps the words of the original, and is counted. What it has and the original lacks fits
nothing: that is a fault of the translation, or its original has changed since.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeVar

import msgspec
from msgspec.structs import replace

from parley.model.actor import Actor
from parley.model.brief import Brief
from parley.model.dates import Date
from parley.model.keys import Kind, Noun, Teller
from parley.model.proposal import Condition
from parley.model.schema import Field, shape
from parley.model.settings import Settings

N = TypeVar("N", bound=Noun)
MOST = 6  # keys that are named in a message
SAME = "same"  # in an item of a list: the key of what tells which item of the original it is
TRANSLATED = "translated"  # the key of the day on which a translation was last held against its original


class Overlay(msgspec.Struct, frozen=True):
    """The words of one file. ``lang`` is their language (a tag), ``translated`` the day on which they were last held
    against the original, as it was typed.

    ``words`` are what stands under each attribute: a text, a list of texts, texts by key, records by id, or a list of
    records. Such a record has what tells it from others, as it was typed, under :data:`SAME`.
    """

    lang: str
    words: dict[str, Any]
    translated: str = ""


class Misfit(msgspec.Struct, frozen=True):
    """Something in a translation that fits nothing in its original; ``path`` is where it stands."""

    path: str
    found: str
    expected: str


def noun_in(path: str) -> type[Noun]:
    """What stands in the file at ``path``, or is translated there: the settings, shared actors (by id) or a brief."""
    folder, _, name = path.rpartition("/")
    if name.startswith("actors."):
        return Actor
    return Brief if folder else Settings


class Fitting(msgspec.Struct):
    """What came to light while words were exchanged: what fits nothing, and by place which texts are ``missing`` of how
    many (``count``). Those ``texts`` stay as they are in the original, whose language is ``lang``."""

    lang: str = ""
    misfits: list[Misfit] = []
    missing: list[str] = []
    texts: list[str] = []
    count: int = 0

    def lacks(self, path: str, texts: Iterable[str]) -> None:
        """Note that what stands at ``path`` is not translated."""
        self.missing.append(path)
        self.texts += texts


def overlaid(noun: N, words: Mapping[str, Any], fitting: Fitting, path: str = "") -> N:
    """``noun`` with ``words``, which are those of an :class:`Overlay`; what comes to light is noted in ``fitting``.
    ``path`` is where both stand in their files."""
    changed, known = dict[str, Any](), len(fitting.texts)
    for field in shape(type(noun)).fields.values():
        if field.translated:
            inner = f"{path}.{field.key}" if path else field.key
            original, given = getattr(noun, field.attribute), words.get(field.attribute)
            value = _value(field, original, given, fitting, inner)
            if value is not original:
                changed[field.attribute] = value
    if isinstance(noun, Teller) and len(fitting.texts) > known:
        changed["foreign"] = dict.fromkeys(fitting.texts[known:], fitting.lang)
    return replace(noun, **changed) if changed else noun


def by_id(nouns: Mapping[str, N], words: Mapping[str, Any], fitting: Fitting, path: str) -> dict[str, N]:
    """``nouns`` with the ``words`` of each, by id."""
    _tell_strangers(nouns, words, fitting, path)
    return {id_: overlaid(noun, words.get(id_, {}), fitting, _within(path, id_)) for id_, noun in nouns.items()}


def _tell_strangers(original: Iterable[str], given: Iterable[str], fitting: Fitting, path: str) -> None:
    """Tell of those keys that the original does not have."""
    known = list(original)
    ids = ", ".join(known[:MOST]) + (", ..." if len(known) > MOST else "") or "nothing there"
    for key in given:
        if key not in known:
            found = f'"{key}", which is not in the original'
            fitting.misfits.append(Misfit(_within(path, key), found, f"the original has {ids}"))


def _within(path: str, key: str) -> str:
    return f"{path}.{key}" if path else key


def _value(field: Field, original: Any, given: Any, fitting: Fitting, path: str) -> Any:
    """What becomes of ``original`` under ``field``, where ``given`` is what a translation has for it, if anything."""
    if field.form == "record-map":
        return by_id(original, given or {}, fitting, path) if original or given else original
    if _is_free(field):
        return _freely(field, original, given, fitting, path)
    if not original:
        if given:
            expected = "write it there first, or take it out here"
            fitting.misfits.append(Misfit(path, f'"{field.key}", which the original does not have', expected))
        return original
    if field.form == "record":
        return overlaid(original, given or {}, fitting, path)
    if field.form == "records":
        return _records(original, given or (), fitting, path)
    if field.form == "map" and field.key_kind is not None:
        return _texts(original, given or {}, fitting, path)
    if field.kind is Kind.CONDITION:
        return _conditions(original, given, fitting, path)
    fitting.count += 1
    if not given:
        fitting.lacks(path, original if field.form == "many" else [original])
        return original
    if field.form == "many" and len(given) != len(original):
        _count_differs(fitting, path, len(given), len(original))
        return original
    return tuple(given) if field.form == "many" else given


def _is_free(field: Field) -> bool:
    """Whether each language has its own items under a key, be they more or fewer: terms with what they mean, and other
    names for somebody."""
    return field.noun is None and (
        (field.form == "map" and field.key_kind is None) or (field.form == "many" and field.kind is Kind.TEXT)
    )


def _freely(field: Field, original: Any, given: Any, fitting: Fitting, path: str) -> Any:
    if original and field.form == "map":
        fitting.count += 1
        if not given:
            fitting.lacks(path, (text for pair in original.items() for text in pair))
    return (tuple(given) if field.form == "many" else given) if given else original


def _texts(original: Mapping[str, str], given: Mapping[str, str], fitting: Fitting, path: str) -> dict[str, str]:
    _tell_strangers(original, given, fitting, path)
    found = {}
    for key, text in original.items():
        fitting.count += bool(text)
        if text and not given.get(key):
            fitting.lacks(f"{path}.{key}", [text])
        found[key] = given.get(key) or text
    return found


def _conditions(
    original: Sequence[Condition], given: Sequence[str] | None, fitting: Fitting, path: str
) -> Sequence[Condition]:
    """Those that are phrases, in their order; those that are ids say the same in every language."""
    phrases = [condition for condition in original if condition.text]
    if not phrases and not given:
        return original
    fitting.count += 1
    if not given:
        fitting.missing.append(path)
        return tuple(replace(condition, lang=fitting.lang) if condition.text else condition for condition in original)
    if len(given) != len(phrases):
        _count_differs(fitting, path, len(given), len(phrases), "phrase", "ids are left out")
        return original
    texts = iter(given)
    return tuple(Condition(text=next(texts)) if condition.text else condition for condition in original)


def _count_differs(
    fitting: Fitting, path: str, given: int, original: int, what: str = "item", more: str = "in the same order"
) -> None:
    found = f"{_counted(given, what)} where the original has {original}"
    fitting.misfits.append(Misfit(path, found, f"translate each, {more}"))


def _counted(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def _records(original: Sequence[N], given: Sequence[Mapping[str, Any]], fitting: Fitting, path: str) -> tuple[N, ...]:
    """The items of a list: each of those ``given`` goes to the one that it agrees with in all that it tells."""
    taken: dict[int, int] = {}  # which item of the original by which of the translation
    for at, item in enumerate(given):
        same = item.get(SAME, {})
        alike = [number for number, noun in enumerate(original) if agrees(noun, same)]
        twins = [number for number, other in enumerate(given) if other.get(SAME, {}) == same]
        if not alike:
            found = "an item that the original does not have" if same else "an item of which it is not said which it is"
        elif len(twins) > len(alike):
            found = "an item that is translated already"
        elif len(twins) != len(alike):
            found = f"an item that may be any of {len(alike)}"
        else:
            taken[alike[twins.index(at)]] = at
            continue
        fitting.misfits.append(Misfit(f"{path}.{at}", found, _keys_to_give(original)))
    return tuple(
        overlaid(noun, given[taken[number]], fitting, f"{path}.{taken[number]}")
        if number in taken
        else overlaid(noun, {}, fitting, f"{path}.{name_of(noun)}")
        for number, noun in enumerate(original)
    )


def _keys_to_give(original: Sequence[Noun]) -> str:
    keys = [field.key for field in shape(type(original[0])).fields.values() if tells(field)]
    return f"copy {', '.join(keys[:3])} from the original, and translate the rest"


def name_of(noun: Noun) -> str:
    """What an item of a list is called where it is missing: by its day, which tells most of them apart."""
    date = getattr(noun, "date", None)
    return date.text if isinstance(date, Date) else type(noun).__name__.lower()


def tells(field: Field) -> bool:
    """Whether a key of an item in a list may tell which item it is: it is no text, and the same in all languages."""
    return not field.translated and field.noun is None


def agrees(noun: Noun, same: Mapping[str, Any]) -> bool:
    """Whether ``noun`` says what ``same`` says of it, by key."""
    fields = shape(type(noun)).fields
    return bool(same) and all(
        _typed(getattr(noun, fields[key].attribute)) == _typed(said) for key, said in same.items()
    )


def _typed(value: Any) -> Any:
    """A value as it can be held against what was typed for it: lists by what is in them."""
    if isinstance(value, Date):
        return (value.text,)
    if isinstance(value, (list, tuple)):
        return tuple(item.ref or item.text if isinstance(item, Condition) else str(item) for item in value)
    return (str(value).lower() if isinstance(value, bool) else str(value),)
