"""Dates as news knows them: a day, a time, a month, a year, "about", or a span. Refuses everything else.

The form is EDTF (ISO 8601-2:2019, levels 0 and 1) as far as news needs it. A date keeps the text it was typed as,
and the first and last day it may mean. The day of a date with a time is the day as typed: the eleventh of May in
Moscow stays the eleventh, whatever the site's time zone is.
"""

import calendar
import datetime as dt
import re
from functools import cached_property, lru_cache
from zoneinfo import ZoneInfo

import msgspec

from parley.model.foreign_dates import meant
from parley.model.problem import quoted

POINT = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)"
    r"(?:T(?P<hour>\d\d):(?P<minute>\d\d)(?::(?P<second>\d\d))?(?P<zone>Z|[+-]\d\d:\d\d)?)?)?)?(?P<about>~)?",
    re.ASCII,
)
FORMS = (
    "write 2025-05-10, 2025-05, 2025, 2025-05-10T14:30+03:00, 2025-05~ (about), 2025-05-08/2025-05-10 or 2025-05-12/.."
)


class Point(msgspec.Struct, frozen=True):
    """One end of a date: a year, a month, a day, or a day with a time. ``offset`` is in minutes east of UTC."""

    year: int
    month: int | None = None
    day: int | None = None
    hour: int | None = None
    minute: int | None = None
    offset: int | None = None
    about: bool = False

    @property
    def first(self) -> dt.date:
        """The first day this may mean."""
        return dt.date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> dt.date:
        """The last day this may mean."""
        month = self.month or 12
        return dt.date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])


class Date(msgspec.Struct, frozen=True, dict=True):
    """A date as typed: ``start``, and for a span also ``end`` (``None`` with ``span`` set: still going on).

    What lists are ordered by is asked for again and again, so each date works it out once.
    """

    text: str
    start: Point
    end: Point | None = None
    span: bool = False

    @cached_property
    def first(self) -> dt.date:
        """The first day this may mean."""
        return self.start.first

    @cached_property
    def last(self) -> dt.date:
        """The last day this may mean; ``date.max`` for an open span."""
        if self.span:
            return self.end.last if self.end else dt.date.max
        return self.start.last

    @property
    def is_day(self) -> bool:
        """Whether this is one known day, with or without a time."""
        return not self.span and self.start.day is not None and not self.start.about

    @property
    def has_time(self) -> bool:
        """Whether a time of day is known."""
        return self.start.hour is not None

    @cached_property
    def order(self) -> tuple[dt.date, int, dt.date]:
        """A sort key: the first day, then the time as minutes of UTC (days without a time first), then the last day."""
        return (self.first, self.utc_minute, self.last)

    @property
    def utc_minute(self) -> int:
        """Minutes from the start of the typed day in UTC; far below zero when no time is known."""
        point = self.start
        if point.hour is None or point.minute is None:
            return -100_000
        return point.hour * 60 + point.minute - (point.offset or 0)

    def __str__(self) -> str:
        return self.text


@lru_cache(maxsize=65536)
def parsed_date(text: str, time_zone: str = "UTC") -> Date:
    """The :class:`Date` that ``text`` means.

    ``time_zone`` (an IANA name) is taken for a time that is typed without an offset.
    Raises ``ValueError`` with what is wrong and the right form.
    """
    left, slash, right = text.partition("/")
    if not POINT.fullmatch(left) or (slash and right != ".." and not POINT.fullmatch(right)):
        raise ValueError(f"{quoted(text)}, which is not a date; {_mended(text)}")
    if not slash:
        return Date(text, _point(text, time_zone))
    start = _point(left, time_zone)
    end = None if right == ".." else _point(right, time_zone)
    if start.hour is not None or (end and end.hour is not None):
        last = end.last.isoformat() if end else right
        raise ValueError(f'a span with times, "{text}"; write days: {start.first.isoformat()}/{last}')
    if end and end.last < start.first:
        raise ValueError(f'a span that ends before it begins, "{text}"; write {right}/{left}')
    return Date(text, start, end, span=True)


def day(text: str) -> Date:
    """The date ``text``, for code that knows it is well-formed."""
    return parsed_date(text)


def _point(text: str, time_zone: str) -> Point:
    match = POINT.fullmatch(text)
    assert match
    part = {key: int(value) for key, value in match.groupdict().items() if value and value.isdecimal()}
    year, month, day_ = part["year"], part.get("month"), part.get("day")
    if year == 0:
        raise ValueError(f'the year 0000 in "{text}"; {FORMS}')
    if month is not None and not 1 <= month <= 12:
        raise ValueError(f'month {match["month"]} in "{text}"; a month is 01 to 12')
    if month is not None and day_ is not None:
        days = calendar.monthrange(year, month)[1]
        if not 1 <= day_ <= days:
            raise ValueError(
                f'"{text}", a day that does not exist; {calendar.month_name[month]} {year} has {days} days'
            )
    if "hour" not in part:
        return Point(year, month, day_, about=bool(match["about"]))
    if part["hour"] > 23 or part["minute"] > 59 or part.get("second", 0) > 59:
        raise ValueError(f'the time in "{text}"; hours are 00 to 23, minutes 00 to 59')
    if match["about"]:
        raise ValueError(f'"~" after a time in "{text}"; write the day alone, with or without "~"')
    moment = dt.datetime(year, month or 1, day_ or 1, part["hour"], part["minute"])
    return Point(year, month, day_, part["hour"], part["minute"], _offset(match["zone"], moment, time_zone, text))


def _offset(zone: str | None, moment: dt.datetime, time_zone: str, text: str) -> int:
    """Minutes east of UTC, from the typed zone or else from the site's."""
    if zone is None:
        delta = moment.replace(tzinfo=ZoneInfo(time_zone)).utcoffset()
        return int(delta.total_seconds() // 60) if delta else 0
    if zone == "Z":
        return 0
    hours, minutes = int(zone[1:3]), int(zone[4:6])
    offset = (hours * 60 + minutes) * (-1 if zone[0] == "-" else 1)
    if minutes > 59 or not -12 * 60 <= offset <= 14 * 60:
        raise ValueError(f'the time zone {zone} in "{text}"; zones run from -12:00 to +14:00')
    return offset


def _mended(text: str) -> str:
    """What to write instead: the date itself where it can be read, else the forms."""
    dates = [date for date in dict.fromkeys(meant(" ".join(text.split()))) if _sound(date)]
    if len(dates) > 1:
        return f"it can mean {' or '.join(dates)}, and nothing here tells which: write the one that is meant"
    return f"write {dates[0]}" if dates else FORMS


def _sound(text: str) -> bool:
    """Whether ``text``, which has the form of a date, is one."""
    if not all(POINT.fullmatch(part) for part in text.split("/")):
        return False
    try:
        parsed_date(text)
    except ValueError:
        return False
    return True
