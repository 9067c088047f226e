"""The lane diagram: sides are lanes, proposals are arrows from those who propose to those who are asked.

Everything is laid out here in plain numbers, for a picture 720 units wide that is shown about as large as it is drawn.
Rows are as high as their lines need, so no text can meet another. Of more than six sides, those with least part in it
share the last lane, and of more than twelve proposals the newest are shown: nothing is left out without a word. Laid
out from left to right, and mirrored at the end for a page that runs the other way.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from parley.model.page import Link
from parley.pages.pictures.exchanges import Move, Said
from parley.pages.pictures.measure import BOLD, Lines, extent, in_lines
from parley.pages.pictures.parts import Arrow, Arrowhead, Gap, LaneHead, LaneMark, LaneRow, Lanes
from parley.words import pictures

MOST_SIDES, MOST_MOVES = 6, 12
KEPT_MOVES = 8  # of more than there is room for
REST = "-"  # the lane that several sides share; no id is written so
WIDTH, SIZE, LINE = 720, 15, 20  # of the picture, of text, from base line to base line
PAD, GAP = 6, 5  # between a text and the edge of its lane; between one answer and the next in a lane
TIP, STUB, ICON = 9, 24, 17  # how long: an arrow's head; an arrow within one lane; an icon with its space
HEAD_LINES, MARK_LINES, SHARED_LINES = 3, 3, 5  # at most, of a head and of an answer, also where sides share a lane
LIKELY = 0.8  # of the room kept for a text, what it takes in most fonts
TO_ARROW, TO_MARK, TO_ROW = 20, 24, 24  # down from the title to the arrow, to the first answer, and to the next row

Places = Mapping[str, int]  # side -> the middle of its lane


def lanes(moves: Sequence[Move], sides: Mapping[str, Link], *, mirrored: bool = False) -> Lanes | None:
    """The picture of ``moves`` (oldest first) between ``sides``; ``None`` where fewer than two sides take part."""
    shown = moves if len(moves) <= MOST_MOVES else moves[-KEPT_MOVES:]
    order = columns(shown)
    if len(order) < 2:
        return None
    pitch = WIDTH / len(order)
    middle = {side: round(pitch * (at + 0.5)) for at, side in enumerate(order)}
    everyone = _everyone(shown)
    places = {side: middle.get(side, middle.get(REST, 0)) for side in everyone}
    heads = [_head(side, sides, len(everyone) - len(order) + 1, middle[side], pitch) for side in order]
    down = LINE * max(len(head.lines) for head in heads) + 2 * PAD
    rows = []
    for move in shown:
        row, down = _row(move, places, sides, order, pitch, down)
        rows.append(row)
    left_out = len(moves) - len(shown)
    found = Lanes(
        width=WIDTH,
        height=down + 2 * PAD,
        gaps=tuple(Gap(y=row.y - LINE, height=LINE * len(row.lines) + 6) for row in rows),
        bands=tuple(round(middle[side] - pitch / 2) + 3 for side in order),
        band=round(pitch) - 6,
        heads=tuple(heads),
        rows=tuple(rows),
        more=Link(text=pictures.earlier(left_out), href="#proposals") if left_out else None,
    )
    return _mirrored(found) if mirrored else found


def columns(moves: Sequence[Move]) -> list[str]:
    """The sides in the order in which they come up, at most six; beyond that five, and ``REST`` for all others."""
    weight = _everyone(moves)
    if len(weight) <= MOST_SIDES:
        return list(weight)
    chosen = set(sorted(weight, key=lambda side: -weight[side])[: MOST_SIDES - 1])
    return [*(side for side in weight if side in chosen), REST]


def _everyone(moves: Sequence[Move]) -> dict[str, int]:
    """Everyone who takes part, and how often."""
    found: dict[str, int] = {}
    for move in moves:
        for side in move.sides:
            found[side] = found.get(side, 0) + 1
    return found


def _head(side: str, sides: Mapping[str, Link], others: int, x: int, pitch: float) -> LaneHead:
    link = sides[side] if side in sides else Link(text=pictures.others(others), href="#proposals")
    name = in_lines(link.text, ((pitch - PAD) / SIZE / BOLD,) * HEAD_LINES)
    return LaneHead(link=link, lines=name.lines, x=x, short=name.short)


def _row(
    move: Move, places: Places, sides: Mapping[str, Link], order: Sequence[str], pitch: float, down: int
) -> tuple[LaneRow, int]:
    """One proposal below ``down``, and how far down it reaches."""
    title = _title(move)
    y = down + TO_ROW
    level = y + LINE * (len(title.lines) - 1) + TO_ARROW
    marks, bottom = _marks(move, places, sides, order, pitch, level)
    row = LaneRow(
        date=move.date,
        day=move.day,
        link=move.link,
        lines=title.lines,
        short=title.short,
        x=PAD,
        y=y,
        arrow=_arrow(move, places, level),
        marks=marks,
        words=move.words,
    )
    return row, bottom


def _title(move: Move) -> Lines:
    """The title in two lines; the first comes after the day."""
    room = (WIDTH - 2 * PAD) / SIZE
    return in_lines(move.link.text, (room - extent(move.day + " "), room))


def _arrow(move: Move, places: Places, y: int) -> Arrow:
    dots = sorted({places[side] for side in move.by})
    tips = sorted({places[side] for side in move.to})
    heads = [head for tip in tips for head in _heads(tip, dots)]
    ends = [*dots, *tips, *(tip + STUB for tip in tips if dots == [tip])]
    return Arrow(y=y, start=min(ends), end=max(ends), dots=tuple(dots), heads=tuple(heads), told=move.told)


def _heads(tip: int, dots: Sequence[int]) -> list[Arrowhead]:
    """The heads at ``tip``: one for each side from which an arrow comes, and one coming back within its own lane."""
    off = 6 if tip in dots else 0  # so that it does not hide the dot
    found = []
    if any(dot < tip for dot in dots):
        found.append(Arrowhead(x=tip - off, back=-TIP))
    if any(dot > tip for dot in dots) or list(dots) == [tip]:
        found.append(Arrowhead(x=tip + off, back=TIP))
    return found


def _marks(
    move: Move, places: Places, sides: Mapping[str, Link], order: Sequence[str], pitch: float, level: int
) -> tuple[tuple[LaneMark, ...], int]:
    """What is written below an arrow, lane by lane, and how far down it reaches."""
    marks: list[LaneMark] = []
    bottom, free = level + PAD, dict.fromkeys(places.values(), level + TO_MARK)
    for place, side, said in _told(move, places, sides, order):
        shared = said.side == REST
        words = f"{said.label} ({side.text})" if shared else said.label
        lines = in_lines(words, ((pitch - 2 * PAD - ICON) / SIZE,) * (SHARED_LINES if shared else MARK_LINES)).lines
        x = _beginning(lines, place, pitch)
        mark = LaneMark(
            side=side, word=said.word, label=said.label, lines=lines, x=x, y=free[place], icon=x - ICON, href=said.href
        )
        marks.append(mark)
        free[place] += LINE * len(lines) + GAP
        bottom = max(bottom, free[place] - LINE)
    return tuple(marks), bottom


def _beginning(lines: Sequence[str], middle: int, pitch: float) -> int:
    """Where lines begin that stand about the middle of their lane, and in no case leave it."""
    widest = max(map(extent, lines)) * SIZE
    likely = middle - (ICON + widest * LIKELY) / 2
    return round(min(likely, middle + pitch / 2 - PAD - ICON - widest)) + ICON


def _told(move: Move, places: Places, sides: Mapping[str, Link], order: Sequence[str]) -> list[tuple[int, Link, Said]]:
    """What is said, each with its lane and side; many sides of the shared lane that say the same are counted."""
    if not move.to and not move.said:
        return [(places[move.by[0]], sides[move.by[0]], Said(side=move.by[0], word="proposed", label=move.alone))]
    found, rest = [], [said for said in move.said if said.side not in order]
    for said in move.said:
        if said.side in order:
            found.append((places[said.side], sides[said.side], said))
    for word in dict.fromkeys(said.word for said in rest):
        same = [said for said in rest if said.word == word]
        link = sides[same[0].side] if len(same) == 1 else Link(text=pictures.others(len(same)), href="#positions")
        href = same[0].href if len(same) == 1 else "#positions"
        found.append((places[same[0].side], link, replace(same[0], side=REST, href=href)))
    return found


def _mirrored(found: Lanes) -> Lanes:
    """The same, running from the right."""

    def over(x: int) -> int:
        return WIDTH - x

    rows = []
    for row in found.rows:
        arrow = replace(
            row.arrow,
            start=over(row.arrow.end),
            end=over(row.arrow.start),
            dots=tuple(map(over, row.arrow.dots)),
            heads=tuple(Arrowhead(x=over(head.x), back=-head.back) for head in row.arrow.heads),
        )
        marks = tuple(replace(mark, x=over(mark.x), icon=over(mark.icon) - 13) for mark in row.marks)
        rows.append(replace(row, x=over(row.x), arrow=arrow, marks=marks))
    return replace(
        found,
        bands=tuple(over(start) - found.band for start in found.bands),
        heads=tuple(replace(head, x=over(head.x)) for head in found.heads),
        rows=tuple(rows),
    )
