"""Prose is parted into sentences and compared by them."""

import pytest

from parley.words.rewriting import is_touch, rewritten, sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ("It fell.[^paper] It rose.[^a][^b]\nIt stands.", ["It fell.[^paper]", "It rose.[^a][^b]", "It stands."]),
        ("He said “No.” She left.", ["He said “No.”", "She left."]),
        ("A title\n\nA line\nthat goes on.", ["A title", "A line that goes on."]),
        ("1.5 million came. Then 2.", ["1.5 million came.", "Then 2."]),
        ("", []),
        ("  \n\n ", []),
    ],
)
def test_sentences_end_at_their_marks_and_at_empty_lines(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_what_went_and_what_came_in_its_place() -> None:
    found = rewritten("One. Two. Three.", "One. Zwei. Three. Four.")
    assert (found.gone, found.come, found.of) == (("Two.",), ("Zwei.", "Four."), 4)
    assert (found.changed, found.wholly) == (2, False)


def test_a_text_of_which_most_is_new_is_rewritten() -> None:
    assert rewritten("One. Two. Three.", "One. B. C.").wholly
    assert not rewritten("One.", "Two.").wholly


def test_a_long_text_takes_no_long_time() -> None:
    was = " ".join(f"Sentence {number} stands here." for number in range(2_000))
    assert rewritten(was, was.replace("1999", "x")).changed == 1


@pytest.mark.parametrize(
    ("was", "now", "expected"),
    [
        ("It fell.", "it fell", True),
        ("It — fell", "It, fell!", True),
        ("caf\u00e9", "cafe\u0301", True),
        ("It fell.", "It falls.", False),
        ("46 states", "47 states", False),
    ],
)
def test_marks_case_and_spaces_are_a_touch(was: str, now: str, expected: bool) -> None:
    assert is_touch(was, now) is expected
