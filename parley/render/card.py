"""A social card's view -> PNG: what a link to a page looks like where it is shared (Open Graph, ogp.me).

It is set like the head of a report: the kind of page and the site's name over a thin line, the title, and below it the
statuses, each with its shape and its word, and one sentence. The same view and theme give the same bytes.
"""

from __future__ import annotations

from typing import Any

from parley.render.card_marks import mark
from parley.render.colours import light_colours
from parley.render.sheet import Sheet
from parley.render.theme import Theme
from parley.render.typefaces import HEADLINE, TEXT, Typeface, runs_left
from parley.render.typeset import cut, even_lines, lines

WIDTH, HEIGHT = 1200, 630  # as Open Graph's readers want it: 1.91 to 1
BAR = 20  # at the edge where reading starts
START, END = 84, 64  # margins at the edges where reading starts and ends
ROOM = WIDTH - START - END
HEAD, RULE, TOP, BOTTOM = 88, 116, 146, 570  # baseline of the first line, the line below it, and the block of the title
SMALL, ROW = 32, 43  # text, and from one line to the next
MARKS, MARK_ROW, MARK_GAP = (34, 29, 24, 20), 54, 44
TITLES, MODEST, MOST_LINES = (104, 96, 88, 80, 72, 66, 60, 54, 49, 45, 41), 66, 4
BREAKING = 54  # the size from which on a word may be broken that is wider than a line
LEADING, LEADING_TALL = 1.17, 1.5  # of Latin, Greek, Cyrillic and Hebrew; of Arabic, which reaches far below the line
GAP = 30
LONGEST = 320  # signs; more would never find room
TONES = {"open", "accepted", "conditional", "rejected", "superseded"}  # the others are quiet


def card_png(view: Any, theme: Theme) -> bytes:
    """``view`` (a ``CardView``) as a picture of 1200 by 630."""
    colours = light_colours(theme)
    sheet = Sheet(WIDTH, HEIGHT, colours["bg"], mirrored=view.dir == "rtl")
    sheet.fill(0, 0, BAR, HEIGHT, colours["accent"])
    _head(sheet, view, theme, colours)
    marks = _mark_rows(view, theme)
    text = _face(theme, TEXT, SMALL, view.line, view.lang)
    told = cut(lines(view.line[:LONGEST], text.width, ROOM), 2, text.width, ROOM)
    face, title = _title(view, theme, _room(marks, told))
    if len(told) > 1 and face.size < MODEST:
        shorter = cut(told, 1, text.width, ROOM)
        larger, words = _title(view, theme, _room(marks, shorter))
        if larger.size > face.size:
            told, face, title = shorter, larger, words
    for at, line in enumerate(title):
        sheet.write(
            line, START, TOP + round(face.size * 0.9 + at * _leading(view.title) * face.size), face, colours["ink"]
        )
    top = BOTTOM - _below(marks, told)
    for row in marks:
        _marks(sheet, row, top, colours)
        top += MARK_ROW
    for at, line in enumerate(told):
        sheet.write(line, START, top + at * ROW + SMALL, text, colours["muted"])
    return sheet.png()


def _face(theme: Theme, font: str, size: int, text: str, lang: str) -> Typeface:
    return Typeface(theme.files[font], size, leftward=runs_left(text), lang=lang)


def _head(sheet: Sheet, view: Any, theme: Theme, colours: dict[str, str]) -> None:
    """What kind of page it is, and at the other end the site's name."""
    kicker = _face(theme, TEXT, SMALL, view.kicker, view.lang)
    sheet.write(view.kicker, START, HEAD, kicker, colours["muted"])
    site = _face(theme, TEXT, SMALL, view.site, view.lang)
    room = ROOM - kicker.width(view.kicker) - GAP
    for name in cut(lines(view.site[:LONGEST], site.width, room), 1, site.width, room):
        sheet.write(name, END, HEAD, site, colours["ink"], back=True)
    sheet.fill(START, RULE, ROOM, 2, colours["line"])


def _title(view: Any, theme: Theme, height: float) -> tuple[Typeface, list[str]]:
    """The title in at most four lines that are ``height`` high together, as large as can be; cut where it must."""
    text = view.title if len(view.title) <= LONGEST else f"{view.title[:LONGEST]} …"
    largest = _face(theme, HEADLINE, TITLES[0], text, view.lang)
    widths = [largest.width(word) for word in text.split()]
    for size in TITLES:
        face = _face(theme, HEADLINE, size, text, view.lang)
        most, scale = min(MOST_LINES, int(height / (_leading(text) * size))), size / TITLES[0]
        if size == TITLES[-1]:
            break
        if sum(widths) * scale > most * ROOM or (max(widths) * scale > ROOM and size > BREAKING):
            continue  # it would have no room, whatever the lines
        found = even_lines(text, face.width, ROOM)
        if len(found) <= most:
            return face, found
    return face, cut(lines(text, face.width, ROOM), most, face.width, ROOM)


def _leading(text: str) -> float:
    return LEADING_TALL if any("\u0600" <= sign <= "\u08ff" for sign in text) else LEADING


def _below(marks: list[list[tuple[Typeface, Any]]], told: list[str]) -> int:
    """The height of what stands below the title."""
    return MARK_ROW * len(marks) + ROW * len(told)


def _room(marks: list[list[tuple[Typeface, Any]]], told: list[str]) -> int:
    return BOTTOM - GAP - _below(marks, told) - TOP


def _mark_rows(view: Any, theme: Theme) -> list[list[tuple[Typeface, Any]]]:
    """The statuses in rows, two at most, as large as that allows."""
    rows: list[list[tuple[Typeface, Any]]] = []
    for size in MARKS:
        rows, used = [], float(ROOM)
        for badge in view.marks:
            face = _face(theme, TEXT, size, badge.label, view.lang)
            wide = _mark_width(face, badge)
            if used + wide > ROOM:
                rows, used = [*rows, []], 0
            rows[-1].append((face, badge))
            used += wide + MARK_GAP
        if len(rows) <= 2:
            break
    return rows


def _mark_width(face: Typeface, badge: Any) -> float:
    return face.size * 1.3 + face.width(badge.label)


def _marks(sheet: Sheet, row: list[tuple[Typeface, Any]], top: int, colours: dict[str, str]) -> None:
    """One row of statuses: shape and word, in the colour of the status."""
    x = float(START)
    for face, badge in row:
        colour = colours[badge.status if badge.status in TONES else "quiet"]
        baseline = top + 36
        shape = mark(badge.status, round(face.size * 0.9))
        sheet.stamp(shape, round(x), baseline - round(face.size * 0.82), colour)
        sheet.write(badge.label, round(x + face.size * 1.3), baseline, face, colour)
        x += _mark_width(face, badge) + MARK_GAP
