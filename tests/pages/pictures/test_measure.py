"""Texts are measured on the safe side, and broken where they may be."""

import pytest

from parley.pages.pictures.measure import extent, in_lines, shortened


def test_wide_letters_take_more_room_than_narrow_ones_and_marks_on_letters_none() -> None:
    assert extent("mmm") > extent("nnn") > extent("iii")
    assert extent("e\u0301") == extent("e")
    assert extent("中") > 1


def test_a_text_is_broken_at_spaces_and_no_line_is_longer_than_its_room() -> None:
    found = in_lines("Council of the European Union", (7.0, 7.0, 7.0, 7.0))
    assert " ".join(found.lines) == "Council of the European Union"
    assert not found.short
    assert all(extent(line) <= 7 for line in found.lines)


def test_what_does_not_fit_is_left_out_and_an_ellipsis_says_so() -> None:
    found = in_lines("Council of the European Union", (7.0, 7.0))
    assert found.short
    assert len(found.lines) == 2
    assert found.lines[-1].endswith("…")
    assert all(extent(line) <= 7 for line in found.lines)


def test_a_word_that_is_too_long_is_cut_and_the_next_ones_are_kept() -> None:
    found = in_lines("Donaudampfschifffahrt und Bahn", (6.0, 6.0, 6.0))
    assert found.lines[0].startswith("Donau")
    assert found.lines[0].endswith("…")
    assert found.lines[1:] == ("und Bahn",)
    assert found.short


def test_a_text_without_spaces_is_broken_between_its_characters() -> None:
    assert in_lines("中華人民共和國", (3.2, 3.2, 3.2)).lines == ("中華人", "民共和", "國")


@pytest.mark.parametrize("limit", [0.1, 1.0, 3.0])
def test_however_little_room_there_is_a_character_stays(limit: float) -> None:
    assert len(shortened("Ukraine", limit)) >= 2
    assert in_lines("Ukraine", (limit,)).lines[0][0] == "U"


def test_lines_may_have_room_of_their_own() -> None:
    assert in_lines("one two three", (2.5, 20.0)).lines == ("one", "two three")


def test_a_line_holds_as_many_words_as_there_is_room_for() -> None:
    text = "Council of the European Union"
    room = extent("Council of the")
    assert in_lines(text, (room, 99.0)).lines == ("Council of the", "European Union")
    assert in_lines(text, (room - 0.01, 99.0)).lines == ("Council of", "the European Union")
