"""What is said of a list that goes on elsewhere."""

import pytest

from parley.words.lists import drawer_words, shown_here, stretch, table_shown


def test_it_is_said_how_much_of_a_list_is_shown() -> None:
    assert shown_here(40, 1095, "newest last") == "Shown here: the newest 40 of 1,095."
    assert shown_here(100, 950, "by name") == "Shown here: the first 100 of 950."


@pytest.mark.parametrize(
    ("cut", "told"),
    [
        ((12, 14, 4, 4), "Shown here: the newest 12 of 14 proposals."),
        ((3, 3, 6, 9), "Shown here: 6 of 9 sides, those with most answers."),
        ((12, 14, 6, 9), "Shown here: the newest 12 of 14 proposals and 6 of 9 sides, those with most answers."),
    ],
)
def test_a_table_says_which_way_it_goes_on(cut: tuple[int, int, int, int], told: str) -> None:
    assert table_shown(*cut) == told


def test_a_stretch_names_its_first_and_last() -> None:
    assert stretch(41, 80, 95) == "41 to 80 of 95"
    assert stretch(95, 95, 95) == "95 of 95"
    assert stretch(1041, 1080) == "1,041 to 1,080"
    assert stretch(7, 7) == "7"


@pytest.mark.parametrize(
    ("drawer", "words"),
    [
        ("2024-05-07", "7 May 2024"),
        ("2024-05", "May 2024"),
        ("2024", "2024"),
        ("0987", "987"),
        ("ab", "Ab"),
        ("ї", "Ї"),
        ("30", "30"),
    ],
)
def test_a_drawer_is_told_as_a_month_a_year_or_letters(drawer: str, words: str) -> None:
    assert drawer_words(drawer) == words
