"""Room on a terminal: wide letters, marks, tabs, and signs that must not act."""

import pytest

from parley.cli.forms.columns import cells, width, wrapped


@pytest.mark.parametrize(
    ("text", "columns"),
    [("abc", 3), ("橋", 2), ("e\u0301", 1), ("\uff1a", 2), ("é", 1), ("👍", 2), ("", 0), ("\u200b", 0), ("س", 1)],
)
def test_the_width_of_text_is_that_of_a_terminal(text, columns):
    assert width(text) == columns


def test_a_tab_is_seen_and_reaches_to_the_next_stop():
    assert "".join(cells("\tx")) == "→   x"
    assert "".join(cells("ab\tx")) == "ab→ x"
    assert "".join(cells("橋\tx")) == "橋→ x"


def test_each_character_has_a_piece_of_its_own():
    text = "a\tb橋e\u0301\x1b\u202e\u00a0"
    assert len(cells(text)) == len(text)


def test_nothing_in_a_text_steers_the_terminal():
    assert "".join(cells("\x1b[31m\x07")) == "␛[31m␇"
    assert "".join(cells("a\u202eb\u2066c")) == "a�b�c"
    assert "".join(cells("\u00a0x")) == "␣x"


def test_a_terminal_of_few_letters_gets_signs_of_the_same_width():
    assert "".join(cells("a橋é\t.\x1b", "ascii")) == "a???    .?"
    assert "".join(cells("é", "no-such-encoding")) == "?"


def test_words_are_kept_whole_and_further_lines_are_indented():
    assert list(wrapped("one two three four", 9, "  ")) == ["one two", "  three", "  four"]
    assert list(wrapped("橋橋 橋橋 x", 9)) == ["橋橋 橋橋", "x"]
    assert list(wrapped("averylongword two", 5, " ")) == ["averylongword", " two"]
    assert list(wrapped("", 5)) == [""]
