"""Two versions of the content -> the moves between them. Pure: nothing is read, asked or printed here.

Nothing is lost: whatever differs in the values of a brief, an actor or the settings is in some move, since all keys are
gone through by the schema. What is only typed otherwise, a comment or an order of keys, is no move.
"""

from __future__ import annotations

from collections.abc import Iterable

from parley.compare.briefs import of_briefs
from parley.compare.derived import of_days, of_deadlocks, of_standings
from parley.compare.renamed import renamed
from parley.compare.renames import Renames, of_renames, renames
from parley.compare.shared import of_actors, of_settings
from parley.compare.uncorrected import uncorrected
from parley.compare.updates import Draft, drafts
from parley.compare.version import Version
from parley.compare.weights import weighed
from parley.model.library import Library
from parley.model.move import Move

__all__ = ["Draft", "Renames", "Version", "drafts", "moves", "renamed", "renames", "uncorrected"]

BY_TIME = frozenset((("proposal", "withdrawn"), ("step", "outcome"), ("brief", "as_of")))


def moves(old: Version, new: Version, found: Renames | None = None, before: Library | None = None) -> tuple[Move, ...]:
    """What moved from ``old`` to ``new``: brief by brief, the briefs with the weightiest moves first.

    ``old`` is in the ids of ``new``: it was made with :func:`renamed` of the library ``before``, where ``found`` says
    what was renamed.
    """
    found = found or Renames()
    written = [*of_briefs(old, new, found), *of_actors(old, new), *of_settings(old, new)]
    if before is not None:
        written += of_renames(before, new, found)
    return _sorted([*written, *_derived(old, new, written)])


def moves_by_time(old: Version, new: Version) -> tuple[Move, ...]:
    """What moved because days went by, the content being the same: what was not known yet, and what follows from it.

    On an earlier day, what refers to things that are not known yet is left out or said in other words; that it comes
    back is no move.
    """
    written = [*of_briefs(old, new, Renames())]
    kept = [move for move in written if move.how != "changed" or (move.thing, move.key) in BY_TIME]
    kept = [move for move in kept if move.how not in ("removed", "reordered") and move.thing != "source"]
    return _sorted([*kept, *_derived(old, new, kept)])


def _derived(old: Version, new: Version, written: Iterable[Move]) -> list[Move]:
    return [*of_standings(old, new, written), *of_deadlocks(old, new), *of_days(old, new)]


def _sorted(found: Iterable[Move]) -> tuple[Move, ...]:
    known = [weighed(move) for move in found]
    most: dict[str, int] = {}
    for move in known:
        most[move.brief] = max(most.get(move.brief, 0), move.weight)
    return tuple(
        sorted(
            known,
            key=lambda move: (
                not move.brief,
                -most[move.brief],
                move.brief,
                -move.weight,
                move.place,
                move.item,
                move.key,
                move.kind,
            ),
        )
    )
