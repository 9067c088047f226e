"""Moves for people at a terminal: brief by brief, the most important first."""

from __future__ import annotations

import shutil
import sys
import textwrap
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from parley.comparison import Comparison
from parley.model.move import Move
from parley.model.page import plain
from parley.words.dates import day_words
from parley.words.keyed_moves import details
from parley.words.moves import told
from parley.words.named import Named
from parley.words.tongue import counted

SHARED = "Shared by all briefs"
NARROWEST = 40
MOST = 12  # names in a note


class Sides(NamedTuple):
    """What was compared with what, as people call it; ``root`` is the newer folder."""

    old: str
    new: str
    root: Path
    comparison: Comparison

    @property
    def names(self) -> Named:
        return Named(self.comparison.new, self.comparison.old)

    @property
    def headline(self) -> str:
        """What was compared, in one line."""
        first, last = self.comparison.days
        when = f", as of {day_words(first)}" if first == last else ""
        return f"From {self.old} to {self.new}{when}"


def as_lines(sides: Sides, *, verbose: bool, width: int) -> str:
    """The moves as a text of lines of at most ``width`` signs (0: however long)."""
    found = sides.comparison
    lines = [*_wrapped(sides.headline, "", "", width), ""]
    for title, file, moves in groups(sides):
        lines += [*_wrapped(f"{title} ({file})" if file else title, "", "  ", width)]
        for move in moves:
            lines += _wrapped(plain(told(move, sides.names)), "  - ", "    ", width)
            for when, sentence in details(move) if verbose else ():
                lines += _wrapped(sentence, f"      {when}: ", "           ", width)
        lines.append("")
    for note in notes(sides):
        lines += _wrapped(note, "", "", width)
    lines += _wrapped(summary(found), "", "", width)
    return "\n".join(lines)


def groups(sides: Sides) -> Iterator[tuple[str, str, list[Move]]]:
    """The moves by brief: the title of each, its file, and its moves."""
    found = sides.comparison
    for slug, moves in groupby(found.moves, key=lambda move: move.brief):
        brief = found.new.briefs.get(slug) or found.old.briefs.get(slug)
        yield (brief.title if brief else SHARED, brief.file if brief else "", list(moves))


def notes(sides: Sides) -> list[str]:
    """What else must be said: what could not be compared, and what changed for nobody."""
    found = sides.comparison
    said = []
    for slugs, side in zip(found.unread, (sides.old, sides.new), strict=True):
        if slugs:
            said.append(f"Not compared, for {side} has errors in them or in what they lean on: {_few(slugs)}.")
    if found.only_typed:
        files = _few(found.only_typed)
        said.append(f"Nothing that readers see has changed in {files}: comments, order of keys or spaces only.")
    return said


def summary(found: Comparison) -> str:
    """How much moved, in a sentence."""
    if not found.moves:
        return "No moves." if not found.only_typed else "No moves. Nothing that readers see has changed."
    briefs = len({move.brief for move in found.moves if move.brief})
    where = f" in {counted(briefs, 'brief', 'briefs')}" if briefs else ""
    warned = f", {counted(len(found.warnings), 'warning', 'warnings')}" if found.warnings else ""
    return f"{counted(len(found.moves), 'move', 'moves')}{where}{warned}."


def _few(names: Sequence[str]) -> str:
    """Some names, and how many more there are."""
    more = f" and {len(names) - MOST} more" if len(names) > MOST else ""
    return ", ".join(names[:MOST]) + more


def width() -> int:
    """How wide the terminal is, or 0 where the text goes into a file or to a program."""
    return max(shutil.get_terminal_size().columns, NARROWEST) if sys.stdout.isatty() else 0


def _wrapped(text: str, first: str, rest: str, width: int) -> list[str]:
    if not width:
        return [first + text]
    return textwrap.wrap(text, width, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False)
