"""A sheet of few colours to draw a social card on, and its PNG.

Every colour is a short ramp from the ground to itself, so that edges are smooth and the file small. Places are told
from the edge where reading starts: on a sheet that runs from right to left everything is mirrored, but for the letters.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

    from parley.render.typefaces import Typeface

LEVELS = 6
STEPS = [round(strength * LEVELS / 255) for strength in range(256)]  # strength of a mask -> level, 0 for none
SHOWN = [255 if step else 0 for step in STEPS]
SQUEEZE = 6  # of 9: more takes ten times as long and saves a tenth (deflate, RFC 1951)


class Sheet:
    """A picture ``width`` by ``height``; ``mirrored`` where reading starts on the right."""

    def __init__(self, width: int, height: int, ground: str, *, mirrored: bool = False) -> None:
        from PIL import Image

        self.width, self.height, self.mirrored = width, height, mirrored
        self.picture = Image.new("P", (width, height), 0)
        self.palette = [_channels(ground)]
        self._ramps: dict[str, int] = {}

    def fill(self, x: int, y: int, width: int, height: int, colour: str) -> None:
        """A plain oblong whose start edge is at ``x`` and whose upper edge is at ``y``."""
        left = self._left(x, width)
        self.picture.paste(self._ramp(colour) + LEVELS - 1, (left, y, left + width, y + height))

    def stamp(self, mask: Image, x: int, y: int, colour: str) -> None:
        """``colour`` through ``mask`` (white where it shows), its start edge at ``x``, its upper edge at ``y``."""
        base = self._ramp(colour)
        shade, place = base - 1, (self._left(x, mask.width), y)
        self.picture.paste(mask.point([shade + step if step else 0 for step in STEPS]), place, mask.point(SHOWN))

    def write(self, text: str, x: int, baseline: int, face: Typeface, colour: str, *, back: bool = False) -> None:
        """``text`` from ``x`` on; with ``back``, up to ``x`` from the other edge, where reading ends."""
        mask, rise = face.mask(text)
        at = self.width - x - mask.width + face.bearing if back else x - face.bearing
        self.stamp(mask, at, baseline - rise, colour)

    def png(self) -> bytes:
        """The picture as PNG (W3C, Portable Network Graphics) with a palette and without any date."""
        self.picture.putpalette([channel for colour in self.palette for channel in colour])
        file = io.BytesIO()
        self.picture.save(file, "PNG", compress_level=SQUEEZE)
        return file.getvalue()

    def _left(self, x: int, width: int) -> int:
        return self.width - x - width if self.mirrored else x

    def _ramp(self, colour: str) -> int:
        """The number of the palest shade of ``colour``; the others follow it."""
        if colour not in self._ramps:
            self._ramps[colour] = len(self.palette)
            full, ground = _channels(colour), self.palette[0]
            for step in range(1, LEVELS + 1):
                mixed = [round(g + (f - g) * step / LEVELS) for f, g in zip(full, ground, strict=True)]
                self.palette.append((mixed[0], mixed[1], mixed[2]))
        return self._ramps[colour]


def _channels(colour: str) -> tuple[int, int, int]:
    """The red, green and blue of ``#rrggbb``."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
