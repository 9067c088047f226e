"""Briefs of every form that the reader takes, made from the nouns by a seeded chance: odd words, empty keys, one value
or a list, text in every style of YAML. Most of them build; the tests take those that do.
"""

from __future__ import annotations

from random import Random

from parley.model.brief import Brief
from parley.model.keys import Kind, Noun
from parley.model.schema import Field, shape
from tests.read.corpus.values import RIGHT_DATES

# Ids that YAML takes for something else are ids all the same.
ACTORS = ("council", "traders", "reed", "1", "2025", "007", "1e3", "no", "on", "true", "null", "0x1f", "2025-report")
SHARED = "".join(f"{id_}: {{name: The {id_}, kind: group}}\n" for id_ in ACTORS)
OWN = ("guest", "visitor", "42", "yes")  # actors of the brief itself, which no schema of the site can know
PROPOSALS, STEPS, SOURCES = ("bridge", "tunnel", "3", "off"), ("report", "2026"), ("minutes", "9-may", "12")
TEXTS = (
    *("Plain words.", "no", "NO", "~", "null", "true", "1.10", "12:30", "0x1F", ".inf", "-.5", "2025-05-11", "1_000"),
    *('"Quoted: words"', "'It''s so'", '" padded "', '"two\\nlines"', "é 😀 中文", "a", "<<", "^minutes"),
    *("|\n  Block,\n  on lines.", ">-\n  Folded\n  words.", "Words that\n  go on below.", "😀" * 1_500),
)
EMPTY = ("", "[]", "{}", '""', '" "', "''")
WORDS = {
    Kind.BOOL: ("true", "false", '"true"', "' false '"),
    Kind.URL: ("https://example.org/x", "HTTP://EXAMPLE.ORG", '" https://a@b.example:80/?q=1#x "', "https://[::1]/"),
    Kind.LANG: ("en", "no", "pt-BR", "zh-Hant-TW", '" de "'),
    Kind.COUNTRY: ("TR", "NO", '" GB "'),
    Kind.COLOUR: ('"#7a1f3d"', "0f5c6e", '" ABCDEF "'),
    Kind.QID: ("Q458", '"Q1 "'),
    Kind.SLUG: ("old-name", "older", "2024", '" padded-name "'),
    Kind.DATE: (*RIGHT_DATES, "'2025 '", '"2025-05-11 "', "2025-05-11T01:30:15", "0999", "2024-02-29~"),
    Kind.ACTOR: (*ACTORS, *OWN, '" reed "', '"guest"'),
    Kind.PROPOSAL: (*PROPOSALS, "town/bridge", '" tunnel "'),
    Kind.SOURCE: (*SOURCES, "town/minutes"),
    Kind.CONDITION: (*PROPOSALS, *STEPS, "town/report", "after the vote", '" two  words "', ">-\n  a phrase\n  below"),
    Kind.ITEM: (*PROPOSALS, *SOURCES, "what", "why_it_matters", "town/report"),
}
IDS = {"actors": OWN, "proposals": PROPOSALS, "next_steps": STEPS, "sources": SOURCES}


def brief(chance: Random) -> str:
    """A brief with some of its keys, in some order."""
    return "\n".join(_keys(chance, Brief, full=("actors", "proposals", "next_steps", "sources"))) + "\n"


def _keys(chance: Random, noun: type[Noun], full: tuple[str, ...] = ()) -> list[str]:
    fields = [
        field
        for field in shape(noun).fields.values()
        if field.required or field.key in full or (chance.random() < 0.4 and field.key not in ("status", "draft"))
    ]
    chance.shuffle(fields)
    lines = []
    for field in fields:
        if not field.required and field.key not in full and chance.random() < 0.15:
            lines.append(f"{field.key}: {chance.choice(EMPTY)}".rstrip())
        else:
            lines += _key(chance, field)
    return lines


def _key(chance: Random, field: Field) -> list[str]:
    match field.form:
        case "one":
            return [f"{field.key}: {_word(chance, field)}"]
        case "many":
            return _several(chance, field)
        case "map":
            keys = chance.sample(ACTORS + OWN, 3) if field.key_kind is Kind.ACTOR else ["Span", "no", "2025", "a b"]
            text = {key: chance.choice((*EMPTY, "Words.", "no", "2025", "'Quoted: words'")) for key in keys}
            return [f"{field.key}:", *(f"  {key}: {value}".rstrip() for key, value in text.items())]
        case "record":
            assert field.noun
            return [f"{field.key}:", *_indented(_keys(chance, field.noun))]
        case "records":
            assert field.noun
            items = [_keys(chance, field.noun) for _ in range(chance.randint(1, 3))]
            return [f"{field.key}:", *(line for item in items for line in _dashed(item))]
        case "record-map":
            assert field.noun
            entries = {id_: _keys(chance, field.noun) for id_ in IDS[field.key]}
            return [f"{field.key}:", *(line for id_, keys in entries.items() for line in _entry(id_, keys))]


def _several(chance: Random, field: Field) -> list[str]:
    """One value alone, a list in brackets, or one with dashes."""
    words = [_word(chance, field) for _ in range(chance.randint(1, 3))]
    lone = words[0]
    how = chance.choice(("alone", "brackets", "dashes"))
    if how == "dashes":
        return [f"{field.key}:", *(f"  - {_deeper(word)}" for word in words)]
    if how == "brackets" and not any("\n" in word or word in ("", "~") for word in words):
        return [f"{field.key}: [{', '.join(words)}]"]
    return [f"{field.key}: {lone}"]


def _word(chance: Random, field: Field) -> str:
    if field.choices:
        word = chance.choice(field.choices)
        return chance.choice((word, f'"{word}"', f"'{word}'"))
    return chance.choice(WORDS.get(field.kind, TEXTS))


def _deeper(word: str) -> str:
    return word.replace("\n", "\n  ")


def _indented(lines: list[str]) -> list[str]:
    return [f"  {_deeper(line)}" for line in lines]


def _dashed(lines: list[str]) -> list[str]:
    first, *rest = _indented(_indented(lines))
    return [f"  - {first.lstrip()}", *rest]


def _entry(id_: str, lines: list[str]) -> list[str]:
    return [f"  {id_}:", *_indented(_indented(lines))]
