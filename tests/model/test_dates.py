"""Dates as news knows them: what they may mean, how they sort, and what is refused with the right form."""

import datetime as dt
import re
from itertools import pairwise

import pytest

from parley.model.dates import FORMS, Point, day, parsed_date


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2025-05-11", "2025-05-11", "2025-05-11"),
        ("2025-05", "2025-05-01", "2025-05-31"),
        ("2025-02", "2025-02-01", "2025-02-28"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2025", "2025-01-01", "2025-12-31"),
        ("2025-05~", "2025-05-01", "2025-05-31"),
        ("2025-05-11T23:30-05:00", "2025-05-11", "2025-05-11"),
        ("2025-05-11T01:30+03:00", "2025-05-11", "2025-05-11"),
        ("2025-05-08/2025-05-10", "2025-05-08", "2025-05-10"),
        ("2025-04/2025-05", "2025-04-01", "2025-05-31"),
        ("2025-05-12/..", "2025-05-12", "9999-12-31"),
        ("0001-01-01", "0001-01-01", "0001-01-01"),
        ("9999", "9999-01-01", "9999-12-31"),
    ],
)
def test_a_date_has_the_first_and_the_last_day_that_it_may_mean(text, first, last):
    date = parsed_date(text)
    assert (date.first.isoformat(), date.last.isoformat()) == (first, last)
    assert str(date) == date.text == text


def test_what_is_known_of_a_date_and_no_more():
    assert day("2025-05").start == Point(2025, 5)
    assert day("2025-05-11T01:30:59Z").start == Point(2025, 5, 11, 1, 30, 0)
    assert day("2025~").start == Point(2025, about=True)
    assert day("2025-05-08/2025-05~").end == Point(2025, 5, about=True)


@pytest.mark.parametrize(
    ("text", "is_day", "has_time"),
    [
        ("2025-05-11", True, False),
        ("2025-05-11T01:30", True, True),
        ("2025-05-11~", False, False),
        ("2025-05", False, False),
        ("2025-05-11/2025-05-11", False, False),
        ("2025-05-11/..", False, False),
    ],
)
def test_one_known_day_is_told_from_everything_vaguer(text, is_day, has_time):
    assert (day(text).is_day, day(text).has_time) == (is_day, has_time)


@pytest.mark.parametrize(
    ("text", "zone", "minute"),
    [
        ("2025-05-11T01:30+03:00", "UTC", -90),
        ("2025-05-11T01:30", "Europe/Kyiv", -90),
        ("2025-01-11T01:30", "Europe/Kyiv", -30),
        ("2025-05-11T01:30", "UTC", 90),
        ("2025-05-11T01:30Z", "Europe/Kyiv", 90),
        ("2025-05-11T01:30-04:30", "UTC", 360),
        ("2025-05-11T00:00+14:00", "UTC", -840),
        ("2025-05-11", "UTC", -100_000),
        ("0001-01-01T00:00", "Pacific/Kiritimati", None),
        ("9999-12-31T23:59", "America/New_York", None),
    ],
)
def test_a_time_counts_in_its_own_zone_or_else_in_the_sites(text, zone, minute):
    found = parsed_date(text, zone).utc_minute
    assert minute is None or found == minute


def test_the_day_of_a_time_stays_the_day_that_was_typed():
    assert parsed_date("2025-05-11T00:10+03:00").first == dt.date(2025, 5, 11)


def test_dates_sort_by_day_then_time_and_a_day_without_a_time_comes_first():
    ordered = [
        "2025",
        "2025-05-10",
        "2025-05-11",
        "2025-05-11/..",
        "2025-05-11T01:30+03:00",
        "2025-05-11T00:00",
        "2025-05-11T09:00Z",
        "2025-05-12",
    ]
    dates = [day(text) for text in ordered]
    assert all(one.order < other.order for one, other in pairwise(dates))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("10 May 2025", '"10 May 2025", which is not a date; write 2025-05-10'),
        ("", f'"", which is not a date; {FORMS}'),
        ("2025-02-30", '"2025-02-30", a day that does not exist; February 2025 has 28 days'),
        ("2025-05-00", '"2025-05-00", a day that does not exist; May 2025 has 31 days'),
        ("2025-13", 'month 13 in "2025-13"; a month is 01 to 12'),
        ("0000", f'the year 0000 in "0000"; {FORMS}'),
        ("2025-05-11T24:00", 'the time in "2025-05-11T24:00"; hours are 00 to 23, minutes 00 to 59'),
        ("2025-05-11T10:00~", '"~" after a time in "2025-05-11T10:00~"; write the day alone, with or without "~"'),
        (
            "2025-05-11T10:00+14:01",
            'the time zone +14:01 in "2025-05-11T10:00+14:01"; zones run from -12:00 to +14:00',
        ),
        (
            "2025-05-11T10:00-13:00",
            'the time zone -13:00 in "2025-05-11T10:00-13:00"; zones run from -12:00 to +14:00',
        ),
        (
            "2025-05-10/2025-05-08",
            'a span that ends before it begins, "2025-05-10/2025-05-08"; write 2025-05-08/2025-05-10',
        ),
        (
            "2025-05-10T10:00/2025-05-11T11:00",
            'a span with times, "2025-05-10T10:00/2025-05-11T11:00"; write days: 2025-05-10/2025-05-11',
        ),
        ("2025-05-10T10:00/..", 'a span with times, "2025-05-10T10:00/.."; write days: 2025-05-10/..'),
        ("x" * 5_000, f'"{"x" * 77}...", which is not a date; {FORMS}'),
        ("２０２５-05-11", f'"２０２５-05-11", which is not a date; {FORMS}'),
        ("30 February 2025", f'"30 February 2025", which is not a date; {FORMS}'),
        (
            "05/06/2025",
            '"05/06/2025", which is not a date; it can mean 2025-06-05 or 2025-05-06, '
            "and nothing here tells which: write the one that is meant",
        ),
    ],
)
def test_what_is_no_date_is_refused_with_the_right_form(text, message):
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        parsed_date(text)


def test_every_form_that_the_message_names_is_a_date():
    forms = FORMS.removeprefix("write ").replace(" (about)", "").replace(" or ", ", ").split(", ")
    assert len(forms) == 7
    assert [parsed_date(form).text for form in forms] == forms
