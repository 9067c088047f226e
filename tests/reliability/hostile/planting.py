"""A site that uses every key of the format, with any text in all places that take one.

Which places there are is read from the schema of the format, so that a key that is added is attacked by itself.
"""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any, Literal

import msgspec
import yaml

from parley.model.actor import Actor
from parley.model.brief import Brief
from parley.model.keys import Kind, Noun
from parley.model.schema import Field, shape
from parley.model.settings import Settings
from tests.read.full_brief import TWO
from tests.read.town import ACTORS

WORDS = {Kind.TEXT, Kind.LINE, Kind.PROSE}
PLANTED = {*WORDS, Kind.URL}
OWN_PAGE = "guide/index.md"
SITE = "name: The Desk\ntagline: Who said no\naddress: https://desk.example/\npages: {guide: guide}\nautolink: false\n"
SOURCES: dict[str, tuple[type[Noun] | None, str]] = {
    "briefs/everything.yaml": (Brief, TWO["briefs/everything.yaml"]),
    "briefs/town.yaml": (Brief, TWO["briefs/town.yaml"]),
    "briefs/actors.yaml": (None, ACTORS),  # a map of actors
    "site.yaml": (Settings, f"{SITE}policies: {{about: A.}}\n"),
}
# Keys that aren't added where they are missing: they want another key beside them, or name a folder.
NOT_ADDED = {"status_note", "loaded_words", "pages"}
GUIDE = ("site.yaml", ("pages", "guide"))  # the name of a folder, though words to the schema

Path = tuple[str | int, ...]
Form = Literal["value", "key", "phrase"]  # the value of a key, the key of a map, or a condition in words
# What may only be written as an escape: signs that YAML takes for the end of a line, or forbids.
ESCAPED = re.compile("[\x7f-\xa0\u2028\u2029\ufeff\ufffe\uffff]")


class Place(msgspec.Struct, frozen=True):
    """Where a text can stand: the file, the keys that lead to it, and what it is."""

    file: str
    path: Path
    kind: Kind
    form: Form = "value"

    def __str__(self) -> str:
        return "/".join(map(str, (self.file, *self.path)))


@cache
def site() -> dict[str, Any]:
    """The sources as data, in which every key stands somewhere that takes words."""
    found: dict[str, Any] = {}
    for file, (noun, text) in SOURCES.items():
        data = yaml.load(text, Loader=yaml.BaseLoader)  # every scalar as text, as the format has it
        for record in data.values() if noun is None else (data,):
            _complete(noun or Actor, record)
        found[file] = data
    return found


def _complete(noun: type[Noun], record: dict[str, Any]) -> None:
    for key, field in shape(noun).fields.items():
        if field.noun is not None:
            for _, below in _records(field, record.get(key)):
                _complete(field.noun, below)
        elif field.kind in WORDS and field.form in ("one", "many") and not field.choices and key not in NOT_ADDED:
            record.setdefault(key, "Word")


@cache
def places() -> tuple[Place, ...]:
    """All places of the site that take words or an address, in the order of the files."""
    found: list[Place] = []
    for file, (noun, _) in SOURCES.items():
        data = site()[file]
        for step, record in [((id_,), each) for id_, each in data.items()] if noun is None else [((), data)]:
            found += [Place(file, (*step, *path), kind, form) for path, kind, form in _of(noun or Actor, record)]
    own = [Place(OWN_PAGE, (name,), Kind.PROSE) for name in ("heading", "text")]
    return tuple(place for place in [*found, *own] if place.kind in PLANTED and (place.file, place.path) != GUIDE)


def _of(noun: type[Noun], record: Mapping[str, Any]) -> Iterator[tuple[Path, Kind, Form]]:
    for key, field in shape(noun).fields.items():
        if key in record and not field.choices:
            yield from _below(field, (key,), record[key])


def _below(field: Field, path: Path, value: Any) -> Iterator[tuple[Path, Kind, Form]]:
    if field.noun is not None:
        for step, record in _records(field, value):
            for below, kind, form in _of(field.noun, record):
                yield (*path, *step, *below), kind, form
    elif isinstance(value, dict):
        for name in value:
            if field.key_kind is None or field.key_kind in WORDS:
                yield (*path, name), Kind.TEXT, "key"
            yield (*path, name), field.kind, "value"
    elif field.kind is Kind.CONDITION:  # an id or a phrase
        for at, each in enumerate(value):
            if " " in each:
                yield (*path, at), Kind.TEXT, "phrase"
    elif isinstance(value, list):
        for at in range(len(value)):
            yield (*path, at), field.kind, "value"
    else:
        yield path, field.kind, "value"


def _records(field: Field, value: Any) -> list[tuple[Path, Any]]:
    if not value:
        return []
    if field.form == "record":
        return [((), value)]
    if field.form == "records":
        return [((at,), each) for at, each in enumerate(value)]
    return [((name,), each) for name, each in value.items()]


def planted(texts: Mapping[Place, str], **settings: str) -> dict[str, str | None]:
    """The files of the site with ``texts`` in their places, and ``settings`` beside its own."""
    files: dict[str, str | None] = {}
    for file, data in copy.deepcopy(site()).items():
        for place in sorted((one for one in texts if one.file == file), key=lambda one: one.form == "key"):
            _put(data, place, texts[place])
        if file == "site.yaml":
            data |= settings
        text = json.dumps(data, ensure_ascii=False, indent=1)  # JSON is YAML
        files[file] = ESCAPED.sub(lambda sign: f"\\u{ord(sign[0]):04x}", text)
    own = {place.path[0]: text for place, text in texts.items() if place.file == OWN_PAGE}
    files[OWN_PAGE] = f"# {own.get('heading', 'Guide')}\n\n{own.get('text', 'How we work.')}\n"
    return files


def _put(data: Any, place: Place, text: str) -> None:
    for step in place.path[:-1]:
        data = data[step]
    if place.form == "key":
        data[text] = data.pop(place.path[-1])
    elif place.form == "phrase" and " " not in text.strip():
        data[place.path[-1]] = f"{text} so"  # one word would be an id
    else:
        data[place.path[-1]] = text


def filled(choose: Callable[[int, Place], str | None]) -> dict[Place, str]:
    """A text for each place, as ``choose`` gives it by number and place, where it gives one."""
    chosen = ((place, choose(at, place)) for at, place in enumerate(places()))
    return {place: text for place, text in chosen if text is not None}
