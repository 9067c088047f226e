"""The colours of the theme as they are, its own or the built-in one's, and how far each stands out from its ground.

Only colours written as hexadecimal numbers are told, alone or in ``light-dark()``: of any other, nothing is claimed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

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


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two hexadecimal colours, from 1 to 21 (WCAG 2.2, "contrast ratio")."""
    dim, bright = sorted((_luminance(one), _luminance(other)))
    return (bright + 0.05) / (dim + 0.05)


def _luminance(colour: str) -> float:
    """WCAG 2.2, "relative luminance"."""
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    red, green, blue = (int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4))
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in (red, green, blue)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _pair(value: str) -> Pair | None:
    match = COLOUR.fullmatch(value.strip())
    return (match[1] or match[3], match[2] or match[3]) if match else None


def _shade(colour: str, ground: str, plain: bool) -> Shade:
    if plain:
        return Shade(colour=colour, ground=colour, contrast="")
    ratio = contrast(colour, ground)
    told = f"{int(ratio * 10) / 10}:1"  # never rounded up to what is asked for
    return Shade(colour=colour, ground=ground, contrast=told if ratio >= LEAST else f"{told}, too low")
