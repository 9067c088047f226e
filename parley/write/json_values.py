"""What one value may be, as JSON Schema (draft-07), by the kind that stands under a key.

The reader takes every scalar for text, an editor's YAML does not: it sees a number in ``2025``, a truth in ``true`` and
null where nothing stands. So text may be any of these here, and what is refused is only what the reader refuses,
too. A refusal says what is right, in the reader's words.

What is accepted stands under ``if``, where servers do not offer it as a completion nor tell what of it failed; the
message stands under ``else``. ``errorMessage`` is an extension of VS Code's that yaml-language-server knows.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from parley.model.dates import FORMS
from parley.model.forms import COLOUR, COUNTRIES, ID, LANG, LONGEST, MAX_ID, QID, RESERVED, ZONE
from parley.model.keys import Kind

Schema = dict[str, Any]

SPACE = r"[\s\u0085]*"  # the reader takes U+0085 for a space; ECMA-262 does not
LOCAL = f"(?:{ID.pattern}/)?{ID.pattern}"  # an id of this brief, or of another
PHRASE = r"\S+(?:\s+\S+)+"
ADDRESS = r'[Hh][Tt][Tt][Pp][Ss]?://[^\s/?#<>"\\^`{|}]'
YEAR = "(?!0000)[0-9]{4}"
LEAP = "(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?!0000)(?:[02468][048]|[13579][26])00)"
DAY = (
    f"(?:{YEAR}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1[0-9]|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)"
    f"|{LEAP}-02-29)"
)
POINT = f"(?:{DAY}|{YEAR}-(?:0[1-9]|1[0-2])|{YEAR})~?"
ZONED = "(?:Z|[+](?:(?:0[0-9]|1[0-3]):[0-5][0-9]|14:00)|-(?:(?:0[0-9]|1[01]):[0-5][0-9]|12:00))"
TIME = f"T(?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?{ZONED}?"
DATE = f"{POINT}(?:/(?:{POINT}|[.][.]))?|{DAY}{TIME}"
PATTERNS = {
    Kind.DATE: DATE,
    Kind.URL: ADDRESS + r'[^\s<>"\\^`{|}]*',
    Kind.ADDRESS: ADDRESS + r'[^\s?#<>"\\^`{|}]*',
    Kind.LANG: LANG.pattern,
    Kind.COUNTRY: "|".join(sorted(COUNTRIES)),
    Kind.QID: QID.pattern,
    Kind.COLOUR: COLOUR.pattern,
    Kind.ZONE: ZONE.pattern,
    Kind.SLUG: f"(?!(?:{RESERVED.pattern}){SPACE}$)(?!.{{{MAX_ID + 1}}}){ID.pattern}",
    Kind.ACTOR: ID.pattern,
    Kind.PROPOSAL: LOCAL,
    Kind.SOURCE: LOCAL,
    Kind.ITEM: f"(?:{ID.pattern}/)?[a-z0-9]+(?:[-_][a-z0-9]+)*",
    Kind.CONDITION: f"{LOCAL}|{PHRASE}",
}
WORDS = ("string", "number", "boolean", "null")  # what an editor's YAML may see where text stands
APART: Schema = {"properties": {}}


def refused(message: str) -> Schema:
    """What nothing fits, so that ``message`` is told. The types are lists, for then servers keep the message."""
    return {
        "allOf": [{"type": ["null"], "errorMessage": message}, {"type": ["boolean"], "errorMessage": message}],
    }


def checked(accepted: Schema, message: str) -> Schema:
    """``accepted``, or else the ``message``."""
    return {"if": accepted, "else": refused(message)}


def value(kind: Kind) -> Schema:
    """What a value of ``kind`` is where one must stand."""
    if kind in LONGEST:
        most = LONGEST[kind]
        return checked(
            {"type": list(WORDS), "pattern": r"\S", "maxLength": most},
            f"write {kind.value}, of at most {most:,} characters",
        )
    pattern = whole(PATTERNS[kind])
    if kind is Kind.DATE:
        return checked({"type": ["string", "integer"], "minimum": 1, "maximum": 9999, "pattern": pattern}, FORMS)
    if kind is Kind.SLUG:
        return {"anyOf": alternatives(identifiers(kind, frozenset()))}
    return checked({"type": "string", "pattern": pattern}, f"write {kind.value}")


def identifiers(kind: Kind, odd: frozenset[str]) -> list[Schema]:
    """The alternatives of an id, as text and as what YAML takes for a number or, where it is one of ``odd``, for
    another type."""
    message = f"write {kind.value}"
    text = {"type": ["string"], "pattern": whole(PATTERNS[kind]), "errorMessage": message}
    return [text, {"type": ["number", *sorted(odd)], "minimum": 0, "errorMessage": message}]


def alternatives(schemas: Iterable[Schema]) -> list[Schema]:
    """``schemas`` as the members of an ``anyOf``, so that yaml-language-server explains the one that fits.

    Where all members fit, its hover shows the titles of all; and it counts any two schemas without title, description
    and keys as one. So each member gets an empty map of keys, which changes nothing but tells it apart (one that only
    refers to another schema has that one's), and at the end stands one that nothing fits.
    """
    return [*(schema if "$ref" in schema else {**schema, **APART} for schema in schemas), {"not": {}, **APART}]


def flag() -> list[Schema]:
    """The alternatives of true or false: as such, and as text."""
    text = {"type": ["string"], "pattern": whole("true|false"), "errorMessage": f"write {Kind.BOOL.value}"}
    return [{"enum": [True, False], "errorMessage": f"write {Kind.BOOL.value}"}, text]


def whole(pattern: str) -> str:
    """``pattern`` for a whole text, whatever space there is round it."""
    return f"^{SPACE}(?:{pattern}){SPACE}$"


def own_id() -> Schema:
    """The key of a map by id: what defines an id is taken as it is typed, without space round it."""
    pattern = f"^(?!(?:{RESERVED.pattern})$){ID.pattern}$"
    return {"pattern": pattern, "patternErrorMessage": f"write {Kind.SLUG.value}", "maxLength": MAX_ID}


# Whether anything is written: no blank text, and no list or map without content.
SOMETHING: Schema = {
    "anyOf": alternatives(
        [
            {"type": ["number", "boolean"]},
            {"type": "string", "pattern": r"\S"},
            {"type": "array", "minItems": 1},
            {"type": "object", "minProperties": 1},
        ]
    )
}
NOTHING: Schema = {"not": SOMETHING}
