"""Of which moves readers of a brief should hear: what an entry in its ``updates`` would be about."""

from __future__ import annotations

from collections.abc import Iterable

from parley.compare.version import Version
from parley.compare.weights import READERS
from parley.model.keys import Noun
from parley.model.move import Move
from parley.model.proposal import Answer


class Draft(Noun, frozen=True, kw_only=True):
    """An entry to be written for ``brief``: its moves, weightiest first, and the ids (as typed there) of what changed.

    ``written`` is true where the newer version has an entry already that the older had not.
    """

    brief: str
    moves: tuple[Move, ...]
    changed: tuple[str, ...]
    written: bool = False


def drafts(moves: Iterable[Move], new: Version) -> tuple[Draft, ...]:
    """A draft for each brief of which readers should hear something; a new brief is news by itself."""
    by_brief: dict[str, list[Move]] = {}
    for move in moves:
        if move.brief in new.library.briefs:
            by_brief.setdefault(move.brief, []).append(move)
    found = []
    for slug, group in by_brief.items():
        weighty = tuple(move for move in group if move.weight >= READERS and move.how != "renamed")
        is_new = any(move.thing == "brief" and move.how == "added" for move in group)
        if weighty and not is_new:
            written = any(move.thing == "update" and move.how == "added" for move in group)
            found.append(Draft(brief=slug, moves=weighty, changed=_changed(weighty, slug, new), written=written))
    return tuple(found)


def _changed(moves: Iterable[Move], slug: str, new: Version) -> tuple[str, ...]:
    """The proposals and steps that the moves are about, as they are typed in the brief."""
    library = new.library
    ids = dict.fromkeys(_about(move) for move in moves)
    known = [id_ for id_ in ids if id_ in library.proposals or id_ in library.steps]
    return tuple(id_.removeprefix(f"{slug}/") for id_ in known)


def _about(move: Move) -> str:
    noun = move.within or move.now or move.was
    return noun.of if isinstance(noun, Answer) else move.item
