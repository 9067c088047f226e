"""The shapes of the statuses, as on the pages (``tokens.css``), drawn for social cards.

Each is drawn on a square of 16 units, several times as large as it is wanted, and then made small.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

FINE = 8  # times as large as wanted
STROKE = 2.6

Points = tuple[tuple[float, float], ...]

STROKES: dict[str, tuple[Points, ...]] = {
    "accepted": (((2, 8.5), (6, 12.7), (14, 3.5)),),
    "rejected": (((3, 3), (13, 13)), ((13, 3), (3, 13))),
    "superseded": (
        ((3, 2), (3, 6), (3.3, 7.8), (4.2, 9), (5.4, 9.7), (7, 10), (13, 10)),
        ((9.5, 5.5), (14, 10), (9.5, 14.5)),
    ),
}
GLASS: Points = ((3, 1), (13, 1), (13, 4), (9.5, 8), (13, 12), (13, 15), (3, 15), (3, 12), (6.5, 8), (3, 4))
HORN: Points = ((1, 6), (5, 6), (13, 2), (13, 14), (5, 10), (1, 10))
SOUND: Points = ((14, 6), (16, 6), (16, 10), (14, 10))
FILLED = {"lapsed": (GLASS,), "withdrawn": (GLASS,), "announced": (HORN, SOUND)}
RINGED = ("open", "conditional")


@lru_cache(maxsize=64)
def mark(status: str, size: int) -> Image:
    """The shape of ``status``, white on black, ``size`` pixels wide and high."""
    from PIL import Image, ImageDraw

    unit = size * FINE / 16
    drawn = Image.new("L", (size * FINE, size * FINE), 0)
    pen = ImageDraw.Draw(drawn)
    for points in FILLED.get(status, ()):
        pen.polygon([(x * unit, y * unit) for x, y in points], fill=255)
    for points in STROKES.get(status, ()):
        pen.line([(x * unit, y * unit) for x, y in points], fill=255, width=round(STROKE * unit), joint="curve")
    if status in RINGED:
        outer = 5.6 + STROKE / 2
        box = ((8 - outer) * unit, (8 - outer) * unit, (8 + outer) * unit, (8 + outer) * unit)
        pen.ellipse(box, outline=255, width=round(STROKE * unit))
        if status == "conditional":
            pen.pieslice(box, 90, 270, fill=255)
    return drawn.resize((size, size), Image.Resampling.BOX)
