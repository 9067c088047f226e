"""A social card's view -> PNG: what a link to a page looks like where it is shared (Open Graph, ogp.me).

It is set like the head of a report: the kind of page and the site's name over a thin line, the title, and below it the
statuses, each with its shape and its word, and one sentence. The same view and theme give the same bytes.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from parley.render.card_marks import mark
from parley.render.colours import light_colours
from parley.render.sheet import Sheet
from parley.render.theme import Theme
from parley.render.typefaces import HEADLINE, TEXT, Typeface, runs_left
from parley.render.typeset import even_lines, set_lines

WIDTH, HEIGHT = 1200, 630  # as Open Graph's readers want it: 1.91 to 1
BAR = 20  # at the edge where reading starts
START, END = 84, 64  # margins at the edges where reading starts and ends
ROOM = WIDTH - START - END
HEAD, RULE, TOP, BOTTOM = 88, 116, 146, 570  # baseline of the first line, the line below it, and the block of the title
SMALL, ROW = 32, 43  # text, and from one line to the next
MARKS, MARK_ROW, MARK_GAP = (34, 29, 24, 20), 54, 44  # sizes, from one row to the next, between two in a row
INDENT = 1.3  # of a status's word after its shape, in sizes of the text
TITLES, MODEST, MOST_LINES = (104, 96, 88, 80, 72, 66, 60, 54, 49, 45, 41), 66, 4
BREAKING = 54  # the size from which on a word may be broken that is wider than a line
LEADING, LEADING_TALL = 1.17, 1.5  # of Latin, Greek, Cyrillic and Hebrew; of Arabic, which reaches far below the line
TALL = re.compile("[\u0600-\u08ff\ufb50-\ufdff\ufe70-\ufefc]")
GAP = 30
LONGEST = 320  # signs; more would never find room
TONES = {"open", "accepted", "conditional", "rejected", "superseded"}  # the others are quiet


def card_png(view: Any, theme: Theme) -> bytes:
    """``view`` (a ``CardView``) as a picture of 1200 by 630."""
    card = _Card(view, theme)
    card.head()
    card.body()
    return card.sheet.png()


class _Title(NamedTuple):
    face: Typeface
    lines: list[str]


class _Mark(NamedTuple):
    """One status: its word, and how wide it is with its shape."""

    status: str
    label: str
    face: Typeface
    width: float


class _Card:
    """One card while it is drawn."""

    def __init__(self, view: Any, theme: Theme) -> None:
        self.view, self.theme, self.colours = view, theme, light_colours(theme)
        self.sheet = Sheet(WIDTH, HEIGHT, self.colours["bg"], mirrored=view.dir == "rtl")

    def head(self) -> None:
        """The bar at the edge, what kind of page it is, at the other end the site's name, and the line below them."""
        view, colours = self.view, self.colours
        self.sheet.fill(0, 0, BAR, HEIGHT, colours["accent"])
        self.sheet.fill(START, RULE, ROOM, 2, colours["line"])
        face, room = self.face(TEXT, SMALL, view.kicker), float(ROOM)
        for kicker in set_lines(view.kicker, 1, face.width, ROOM * 2 / 3):
            self.sheet.write(kicker, START, HEAD, face, colours["muted"])
            room = ROOM - face.width(kicker) - GAP
        face = self.face(TEXT, SMALL, view.site)
        for site in set_lines(view.site[:LONGEST], 1, face.width, room):
            self.sheet.write(site, END, HEAD, face, colours["ink"], back=True)

    def body(self) -> None:
        """The title, and from the lower margin up the sentence and the statuses."""
        marks, text = self.mark_rows(), self.face(TEXT, SMALL, self.view.line)
        told = set_lines(self.view.line[:LONGEST], 2, text.width, ROOM)
        title = self.title(len(marks), len(told))
        if len(told) > 1 and title.face.size < MODEST:
            larger = self.title(len(marks), 1)
            if larger.face.size > title.face.size:
                title, told = larger, set_lines(self.view.line[:LONGEST], 1, text.width, ROOM)
        for at, line in enumerate(title.lines):
            baseline = TOP + round((0.9 + at * _leading(self.view.title)) * title.face.size)
            self.sheet.write(line, START, baseline, title.face, self.colours["ink"])
        top = BOTTOM - MARK_ROW * len(marks) - ROW * len(told)
        for at, row in enumerate(marks):
            self.mark_row(row, top + at * MARK_ROW + MARKS[0])
        for at, line in enumerate(told, 1):
            baseline = BOTTOM - (len(told) - at) * ROW - (ROW - SMALL)
            self.sheet.write(line, START, baseline, text, self.colours["muted"])

    def title(self, marks: int, told: int) -> _Title:
        """The title in at most four lines above so many rows of statuses and lines of text, as large as can be."""
        room = BOTTOM - MARK_ROW * marks - ROW * told - GAP - TOP
        text = self.view.title
        if len(text) > LONGEST:
            text = f"{text[:LONGEST]} …"
        largest = self.face(HEADLINE, TITLES[0], text)
        widths = [largest.width(word) for word in text.split()]
        for size in TITLES[:-1]:
            most, scale = _most(room, size, text), size / TITLES[0]
            if sum(widths) * scale > most * ROOM or (max(widths) * scale > ROOM and size > BREAKING):
                continue  # whatever the lines, there is no room
            face = self.face(HEADLINE, size, text)
            found = even_lines(text, face.width, ROOM)
            if len(found) <= most:
                return _Title(face, found)
        face = self.face(HEADLINE, TITLES[-1], text)
        return _Title(face, set_lines(text, _most(room, TITLES[-1], text), face.width, ROOM))

    def mark_rows(self) -> list[list[_Mark]]:
        """The statuses in two rows at most, as large as that allows."""
        rows: list[list[_Mark]] = []
        for size in MARKS:
            rows, used = [], float(ROOM)
            for badge in self.view.marks:
                face = self.face(TEXT, size, badge.label)
                found = _Mark(badge.status, badge.label, face, INDENT * size + face.width(badge.label))
                if used + found.width > ROOM:
                    rows, used = [*rows, []], 0
                rows[-1].append(found)
                used += found.width + MARK_GAP
            if len(rows) <= 2:
                break
        return rows

    def mark_row(self, row: list[_Mark], baseline: int) -> None:
        """One row of statuses: shape and word, in the colour of the status."""
        x = float(START)
        for status, label, face, width in row:
            colour = self.colours[status if status in TONES else "quiet"]
            self.sheet.stamp(mark(status, round(face.size * 0.9)), round(x), baseline - round(face.size * 0.82), colour)
            self.sheet.write(label, round(x + INDENT * face.size), baseline, face, colour)
            x += width + MARK_GAP

    def face(self, font: str, size: int, text: str) -> Typeface:
        """The typeface for ``text``."""
        return Typeface(self.theme.files[font], size, leftward=runs_left(text), lang=self.view.lang)


def _most(room: float, size: int, text: str) -> int:
    """How many lines of ``text`` in that size there is room for."""
    return min(MOST_LINES, int(room / (_leading(text) * size)))


def _leading(text: str) -> float:
    return LEADING_TALL if TALL.search(text) else LEADING
