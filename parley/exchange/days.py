"""Days as other programs have them -> dates as a brief has them (EDTF): "2025", "2025-05", "2025-05-10", with "~"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(~|\?)?(?:T.*)?")
MONTHS = ("", *["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"])


def of_parts(parts: Sequence[int | str], *, about: bool = False) -> str:
    """Year, month and day, as far as they are known; "" where they make no date."""
    try:
        year, *rest = (int(part) for part in parts)
    except (TypeError, ValueError):
        return ""
    if not 1 <= year <= 9999 or len(rest) > 2:
        return ""
    try:
        dt.date(year, *[*rest, 1, 1][:2])
    except ValueError:
        return ""
    text = "-".join([f"{year:04d}", *(f"{part:02d}" for part in rest)])
    return f"{text}~" if about else text


def of_text(text: str) -> str:
    """A date that is written in one piece, alone or as a span; "" where it is none."""
    left, slash, right = text.strip().partition("/")
    first = _one(left)
    if not slash:
        return first
    last = right.strip() if right.strip() == ".." else _one(right)
    return f"{first}/{last}" if first and last else ""


def _one(text: str) -> str:
    if not (found := ISO.fullmatch(text.strip())):
        return ""
    return of_parts([part for part in found.group(1, 2, 3) if part], about=bool(found[4]))


def month(text: str) -> int:
    """The number of a month, given as a number or by its English name or its beginning; 0 where it is none."""
    text = text.strip().lower()
    if text.isdigit():
        return int(text)
    return MONTHS.index(text[:3]) if text[:3] in MONTHS else 0
