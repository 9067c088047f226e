"""The fields of a form, made from a noun: one for each of its keys, with the sentence and the example of the schema.

A form knows lists, but no maps by id and nothing that may be one value or several. So a map becomes a list whose items
have an ``id``, a record that may be missing a list of one at most, and what may be several always a list;
``static/shaped.js`` does the same to the values and takes it back. Dates and ids are text: a form's own dates would be
written in another way than they were typed.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from parley.model.dates import FORMS
from parley.model.forms import REFERENCES
from parley.model.keys import Kind, Noun
from parley.model.schema import Field, shape
from parley.write.json_values import PATTERNS, own_id, whole

Widget = dict[str, Any]

ID = "id"  # of an item that stands for an entry of a map
TEXT = "text"  # and its value, where that is no record
LONG = frozenset({Kind.LINE, Kind.PROSE})
SUMMARIES = ("title", "name", "of", "what", "result", "was")  # keys that tell items apart, the first that there is
ONE_OF = {"who": "Actor", "glossary": "Term", "unknown": "Point", "terms": "Point", "aliases": "Earlier id",
          "aka": "Name", "if": "Condition", "unless": "Condition", "needs": "Condition"}  # fmt: skip


def fields(noun: type[Noun]) -> list[Widget]:
    """The fields for the keys of ``noun``, in the order of the format."""
    return [_field(field) for field in shape(noun).fields.values()]


def by_id(noun: type[Noun], said: str) -> list[Widget]:
    """The fields of an entry of a map of ``noun``: its id, with what is ``said`` of it, and the keys."""
    form = own_id()
    named = {"name": ID, "label": "Id", "widget": "string", "hint": said}
    return [{**named, "pattern": [form["pattern"], form["patternErrorMessage"]]}, *fields(noun)]


def label(key: str) -> str:
    """A key as a label: "why_it_matters" is "Why it matters"."""
    return key.replace("_", " ").capitalize()


def singular(key: str) -> str:
    """What one item of the list under ``key`` is called: of "next_steps" one is a "Next step"."""
    return ONE_OF.get(key) or label(key).removesuffix("s")


@cache
def pattern(kind: Kind) -> list[str]:
    """What a value of ``kind`` must match, and what is said where it does not; the same list each time, so that it is
    written once."""
    return [whole(PATTERNS[kind]), FORMS if kind is Kind.DATE else f"write {kind.value}"]


def _field(field: Field) -> Widget:
    told: Widget = {"name": field.key, "label": label(field.key), "hint": _hint(field)}
    if not field.required:
        told["required"] = False
    match field.form:
        case "one":
            return {**told, **_value(field)}
        case "many":
            return {**told, "widget": "list", **_several(field)}
        case "map":
            return {**told, "widget": "list", **_pairs(field)}
        case "record" | "records":
            assert field.noun
            most = {"max": 1} if field.form == "record" else {}
            return {**told, "widget": "list", **_items(field, fields(field.noun)), **most}
        case "record-map":
            assert field.noun
            said = "Others refer to it by this. Keep it once it is published: `parley rename` changes it everywhere."
            return {**told, "widget": "list", **_items(field, by_id(field.noun, said))}


def _items(field: Field, inner: list[Widget]) -> Widget:
    """A list of records, shown closed and by what tells them apart."""
    return {
        "label_singular": singular(field.key),
        "collapsed": True,
        "summary": _summary([each["name"] for each in inner]),
        "fields": inner,
    }


def _summary(keys: Iterable[str]) -> str:
    there = set(keys)
    first = next(key for key in SUMMARIES if key in there)
    shown = [first, "by"] if first == "of" else [first]
    return " – ".join(f"{{{{fields.{key}}}}}" for key in shown)


def _several(field: Field) -> Widget:
    """Ids in one line with commas between them; of all else each in a line of its own."""
    if field.kind in REFERENCES and field.kind is not Kind.CONDITION:
        return {}
    one = {"name": TEXT, "label": singular(field.key), **_value(field)}
    return {"collapsed": False, "label_singular": singular(field.key), "field": one}


def _pairs(field: Field) -> Widget:
    id_: Widget = {"name": ID, "label": singular(field.key), "widget": "string"}
    if field.key_kind is Kind.ACTOR:
        id_ |= {"hint": "The actor's id.", "pattern": pattern(Kind.ACTOR)}
    value = {"name": TEXT, "label": "In a line", **_value(field), "required": False}
    return {"summary": f"{{{{fields.{ID}}}}}", "label_singular": singular(field.key), "fields": [id_, value]}


def _value(field: Field) -> Widget:
    """What one value is typed into."""
    if field.choices:
        return {"widget": "select", "options": list(field.choices)}
    if field.kind is Kind.BOOL:
        return {"widget": "boolean"}  # a default inside of a list would begin each new file with an item of it
    if field.kind in LONG:
        return {"widget": "text"}
    return {"widget": "string", **({"pattern": pattern(field.kind)} if field.kind in PATTERNS else {})}


def _hint(field: Field) -> str:
    """What the key is for and, where it is one line, an example."""
    key, _, example = field.example.partition(": ")
    one_line = key == field.key and "\n" not in example and field.form in ("one", "many")
    if not one_line or field.kind is Kind.BOOL or field.choices:
        return field.doc
    return f"{field.doc} For example: {example.strip('[]').strip(chr(34))}"
