"""Sentences with names in them: a template in one piece, so that it can be translated, filled with text and links."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Protocol

from parley.model.page import Link, Piece, Words
from parley.words.tongue import ENGLISH, SLOT, Joining, spoken

Part = Piece | Words


class Names(Protocol):
    """Who turns ids into links; a page knows where its links lead."""

    def actor(self, actor: str) -> Link | str:
        """An actor by name alone."""

    def named(self, actor: str) -> Words:
        """An actor within a sentence, with the article that the name takes."""

    def proposal(self, proposal: str) -> Link | str:
        """A proposal by its title."""

    def item(self, item: str) -> Link | str:
        """A proposal or a next step by its title."""


def said(template: str, **parts: Part) -> Words:
    """The message ``template`` in the language that is spoken now, with each ``{name}`` replaced by the part of that
    name; links stay links.

    A template that ends with a full stop is a whole sentence, and so begins with a capital.
    """
    found: list[Piece] = []
    tongue = spoken()
    for at, piece in enumerate(_pieces(tongue.message(template))):
        part: Part = parts[piece] if at % 2 else piece
        if isinstance(part, tuple):
            found += part
        else:
            found.append(part)
    words = joined(found)
    if not template.endswith("."):
        return words
    return capital(words if tongue is ENGLISH else _ended(words))


def _ended(words: Words) -> Words:
    """``words`` with one full stop at the end, where a shortened word before it has brought its own."""
    last = words[-1] if words else ""
    return (*words[:-1], last[:-1]) if isinstance(last, str) and last.endswith("..") else words


@lru_cache(maxsize=1024)
def _pieces(template: str) -> tuple[str, ...]:
    """Text and names of slots in turns. There are few templates, and each is filled thousands of times."""
    return tuple(SLOT.split(template))


def joined(parts: Sequence[Piece]) -> Words:
    """``parts`` with neighbouring texts put together and empty ones left out."""
    found: list[Piece] = []
    text = ""
    for part in parts:
        if isinstance(part, str):
            text += part
            continue
        if text:
            found.append(text)
            text = ""
        found.append(part)
    return (*found, text) if text else tuple(found)


def listed(items: Sequence[Part], joining: Joining = "and") -> Words:
    """ "A", "A and B", "A, B and C", as the language that is spoken now joins them."""
    found: list[Piece] = []
    gaps = spoken().gaps(len(items), joining) if len(items) > 1 else ()
    for at, item in enumerate(items):
        if at:
            found.append(gaps[at - 1])
        if isinstance(item, tuple):
            found += item
        else:
            found.append(item)
    return joined(found)


def quoted(part: Part) -> Words:
    """A title within a sentence, in quotation marks, so that its words don't run into the sentence's own."""
    opening, closing = spoken().quotes()
    return joined([opening, *(part if isinstance(part, tuple) else (part,)), closing])


def run(*sentences: Words) -> Words:
    """Sentences one after the other, a space between; empty ones are left out."""
    found: list[Piece] = []
    for sentence in sentences:
        if sentence:
            found.extend((" ", *sentence) if found else sentence)
    return joined(found)


def capital(words: Words) -> Words:
    """``words`` with a capital at the start."""
    if not words:
        return words
    first, *rest = words
    if isinstance(first, str):
        return (first[:1].upper() + first[1:], *rest)
    return words
