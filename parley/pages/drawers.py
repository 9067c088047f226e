"""The pages of the longest lists: one or more for each month or letter, and one for each year that leads to its months.

A list of the whole site is parted so once its pages would be too many to count (see ``places``). Each month is made by
itself, from what lies in it alone, so that a new item costs as much on a site of a hundred thousand briefs as on one of
a hundred; and nothing on a page says how much there is on others, so that it changes that month's page and its year's.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from parley.model.page import Link, Page
from parley.pages.list_views import Named
from parley.pages.more import Make, Sheet
from parley.pages.places import Part, chunks, file_of_drawer, in_drawers
from parley.words.labels import counted
from parley.words.lists import YEAR, drawer_words, stretch


class Long(msgspec.Struct, frozen=True):
    """A list that may need drawers: the page it belongs to, its part, and what makes the lines of a page."""

    sheet: Sheet
    part: Part
    make: Make[Any]


def drawer_names(long: Long) -> tuple[str, ...]:
    """What there are pages of: years and months, or letters; nothing while the list is short enough to be counted."""
    desk, key = long.sheet.desk, _key(long)
    names = desk.drawer_names.get(key, ())
    if not in_drawers(long.part, sum(len(desk.drawers[key, name]) for name in names)):
        return ()
    return (*(_years(names) if long.part.drawers == "months" else ()), *names)


def drawer_pages(long: Long, name: str) -> list[Page]:
    """The pages of one of the drawers named by :func:`drawer_names`."""
    if long.part.drawers == "months" and YEAR.fullmatch(name):
        return [_year(long, name)]
    parts = chunks(long.part, long.sheet.desk.drawers[_key(long), name])
    before, after = _beside(long, name)
    files = [before, *(file_of_drawer(long.part, name, number) for number in range(1, len(parts) + 1)), after]
    crumbs = _crumbs(long, name)
    pages, begins = [], 0
    for number, some in enumerate(parts, 1):
        made = long.make(some, long.sheet.new_writer())
        told = drawer_words(name)
        if len(parts) > 1:
            told = f"{told}, {stretch(begins + 1, begins + len(some))}"
        file, before, after = files[number], files[number - 1], files[number + 1]
        pages.append(long.sheet.page(long.part, file, told, made, before=before, after=after, crumbs=crumbs))
        begins += len(some)
    return pages


def all_drawers(*lists: Long) -> Iterator[Page]:
    """The pages of all drawers of ``lists``."""
    for long in lists:
        for name in drawer_names(long):
            yield from drawer_pages(long, name)


def _year(long: Long, year: str) -> Page:
    """The page of a year, with its months."""
    desk, key = long.sheet.desk, _key(long)
    names = desk.drawer_names[key]
    lines = tuple(
        Named(
            link=Link(text=drawer_words(name), href=file_of_drawer(long.part, name)),
            what=counted(len(desk.drawers[key, name]), "entry", "entries"),
        )
        for name in names
        if name.startswith(f"{year}-")
    )
    years = _years(names)
    at = years.index(year)
    before = file_of_drawer(long.part, years[at - 1]) if at else ""
    after = file_of_drawer(long.part, years[at + 1]) if at + 1 < len(years) else ""
    file = file_of_drawer(long.part, year)
    return long.sheet.page(long.part, file, drawer_words(year), lines, before=before, after=after, holds="names")


def _crumbs(long: Long, name: str) -> tuple[Link, ...]:
    """The way back from a month to its year."""
    if long.part.drawers != "months":
        return ()
    sheet, year = long.sheet, name[:4]
    return (Link(text=drawer_words(year), href=sheet.here.to(f"{sheet.path}{file_of_drawer(long.part, year)}")),)


def _beside(long: Long, name: str) -> tuple[str, str]:
    """The last page of the drawer before ``name`` and the first of the one after it; empty where there is none."""
    desk, key = long.sheet.desk, _key(long)
    names = desk.drawer_names[key]
    at = names.index(name)
    before, after = "", file_of_drawer(long.part, names[at + 1]) if at + 1 < len(names) else ""
    if at:
        last = len(chunks(long.part, desk.drawers[key, names[at - 1]]))
        before = file_of_drawer(long.part, names[at - 1], last)
    return before, after


def _years(months: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(month[:4] for month in months))


def _key(long: Long) -> str:
    return f"{long.sheet.path}{long.part.name}"
