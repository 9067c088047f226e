"""How much readers should care about a move, so that the most important stands first: one table for all."""

from __future__ import annotations

from msgspec.structs import replace

from parley.model.move import How, Move, Thing

READERS = 60  # from here on, readers should hear of it: it belongs into the brief's updates
WEIGHTS: dict[tuple[Thing, How], int] = {
    ("brief", "added"): 98,
    ("brief", "removed"): 97,
    ("brief", "renamed"): 96,
    ("answer", "added"): 95,
    ("position", "changed"): 94,
    ("answer", "removed"): 93,
    ("answer", "changed"): 72,
    ("status", "changed"): 92,
    ("proposal", "added"): 90,
    ("proposal", "removed"): 89,
    ("proposal", "changed"): 71,
    ("deadlock", "added"): 88,
    ("deadlock", "removed"): 87,
    ("condition", "met"): 86,
    ("condition", "unmet"): 86,
    ("step", "added"): 80,
    ("step", "overdue"): 79,
    ("step", "removed"): 78,
    ("step", "changed"): 70,
    ("event", "added"): 65,
    ("event", "removed"): 64,
    ("event", "changed"): 63,
    ("actor", "added"): 40,
    ("actor", "removed"): 40,
    ("actor", "changed"): 42,
    ("brief", "review-due"): 35,
    ("brief", "expired"): 36,
    ("brief", "changed"): 30,
    ("correction", "added"): 38,
    ("correction", "removed"): 38,
    ("correction", "changed"): 38,
    ("update", "added"): 34,
    ("update", "removed"): 34,
    ("update", "changed"): 34,
    ("source", "added"): 20,
    ("source", "removed"): 21,
    ("source", "changed"): 19,
    ("settings", "changed"): 15,
}
KEYS: dict[tuple[Thing, str], int] = {  # what weighs otherwise than the thing that it is a key of
    ("proposal", "withdrawn"): 91,
    ("proposal", "source"): 18,
    ("proposal", "note"): 28,
    ("proposal", "says"): 58,
    ("answer", "source"): 18,
    ("answer", "note"): 28,
    ("step", "outcome"): 85,
    ("step", "date"): 84,
    ("step", "source"): 18,
    ("event", "source"): 18,
    ("actor", "speaks_for"): 62,
    ("brief", "title"): 45,
    ("brief", "summary"): 44,
    ("brief", "what"): 43,
    ("brief", "who"): 41,
    ("brief", "topics"): 12,
    ("brief", "authors"): 12,
    ("brief", "lang"): 10,
    ("brief", "aliases"): 10,
    ("brief", "as_of"): 14,
    ("brief", "review_by"): 11,
    ("brief", "expires"): 11,
}
ORDER = 8  # of a list that only stands in another order
NAMES = 9  # of what has another id or another home, and says the same


def weighed(move: Move) -> Move:
    """``move`` with its weight."""
    if move.how in ("reordered", "shared") or (move.how == "renamed" and move.thing != "brief"):
        return replace(move, weight=ORDER if move.how == "reordered" else NAMES)
    weight = KEYS.get((move.thing, move.key)) or KEYS.get((move.thing, move.key.partition(".")[0]))
    return replace(move, weight=WEIGHTS[move.thing, move.how] if weight is None else weight)
