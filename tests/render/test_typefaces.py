"""The typefaces of cards: what can be set in them, also where letters can't be shaped, and fonts that are none."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from PIL import features

from parley.render import typefaces
from parley.render.theme import Theme, theme
from parley.render.typefaces import HEADLINE, TEXT, Typeface, card_letters, runs_left

BUILT_IN = theme([Path(__file__).parents[2] / "theme"])


def with_files(**files: bytes) -> Theme:
    return msgspec.structs.replace(BUILT_IN, files={**BUILT_IN.files, **files})


def test_what_both_fonts_have_can_be_set() -> None:
    letters, problems = card_letters(BUILT_IN)
    assert problems == []
    assert letters.issuperset("Ťažké Переговоры Ελλάδα وقف הפסקת “…”")
    assert not letters & set("停火🕊")


def test_without_shaping_nothing_is_set_that_runs_from_right_to_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(features, "check", lambda name: False)
    typefaces.shapes.cache_clear()
    try:
        letters, problems = card_letters(BUILT_IN)
        assert problems == []
        assert letters.issuperset("Ťažké Переговоры Ελλάδα “…”")
        assert not letters & set("وقفהפסקת")
        plain = Typeface(BUILT_IN.files[TEXT], 31)
        assert plain.width("Kyiv") > plain.width("Kyi") > 0
        mask, rise = plain.mask("Kyiv")
        assert mask.getbbox()
        assert 0 < rise < mask.height
    finally:
        typefaces.shapes.cache_clear()


@pytest.mark.parametrize("name", [HEADLINE, TEXT])
@pytest.mark.parametrize("font", [b"no font", BUILT_IN.files[TEXT][:5000]])
def test_a_font_that_is_none_is_told_and_no_card_is_made(name: str, font: bytes) -> None:
    letters, problems = card_letters(with_files(**{name: font}))
    assert letters == frozenset()
    assert [(problem.place.file, problem.code, problem.severity) for problem in problems] == [
        (f"theme/{name}", "theme-file", "error")
    ]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Kyiv", False),
        ("هدنة", True),
        ("30 ימים", True),
        ("UN و", False),
        ("«هدنة»", True),
        ("30 – ?", False),
        ("", False),
    ],
)
def test_text_runs_the_way_of_its_first_letter(text: str, left: bool) -> None:
    assert runs_left(text) == left


def test_letters_that_reach_out_of_their_width_are_not_cut() -> None:
    face = Typeface(BUILT_IN.files[HEADLINE], 88)
    for text in ("fjord", "Ǻ", "ffi", "jjj", "Ế", "ǧ"):
        mask, _ = face.mask(text)
        left, upper, right, lower = mask.getbbox() or (0, 0, 0, 0)
        assert 0 < left < right < mask.width, text
        assert 0 < upper < lower < mask.height, text
