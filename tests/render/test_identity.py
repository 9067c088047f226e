"""What ``site.yaml`` says of the look takes the place of tokens, and an accent that is hard to see stops the build."""

from __future__ import annotations

from pathlib import Path

import pytest
from rcssmin import cssmin

from parley.model.contrast import contrast
from parley.model.settings import Identity
from parley.render.identity import CORNERS, STACKS, identified
from parley.render.theme import theme
from parley.render.tokens import tokens
from tests.sites import FILES, built_from, site_from

BUILT_IN = Path(__file__).parents[2] / "theme"
TOKENS = (BUILT_IN / "css/tokens.css").read_text(encoding="utf-8")


def said(identity: Identity) -> dict[str, str]:
    return tokens(theme([BUILT_IN], identity).styles)


def with_identity(text: str, **more: str) -> dict[str, str]:
    return {**FILES, "site.yaml": FILES["site.yaml"] + "identity:\n" + text, **more}


def told(folder: Path, files: dict[str, str]) -> list[str]:
    return [str(problem) for problem in built_from(folder, files).problems if problem.code == "accent-contrast"]


def test_nothing_set_changes_nothing() -> None:
    assert identified(TOKENS, Identity()) == TOKENS


def test_both_accents_take_the_place_of_the_themes() -> None:
    css = identified(TOKENS, Identity(accent="#7a1f3d", accent_dark="#f0a8bf"))
    assert tokens({"tokens.css": css})["accent"] == "light-dark(#7a1f3d, #f0a8bf)"
    assert len(cssmin(css)) == len(cssmin(TOKENS))  # it costs readers nothing


def test_an_accent_by_light_brings_one_by_dark_that_is_seen() -> None:
    value = said(Identity(accent="#7a1f3d"))["accent"]
    light, dark = value.removeprefix("light-dark(").removesuffix(")").split(", ")
    assert light == "#7a1f3d"
    assert contrast(dark, "#14161a") >= 4.5


def test_an_accent_by_dark_alone_leaves_the_themes_by_light() -> None:
    assert said(Identity(accent_dark="#f0a8bf"))["accent"] == "light-dark(#0f5c6e, #f0a8bf)"


@pytest.mark.parametrize("font", STACKS)
def test_each_font_is_set_for_headings_and_for_text(font: str) -> None:
    found = said(Identity(headings=font, text=font))
    assert (found["serif"], found["sans"]) == (STACKS[font], STACKS[font])


@pytest.mark.parametrize("corners", CORNERS)
def test_corners(corners: str) -> None:
    assert said(Identity(corners=corners))["radius"] == CORNERS[corners]


def test_a_token_that_the_sheet_does_not_have_is_added() -> None:
    assert tokens({"t": identified(":root { --bg: #fff; }", Identity(corners="round"))})["radius"] == ".5rem"


def test_the_digest_follows_the_identity() -> None:
    assert theme([BUILT_IN], Identity(accent="#7a1f3d")).digest != theme([BUILT_IN]).digest


def test_a_site_is_built_with_its_accent(tmp_path: Path) -> None:
    site = site_from(tmp_path, with_identity("  accent: 7a1f3d\n  accent_dark: f0a8bf\n"))
    (css,) = [body for path, body in site.items() if path.endswith(".css")]
    assert "--accent:light-dark(#7a1f3d,#f0a8bf)" in css


def test_an_accent_that_is_hard_to_see_by_light_is_told_where_it_stands(tmp_path: Path) -> None:
    (problem,) = told(tmp_path, with_identity('  accent: "#f0a020"\n'))
    assert problem.startswith("site.yaml:4:")
    assert "the accent #f0a020 on #ffffff by light, a contrast of 2.1:1" in problem
    assert "the nearest that is seen is #a16b15" in problem


def test_an_accent_that_is_hard_to_see_by_dark_is_told_where_it_stands(tmp_path: Path) -> None:
    (problem,) = told(tmp_path, with_identity("  accent: 7a1f3d\n  accent_dark: 7a1f3d\n"))
    assert problem.startswith("site.yaml:5:")
    assert "on #14161a by dark" in problem


def test_the_accent_of_an_own_theme_is_measured_too(tmp_path: Path) -> None:
    (problem,) = told(tmp_path, {**FILES, "theme/css/site.css": "a { color: red }\n:root { --accent: #ff0 }\n"})[:1]
    assert problem.startswith("theme/css/site.css:2:1: error: the accent #ff0 on #ffffff by light")


def test_the_suggested_accent_is_taken(tmp_path: Path) -> None:
    (problem,) = told(tmp_path, with_identity('  accent: "#f0a020"\n'))
    better = problem.partition("seen is #")[2][:6]
    assert told(tmp_path, with_identity(f"  accent: {better}\n")) == []
