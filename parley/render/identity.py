"""A site's identity in its style: what ``site.yaml`` sets takes the place of tokens, and its accent must be seen.

The values are written into ``tokens.css`` where they stand, so that they cost readers nothing to load. Contrast is
measured on what comes of all sheets; of a colour that is not written as a hexadecimal number nothing is claimed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from parley.model.contrast import contrast, ratio_told, standing_out
from parley.model.places import SETTINGS
from parley.model.problem import Place, Problem
from parley.model.settings import Identity
from parley.render.environment import Source
from parley.render.tokens import tokens

TOKENS = "tokens.css"
LEAST = 4.5  # WCAG 2.2, 1.4.3: contrast (minimum); the accent is the colour of short texts, too
HEX = r"#(?:[0-9a-fA-F]{6}|[0-9a-fA-F]{3})"
PAIR = re.compile(rf"(?:light-dark\(\s*({HEX})\s*,\s*({HEX})\s*\)|({HEX}))")
GROUND = ("#ffffff", "#000000")  # where a theme's own can't be measured
STACKS = {  # system fonts alone: nothing is loaded
    "serif": 'Charter, "Bitstream Charter", "Sitka Text", "Noto Serif", serif',
    "old-style": '"Iowan Old Style", "Palatino Linotype", "URW Palladio L", P052, serif',
    "slab": 'Rockwell, "Rockwell Nova", "Roboto Slab", "DejaVu Serif", serif',
    "sans": "system-ui, sans-serif",
    "humanist": 'Seravek, "Gill Sans Nova", Ubuntu, Calibri, "DejaVu Sans", sans-serif',
    "narrow": '"Avenir Next Condensed", "Arial Narrow", "Liberation Sans Narrow", sans-serif',
}
CORNERS = {"square": "0", "soft": ".1875rem", "round": ".5rem"}


def identified(css: str, identity: Identity) -> str:
    """The sheet of tokens ``css`` with what ``identity`` sets in place of its own values."""
    for name, value in _wanted(css, identity).items():
        found = re.compile(rf"(?<![\w-])(--{name}:)[^;}}]*")
        css = found.sub(rf"\g<1> {value}", css) if found.search(css) else f"{css}\n:root {{ --{name}: {value}; }}\n"
    return css


def accent_faults(sheets: Mapping[str, Source], identity: Identity) -> list[Problem]:
    """That the accent of ``sheets`` (name -> file and text, in their order) stands out too little from the ground, by
    light or by dark, at the line that sets it."""
    said = tokens({name: text for name, (_, text) in sheets.items()})
    accent, ground = _pair(said.get("accent", "")), _pair(said.get("bg", "")) or GROUND
    if not accent:
        return []
    found = []
    for at, when in enumerate(("by light", "by dark")):
        if (ratio := contrast(accent[at], ground[at])) < LEAST:
            better = standing_out(accent[at], ground[at], LEAST)
            told = f"the accent {accent[at]} on {ground[at]} {when}, a contrast of {ratio_told(ratio)}"
            expected = f"4.5:1 is the least; the nearest that is seen is {better}"
            found.append(Problem(_place(sheets, identity, at), "accent-contrast", told, expected))
    return found


def _wanted(css: str, identity: Identity) -> dict[str, str]:
    """The tokens that ``identity`` sets, with their values."""
    wanted = {}
    if identity.accent or identity.accent_dark:
        said = tokens({TOKENS: css})
        ground, usual = _pair(said.get("bg", "")) or GROUND, _pair(said.get("accent", ""))
        light = identity.accent or (usual[0] if usual else identity.accent_dark)
        dark = identity.accent_dark or standing_out(light, ground[1], LEAST)
        wanted["accent"] = f"light-dark({light}, {dark})"
    if identity.headings:
        wanted["serif"] = STACKS[identity.headings]
    if identity.text:
        wanted["sans"] = STACKS[identity.text]
    if identity.corners:
        wanted["radius"] = CORNERS[identity.corners]
    return wanted


def _place(sheets: Mapping[str, Source], identity: Identity, at: int) -> Place:
    """Where the accent by light (0) or dark (1) is set: in the settings, or in the last sheet that names it."""
    key = "accent_dark" if at and identity.accent_dark else "accent"
    own = [(file, line) for file, text in sheets.values() for line, said in enumerate(text.split("\n"), 1)
           if re.search(r"(?<![\w-])--accent\s*:", said)]  # fmt: skip
    if getattr(identity, key) and own[-1][0] == sheets[TOKENS][0]:
        return Place(SETTINGS, *identity.at.get(key, (0, 0)))
    return Place(*own[-1])


def _pair(value: str) -> tuple[str, str] | None:
    match = PAIR.fullmatch(value.strip())
    return ((match[1] or match[3]).lower(), (match[2] or match[3]).lower()) if match else None
