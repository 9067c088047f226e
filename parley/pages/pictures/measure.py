"""How wide a text may come out, and how it is broken into lines, where no browser does that: in SVG.

Nobody knows the reader's font, so widths are those of a wide one (DejaVu Sans; Verdana is as wide), rounded up, and a
text in an ordinary font takes some four fifths of what is kept for it. Refuses to guess finer than that.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from parley.model.keys import Noun

NARROW = frozenset("iljtfrI.,:;'’‘|!()[]/ -·\u00a0")
WIDE = frozenset("mwMWGOQ@%&—…жшщюфмыЖШЩЮФМЫ")
BOLD = 1.13
MORE = "…"


class Lines(Noun, frozen=True, kw_only=True):
    """A text in lines; ``short`` where something had to be left out, which an ellipsis says."""

    lines: tuple[str, ...]
    short: bool = False


@lru_cache(maxsize=4096)
def extent(text: str) -> float:
    """The width of ``text`` in ems, on the safe side."""
    return sum(map(_advance, text))


@lru_cache(maxsize=4096)
def _advance(char: str) -> float:
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0.0  # it stands on another, or is not seen
    if unicodedata.east_asian_width(char) in "WF":
        return 1.05
    if char in NARROW:
        return 0.42
    if char in WIDE:
        return 1.0
    if char.isascii():
        return 0.72 if char.isupper() else 0.64
    return 0.8 if char.isupper() else 0.72


def in_lines(text: str, limits: tuple[float, ...]) -> Lines:
    """``text`` in at most as many lines as there are ``limits`` (the width of each, in ems).

    Broken at spaces, and between characters that are written without any; a word too long for its line is cut short.
    """
    lines, short, left = [], False, _pieces(text)
    for at, limit in enumerate(limits):
        line, left, cut = _line(left, limit)
        short = short or cut
        if left and at == len(limits) - 1:
            line, short = shortened(line + " " + left[0].strip(), limit), True
        lines.append(line)
        if not left:
            break
    return Lines(lines=tuple(line for line in lines if line), short=short)


def shortened(text: str, limit: float) -> str:
    """As much of ``text`` as fits into ``limit`` ems, with an ellipsis; always a character or more."""
    kept = text
    while len(kept) > 1 and extent(kept.rstrip() + MORE) > limit:
        kept = kept[:-1]
    return kept.rstrip(" ,;:-") + MORE


def _pieces(text: str) -> list[str]:
    """What may stand on a line of its own: words, and each character of scripts without spaces."""
    found: list[str] = []
    for word in text.split():
        if word.isascii():
            found.append(" " + word)
            continue
        piece = " "
        for char in word:
            if unicodedata.east_asian_width(char) in "WF" and piece.strip():
                found.append(piece)
                piece = ""
            piece += char
        found.append(piece)
    return found


def _line(pieces: list[str], limit: float) -> tuple[str, list[str], bool]:
    """The first line of ``pieces``, what is left of them, and whether a word was cut."""
    line, width = "", 0.0
    for at, piece in enumerate(pieces):
        more = piece if line else piece.lstrip()
        width = sum(map(_advance, more), width)
        if width > limit:
            if line:
                return line, pieces[at:], False
            return shortened(more, limit), pieces[at + 1 :], True
        line += more
    return line, [], False
