"""Contrast is measured as WCAG says, and the nearest colour that is seen is found."""

import pytest

from parley.model.contrast import contrast, ratio_told, standing_out


def test_the_ends_of_the_measure() -> None:
    assert contrast("#fff", "#000000") == pytest.approx(21)
    assert contrast("#abc", "#aabbcc") == 1


def test_a_ratio_just_below_is_not_told_as_enough() -> None:
    assert contrast("#777777", "#ffffff") == pytest.approx(4.478, abs=0.001)
    assert ratio_told(4.478) == "4.4:1"


@pytest.mark.parametrize(("colour", "ground"), [("#f0a020", "#ffffff"), ("#102030", "#14161a"), ("#777777", "#fff")])
def test_the_nearest_colour_is_just_seen(colour: str, ground: str) -> None:
    assert 4.5 <= contrast(standing_out(colour, ground, 4.5), ground) < 4.9


def test_a_colour_that_is_seen_stays() -> None:
    assert standing_out("#0f5c6e", "#ffffff", 4.5) == "#0f5c6e"
