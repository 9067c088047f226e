"""Faults planted into a sound brief, each on a line that is known, as writers make them."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from typing import NamedTuple

from parley.model.actor import Actor
from parley.model.brief import Brief, Correction, Event, NextStep, Outcome, Source, Update
from parley.model.proposal import Acceptance, Proposal, Reaction, Rejection
from parley.model.schema import shape

NOUNS = (Actor, Brief, Proposal, Rejection, Acceptance, Reaction, NextStep, Outcome, Event, Source, Update, Correction)
KEYS = {key for noun in NOUNS for key in shape(noun).fields}
TEXTS = {"title", "why", "note", "role", "name", "publisher", "author", "where", "now", "was", "quote", "says"}
CHOICES = {"kind", "stance", "basis", "certainty", "result", "status"}
IDS = {"by", "to", "of", "about", "source", "who", "needs", "instead", "changed", "speaks_for", "members"}
REQUIRED = {"title", "by", "of", "stance", "what", "now", "result", "name"}

LINE = re.compile(r"(?P<lead> *(?:- )?)(?P<key>[a-z_]+):(?: (?P<value>\S.*))?")
CITED = re.compile(r"\[\^[a-z0-9-]{4,}\]")
LINKED = re.compile(r"\[\[(?:proposal:|brief:)?[a-z0-9/-]{4,}")


class Typed(NamedTuple):
    """One line that has a key."""

    lead: str
    key: str
    value: str

    def __str__(self) -> str:
        return f"{self.lead}{self.key}:{' ' * bool(self.value)}{self.value}"


class Kind(NamedTuple):
    """One way to go wrong: where it can happen, and what the line becomes there."""

    name: str
    fits: Callable[[Typed], bool]
    wrong: Callable[[Typed, random.Random], str]
    syntax: bool = False  # whether YAML itself complains, so that the rest of the file is not read


def misspelt(word: str, chance: random.Random) -> str:
    """``word`` without one of its inner letters."""
    at = chance.randrange(1, len(word) - 1)
    return word[:at] + word[at + 1 :]


def _a_word(line: Typed) -> bool:
    return line.key in TEXTS and re.match(r"[A-Za-z]", line.value) is not None and ": " not in line.value


def _an_id(line: Typed) -> bool:
    return line.key in IDS and re.fullmatch(r"[a-z0-9/-]{5,}", line.value) is not None


def _full_day(line: Typed) -> bool:
    return re.fullmatch(r"\d{4}-\d\d-\d\d", line.value) is not None


def _line(line: Typed, **changes: str) -> str:
    return str(line._replace(**changes))


def _below(line: Typed, more: str) -> str:
    return f"{line}\n{' ' * len(line.lead)}{more}"


KINDS = [
    Kind("a misspelt key", lambda it: len(it.key) > 3, lambda it, chance: _line(it, key=misspelt(it.key, chance))),
    Kind("an unknown key", _a_word, lambda it, _: _below(it, "colour: red")),
    Kind("a key twice", lambda it: _a_word(it), lambda it, _: _below(it, f"{it.key}: again")),
    Kind("a date in words", _full_day, lambda it, _: _line(it, value="12 May 2025")),
    Kind("a day that does not exist", _full_day, lambda it, _: _line(it, value="2025-02-30")),
    Kind("a wrong choice", lambda it: it.key in CHOICES, lambda it, _: _line(it, value="unheard-of")),
    Kind("a misspelt id", _an_id, lambda it, chance: _line(it, value=misspelt(it.value, chance) + "q")),
    Kind("nothing", lambda it: it.key in REQUIRED and bool(it.value), lambda it, _: _line(it, value="")),
    Kind("a list for text", lambda it: _a_word(it) and it.key != "author", lambda it, _: _line(it, value="[one, two]")),
    Kind("a map for text", _a_word, lambda it, _: _line(it, value="{one: two}")),
    Kind("a wrong address", lambda it: it.key == "url", lambda it, _: _line(it, value="example.org")),
    Kind("a tag", _a_word, lambda it, _: _line(it, value=f"!{it.value}")),
    Kind("an anchor", _a_word, lambda it, _: _line(it, value=f"&a {it.value}")),
    Kind("an alias", _a_word, lambda it, _: _line(it, value="*a")),
    Kind("a cut", _a_word, lambda it, _: _line(it, value=f"{it.value} #1 here")),
    Kind("an unknown actor", lambda it: it.key in ("by", "who") and _an_id(it), lambda it, _: _line(it, value="ghost")),
    Kind("a tab", lambda it: it.lead.startswith("  "), lambda it, _: f"\t{it}".replace("\t  ", "\t"), True),
    Kind("one space less", lambda it: it.lead == "    ", lambda it, _: str(it)[1:], True),
    Kind("one space more", lambda it: it.lead == "    " and bool(it.value), lambda it, _: f" {it}", True),
    Kind("no colon", lambda it: bool(it.value), lambda it, _: str(it).replace(": ", " ", 1), True),
    Kind("no space", lambda it: bool(it.value), lambda it, _: str(it).replace(": ", ":", 1), True),
    Kind("an open quote", _a_word, lambda it, _: _line(it, value=f'"{it.value}'), True),
    Kind("an open bracket", _a_word, lambda it, _: _line(it, value=f"[{it.value}"), True),
    Kind("a second colon", _a_word, lambda it, _: _line(it, value=f"Now: {it.value}"), True),
    Kind("a special sign", _a_word, lambda it, _: _line(it, value=f"@{it.value}"), True),
    Kind("an early end of quotes", _a_word, lambda it, _: _line(it, value=f'"So" {it.value}'), True),
    Kind("a hidden mark", _a_word, lambda it, _: _line(it, value=f"\u202e{it.value}"), True),
]  # fmt: skip


def lines_with_keys(text: str) -> list[tuple[int, Typed]]:
    """The lines of ``text`` that hold a key of the format, from 0; those inside a text of several lines are none."""
    found = []
    inside = -1  # the indentation of the key whose text goes on below
    for at, line in enumerate(text.split("\n")):
        indent = len(line) - len(line.lstrip())
        if inside >= 0 and (not line.strip() or indent > inside):
            continue
        inside = -1
        match = LINE.fullmatch(line)
        if match and match["key"] in KEYS:
            value = match["value"] or ""
            if re.match(r"[|>]|\S.*[\[{,]$", value):
                inside = len(match["lead"])
                continue
            found.append((at, Typed(match["lead"], match["key"], value)))
        elif re.fullmatch(r" *- [|>]-?", line):
            inside = indent
    return found


def planted(text: str, kind: Kind, chance: random.Random, spared: set[int]) -> tuple[str, int] | None:
    """``text`` with a fault of one kind, and its line from 1; ``None`` if there is no place for it.

    Lines in ``spared`` (from 0) and their neighbours are left alone.
    """
    typed = lines_with_keys(text)
    places = [(at, line) for at, line in typed if kind.fits(line) and not spared & {at - 1, at, at + 1}]
    if not places:
        return None
    at, line = chance.choice(places)
    lines = text.split("\n")
    wrong = kind.wrong(line, chance)
    lines[at] = wrong
    return "\n".join(lines), at + 1 + wrong.count("\n")


def planted_in_prose(text: str, chance: random.Random) -> tuple[str, int] | None:
    """``text`` with a citation or link that leads nowhere, and its line."""
    matches = [*CITED.finditer(text), *LINKED.finditer(text)]
    if not matches:
        return None
    match = chance.choice(matches)
    word = match[0].rstrip("]")
    wrong = word[:-2] + "q" + word[-1] + match[0][len(word) :]
    return text[: match.start()] + wrong + text[match.end() :], text.count("\n", 0, match.start()) + 1
