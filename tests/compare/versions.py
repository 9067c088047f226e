"""Two versions of a small library, and what moved between them, told in words."""

from __future__ import annotations

from typing import Any

from parley.compare import Version, moves, moves_by_time, renamed, renames
from parley.derive import insights, library_as_of
from parley.model.library import Library
from parley.model.move import Move
from parley.model.page import plain
from parley.words.moves import told
from parley.words.named import Named
from tests.derive.builders import TODAY, library, on


def version(whole: Library, day: str = TODAY, **more: Any) -> Version:
    found = insights(library_as_of(whole, on(day)), on(day))
    return Version(library=whole, found=found, **more)


def moved(old: Library, new: Library, day: str = TODAY) -> tuple[Move, ...]:
    """The moves as the recipe makes them: the older library in the ids of the newer."""
    again = renames(old, new)
    return moves(version(renamed(old, again), day), version(new, day), again, old)


def moved_by_days(whole: Library, first: str, last: str) -> tuple[Move, ...]:
    then, now = library_as_of(whole, on(first)), library_as_of(whole, on(last))
    return moves_by_time(version(then, first), version(now, last))


def lines(old: Library, new: Library, day: str = TODAY) -> list[str]:
    return [plain(told(move, Named(new, old))) for move in moved(old, new, day)]


def story(*items: Any) -> Library:
    return library(*items)
