"""Finding phrases in a row of words, in one pass: names and the words for moves alike."""

from __future__ import annotations

import re
from typing import Generic, TypeVar

import msgspec

V = TypeVar("V")
WORD = re.compile(r"[^\W_]+(?:[.&’'+-][^\W_]+)*\+?")
OWNER = re.compile(r"[’']s$")


class Word(msgspec.Struct, frozen=True, gc=False):
    """A word of a sentence, without its possessive ending, and where it stands."""

    text: str
    start: int
    end: int
    owns: bool = False


def words(text: str) -> list[Word]:
    """The words of ``text``."""
    found = []
    for match in WORD.finditer(text):
        bare = OWNER.sub("", match[0])
        owns = bare != match[0] or (bare.endswith("s") and text[match.end() : match.end() + 1] in ("’", "'"))
        found.append(Word(bare, match.start(), match.end(), owns))
    return found


class Phrases(Generic[V]):
    """Phrases that stand for something. ``lower``: whether they are found in small letters alone."""

    def __init__(self) -> None:
        self.by_first: dict[str, list[tuple[tuple[str, ...], V]]] = {}

    def add(self, phrase: str, value: V) -> None:
        parts = tuple(word.text for word in words(phrase))
        if parts:
            same = self.by_first.setdefault(parts[0], [])
            same.append((parts, value))
            same.sort(key=lambda entry: -len(entry[0]))

    def found(self, row: list[str]) -> list[tuple[int, int, V]]:
        """(first, behind the last, value) of each phrase in ``row``, the longest at every place."""
        found, at = [], 0
        while at < len(row):
            for parts, value in self.by_first.get(row[at], ()):
                if tuple(row[at : at + len(parts)]) == parts:
                    found.append((at, at + len(parts), value))
                    at += len(parts) - 1
                    break
            at += 1
        return found
