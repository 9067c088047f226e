"""A translation to fill in: every key of the original that holds words, empty, below the words that it has there."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping
from typing import Any

from parley.model.actor import Actor
from parley.model.brief import Brief
from parley.model.dates import Date
from parley.model.keys import Kind, Noun
from parley.model.overlay import TRANSLATED, tells
from parley.model.proposal import Condition
from parley.model.schema import Field, shape
from parley.model.settings import Settings
from parley.write.editor_files import modeline
from parley.write.layout.arranged import arranged
from parley.write.new_entry import STEP
from parley.write.put_in_order import meant_by

WIDTH = 116
ABOUT = """\
# The words of {original} in "{lang}".
# Write each translation below its original: behind the key or, where it is long, on indented lines below it.
# What stays empty is shown as in the original.
"""


def translation(original: Brief | Settings | Mapping[str, Actor], file: str, path: str, lang: str, day: str) -> str:
    """The text of a new file at ``path`` for the translation of ``original``, which stands in ``file``, into ``lang``
    (a tag), begun on ``day`` (ISO)."""
    lines = list(_by_id(original, "") if isinstance(original, Mapping) else _keys(original, ""))
    if isinstance(original, Brief):
        lines = ["# The day on which you last held it against the original", f"{TRANSLATED}: {day}", "", *lines]
    made = modeline(path) + ABOUT.format(original=file, lang=lang) + "\n" + "".join(f"{line}\n" for line in lines)
    return arranged(made, meant_by(path))


def _keys(noun: Noun, indent: str) -> Iterator[str]:
    """The keys of ``noun`` that hold words, those at the left edge with an empty line between them."""
    apart = False
    for field in shape(type(noun)).fields.values():
        value = getattr(noun, field.attribute) if field.translated else None
        lines = list(_key(field, value, indent)) if value else []
        if lines and apart and not indent:
            yield ""
        yield from lines
        apart |= bool(lines)


def _key(field: Field, value: Any, indent: str) -> Iterator[str]:
    inner = indent + STEP
    match field.form:
        case "record":
            below = list(_keys(value, inner))
        case "record-map":
            below = list(_by_id(value, inner))
        case "records":
            below = [line for item in value for line in _item(item, inner)]
        case "map" if field.key_kind is not None:
            below = [line for key, text in value.items() if text for line in _text(key, text, inner)]
        case "map":
            yield from _listed(field.key, [f"{key}: {text}" for key, text in value.items()], indent)
            return
        case "many":
            texts = [one.text if isinstance(one, Condition) else one for one in value]
            if field.kind is not Kind.TEXT and any(texts):  # other names for somebody may be left out
                yield from _listed(field.key, [f"- {text}" for text in texts if text], indent)
            return
        case _:
            yield from _text(field.key, value, indent, block="" if field.kind is Kind.TEXT else field.kind)
            return
    if below:
        yield f"{indent}{field.key}:"
        yield from below


def _by_id(nouns: Mapping[str, Noun], indent: str) -> Iterator[str]:
    for id_, noun in nouns.items():
        if lines := list(_keys(noun, indent + STEP)):
            yield f"{indent}{id_}:"
            yield from lines


def _item(noun: Noun, indent: str) -> Iterator[str]:
    """An item of a list: what tells which it is, and its keys. Nothing where it holds no words."""
    lines = list(_keys(noun, ""))
    if not [line for line in lines if line]:
        return
    fields = [field for field in shape(type(noun)).fields.values() if tells(field) and getattr(noun, field.attribute)]
    same = [f"{field.key}: {_typed(getattr(noun, field.attribute), noun)}" for field in fields if _names(field)]
    for at, line in enumerate([*same, *filter(None, lines)]):
        yield f"{indent}{'  ' if at else '- '}{line}"


def _names(field: Field) -> bool:
    """Whether a key is one by which people tell items apart, too."""
    return field.key in ("of", "by", "date") or (field.key == "who" and field.form == "many")


def _typed(value: Any, noun: Noun) -> str:
    """Ids and days as they are typed in the brief that ``noun`` stands in."""
    if isinstance(value, Date):
        return value.text
    here = f"{getattr(noun, 'brief', '')}/"
    texts = [each.removeprefix(here) for each in ([value] if isinstance(value, str) else value)]
    return texts[0] if len(texts) == 1 else f"[{', '.join(texts)}]"


def _text(key: str, text: str, indent: str, block: str = "") -> Iterator[str]:
    for paragraph in text.split("\n"):
        yield from textwrap.wrap(paragraph, WIDTH, initial_indent=f"{indent}# ", subsequent_indent=f"{indent}# ") or [
            f"{indent}#"
        ]
    long = {Kind.PROSE: " |", Kind.LINE: " >-" if len(text) > WIDTH else ""}.get(Kind(block), "") if block else ""
    yield f"{indent}{key}:{long}"


def _listed(key: str, lines: list[str], indent: str) -> Iterator[str]:
    yield f"{indent}{key}:"
    for line in lines:
        yield from textwrap.wrap(
            line, WIDTH, initial_indent=f"{indent}{STEP}# ", subsequent_indent=f"{indent}{STEP}#   "
        )
