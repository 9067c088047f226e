"""The typefaces of social cards: one for headlines, one for all else, as a theme's ``fonts/`` holds them.

Shaping and right-to-left come from Raqm and FriBidi. Where the library lacks them (some builds for Windows), letters
are set one after the other, and those that run right to left are not set at all: they would stand in the wrong order.
"""

from __future__ import annotations

import io
import unicodedata
from functools import lru_cache
from math import ceil
from typing import TYPE_CHECKING, Any

from parley.model.problem import Place, Problem
from parley.render.cmap import characters
from parley.render.theme import Theme

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageFont import FreeTypeFont

HEADLINE, TEXT = "fonts/headline.ttf", "fonts/text.ttf"


def card_letters(theme: Theme) -> tuple[frozenset[str], list[Problem]]:
    """The characters that cards can be set in, and what is wrong with the fonts of ``theme``; none if anything is."""
    sets: list[frozenset[str]] = []
    problems: list[Problem] = []
    for name in (HEADLINE, TEXT):
        try:
            sets.append(characters(theme.files[name]))
            face(theme.files[name], 32)
        except (ValueError, OSError) as error:
            problems.append(Problem(Place(f"theme/{name}"), "theme-file", f"a font that can't be used ({error})",
                                    "put a TrueType font there, or take the file away"))  # fmt: skip
    if problems:
        return frozenset(), problems
    found = frozenset.intersection(*sets)
    return (found if shapes() else frozenset(sign for sign in found if not runs_left(sign))), []


class Typeface:
    """A font at a size, for text that runs one way in one language."""

    def __init__(self, font: bytes, size: int, *, leftward: bool = False, lang: str = "") -> None:
        self.font, self.size, self.leftward, self.lang = font, size, leftward, lang
        self.bearing = size // 6  # room at both sides for letters that reach out of their width
        self.rise, self.fall = ceil(1.2 * size), ceil(0.6 * size)  # the tallest letters that are known, above and below

    def width(self, text: str) -> float:
        """How far ``text`` goes."""
        return _length(self.font, self.size, self.leftward, self.lang, text)

    def mask(self, text: str) -> tuple[Image, int]:
        """``text``, white on black, with ``bearing`` at both sides, and how far its baseline is below the upper edge.
        What letters piled with marks reach beyond that is cut off."""
        from PIL import Image, ImageDraw

        drawn = Image.new("L", (ceil(self.width(text)) + 2 * self.bearing, self.rise + self.fall), 0)
        way, place = _way(self.leftward, self.lang), (self.bearing, self.rise)
        ImageDraw.Draw(drawn).text(place, text, 255, face(self.font, self.size), anchor="ls", **way)
        return drawn, self.rise


@lru_cache(maxsize=20_000)
def _length(font: bytes, size: int, leftward: bool, lang: str, text: str) -> float:
    """How far ``text`` goes; kept, since the same words stand on many cards and are measured often."""
    return face(font, size).getlength(text, **_way(leftward, lang))


def _way(leftward: bool, lang: str) -> dict[str, Any]:
    return {"direction": "rtl" if leftward else "ltr", "language": lang or None} if shapes() else {}


@lru_cache(maxsize=32)
def face(font: bytes, size: int) -> FreeTypeFont:
    """The typeface in the file ``font`` at ``size`` pixels. Raises ``OSError`` if it is none."""
    from PIL import ImageFont

    return ImageFont.truetype(io.BytesIO(font), size)


@lru_cache(maxsize=1)
def shapes() -> bool:
    """Whether letters can be shaped and set from the right here."""
    from PIL import features

    return bool(features.check("raqm")) and bool(features.check("fribidi"))


def runs_left(text: str) -> bool:
    """Whether ``text`` runs from right to left: by its first letter that has a direction (Unicode UAX 9, P2 and P3)."""
    for sign in text:
        way = unicodedata.bidirectional(sign)
        if way in ("L", "R", "AL"):
            return way != "L"
    return False
