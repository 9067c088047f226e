"""The pages of the longest lists: for each month or letter, for each year, which leads to its months, and in a month of
more than can be counted for each day.

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
from parley.words.lists import drawer_words, stretch
from parley.words.tongue import counted

YEAR, MONTH = 4, 7  # how many signs of a date name them


class Long(msgspec.Struct, frozen=True):
    """A list that may need drawers: the page it belongs to, its part, and what makes the lines of a page."""

    sheet: Sheet
    part: Part
    make: Make[Any]


def drawer_names(long: Long) -> tuple[str, ...]:
    """What there are pages of: years, months and the days of months of very many; or letters. Nothing while the list is
    short enough to be counted."""
    desk, key = long.sheet.desk, _key(long)
    names = desk.drawer_names.get(key, ())
    if not in_drawers(long.part, sum(len(desk.drawers[f"{key} {name}"]) for name in names)):
        return ()
    if long.part.drawers != "months":
        return names
    return tuple(sorted({*_begin(names, YEAR), *_begin(names, MONTH), *names}))


def drawer_pages(long: Long, name: str) -> list[Page]:
    """The pages of one of the drawers named by :func:`drawer_names`."""
    if name not in long.sheet.desk.drawer_names[_key(long)]:
        return [_index(long, name)]
    parts = chunks(long.part, long.sheet.desk.drawers[f"{_key(long)} {name}"])
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


def _index(long: Long, name: str) -> Page:
    """The page of a year, which leads to its months, or of a month, which leads to its days."""
    desk, key = long.sheet.desk, _key(long)
    names = desk.drawer_names[key]
    held: dict[str, int] = {}
    for drawer in names:
        if drawer.startswith(f"{name}-"):
            inner = drawer[: len(name) + 3]
            held[inner] = held.get(inner, 0) + len(desk.drawers[f"{key} {drawer}"])
    lines = tuple(
        Named(
            link=Link(text=drawer_words(inner), href=file_of_drawer(long.part, inner)),
            what=counted(number, "entry", "entries"),
        )
        for inner, number in held.items()
    )
    alike = _begin(names, len(name))
    at = alike.index(name)
    before = file_of_drawer(long.part, alike[at - 1]) if at else ""
    after = file_of_drawer(long.part, alike[at + 1]) if at + 1 < len(alike) else ""
    file, told = file_of_drawer(long.part, name), drawer_words(name)
    crumbs = _crumbs(long, name)
    return long.sheet.page(long.part, file, told, lines, before=before, after=after, holds="names", crumbs=crumbs)


def _crumbs(long: Long, name: str) -> tuple[Link, ...]:
    """The way back from a day to its month, and from a month to its year."""
    if long.part.drawers != "months":
        return ()
    sheet, around = long.sheet, [name[:end] for end in (YEAR, MONTH) if end < len(name)]
    return tuple(
        Link(text=drawer_words(it), href=sheet.here.to(f"{sheet.path}{file_of_drawer(long.part, it)}")) for it in around
    )


def _beside(long: Long, name: str) -> tuple[str, str]:
    """The last page of the drawer before ``name`` and the first of the one after it; empty where there is none."""
    desk, key = long.sheet.desk, _key(long)
    names = desk.drawer_names[key]
    at = names.index(name)
    before, after = "", file_of_drawer(long.part, names[at + 1]) if at + 1 < len(names) else ""
    if at:
        last = len(chunks(long.part, desk.drawers[f"{key} {names[at - 1]}"]))
        before = file_of_drawer(long.part, names[at - 1], last)
    return before, after


def _begin(names: tuple[str, ...], length: int) -> tuple[str, ...]:
    """The years or the months that dates begin with, each once."""
    return tuple(dict.fromkeys(name[:length] for name in names))


def _key(long: Long) -> str:
    return f"{long.sheet.path}{long.part.name}"
