"""From days to places on an axis: even, but for long stretches without anything, which are cut out and told."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from itertools import pairwise

from parley.model.keys import Noun

LONG = 31  # days
SHARE = 0.25  # of the whole
CUT = 88  # how wide the place of a cut is, in units

DAY = dt.timedelta(days=1)


class Piece(Noun, frozen=True, kw_only=True):
    """Days that follow one another without a cut, and where they lie."""

    first: dt.date
    last: dt.date
    start: float
    end: float

    @property
    def months(self) -> tuple[dt.date, ...]:
        """The first days of months among them."""
        found, month = [], self.first.replace(day=1)
        while month <= self.last:
            if month >= self.first:
                found.append(month)
            month = (month + 31 * DAY).replace(day=1)
        return tuple(found)


class Cut(Noun, frozen=True, kw_only=True):
    """Days left out, and the middle of their place."""

    days: int
    middle: float


class Scale(Noun, frozen=True, kw_only=True):
    """Where days lie."""

    pieces: tuple[Piece, ...]
    cuts: tuple[Cut, ...]

    @property
    def first(self) -> dt.date:
        """The first day of all."""
        return self.pieces[0].first

    @property
    def last(self) -> dt.date:
        """The last day of all."""
        return self.pieces[-1].last

    def at(self, day: dt.date) -> float:
        """The place of ``day``; a day that was cut out lies at the end of what comes before it."""
        at = len(self.pieces) - 1
        while at and day < self.pieces[at].first:
            at -= 1
        piece = self.pieces[at]
        if piece.first == piece.last:
            return piece.start
        share = (min(max(day, piece.first), piece.last) - piece.first) / (piece.last - piece.first)
        return piece.start + share * (piece.end - piece.start)

    @property
    def months(self) -> tuple[dt.date, ...]:
        """The first days of months that are on the axis."""
        return tuple(day for piece in self.pieces for day in piece.months)


def scale(days: Sequence[dt.date], start: float, end: float) -> Scale:
    """Lays ``days`` (sorted, each once) out between ``start`` and ``end``.

    A stretch of more than a month without any of them, and of a quarter of the whole or more, is cut out.
    """
    whole = (days[-1] - days[0]).days
    cuts = [pair for pair in pairwise(days) if (pair[1] - pair[0]).days > max(LONG, SHARE * whole)]
    firsts = [days[0], *(later for _, later in cuts)]
    lasts = [*(earlier for earlier, _ in cuts), days[-1]]
    left = sum((last - first).days for first, last in zip(firsts, lasts, strict=True))
    room = end - start - CUT * len(cuts)
    unit = room / left if left else 0.0
    pieces, found = [], []
    at = start
    for number, (first, last) in enumerate(zip(firsts, lasts, strict=True)):
        reach = at + (last - first).days * unit
        pieces.append(Piece(first=first, last=last, start=at, end=reach))
        if number < len(cuts):
            found.append(Cut(days=(cuts[number][1] - last).days, middle=reach + CUT / 2))
        at = reach + CUT
    return Scale(pieces=tuple(pieces), cuts=tuple(found))
