"""Lines of text: never wider than there is room, nothing lost, evened out, and cut with an ellipsis."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.render.typeset import ELLIPSIS, cut, even_lines, lines, set_lines

WIDE = {"m": 2.0, "i": 0.5}
TEXT = st.text(alphabet="miaé\u0301 -–/ж", max_size=80)
ROOM = st.integers(4, 30)


def width(text: str) -> float:
    return sum(0.0 if unicodedata.combining(sign) else WIDE.get(sign, 1.0) for sign in text)


@given(TEXT, ROOM)
def test_no_line_is_wider_than_there_is_room_and_no_letter_is_lost(text: str, room: int) -> None:
    for made in (lines(text, width, room), even_lines(text, width, room)):
        assert all(len(line) > 0 and width(line) <= room for line in made)
        assert "".join(made).replace(" ", "") == "".join(text.split())


@given(TEXT, ROOM)
def test_even_lines_are_as_few_and_the_widest_of_them_is_no_wider(text: str, room: int) -> None:
    full, even = lines(text, width, room), even_lines(text, width, room)
    assert len(even) == len(full)
    assert max(map(width, even), default=0) <= max(map(width, full), default=0)


@given(TEXT, ROOM, st.integers(1, 4))
def test_text_is_whole_or_ends_in_an_ellipsis(text: str, room: int, most: int) -> None:
    made = set_lines(text, most, width, room)
    assert len(made) <= most
    assert all(width(line) <= room for line in made)
    whole = "".join(made).replace(" ", "") == "".join(text.split())
    assert whole != (bool(made) and made[-1].endswith(ELLIPSIS))


@given(TEXT, ROOM)
def test_no_line_begins_with_a_mark_that_belongs_to_the_letter_before(text: str, room: int) -> None:
    words = {unicodedata.combining(word[0]) > 0 for word in text.split()}
    if True not in words:
        assert not [line for line in lines(text, width, room) if unicodedata.combining(line[0])]


@pytest.mark.parametrize(
    ("text", "room", "made"),
    [
        ("a ceasefire of thirty days", 12, ["a ceasefire", "of thirty", "days"]),
        ("a b c d", 3, ["a b", "c d"]),
        ("a well-known word", 8, ["a", "well-", "known", "word"]),
        ("either/or", 8, ["either/", "or"]),
        ("abcdefgh ij", 5, ["abcde", "fgh", "ij"]),
        ("", 5, []),
    ],
)
def test_lines_break_at_spaces_then_at_hyphens_and_slashes_then_anywhere(text: str, room: int, made: list[str]) -> None:
    assert [line.strip() for line in lines(text, width, room)] == made


def test_lines_are_evened_out() -> None:
    assert lines("aaaa bbbb cccc d", width, 14) == ["aaaa bbbb cccc", "d"]
    assert even_lines("aaaa bbbb cccc d", width, 14) == ["aaaa bbbb", "cccc d"]


def test_a_cut_comes_after_a_word_and_not_after_a_comma() -> None:
    assert cut(["one, two,", "three"], 1, width, 9) == ["one, two" + ELLIPSIS]
    assert cut(["one, two,", "three"], 1, width, 8) == ["one" + ELLIPSIS]
    assert cut(["abcdefgh", "i"], 1, width, 8) == ["abcdefg" + ELLIPSIS]
    assert cut(["one", "two"], 2, width, 3) == ["one", "two"]
