"""What moved, as an entry in a brief's updates tells it to readers: in plain past sentences, few of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from parley.model.brief import NextStep
from parley.model.move import Move
from parley.model.page import Words, plain
from parley.model.proposal import Answer
from parley.words.dates import date_words, on_words
from parley.words.happenings import answer_given, proposal_put, taken_back
from parley.words.labels import MARK, STATUS
from parley.words.moves import ended
from parley.words.named import Named
from parley.words.sentences import quoted, said
from parley.words.stories import waits

MOST = 3  # sentences of one entry


def news(moves: Iterable[Move], names: Named, day: dt.date) -> str:
    """Up to three sentences on ``moves``, which stand in the order of their weight, as told on ``day``.

    Empty where no move is told so.
    """
    found: dict[str, None] = {}
    answered = set()
    for move in moves:
        if isinstance(move.now, Answer):
            answered.add(move.now.of)
        if move.thing == "status" and move.item in answered:
            continue  # follows from the answer that was told
        if isinstance(move.now, NextStep) and move.now.date.last < day:
            continue  # its outcome is the news, or is missing
        if sentence := plain(_sentence(move, names)):
            found[sentence if sentence.endswith((".", "!", "?", ".”")) else f"{sentence}."] = None
    return " ".join(list(found)[:MOST])


def _sentence(move: Move, names: Named) -> Words:
    """One move for readers; empty for what is a correction or too small."""
    match (move.thing, move.how):
        case ("answer", "added"):
            mark = f" ({MARK[move.now.basis]})" if MARK[move.now.basis] else ""
            given = answer_given(move.now, names)
            return said("{when} {given}{mark}.", when=on_words(move.now.date), given=given, mark=mark)
        case ("proposal", "added"):
            return said("{when} {put}.", when=on_words(move.now.date), put=proposal_put(move.now, names))
        case ("status", "changed") if move.now.status != "withdrawn":  # who took it back is told by itself
            status = STATUS.within(move.now.status)
            return said("{proposal} is now {status}.", proposal=quoted(names.proposal(move.item)), status=status)
        case ("proposal", "changed") if move.key == "withdrawn" and move.now:
            return taken_back(move.within, names)
        case ("step", "added"):
            return said("{step} is to come {when}.", step=quoted(move.now.title), when=on_words(move.now.date))
        case ("step", "changed") if move.key == "outcome" and move.now:
            return said("{step} {ended}.", step=quoted(move.within.title), ended=ended(move.now))
        case ("step", "changed") if move.key == "date":
            was, now = date_words(move.was), date_words(move.now)
            return said("{step} is now planned for {now}, not {was}.", step=quoted(move.within.title), now=now, was=was)
        case ("event", "added"):
            return (move.now.what,)
        case ("deadlock", "added"):
            return said("There is a deadlock: {waits}.", waits=waits(move.now, names))
        case ("deadlock", "removed"):
            return ("A deadlock is over.",)
    return ()
