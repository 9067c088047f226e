"""The light colours of a theme, as its stylesheets give them."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec

from parley.render.colours import USUAL, light_colours
from parley.render.theme import theme

BUILT_IN = theme([Path(__file__).parents[2] / "theme"])


def with_style(css: str) -> dict[str, str]:
    return light_colours(msgspec.structs.replace(BUILT_IN, styles={**BUILT_IN.styles, "site.css": css}))


def test_the_usual_colours_are_those_of_the_built_in_theme() -> None:
    found = light_colours(BUILT_IN)
    assert {name: found[name] for name in USUAL} == USUAL
    tokens = BUILT_IN.styles["tokens.css"]
    assert all(re.search(rf"--{name}: light-dark\({colour},", tokens) for name, colour in USUAL.items())


def test_the_last_rule_counts() -> None:
    found = with_style(":root { --accent: light-dark( #AABB00 , #fff); --ink: light-dark(#123, #fff) }")
    assert (found["accent"], found["ink"], found["muted"]) == ("#aabb00", "#112233", USUAL["muted"])


def test_a_colour_that_only_a_browser_understands_is_left_at_the_usual_one() -> None:
    tokens = BUILT_IN.styles["tokens.css"].replace("--accent: light-dark(#0f5c6e,", "--accent: light-dark(teal,")
    assert light_colours(msgspec.structs.replace(BUILT_IN, styles={"tokens.css": tokens}))["accent"] == USUAL["accent"]
