"""Dates in words, at the precision that is known: nobody may read a day into a month."""

from __future__ import annotations

import calendar
import datetime as dt
from functools import lru_cache

from parley.model.dates import Date, Point

MONTHS = tuple(calendar.month_name)  # asked once: each look-up in ``calendar`` writes a whole date to find the name
MOST = 16_384  # dates of which the words are kept; the same few days come up on every page


@lru_cache(maxsize=MOST)
def date_words(date: Date) -> str:
    """The date: "11 May 2025, 01:30 (UTC+3)", "May 2025", "about May 2025", "8 to 10 May 2025", "from 12 May 2025"."""
    if not date.span:
        return _point(date.start)
    if date.end is None:
        return f"from {_point(date.start)}"
    return f"{_shared(date.start, date.end)} to {_point(date.end)}"


@lru_cache(maxsize=MOST)
def on_words(date: Date) -> str:
    """The same with the preposition it takes in a sentence: "on 11 May 2025", "in May 2025", "around May 2025"."""
    if date.span:
        return (
            f"from {_shared(date.start, date.end)} to {_point(date.end)}" if date.end else f"since {_point(date.start)}"
        )
    if date.start.about:
        return f"around {_bare(date.start)}"
    return f"on {day_words(date)}" if date.start.day else f"in {_bare(date.start)}"


@lru_cache(maxsize=MOST)
def day_words(date: Date | dt.date) -> str:
    """The date without its time: "11 May 2025"."""
    if isinstance(date, dt.date):
        return f"{date.day} {MONTHS[date.month]} {date.year}"
    return _bare(date.start) if not date.span else date_words(date)


def month_words(year: int, month: int) -> str:
    """ "May 2025"."""
    return f"{MONTHS[month]} {year}"


@lru_cache(maxsize=MOST)
def machine_date(date: Date) -> str:
    """What HTML's ``datetime`` takes (HTML Standard, "valid date string", month, year, global date and time), or ""."""
    point = date.start
    if date.span or point.about:
        return ""
    text = f"{point.year:04d}"
    if point.month:
        text += f"-{point.month:02d}"
    if point.day:
        text += f"-{point.day:02d}"
    if point.hour is not None:
        text += f"T{point.hour:02d}:{point.minute or 0:02d}{_offset(point.offset or 0)}"
    return text


def _point(point: Point) -> str:
    text = _bare(point)
    if point.hour is not None:
        text += f", {point.hour:02d}:{point.minute or 0:02d} ({_zone(point.offset or 0)})"
    return f"about {text}" if point.about else text


def _bare(point: Point) -> str:
    parts = [str(point.day)] if point.day else []
    if point.month:
        parts.append(MONTHS[point.month])
    return " ".join([*parts, str(point.year)])


def _shared(start: Point, end: Point | None) -> str:
    """``start`` without what it shares with ``end``: the "8" of "8 to 10 May 2025"."""
    if end is None or start.about or end.about or start.year != end.year or not start.month:
        return _point(start)
    if start.day and start.month == end.month and end.day:
        return str(start.day)
    if bool(start.day) == bool(end.day):
        return " ".join(filter(None, [str(start.day or ""), MONTHS[start.month]]))
    return _point(start)


def _zone(offset: int) -> str:
    if offset == 0:
        return "UTC"
    hours, minutes = divmod(abs(offset), 60)
    return f"UTC{'+' if offset > 0 else '−'}{hours}" + (f":{minutes:02d}" if minutes else "")


def _offset(offset: int) -> str:
    if offset == 0:
        return "Z"
    hours, minutes = divmod(abs(offset), 60)
    return f"{'+' if offset > 0 else '-'}{hours:02d}:{minutes:02d}"
