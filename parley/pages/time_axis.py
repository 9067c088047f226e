"""The time axis over a timeline: a row for each kind of thing, and on it a mark for each day that has one.

Time runs evenly, so that a crowded week looks crowded. A stretch without anything that would take a quarter of the axis
or more, and more than a month, is left out; the axis is broken there and says for how long. Marks that would come
nearer to one another than a finger's breadth become one with a number. A date that is not one known day is a line from
its first day to its last, with the mark in its middle.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from itertools import pairwise

from msgspec.structs import replace

from parley.model.dates import Date
from parley.model.insight import Happening
from parley.pages.axis_scale import Piece, Scale, scale
from parley.pages.measure import extent
from parley.pages.parts import Entry
from parley.pages.picture_parts import AxisCut, AxisLabel, AxisMark, AxisRow, TimeAxis
from parley.words import pictures
from parley.words.dates import month_words
from parley.words.labels import counted

FEWEST = 4  # entries; of fewer the list itself is the better picture
WIDTH, SIZE = 544, 15  # of the picture, and of text
LABELS, END = 108, 16  # room for the names of the rows, and beyond the last day
PITCH = 32  # from mark to mark, along and across; a mark is 24 wide
NOW, LABELS_BELOW = 28, 44  # room above the rows for the day of the build, and below the axis for days and months
MOST_DAYS = 92  # with more, single days are not named

# The rows from above: a shape, the happenings that it stands for, and what several of them are called.
ROWS = (
    ("proposal", ("proposal", "withdrawal"), "Proposals", "proposals"),
    ("answer", ("answer",), "Answers", "answers"),
    ("event", ("event", "outcome"), "Events", "events"),
    ("step", ("step",), "Next steps", "next steps"),
)
SHAPE = {kind: shape for shape, kinds, _, _ in ROWS for kind in kinds}

Pair = tuple[Happening, Entry]


def with_anchors(happenings: Sequence[Happening], entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """``entries`` (one for each of ``happenings``), the first of each day and kind with an id to lead to; nothing is
    changed where there are too few for a picture."""
    if len(entries) < FEWEST:
        return tuple(entries)
    seen: set[str] = set()
    found = []
    for happening, entry in zip(happenings, entries, strict=True):
        anchor = f"on-{happening.date.first.isoformat()}-{SHAPE[happening.kind]}"
        found.append(entry if anchor in seen else replace(entry, anchor=anchor))
        seen.add(anchor)
    return tuple(found)


def time_axis(
    happenings: Sequence[Happening], entries: Sequence[Entry], day: dt.date, *, mirrored: bool = False
) -> TimeAxis | None:
    """The picture of ``entries``, which :func:`with_anchors` made, on ``day``; ``None`` for fewer than four."""
    if len(entries) < FEWEST:
        return None
    pairs = list(zip(happenings, entries, strict=True))
    days = sorted({end for it in happenings for end in (it.date.first, _last(it.date))})
    shows_now = days[-1] > day
    time = scale(sorted({*days, day}) if shows_now else days, LABELS + END, WIDTH - END)
    rows = [row for row in ROWS if any(it.kind in row[1] for it in happenings)]
    top = NOW if shows_now else 0
    y = {row[0]: top + PITCH // 2 + PITCH * at for at, row in enumerate(rows)}
    axis = top + PITCH * len(rows)
    now = round(time.at(day)) if shows_now else 0
    found = TimeAxis(
        width=WIDTH,
        height=axis + LABELS_BELOW,
        start=LABELS,
        end=WIDTH,
        label_x=0,
        y=axis,
        rows=tuple(AxisRow(label=name, y=y[shape]) for shape, _, name, _ in rows),
        marks=tuple(mark for row in rows for mark in _marks(row, pairs, time, y[row[0]])),
        ticks=tuple(round(time.at(month)) for month in time.months),
        days=_days(happenings, time),
        months=_months(time),
        cuts=tuple(AxisCut(text=pictures.gap(cut.days), x=round(cut.middle)) for cut in time.cuts),
        now=_now(day, now) if shows_now else None,
        now_x=now,
    )
    return _mirrored(found) if mirrored else found


def _last(date: Date) -> dt.date:
    """The last day of a date; of one that is still going on, the first."""
    return date.first if date.last == dt.date.max else date.last


def _marks(row: tuple[str, tuple[str, ...], str, str], pairs: Iterable[Pair], time: Scale, y: int) -> list[AxisMark]:
    """The marks of one row; those within ``PITCH`` of the first of a group belong to it."""
    shape, kinds, _, many = row
    own = sorted((_middle(it.date, time), at, it, entry) for at, (it, entry) in enumerate(pairs) if it.kind in kinds)
    groups: list[list[tuple[float, int, Happening, Entry]]] = []
    for each in own:
        if groups and each[0] - groups[-1][0][0] < PITCH:
            groups[-1].append(each)
        else:
            groups.append([each])
    return [_mark(shape, many, [(it, entry) for _, _, it, entry in group], time, y) for group in groups]


def _middle(date: Date, time: Scale) -> float:
    return (time.at(date.first) + time.at(_last(date))) / 2


def _mark(shape: str, many: str, group: Sequence[Pair], time: Scale, y: int) -> AxisMark:
    """One mark for one or more happenings of a row."""
    ordered = sorted(group, key=lambda pair: pair[0].date.first)
    dates = [it.date for it, _ in ordered]
    latest = max(dates, key=_last)
    what = counted(len(group), many, many) if len(group) > 1 else ordered[0][1].label
    same = all((date.first, date.last) == (dates[0].first, dates[0].last) for date in dates)
    return AxisMark(
        kind=shape,
        href=f"#on-{dates[0].first.isoformat()}-{shape}",
        told=pictures.marked(dates[0], dates[0] if same else latest, what),
        x=round(_middle(group[0][0].date, time)),
        y=y,
        start=round(min(time.at(date.first) for date in dates)),
        end=round(max(time.at(_last(date)) for date in dates)),
        number=str(len(group)) if len(group) > 1 else "",
        ahead=all(entry.ahead for _, entry in group),
    )


def _days(happenings: Iterable[Happening], time: Scale) -> tuple[AxisLabel, ...]:
    """The days that have a mark, by number, where the axis is short enough to tell them apart."""
    if time.cuts or (time.last - time.first).days > MOST_DAYS:
        return ()
    found: list[AxisLabel] = []
    for day in sorted({it.date.first for it in happenings if it.date.is_day}):
        x = round(time.at(day))
        if not found or x - found[-1].x >= 2 * SIZE:
            found.append(AxisLabel(text=str(day.day), x=x))
    return tuple(found)


def _months(time: Scale) -> tuple[AxisLabel, ...]:
    """The months, each from where it begins on the axis, as far as there is room for their names."""
    found: list[AxisLabel] = []
    free = 0
    for piece, following in pairwise((*time.pieces, None)):
        limit = round(following.start) if following else WIDTH
        for label in _begun(piece, time, limit):
            room = _room(label.text)
            if label.x >= free and label.x + room <= limit:
                found.append(label)
                free = label.x + room + SIZE // 2
    return tuple(found)


def _begun(piece: Piece | None, time: Scale, limit: int) -> list[AxisLabel]:
    """The months of a piece. The first has begun before it; it gives way to a next one that leaves it no room."""
    if piece is None:
        return []
    first, *others = dict.fromkeys(month_words(day.year, day.month) for day in (piece.first, *piece.months))
    begins = {month_words(day.year, day.month): round(time.at(day)) for day in reversed((piece.first, *piece.months))}
    begins[first] = round(piece.start)
    partial = piece.first.day > 1
    if (
        partial
        and others
        and begins[others[0]] < begins[first] + _room(first)
        and begins[others[0]] + _room(others[0]) <= limit
    ):
        del begins[first]
    elif begins[first] + _room(first) > WIDTH:
        begins[first] = WIDTH - _room(first)
    return [AxisLabel(text=text, x=begins[text]) for text in (first, *others) if text in begins]


def _room(text: str) -> int:
    return round(extent(text) * SIZE)


def _now(day: dt.date, x: int) -> AxisLabel:
    """The words at the line of the day, which stand around it as far as the picture reaches."""
    text = pictures.as_of(day)
    half = _room(text) // 2
    return AxisLabel(text=text, x=min(max(x, half), WIDTH - half))


def _mirrored(found: TimeAxis) -> TimeAxis:
    """The same, running from the right."""

    def over(labels: tuple[AxisLabel, ...]) -> tuple[AxisLabel, ...]:
        return tuple(replace(label, x=WIDTH - label.x) for label in labels)

    return replace(
        found,
        start=WIDTH - found.end,
        end=WIDTH - found.start,
        label_x=WIDTH - found.label_x,
        marks=tuple(
            replace(mark, x=WIDTH - mark.x, start=WIDTH - mark.end, end=WIDTH - mark.start) for mark in found.marks
        ),
        ticks=tuple(WIDTH - tick for tick in found.ticks),
        days=over(found.days),
        months=over(found.months),
        cuts=tuple(replace(cut, x=WIDTH - cut.x) for cut in found.cuts),
        now=over((found.now,))[0] if found.now else None,
        now_x=WIDTH - found.now_x if found.now else 0,
    )
