"""How long, in words."""

import datetime as dt

import pytest

from parley.words.todo import all_done, away, length


@pytest.mark.parametrize(
    ("days", "words"),
    [(0, "today"), (1, "yesterday"), (-1, "tomorrow"), (2, "2 days ago"), (-7, "in 7 days"), (59, "59 days ago")],
)
def test_a_day_near_by_is_told_in_days(days: int, words: str) -> None:
    assert away(days) == words


@pytest.mark.parametrize(
    ("days", "words"), [(1, "1 day"), (59, "59 days"), (62, "2 months"), (365, "12 months"), (731, "2 years")]
)
def test_a_long_stretch_is_told_in_months_or_years(days: int, words: str) -> None:
    assert length(days) == words


def test_where_nothing_is_to_be_done_it_is_said_of_what() -> None:
    day = dt.date(2025, 6, 1)
    assert all_done(day, ("overdue",)) == "No step is overdue, on 1 June 2025."
    assert all_done(day, ("overdue", "drafts")) == "No step is overdue and there is no draft, on 1 June 2025."
    assert all_done(day, ("overdue", "lapsing", "unanswered", "met")) == "Nothing to do on 1 June 2025. Well kept."
