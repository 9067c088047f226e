"""Dates as schema.org takes them: ISO 8601 (-1:2019), at the precision that is known.

A month stays a month ("2025-05"). What ISO 8601-1 has no form for ("about") is left out: no day is made up.
"""

from __future__ import annotations

from parley.model.dates import Date, Point
from parley.words.dates import machine_date


def iso(date: Date | None) -> str:
    """One date, or nothing where there is none or it is not known well enough."""
    return machine_date(date) if date else ""


def ends(date: Date) -> tuple[str, str]:
    """The start and the end of ``date``; the end is empty where it is no span, or is still going on."""
    return _point(date.start), _point(date.end) if date.end else ""


def _point(point: Point) -> str:
    return machine_date(Date(text="", start=point))
