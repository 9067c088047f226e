"""What is said of a list that goes on elsewhere."""

from __future__ import annotations

import datetime as dt
import re
from typing import Literal

from parley.words.dates import day_words, month_words
from parley.words.tongue import Labels, figure, say

WAYS = Labels({"months": "by year", "letters": "by letter", "two letters": "by their first letters"})
DATED = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")
Order = Literal["newest first", "newest last", "by name"]


def shown_here(shown: int, total: int, order: Order) -> str:
    """How much of a list a page shows: "Shown here: the newest 40 of 95."."""
    if order == "by name":
        return say("Shown here: the first {shown} of {total}.", shown=shown, total=total)
    return say("Shown here: the newest {shown} of {total}.", shown=shown, total=total)


def table_shown(rows: int, all_rows: int, columns: int, all_columns: int) -> str:
    """How much of a positions table a page shows."""
    if columns == all_columns:
        return say("Shown here: the newest {rows} of {all} proposals.", rows=rows, all=all_rows)
    sides = say("{columns} of {all} sides, those with most answers", columns=columns, all=all_columns)
    if rows == all_rows:
        return say("Shown here: {sides}.", sides=sides)
    return say("Shown here: the newest {rows} of {all} proposals and {sides}.", rows=rows, all=all_rows, sides=sides)


def stretch(first: int, last: int, total: int = 0) -> str:
    """Which items of a list a page holds, counted from 1: "41 to 80 of 95". Without a ``total`` nothing is said of it:
    on each of many pages it would change all of them with every item."""
    told = figure(first) if first == last else say("{first} to {last}", first=first, last=last)
    return say("{which} of {total}", which=told, total=total) if total else told


def drawer_words(drawer: str) -> str:
    """A drawer in words: "17 May 2024" for "2024-05-17", "May 2024" for "2024-05", "2024" for "2024", "Ab" for "ab"."""
    if not DATED.fullmatch(drawer):
        return drawer.capitalize()
    year, *rest = map(int, drawer.split("-"))
    if not rest:
        return str(year)
    return month_words(year, rest[0]) if len(rest) == 1 else day_words(dt.date(year, *rest))
