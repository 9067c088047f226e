"""The time axis over a timeline: a row for each kind of thing, and on it a mark for each day that has one.

Time runs evenly, so that a crowded week looks crowded. A stretch without anything that would take a quarter of the axis
or more, and more than a month, is left out; the axis is broken there and says for how long. Marks that would come
nearer to one another than a finger's breadth become one with a number. A date that is not one known day is a line from
its first day to its last, with the mark in its middle.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from operator import itemgetter

from msgspec.structs import replace

from parley.model.dates import Date
from parley.model.insight import Happening, Kind
from parley.pages.parts import Entry
from parley.pages.pictures.axis_scale import Piece, Scale, scale
from parley.pages.pictures.measure import extent
from parley.pages.pictures.parts import AxisCut, AxisLabel, AxisMark, AxisRow, TimeAxis
from parley.words import pictures

FEWEST = 4  # entries; of fewer the list itself is the better picture
WIDTH, SIZE = 544, 15  # of the picture, and of text
LABELS, END = 108, 16  # room for the names of the rows, and beyond the last day
PITCH = 32  # from mark to mark, along and across; a mark is 24 wide
NOW, LABELS_BELOW = 28, 44  # room above the rows for the day of the build, and below the axis for days and months
MOST_DAYS = 92  # with more, single days are not named

# The rows from above: a shape, and the happenings that it stands for.
ROWS: dict[str, tuple[Kind, ...]] = {
    "proposal": ("proposal", "withdrawal"),
    "answer": ("answer",),
    "event": ("event", "outcome"),
    "step": ("step",),
}
SHAPE = {kind: shape for shape, kinds in ROWS.items() for kind in kinds}

Pair = tuple[Happening, Entry]


def with_days(happenings: Sequence[Happening], entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """``entries`` (one for each of ``happenings``), the first of each day and kind with an id to lead to; nothing is
    changed where there are too few for a picture."""
    if len(entries) < FEWEST:
        return tuple(entries)
    seen: set[str] = set()
    found = []
    for happening, entry in zip(happenings, entries, strict=True):
        anchor = f"on-{happening.date.first.isoformat()}-{SHAPE[happening.kind]}"
        found.append(entry if anchor in seen else replace(entry, day=anchor))
        seen.add(anchor)
    return tuple(found)


def time_axis(
    happenings: Sequence[Happening], entries: Sequence[Entry], day: dt.date, *, mirrored: bool = False
) -> TimeAxis | None:
    """The picture of ``entries``, which :func:`with_days` made, on ``day``; ``None`` for fewer than four."""
    if len(entries) < FEWEST:
        return None
    pairs = list(zip(happenings, entries, strict=True))
    days = sorted({end for it in happenings for end in (it.date.first, _last(it.date))})
    shows_now = days[-1] > day
    time = scale(sorted({*days, day}) if shows_now else days, LABELS + END, WIDTH - END)
    rows = [shape for shape, kinds in ROWS.items() if any(it.kind in kinds for it in happenings)]
    top = NOW if shows_now else 0
    y = {shape: top + PITCH // 2 + PITCH * at for at, shape in enumerate(rows)}
    axis = top + PITCH * len(rows)
    now = round(time.at(day)) if shows_now else 0
    found = TimeAxis(
        width=WIDTH,
        height=axis + LABELS_BELOW,
        start=LABELS,
        end=WIDTH,
        label_x=0,
        y=axis,
        rows=tuple(AxisRow(label=pictures.ROW[shape], y=y[shape]) for shape in rows),
        marks=tuple(mark for shape in rows for mark in _marks(shape, pairs, time, y[shape])),
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


def _marks(shape: str, pairs: Iterable[Pair], time: Scale, y: int) -> list[AxisMark]:
    """The marks of one row; those within ``PITCH`` of the first of a group belong to it."""
    own = ((_middle(pair[0].date, time), pair) for pair in pairs if SHAPE[pair[0].kind] == shape)
    groups: list[tuple[float, list[Pair]]] = []
    for middle, pair in sorted(own, key=itemgetter(0)):
        if groups and middle - groups[-1][0] < PITCH:
            groups[-1][1].append(pair)
        else:
            groups.append((middle, [pair]))
    return [_mark(shape, group, time, round(middle), y) for middle, group in groups]


def _middle(date: Date, time: Scale) -> float:
    return (time.at(date.first) + time.at(_last(date))) / 2


def _mark(shape: str, group: Sequence[Pair], time: Scale, x: int, y: int) -> AxisMark:
    """One mark at ``x`` for one or more happenings of a row."""
    ordered = sorted(group, key=lambda pair: pair[0].date.first)
    dates = [it.date for it, _ in ordered]
    latest = max(dates, key=_last)
    what = pictures.several(len(group), shape) if len(group) > 1 else ordered[0][1].label
    same = all((date.first, date.last) == (dates[0].first, dates[0].last) for date in dates)
    return AxisMark(
        kind=shape,
        href=f"#on-{dates[0].first.isoformat()}-{shape}",
        told=pictures.marked(dates[0], dates[0] if same else latest, what),
        x=x,
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
    limits = [*(round(piece.start) for piece in time.pieces[1:]), WIDTH]
    for piece, limit in zip(time.pieces, limits, strict=True):
        for label in _begun(piece, time, limit):
            end = label.x + _room(label.text)
            if label.x >= free and end <= limit:
                found.append(label)
                free = end + SIZE // 2
    return tuple(found)


def _begun(piece: Piece, time: Scale, limit: int) -> list[AxisLabel]:
    """The months of a piece. One that had begun before it gives way to a next one that leaves it no room."""
    days = dict.fromkeys((piece.first, *piece.months))
    first, *others = [AxisLabel(text=pictures.month(day.year, day.month), x=round(time.at(day))) for day in days]
    if others and piece.first.day > 1:
        second = others[0]
        if second.x < first.x + _room(first.text) and second.x + _room(second.text) <= limit:
            return others
    return [replace(first, x=min(first.x, WIDTH - _room(first.text))), *others]


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
