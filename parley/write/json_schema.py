"""The schema for editors: JSON Schema (draft-07) of briefs, shared actors and settings, made from the nouns.

The same annotations that the reader types by make it, so an editor completes, explains and checks what the build
takes. It never refuses what the build takes. What only a whole site can tell (whether an id exists, which date comes
first), what YAML hides from an editor (whether a number was typed in quotes) and what Markdown says are left to the
build.

The forms are those that yaml-language-server completes from: alternatives in ``anyOf``, the one whose message shall be
told first; and no ``title`` but that of an id, since servers show the nearest one over everything below it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import msgspec

from parley.model.actor import Actor
from parley.model.brief import Brief
from parley.model.forms import REFERENCES
from parley.model.keys import Kind, Noun
from parley.model.names import Names
from parley.model.overlay import TRANSLATED, tells
from parley.model.proposal import Proposal
from parley.model.schema import Field, shape
from parley.model.settings import Settings
from parley.write.json_offers import described, offered, references
from parley.write.json_values import (
    APART,
    NOTHING,
    PATTERNS,
    SOMETHING,
    Schema,
    alternatives,
    flag,
    own_id,
    refused,
    value,
    whole,
)

DRAFT = "http://json-schema.org/draft-07/schema#"
MADE = "Made by Parley from its schema and from the ids of this site. Every build makes it anew."


def schemas(names: Names) -> Mapping[str, bytes]:
    """The schemas by file name, for a site with these ``names``."""
    known = references(names)
    briefs, actors, settings = (_Definitions(names, known) for _ in range(3))
    words, actor_words, site_words = (_Translation(names, known) for _ in range(3))
    by_id = "write an actor's id, a colon, and its keys below"
    return {
        "brief.json": briefs.file(briefs.record(Brief)),
        "actors.json": actors.file(actors.by_id(Actor, by_id)),
        "site.json": settings.file(settings.loosely(Settings)),
        "brief-translation.json": words.file(words.whole(Brief)),
        "actors-translation.json": actor_words.file(actor_words.by_id(Actor, by_id)),
        "site-translation.json": site_words.file(site_words.loosely(Settings)),
    }


class _Definitions:
    """Makes the parts of one schema. What is used more than once is defined once, under a name that servers show."""

    def __init__(self, names: Names, known: Mapping[Kind, Schema]) -> None:
        self.names = names
        self.known = known
        self.made: dict[str, Schema] = {}

    def file(self, schema: Schema) -> bytes:
        """``schema`` with its definitions, as a file."""
        found = {"$schema": DRAFT, "$comment": MADE, **schema, "definitions": dict(sorted(self.made.items()))}
        return msgspec.json.encode(found) + b"\n"

    def record(self, noun: type[Noun]) -> Schema:
        """The keys of ``noun``."""
        fields = shape(noun).fields.values()
        schema: Schema = {
            "type": "object",
            "properties": {field.key: {**_told(field), **self._under(field)} for field in fields},
            "required": [field.key for field in fields if field.required],
            "additionalProperties": False,
        }
        if noun is Proposal:  # an override needs its reason
            given = {"required": ["status"], "properties": {"status": self._ref("something", lambda: SOMETHING)}}
            schema |= {"if": given, "then": {"required": ["status_note"]}}
        return schema

    def loosely(self, noun: type[Noun]) -> Schema:
        """The keys of ``noun``, or nothing at all."""
        keys = self.record(noun)
        return {**keys, "type": ["object", "null"]}

    def by_id(self, noun: type[Noun], hint: str) -> Schema:
        """A map of ``noun`` by ids that are defined here, or nothing at all."""
        return {"additionalProperties": self._noun(noun), "propertyNames": own_id(), **self._unless("object", hint)}

    def _under(self, field: Field) -> Schema:
        """What may stand under a key."""
        match field.form:
            case "one":
                return self._any(field, self._one(field))
            case "many":
                return self._any(field, [*self._one(field), self._several(field)])
            case "map":
                return self._texts(field)
            case "record":
                assert field.noun
                return self._any(field, [self._noun(field.noun)])
            case "records":
                assert field.noun
                return {"items": self._item(field.noun), **self._unless("array", 'begin each item with "- "')}
            case "record-map":
                assert field.noun
                entries = self.by_id(field.noun, "write an id and a colon, and below it the keys of each")
                return {"anyOf": alternatives([entries])}

    def _any(self, field: Field, members: list[Schema]) -> Schema:
        """One of ``members``, or nothing where the key need not be filled."""
        if not field.required:
            members = [*members, self._ref("nothing", lambda: NOTHING)]
        found: Schema = {"anyOf": alternatives(members)}
        # The key is explained before the id under it is: of all explanations of a place, servers show the first.
        return {"allOf": [_told(field)], **found} if field.kind in REFERENCES else found

    def _one(self, field: Field) -> list[Schema]:
        """The alternatives of one value that is something."""
        if field.choices:
            choice: Schema = {"enum": list(field.choices), "errorMessage": f"write one of {', '.join(field.choices)}"}
            return [{**choice, "default": field.default} if field.default else choice]
        return flag() if field.kind is Kind.BOOL else [self._value(field.kind)]

    def _several(self, field: Field) -> Schema:
        """A list of what may stand alone."""
        items = {"anyOf": alternatives(self._one(field))} if field.choices else self._value(field.kind)
        return {"type": "array", "items": items, **({"minItems": 1} if field.required else {})}

    def _texts(self, field: Field) -> Schema:
        """A map of texts. Where the keys are actors, those of the site are offered, each under its name."""
        text = self._ref(
            f"{field.kind.name.lower()}-or-nothing",
            lambda: {"anyOf": alternatives([self._value(field.kind), self._ref("nothing", lambda: NOTHING)])},
        )
        schema: Schema = {"additionalProperties": text}
        if field.key_kind is Kind.ACTOR:
            schema["properties"] = {
                id_: {"description": described(actor), "anyOf": alternatives([text])}
                for id_, actor in offered(self.names.actors).items()
            }
            schema["propertyNames"] = {
                "pattern": whole(PATTERNS[Kind.ACTOR]),
                "patternErrorMessage": f"write {Kind.ACTOR.value}",
            }
        hint = f"write it without dashes: {field.example.replace(chr(10), ' ')}"
        if field.required:
            return {**schema, "minProperties": 1, "if": {"not": {"type": "object"}}, "then": refused(hint)}
        return {**schema, **self._unless("object", hint)}

    def _value(self, kind: Kind) -> Schema:
        known = self.known.get(kind)
        return self._ref(kind.name.lower(), lambda: known or value(kind))

    def _noun(self, noun: type[Noun]) -> Schema:
        return self._ref(noun.__name__, lambda: self.record(noun))

    def _item(self, noun: type[Noun]) -> Schema:
        """A ``noun`` in a list."""
        return self._noun(noun)

    def _unless(self, type_: str, hint: str) -> Schema:
        """What tells ``hint`` where something stands that is of another type."""
        wrong = {"allOf": [self._ref("something", lambda: SOMETHING), {"not": {"type": type_}}]}
        return {"if": wrong, "then": refused(hint)}

    def _ref(self, name: str, made: Callable[[], Schema]) -> Schema:
        if name not in self.made:
            self.made[name] = {}  # so that what refers to itself ends
            self.made[name] = {**APART, **made()}
        return {"$ref": f"#/definitions/{name}"}


class _Translation(_Definitions):
    """The same for a translation: the keys with words in them, none of which is needed, and in the items of lists what
    tells which they are."""

    def record(self, noun: type[Noun], item: bool = False) -> Schema:
        fields = [field for field in shape(noun).fields.values() if field.translated or (item and tells(field))]
        properties = {field.key: {**_told(field), **self._under(_optional(field))} for field in fields}
        return {"type": ["object", "null"], "properties": properties, "additionalProperties": False}

    def whole(self, noun: type[Noun]) -> Schema:
        """The words of ``noun``, with the day on which they were held against the original."""
        keys, day = self.record(noun), self._value(Kind.DATE)
        told = "The day on which the translation was last held against its original."
        example = f"{TRANSLATED}: 2025-05-12"
        described = {"description": f"{told}\n\nExample:\n\n    {example}"}
        properties = {TRANSLATED: {**described, "anyOf": alternatives([day])}, **keys["properties"]}
        return {**keys, "type": "object", "properties": properties, "required": [TRANSLATED]}

    def _item(self, noun: type[Noun]) -> Schema:
        return self._ref(noun.__name__, lambda: self.record(noun, item=True))


def _optional(field: Field) -> Field:
    """``field`` as in a translation, where each may wait; conditions are translated where they are phrases."""
    if field.kind is Kind.CONDITION:
        return msgspec.structs.replace(field, required=False, kind=Kind.TEXT, sort="words")
    return msgspec.structs.replace(field, required=False)


def _told(field: Field) -> Schema:
    """What a key is for and an example of it, as Markdown and, for servers without it, as text."""
    shown = "\n".join(f"    {line}" for line in field.example.split("\n"))
    return {
        "description": f"{field.doc}\n\nExample:\n\n{shown}",
        "markdownDescription": f"{field.doc}\n\n```yaml\n{field.example}\n```",
    }
