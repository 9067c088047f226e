"""The custom properties of a theme's style, as they are for the whole page: what ``:root`` says outside any condition.

What stands within ``@media`` and the like is passed over. A later sheet wins over an earlier one, as on the page.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

PIECE = re.compile(r"""/\*.*?\*/|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[{};]|[^{};"'/]+|.""", re.DOTALL)
TOKEN = re.compile(r"\s*--([\w-]+)\s*:\s*(.*?)\s*", re.DOTALL)


def tokens(styles: Mapping[str, str]) -> dict[str, str]:
    """The value of each property by its name without the dashes, of the sheets ``styles`` in their order."""
    found: dict[str, str] = {}
    for css in styles.values():
        found |= _tokens(css)
    return found


def _tokens(css: str) -> dict[str, str]:
    found: dict[str, str] = {}
    within: list[str] = []  # what stands before each brace that is open
    told = ""
    for piece in PIECE.findall(css):
        if piece.startswith("/*"):
            continue
        if piece not in ("{", "}", ";"):
            told += piece
            continue
        if within == [":root"] and piece != "{" and (match := TOKEN.fullmatch(told)):
            found[match[1]] = match[2]
        if piece == "{":
            within.append(told.strip())
        elif piece == "}" and within:
            within.pop()
        told = ""
    return found
