"""Words to lines: broken where they must be, evened out, cut with an ellipsis where there is no room for all.

It knows no font: it is handed what measures a text. Lines are broken at spaces; a word that is wider than a line is
broken after a hyphen or a slash, or else anywhere but before a mark that belongs to the letter in front of it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

ELLIPSIS = "…"
PART = re.compile(r"[^-–/]*[-–/]*")  # a word up to where it may be broken
LOOSE = " ,;:.–-"  # does not stand before an ellipsis
MARKS = ("Mn", "Me", "Mc", "Cf")  # general categories of what belongs to the letter before (Unicode, UAX 44)
STEPS = 7  # of halving, in which lines are evened out: to a hundredth of their width

Width = Callable[[str], float]


def lines(text: str, width: Width, room: float) -> list[str]:
    """``text`` in lines that are at most ``room`` wide, each as full as can be."""
    found: list[str] = []
    used = room
    for word in text.split():
        wide = width(word)
        if used + width(" ") + wide <= room:
            found[-1] += f" {word}"
            used += width(" ") + wide
        else:
            found += _pieces(word, width, room) if wide > room else [word]
            used = width(found[-1])
    return found


def even_lines(text: str, width: Width, room: float) -> list[str]:
    """``text`` in as few lines as ``lines`` makes, but of lengths that are as much alike as can be."""
    best = lines(text, width, room)
    narrow, wide = max(map(width, text.split()), default=0), room
    if len(best) < 2 or narrow > room:
        return best
    for _ in range(STEPS):
        middle = (narrow + wide) / 2
        tried = lines(text, width, middle)
        if len(tried) > len(best):
            narrow = middle
        else:
            best, wide = tried, middle
    return best


def set_lines(text: str, most: int, width: Width, room: float) -> list[str]:
    """``text`` in at most ``most`` lines: even ones if all of it finds room, else as full as can be and cut."""
    found = even_lines(text, width, room)
    return found if len(found) <= most else cut(lines(text, width, room), most, width, room)


def cut(found: list[str], most: int, width: Width, room: float) -> list[str]:
    """The first ``most`` of the lines ``found``, the last with an ellipsis if there are more."""
    if len(found) <= most:
        return found
    kept, last = found[: most - 1], found[most - 1].rstrip(LOOSE)
    while last and width(last + ELLIPSIS) > room:
        last = last[: _before_end(last)].rstrip(LOOSE)
    return [*kept, last + ELLIPSIS]


def _before_end(text: str) -> int:
    """Where to cut ``text`` to make it shorter: before its last word, or its last letter where it has but one word."""
    space = text.rfind(" ")
    return space if space > 0 else len(text) - len(_letters(text)[-1])


def _pieces(word: str, width: Width, room: float) -> list[str]:
    """A word in pieces that are at most ``room`` wide, or of a single letter."""
    found = [""]
    for part in _parts(word):
        for piece in [part] if width(part) <= room else _letters(part):
            if not found[-1] or width(found[-1] + piece) <= room:
                found[-1] += piece
            else:
                found.append(piece)
    return found


def _parts(word: str) -> list[str]:
    """``word`` in parts between which it may be broken; a mark stays with what it belongs to."""
    found: list[str] = []
    for part in filter(None, PART.findall(word)):
        if found and unicodedata.category(part[0]) in MARKS:
            found[-1] += part
        else:
            found.append(part)
    return found


def _letters(text: str) -> list[str]:
    """The letters of ``text``, each with the marks that belong to it."""
    found: list[str] = []
    for sign in text:
        if found and unicodedata.category(sign) in MARKS:
            found[-1] += sign
        else:
            found.append(sign)
    return found
