"""A problem is told on one line, with its place first, and shows what was typed without harm."""

import msgspec
import pytest

from parley.model.problem import LONGEST_QUOTE, Mend, Place, Problem, errors, quoted

ERROR = Problem(Place("briefs/a.yaml", 3, 7), "bad-date", '"date" is "May"', "write 2025-05")
WARNING = Problem(Place("briefs/a.yaml"), "review-due", "a brief to be reviewed", "look at it again", "warning")


def test_a_problem_has_its_place_its_weight_and_its_code():
    assert str(ERROR) == 'briefs/a.yaml:3:7: error: "date" is "May"; write 2025-05 [bad-date]'
    assert str(WARNING) == "briefs/a.yaml:1:1: warning: a brief to be reviewed; look at it again [review-due]"


def test_errors_forbid_publishing_and_warnings_do_not():
    assert errors([WARNING, ERROR]) == [ERROR]
    assert errors([WARNING]) == []


def test_problems_sort_by_file_line_and_column():
    places = [Place("b", 1, 1), Place("a", 10, 1), Place("a", 9, 2), Place("a", 9, 1), Place("a")]
    assert sorted(places) == [Place("a"), Place("a", 9, 1), Place("a", 9, 2), Place("a", 10, 1), Place("b", 1, 1)]


def test_a_file_name_of_odd_characters_stays_on_its_line():
    assert str(Place("briefs/a\nb\x1b[2J\udcff.yaml", 1, 2)) == "briefs/a\\u000ab\\u001b[2J\\udcff.yaml:1:2"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("ceasefire", '"ceasefire"'),
        ("  two\n words\t", '"two words"'),
        ("", '""'),
        ("Türkiye 不安全 😀", '"Türkiye 不安全 😀"'),
        ("a\x07b\u202ec\u00adc\ue000", '"a\\u0007b\\u202ec\\u00adc\\ue000"'),
        ("a\u00a0b", '"a b"'),
        ("x" * LONGEST_QUOTE, f'"{"x" * LONGEST_QUOTE}"'),
        ("x" * 100_000, f'"{"x" * (LONGEST_QUOTE - 3)}..."'),
    ],
)
def test_what_was_typed_is_shown_on_one_line_with_nothing_unseen(text, shown):
    assert quoted(text) == shown


def test_a_mend_is_there_once_it_has_lines():
    assert not ERROR.mend
    assert Mend(3, 3, "date: 2025-05-12")
    assert Mend(3, 3), "lines that are to go"


def test_problems_that_differ_in_their_mend_alone_still_sort():
    mended = msgspec.structs.replace(ERROR, mend=Mend(3, 3, "date: 2025-05-12"))
    assert sorted([mended, ERROR]) == [ERROR, mended]
