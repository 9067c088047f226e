"""The colours of a theme on light ground, for what is made outside a browser: social cards and the web manifest."""

from __future__ import annotations

import re
from functools import lru_cache

from parley.render.theme import Theme

TOKEN = re.compile(r"--([\w-]+):\s*light-dark\(\s*#([0-9a-fA-F]{6}|[0-9a-fA-F]{3})\s*,")
# What a colour is where a theme writes it in a way that only a browser understands.
USUAL = {
    "bg": "#ffffff",
    "ink": "#16181d",
    "muted": "#4d5159",
    "accent": "#0f5c6e",
    "line": "#c9c7bf",
    "open": "#0b4a86",
    "accepted": "#0a5340",
    "conditional": "#6a4300",
    "rejected": "#8a1f11",
    "superseded": "#54306f",
    "quiet": "#454950",
}


def light_colours(theme: Theme) -> dict[str, str]:
    """Token -> colour (``#rrggbb``): the light one of each ``light-dark()`` pair; the last rule counts, as in CSS."""
    return _found(tuple(theme.styles.values()))


@lru_cache(maxsize=8)
def _found(styles: tuple[str, ...]) -> dict[str, str]:
    pairs = [pair for css in styles for pair in TOKEN.findall(css)]
    return USUAL | {name: f"#{(digits if len(digits) == 6 else _doubled(digits)).lower()}" for name, digits in pairs}


def _doubled(digits: str) -> str:
    return "".join(digit * 2 for digit in digits)
