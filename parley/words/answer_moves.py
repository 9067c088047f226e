"""Moves of answers in words: "Russia’s answer to “X”: no decision yet → rejects (implied), on 11 May 2025"."""

from __future__ import annotations

from parley.model.move import Move, Side
from parley.model.page import Words, plain
from parley.model.proposal import Answer
from parley.words.dates import day_words, on_words
from parley.words.keyed_moves import keyed
from parley.words.labels import MARK
from parley.words.named import Named
from parley.words.sentences import capital, listed, quoted, said
from parley.words.stories import label

NONE = "no answer"


def of_answer(move: Move, names: Named) -> Words:
    """An answer that came, went or was altered."""
    if move.how == "reordered":
        return ("The answers stand in another order",)
    if move.key:
        return keyed(move, _named(move.within, names), names)
    if move.how == "removed":
        answer = _named(move.was, names)
        left = _left(move.sides, names)
        return said("removed: {answer}, “{word}”{left}", answer=answer, word=_word(move.was), left=left)
    whose, was, now = _stands(move, names)
    if move.how == "changed":
        return said("{whose}, told otherwise: {was} → {now}", whose=whose, was=_word(move.was), now=now)
    if _is_ahead(move):
        return said("{whose}, dated ahead: {now}", whose=whose, now=now)
    if not _is_latest(move):
        who, proposal = listed([names.named(side.side) for side in move.sides]), quoted(names.proposal(move.now.of))
        return said(
            "one more answer of {who} to {proposal}, not the latest: {now}", who=who, proposal=proposal, now=now
        )
    if not was:
        return said("{whose}: {now}", whose=whose, now=now)
    return said("{whose}: {was} → {now}", whose=whose, was=was, now=now)


def of_position(move: Move, names: Named) -> Words:
    """An answer that counts for a side now, though no answer was written."""
    (side,) = move.sides
    whose = _whose(move.sides, move.item, names)
    return said("{whose}: {was} → {now}", whose=whose, was=_word(side.was), now=_now(side.now, move.sides, names))


def stand_words(move: Move, names: Named) -> tuple[str, str, str]:
    """Whose answer to what, what it was and what it is now, for a table; empty where a sentence has to tell it."""
    if move.thing == "position":
        (side,) = move.sides
        whose, was = _whose(move.sides, move.item, names), _word(side.was)
        now = _now(side.now, move.sides, names)
    elif _is_latest(move):
        whose, was, now = _stands(move, names)
    else:
        return "", "", ""
    return plain(capital(whose)), was, plain(now)


def _stands(move: Move, names: Named) -> tuple[Words, str, Words]:
    """Whose answer, the word that it had before (empty where nobody asked for one), and the answer now."""
    answer: Answer = move.now
    whose, now = _whose(move.sides, answer.of, names), _now(answer, move.sides, names)
    was = {_word(side.was) for side in move.sides}
    if was == {_word(answer)}:
        return whose, "", said("again {now}", now=now)
    if was == {NONE} and answer.word in ("supports", "opposes"):
        return whose, "", now
    return whose, " or ".join(sorted(was)), now


def _is_latest(move: Move) -> bool:
    """Whether the answer of ``move`` is the one that counts for one of its sides."""
    return any(side.now is not None and side.now.id == move.now.id for side in move.sides)


def _is_ahead(move: Move) -> bool:
    """Whether the answer of ``move`` is later than all that counts on the day of the comparison."""
    return not _is_latest(move) and all(
        side.now is None or side.now.date.order < move.now.date.order for side in move.sides
    )


def _now(answer: Answer | None, sides: tuple[Side, ...], names: Named) -> Words:
    """ "rejects (implied), by Vladimir Putin on 11 May 2025"; who spoke, where that is not the side itself."""
    if answer is None:
        return (NONE,)
    mark = f" ({MARK[answer.basis]})" if MARK[answer.basis] else ""
    own = {side.side for side in sides}
    speakers = [names.named(actor) for actor in answer.by if actor not in own]
    by = said("by {who} ", who=listed(speakers)) if speakers else ()
    return said("{word}{mark}, {by}{when}", word=_word(answer), mark=mark, by=by, when=on_words(answer.date))


def _left(sides: tuple[Side, ...], names: Named) -> Words:
    """What counts now that an answer is gone."""
    parts = [said("{side} has “{word}”", side=names.named(side.side), word=_word(side.now)) for side in sides]
    return said("; now {parts}", parts=listed(parts)) if parts else ()


def _whose(sides: tuple[Side, ...], of: str, names: Named) -> Words:
    """ "Russia’s answer to “X”", "the answer of France and Germany to “X”"."""
    proposal = quoted(names.proposal(of))
    who = [names.named(side.side) for side in sides]
    if len(who) == 1:
        return said("{who}’s answer to {proposal}", who=who[0], proposal=proposal)
    return said("the answer of {who} to {proposal}", who=listed(who), proposal=proposal)


def _named(answer: Answer, names: Named) -> Words:
    by, proposal = listed([names.named(actor) for actor in answer.by]), quoted(names.proposal(answer.of))
    return said("the answer of {by} to {proposal} ({day})", by=by, proposal=proposal, day=day_words(answer.date))


def _word(answer: Answer | None) -> str:
    return label(answer).lower() if answer else NONE
