"""The colours of the theme as they are, its own or the built-in one's, and how far each stands out from its ground.

Only colours written as hexadecimal numbers are told, alone or in ``light-dark()``: of any other, nothing is claimed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from parley.model.contrast import contrast, ratio_told
from parley.pages.style.views import Shade, Swatch

HEX = r"#(?:[0-9a-f]{6}|[0-9a-f]{3})"
COLOUR = re.compile(rf"(?:light-dark\(\s*({HEX})\s*,\s*({HEX})\s*\)|({HEX}))", re.IGNORECASE)
GROUNDS = ("bg", "surface", "line")  # what text stands on, or a line beside it; no text has their colour
LEAST = 7.0  # WCAG 2.2, 1.4.6: contrast (enhanced)

Pair = tuple[str, str]  # by light, by dark


def swatches(tokens: Mapping[str, str]) -> tuple[Swatch, ...]:
    """The colours among ``tokens`` (name -> value), each on the ground of its name, or else on the page's."""
    pairs = {name: pair for name, value in tokens.items() if (pair := _pair(value))}
    found = []
    for name, (light, dark) in pairs.items():
        ground = pairs.get(f"{name}-ground") or pairs.get("bg") or ("#ffffff", "#000000")
        plain = name in GROUNDS or name.endswith("-ground")
        by_light, by_dark = (_shade(colour, below, plain) for colour, below in zip((light, dark), ground, strict=True))
        found.append(Swatch(name=name, light=by_light, dark=by_dark))
    return tuple(found)


def _pair(value: str) -> Pair | None:
    match = COLOUR.fullmatch(value.strip())
    return (match[1] or match[3], match[2] or match[3]) if match else None


def _shade(colour: str, ground: str, plain: bool) -> Shade:
    if plain:
        return Shade(colour=colour, ground=colour, contrast="")
    ratio = contrast(colour, ground)
    told = ratio_told(ratio)
    return Shade(colour=colour, ground=ground, contrast=told if ratio >= LEAST else f"{told}, too low")
