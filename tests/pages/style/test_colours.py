"""Colours are told with the contrast that WCAG works out, and nothing is claimed of what can't be read."""

import pytest

from parley.pages.style.colours import contrast, swatches
from parley.render.theme import theme
from parley.render.tokens import tokens
from tests.sites import ROOT


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#fff", "#ffffff", 1.0),
        ("#767676", "#ffffff", 4.54),  # the lightest grey that reaches 4.5:1, as W3C's examples have it
        ("#0B4F9E", "#fff", 8.0),
    ],
)
def test_contrast_is_that_of_wcag_whichever_colour_comes_first(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.01)
    assert contrast(other, one) == contrast(one, other)


def test_a_colour_stands_on_the_ground_of_its_name_or_else_on_the_page_s() -> None:
    page, ink, open_, ground = swatches(
        {
            "bg": "light-dark(#ffffff, #000000)",
            "ink": "light-dark(#000, #fff)",
            "open": "light-dark(#0b4a86, #a9d0fa)",
            "open-ground": "light-dark(#e3eefa, #14283d)",
        }
    )
    assert (ink.light.ground, ink.light.contrast, ink.dark.contrast) == ("#ffffff", "21.0:1", "21.0:1")
    assert (open_.light.ground, open_.dark.ground) == ("#e3eefa", "#14283d")
    assert (page.light.contrast, ground.dark.contrast) == ("", "")


def test_a_colour_that_text_can_t_have_says_so() -> None:
    _, grey = swatches({"bg": "#ffffff", "muted": "light-dark(#585960, #000000)"})
    assert (grey.light.contrast, grey.dark.contrast) == ("6.9:1, too low", "21.0:1")  # 6.97: never rounded up


def test_what_is_no_hexadecimal_colour_is_left_out() -> None:
    values = {"a": "oklch(60% 0.1 200)", "b": "1rem", "c": "light-dark(red, #000)", "d": "#12345", "e": "url(#abc)"}
    assert swatches(values) == ()


def test_the_built_in_theme_s_colours_keep_7_to_1() -> None:
    found = swatches(tokens(theme([ROOT / "theme"]).styles))
    shades = [shade for swatch in found for shade in (swatch.light, swatch.dark) if shade.contrast]
    assert len(shades) >= 20
    assert [shade for shade in shades if "low" in shade.contrast] == []
