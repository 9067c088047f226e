"""The recipe of this room: an article's text and the actors that a site knows -> the skeleton and what was found."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

import msgspec

from parley.draft.candidates import Candidates, candidates
from parley.draft.dates import own_day
from parley.draft.moves import moves
from parley.draft.names import Cast
from parley.draft.phrases import words
from parley.draft.sentences import Sentence, cleaned, sentences
from parley.draft.skeleton import body, source, top, unclear
from parley.model.actor import Actor


class Wish(msgspec.Struct, frozen=True):
    """What the reporter says about the article; empty where they don't."""

    day: dt.date | None = None
    title: str = ""
    url: str = ""
    publisher: str = ""


class Drafted(msgspec.Struct):
    """The skeleton, and what it holds."""

    text: str
    title: str
    day: dt.date | None
    present: list[str]
    cast: Cast
    found: Candidates
    unclear: list[Sentence]


def drafted(article: str, known: Iterable[Actor], wish: Wish | None = None) -> Drafted:
    """The skeleton of a brief from ``article``. Never fails: of a text without moves comes a skeleton without them."""
    wish = wish or Wish()
    text = cleaned(article)
    row = sentences(text)
    day = wish.day or own_day(text.split("\n"))
    cast = Cast(known)
    cast.learn(row)
    told = moves(row, cast)
    found = candidates(told.moves, cast, day)
    present = _present(row, cast, found)
    title = wish.title or (row[0].text if row and row[0].headline else "")
    skeleton = top(title, day, cast, present) + body(found) + source(title, wish.url, wish.publisher, day)
    return Drafted(skeleton + unclear(told.unclear), title, day, present, cast, found, told.unclear)


def _present(row: list[Sentence], cast: Cast, found: Candidates) -> list[str]:
    """The actors that the article names other than as places, or that a candidate needs, those named first first."""
    named: dict[str, None] = {}
    for sentence in row:
        named |= dict.fromkeys(one.id for one in cast.mentions(words(sentence.text)) if not one.place)
    for one in [*found.offers, *found.answers, *found.steps]:
        named |= dict.fromkeys((*one.move.by, *one.move.to))
    return list(named)
