"""Dates in words, at the precision that is known: nobody may read a day into a month."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

from parley.model.dates import Date, Point
from parley.words.tongue import remembered, say, spoken

MOST = 16_384  # dates of which the words are kept; the same few days come up on every page


@remembered(MOST)
def date_words(date: Date) -> str:
    """The date: "11 May 2025, 01:30 (UTC+3)", "May 2025", "about May 2025", "8 to 10 May 2025", "from 12 May 2025"."""
    if not date.span:
        return _point(date.start)
    if date.end is None:
        return say("from {date}", date=_point(date.start))
    return _stretch(date.start, date.end)


@remembered(MOST)
def on_words(date: Date) -> str:
    """The same with the preposition it takes in a sentence: "on 11 May 2025", "in May 2025", "around May 2025"."""
    start, end = date.start, date.end
    if date.span:
        return say("from {dates}", dates=_stretch(start, end)) if end else say("since {date}", date=_point(start))
    if start.about:
        return say("around {date}", date=_bare(start))
    if start.day:
        return say("on {day}", day=day_words(date))
    return say("in {month}", month=_bare(start)) if start.month else say("in {year}", year=_bare(start))


@remembered(MOST)
def day_words(date: Date | dt.date) -> str:
    """The date without its time: "11 May 2025"."""
    if isinstance(date, dt.date):
        return spoken().date(date.year, date.month, date.day)
    return _bare(date.start) if not date.span else date_words(date)


def month_words(year: int, month: int) -> str:
    """ "May 2025"."""
    return spoken().date(year, month)


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
    return say("about {date}", date=text) if point.about else text


def _bare(point: Point) -> str:
    return spoken().date(*_numbers(point))


def _numbers(point: Point) -> tuple[int, int, int]:
    return point.year, point.month or 0, point.day or 0


def _stretch(start: Point, end: Point) -> str:
    """From ``start`` to ``end``, without what they share where they are known to the same precision."""
    first, last = _numbers(start), _numbers(end)
    if start.about or end.about or not start.month or not end.month or bool(start.day) != bool(end.day):
        return say("{start} to {end}", start=_point(start), end=_point(end))
    return spoken().interval(first, last)


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
