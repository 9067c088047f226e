"""Dates in words say as much as is known, and no more."""

import datetime as dt

import pytest

from parley.model.dates import day
from parley.words.dates import date_words, day_words, machine_date, on_words


@pytest.mark.parametrize(
    ("typed", "words", "in_a_sentence", "machine"),
    [
        ("2025-05-11", "11 May 2025", "on 11 May 2025", "2025-05-11"),
        ("2025-05", "May 2025", "in May 2025", "2025-05"),
        ("2025", "2025", "in 2025", "2025"),
        ("2025-05~", "about May 2025", "around May 2025", ""),
        ("2025-05-11~", "about 11 May 2025", "around 11 May 2025", ""),
        ("2025-05-11T01:30+03:00", "11 May 2025, 01:30 (UTC+3)", "on 11 May 2025", "2025-05-11T01:30+03:00"),
        ("2025-05-11T01:30+05:45", "11 May 2025, 01:30 (UTC+5:45)", "on 11 May 2025", "2025-05-11T01:30+05:45"),
        ("2025-05-11T01:30-03:30", "11 May 2025, 01:30 (UTC−3:30)", "on 11 May 2025", "2025-05-11T01:30-03:30"),
        ("2025-05-11T01:30Z", "11 May 2025, 01:30 (UTC)", "on 11 May 2025", "2025-05-11T01:30Z"),
        ("2025-05-08/2025-05-10", "8 to 10 May 2025", "from 8 to 10 May 2025", ""),
        ("2025-04-28/2025-05-10", "28 April to 10 May 2025", "from 28 April to 10 May 2025", ""),
        ("2024-12-28/2025-01-02", "28 December 2024 to 2 January 2025", "from 28 December 2024 to 2 January 2025", ""),
        ("2025-05/2025-06", "May to June 2025", "from May to June 2025", ""),
        ("2025-05/2025-06-03", "May 2025 to 3 June 2025", "from May 2025 to 3 June 2025", ""),
        ("2025-05-12/..", "from 12 May 2025", "since 12 May 2025", ""),
    ],
)
def test_a_date_reads_at_the_precision_that_is_known(typed: str, words: str, in_a_sentence: str, machine: str) -> None:
    date = day(typed)
    assert (date_words(date), on_words(date), machine_date(date)) == (words, in_a_sentence, machine)


def test_a_day_is_told_without_its_time() -> None:
    assert day_words(day("2025-05-11T01:30+03:00")) == "11 May 2025"
    assert day_words(dt.date(2025, 5, 11)) == "11 May 2025"
