"""Dates in prose -> dates as briefs write them (EDTF). Relative ones are worked out from the article's own day."""

from __future__ import annotations

import datetime as dt
import re

import msgspec

from parley.draft.lists import listed

MONTHS = listed("january february march april may june july august september october november december")
DAYS = listed("monday tuesday wednesday thursday friday saturday sunday")
_MONTH = "|".join([*(month.title() for month in MONTHS), *(f"{month[:3].title()}\\.?" for month in MONTHS), "Sept\\.?"])
_WHEN = re.compile(
    rf"\b(?P<iso>\d{{4}}-\d\d-\d\d)\b"
    rf"|\b(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<m1>{_MONTH})(?:,? (?P<y1>\d{{4}})\b|(?!\w))"
    rf"|\b(?P<m2>{_MONTH}) (?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?:,? (?P<y2>\d{{4}})\b|(?!\w))"
    rf"|\b(?P<m3>{_MONTH}) (?P<y3>\d{{4}})\b"
    rf"|\b(?:(?P<which>next|last|this|coming) )?(?P<day>{'|'.join(day.title() for day in DAYS)})\b"
    r"|\b(?P<near>today|tonight|yesterday|tomorrow|the same day|that day)\b"
    r"|\b(?P<turn>next|last|this) (?P<span>week|month|year)\b"
)
AHEAD = re.compile(
    r"\b(?:will|would|next|due|by|until|before|shall|expected|scheduled|set for|plans?|planned|to meet)\b", re.I
)


class When(msgspec.Struct, frozen=True):
    """A date found at ``start``: as a brief writes it, or empty where its ``words`` can't be worked out."""

    start: int
    words: str
    date: str = ""
    deadline: bool = False

    def after(self, day: dt.date | None) -> bool:
        """Whether it certainly lies after ``day``."""
        return bool(day and self.date and self.date[:10] > day.isoformat()[: len(self.date)])


def whens(text: str, day: dt.date | None, last: str = "") -> list[When]:
    """The dates in a sentence of an article of ``day``; ``last`` is the date told before, for "the same day"."""
    ahead = bool(AHEAD.search(text))
    found = []
    for match in _WHEN.finditer(text):
        deadline = bool(re.search(r"\b(?:by|until|before|no later than)(?: the)?(?: \w+,?)? $", text[: match.start()]))
        date = _date(match, day, last, ahead=ahead)
        found.append(When(match.start(), match[0], date, deadline))
        last = date or last
    return [when for at, when in enumerate(found) if not _said_twice(found, at)]


def _said_twice(found: list[When], at: int) -> bool:
    """Whether it is the weekday of the date behind it ("Thursday, May 15")."""
    after = found[at + 1 : at + 2]
    return bool(after) and after[0].start - found[at].start - len(found[at].words) <= 2 and " " not in found[at].words


def own_day(lines: list[str]) -> dt.date | None:
    """The article's own day: the first whole date, with its year, in the first lines that are not empty."""
    for line in [line for line in lines[:40] if line.strip()][:5]:
        for when in whens(line[:300], None):
            if len(when.date) == 10:
                return dt.date.fromisoformat(when.date)
    return None


def _date(match: re.Match[str], day: dt.date | None, last: str, *, ahead: bool) -> str:
    part = match.groupdict()
    try:
        if part["iso"]:
            return dt.date.fromisoformat(part["iso"]).isoformat()
        if part["y3"]:
            return dt.date(int(part["y3"]), _month(part["m3"]), 1).isoformat()[:7]
        if name := part["m1"] or part["m2"]:
            year, number = part["y1"] or part["y2"], int(part["d1"] or part["d2"])
            return _nearest(_month(name), number, day) if not year else _iso(int(year), _month(name), number)
        if part["near"] in ("the same day", "that day"):
            return last
        return _relative(part, day, ahead=ahead) if day else ""
    except (ValueError, OverflowError):
        return ""


def _relative(part: dict[str, str], day: dt.date, *, ahead: bool) -> str:
    if near := part["near"]:
        return (day + dt.timedelta({"yesterday": -1, "tomorrow": 1}.get(near, 0))).isoformat()
    if name := part["day"]:
        gap = (DAYS.index(name.lower()) - day.weekday()) % 7
        forward = part["which"] in ("next", "coming", "this") or (ahead and part["which"] != "last")
        if part["which"] == "last":
            gap = gap - 7
        elif forward:
            gap = gap or (7 if part["which"] else 0)
        else:
            gap = gap - 7 if gap else 0
        return (day + dt.timedelta(gap)).isoformat()
    turn = {"next": 1, "last": -1, "this": 0}[part["turn"]]
    if part["span"] == "week":
        monday = day + dt.timedelta(7 * turn - day.weekday())
        return f"{monday}/{monday + dt.timedelta(6)}"
    if part["span"] == "year":
        return f"{day.year + turn:04}"
    months = day.year * 12 + day.month - 1 + turn
    return f"{months // 12:04}-{months % 12 + 1:02}"


def _nearest(month: int, number: int, day: dt.date | None) -> str:
    """That day of the year in which it lies nearest to ``day``."""
    if day is None:
        return ""
    near = [dt.date(year, month, number) for year in (day.year - 1, day.year, day.year + 1) if _is(year, month, number)]
    return min(near, key=lambda one: abs(one - day)).isoformat() if near else ""


def _is(year: int, month: int, number: int) -> bool:
    try:
        return bool(dt.date(year, month, number))
    except ValueError:
        return False


def _iso(year: int, month: int, number: int) -> str:
    return dt.date(year, month, number).isoformat()


def _month(name: str) -> int:
    return next(at for at, month in enumerate(MONTHS, 1) if month.startswith(name.lower()[:3]))
