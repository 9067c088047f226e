"""Answers, before and after: who has answered, who answers otherwise now, and what was altered in an answer.

An answer has no id that survives an edit of its date or its speaker, so the likest ones are taken for the same. A new
answer is told as the move of the side for which it counts.
"""

from __future__ import annotations

from collections.abc import Iterator

from parley.compare.fields import differences
from parley.compare.matched import Matched, matched
from parley.compare.places import place
from parley.compare.version import Version
from parley.model.brief import Brief
from parley.model.move import Move, Side
from parley.model.places import key_of
from parley.model.proposal import Answer, Reaction
from parley.model.sides import sides_of

LEAST = 6


def answers_matched(old: Brief, new: Brief) -> Matched[Answer]:
    """Which answer of ``new`` is which of ``old``."""
    return matched(old.answers, new.answers, likeness, LEAST)


def likeness(old: Answer, new: Answer) -> int:
    """How much speaks for two answers being one. To say the same of another proposal is as good as to say another thing
    of the same."""
    if old.of != new.of and not (old.quote and old.quote == new.quote) and not (old.why and old.why == new.why):
        return 0
    return (
        3 * (old.of == new.of)
        + 3 * (old.by == new.by)
        + 2 * (old.date == new.date)
        + 4 * bool(old.quote and old.quote == new.quote)
        + 3 * bool(old.why and old.why == new.why)
        + bool(old.source and old.source == new.source)
        + (type(old) is type(new))
    )


def of_answers(old: Version, new: Version, before: Brief, after: Brief) -> Iterator[Move]:
    """The moves in the answers of one brief."""
    found = answers_matched(before, after)
    for answer in found.come:
        path = f"{key_of(answer)}.{answer.at}"
        yield Move(
            thing="answer",
            how="added",
            brief=after.slug,
            item=answer.id,
            now=answer,
            sides=sides_moved(old, new, answer),
            place=place(new.library, after.slug, path),
        )
    for answer in found.gone:
        yield Move(
            thing="answer",
            how="removed",
            brief=after.slug,
            item=answer.id,
            was=answer,
            sides=sides_moved(old, new, answer, gone=True),
            place=place(new.library, after.slug, key_of(answer)),
        )
    for was, now in found.pairs:
        yield from _altered(old, new, was, now)
    if found.reordered:
        yield Move(
            thing="answer", how="reordered", brief=after.slug, place=place(new.library, after.slug, "rejections")
        )


def _altered(old: Version, new: Version, was: Answer, now: Answer) -> Iterator[Move]:
    path = f"{key_of(now)}.{now.at}"
    if type(was) is not type(now) or (isinstance(was, Reaction) and was.word != now.word):
        sides = sides_moved(old, new, now)
        at = place(new.library, now.brief, path)
        yield Move(thing="answer", how="changed", brief=now.brief, item=now.id, was=was, now=now, sides=sides, place=at)
    for key, before, after in differences(was, now, frozenset(("stance",))):
        at = place(new.library, now.brief, f"{path}.{key}")
        yield Move(
            thing="answer",
            how="changed",
            brief=now.brief,
            item=now.id,
            key=key,
            was=before,
            now=after,
            within=now,
            place=at,
        )


def sides_moved(old: Version, new: Version, answer: Answer, *, gone: bool = False) -> tuple[Side, ...]:
    """The sides for which ``answer`` counts, with the answers of theirs that counted before and count now."""
    library = old.library if gone else new.library
    return tuple(
        Side(side=side, was=latest(old, answer.of, side), now=latest(new, answer.of, side))
        for side in sides_of(library, answer)
    )


def latest(version: Version, proposal: str, side: str) -> Answer | None:
    """The answer of ``side`` to ``proposal`` that counts, on the version's day."""
    standing = version.found.standings.get(proposal)
    positions = standing.positions if standing else ()
    return next((position.latest for position in positions if position.side == side), None)
