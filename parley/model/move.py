"""A move: one thing that is otherwise in a newer version of the content than it was in an older one.

A move tells what a reader would hear of, "Russia's answer: no decision yet -> rejects", and not which line of which
file was edited. It holds the nouns themselves; sentences are made from it in one other place.
"""

from typing import Any, Literal

from parley.model.keys import Noun
from parley.model.problem import Place
from parley.model.proposal import Answer

Thing = Literal[
    "brief", "proposal", "answer", "step", "event", "source", "update", "correction", "actor", "settings",
    "status", "position", "deadlock", "condition",
]  # fmt: skip
How = Literal[
    "added", "removed", "changed", "renamed", "reordered", "shared", "met", "unmet", "overdue", "review-due", "expired"
]  # fmt: skip


class Side(Noun, frozen=True, kw_only=True):
    """One side's stand on a proposal, before and after: the answers that counted."""

    side: str
    was: Answer | None = None
    now: Answer | None = None


class Move(Noun, frozen=True, kw_only=True):
    """One move. ``was`` and ``now`` are nouns where the whole thing came, went or changed, and else the values of
    ``key``, as the nouns hold them."""

    thing: Thing
    how: How
    brief: str = ""  # slug of the brief it stands in; empty for shared actors and the settings
    item: str = ""  # full id of the proposal, step, source or answer, or an actor's id
    key: str = ""  # what of it changed, as typed: "date", "outcome.result", "who.putin"
    was: Any = None
    now: Any = None
    within: Any = None  # the noun that ``key`` belongs to, as it is now
    sides: tuple[Side, ...] = ()  # of an answer: for whom it counts, with their stand before and after
    place: Place = Place("")  # in the newer files, as near as can be told
    weight: int = 0  # how much readers should care: the most first

    @property
    def kind(self) -> str:
        """What sort of move this is, in one stable word for machines: "answer-added"."""
        return f"{self.thing}-{self.how}"
