"""The words in which the nouns describe themselves: what kind of value stands under a key, and what the key is for.

The annotations of the nouns are the schema. The reader types and checks by them, and the editors' JSON Schema and the
reference in the docs can be made from them, so that nothing about the format is said twice.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated

import msgspec


class Kind(StrEnum):
    """What the text under a key must be. The value names the kind in messages."""

    TEXT = "text"
    LINE = "one paragraph of Markdown"
    PROSE = "Markdown"
    DATE = "a date"
    BOOL = "true or false"
    URL = "an address that begins with https:// or http://"
    LANG = "a language tag such as en or pt-BR"
    COUNTRY = "a country code of two letters such as TR"
    QID = "a Wikidata id such as Q458"
    ZONE = "a time zone such as Europe/Kyiv"
    COLOUR = "a colour such as 0f5c6e, in six hexadecimal digits"
    ADDRESS = "the site's address, such as https://example.org/briefs/"
    BRIEF = "the file name of a brief, without .yaml"
    SLUG = "an id: lower-case letters, digits and single hyphens"
    ACTOR = "an actor's id"
    PROPOSAL = "a proposal's id"
    SOURCE = "a source's id"
    ITEM = "the id of a proposal, next step or source, or a key of the brief"
    CONDITION = "the id of a proposal or next step, or a phrase"


class Key(msgspec.Struct, frozen=True):
    """What a key is for, in a sentence for writers, with an example as it is typed."""

    doc: str
    example: str
    name: str = ""  # the key as typed, where Python forbids the word (``if``, ``for``)
    kept: bool = False  # whether it stays as it is in every language, though it is text


Text = Annotated[str, Kind.TEXT]
Line = Annotated[str, Kind.LINE]
Prose = Annotated[str, Kind.PROSE]
Url = Annotated[str, Kind.URL]
Lang = Annotated[str, Kind.LANG]
Slug = Annotated[str, Kind.SLUG]
ActorId = Annotated[str, Kind.ACTOR]
ProposalId = Annotated[str, Kind.PROPOSAL]
SourceId = Annotated[str, Kind.SOURCE]
ItemId = Annotated[str, Kind.ITEM]


class Noun(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A frozen value; its annotated fields are keys of the format, the others are filled in by the reader."""


class Teller(Noun, frozen=True, kw_only=True):
    """A noun with texts for readers, of which a translation may lack some."""

    foreign: Mapping[str, str] = {}  # text -> its language, of those that stand as in the original
    translations: tuple[str, ...] = ()  # the languages that it was translated into

    @property
    def in_translation(self) -> bool:
        """Whether this is a translation, and not what was written first."""
        return False

    def lang_of(self, text: str) -> str:
        """The language (a tag) of ``text``, which is one of this; empty where it is the site's."""
        return self.foreign.get(text, "")
