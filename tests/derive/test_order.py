"""Which answer comes after which, and what is certainly earlier than what."""

import pytest

from parley.derive.order import certainly_before, in_order
from tests.derive.builders import acceptance, brief, date_of, proposal, reaction, rejection

NO, YES, LATER = rejection, acceptance, reaction


def told(*answers, more=()):
    """The answers in order, each as its word and date; ``more`` stand in a second brief."""
    first = brief(proposal("plan"), *answers)
    second = brief(*more, slug="zweite")
    return [f"{it.word} {it.date}" for it in in_order((*second.answers, *first.answers))]


@pytest.mark.parametrize(
    ("answers", "order"),
    [
        pytest.param(
            (YES("plan", date="2025-05-12"), NO("plan", date="2025-05-11")),
            ["rejects 2025-05-11", "accepts 2025-05-12"],
            id="by day, whatever the list",
        ),
        pytest.param(
            (NO("plan", date="2025-05-11T10:00"), YES("plan", date="2025-05-11T09:00")),
            ["accepts 2025-05-11T09:00", "rejects 2025-05-11T10:00"],
            id="by time on one day",
        ),
        pytest.param(
            (NO("plan", date="2025-05-11T10:00+03:00"), YES("plan", date="2025-05-11T09:00+00:00")),
            ["rejects 2025-05-11T10:00+03:00", "accepts 2025-05-11T09:00+00:00"],
            id="times are compared as moments",
        ),
        pytest.param(
            (YES("plan", date="2025-05-11", if_="rain stops"), YES("plan", date="2025-05-11")),
            ["accepts-if 2025-05-11", "accepts 2025-05-11"],
            id="the later of one list on one day",
        ),
        pytest.param(
            (YES("plan", date="2025-05-11T10:00", if_="rain stops"), YES("plan", date="2025-05-11")),
            ["accepts-if 2025-05-11T10:00", "accepts 2025-05-11"],
            id="an item without a time stays below what stands above it",
        ),
        pytest.param(
            (YES("plan", date="2025-05-11", if_="rain stops"), YES("plan", date="2025-05-11T10:00")),
            ["accepts-if 2025-05-11", "accepts 2025-05-11T10:00"],
            id="an item with a time below one without",
        ),
        pytest.param(
            (LATER("plan", date="2025-05-11"), YES("plan", date="2025-05-11"), NO("plan", date="2025-05-11")),
            ["rejects 2025-05-11", "accepts 2025-05-11", "defers 2025-05-11"],
            id="three lists on one day go by kind",
        ),
        pytest.param(
            (NO("plan", date="2025-05"), YES("plan", date="2025-04-30")),
            ["accepts 2025-04-30", "rejects 2025-05"],
            id="a month begins on its first day",
        ),
        pytest.param(
            (NO("plan", date="2025-05"), YES("plan", date="2025-05-01")),
            ["accepts 2025-05-01", "rejects 2025-05"],
            id="a day goes before the month that begins with it",
        ),
        pytest.param(
            (NO("plan", date="2025-05-08/2025-05-10"), YES("plan", date="2025-05-09~")),
            ["rejects 2025-05-08/2025-05-10", "accepts 2025-05-09~"],
            id="a span begins on its first day",
        ),
    ],
)
def test_answers_go(answers, order):
    assert told(*answers) == order


def test_two_briefs_on_one_day_go_by_name_whatever_their_order():
    order = told(YES("plan", date="2025-05-11"), more=(YES("story/plan", if_="rain stops", brief="zweite"),))

    assert order == ["accepts 2025-05-11", "accepts-if 2025-05-11"]


@pytest.mark.parametrize(
    ("one", "other", "before"),
    [
        pytest.param("2025-05-10", "2025-05-11", True, id="the day before"),
        pytest.param("2025-05-11", "2025-05-11", False, id="the same day"),
        pytest.param("2025-05", "2025-06-01", True, id="a month before"),
        pytest.param("2025-05", "2025-05-31", False, id="a month that may reach as far"),
        pytest.param("2025-05-10", "2025-05-08/2025-05-12", False, id="within a span"),
        pytest.param("2025-05-07", "2025-05-08/..", True, id="before an open span"),
        pytest.param("2025-05-08/..", "2025-06-01", False, id="an open span ends after everything"),
        pytest.param("2025-05-11T09:59", "2025-05-11T10:00", True, id="a minute before"),
        pytest.param("2025-05-10T23:00+00:00", "2025-05-11T01:30+03:00", False, id="the moment counts, not the day"),
        pytest.param(
            "2025-05-10T22:00+00:00", "2025-05-11T01:30+03:00", True, id="half an hour before, the day before"
        ),
        pytest.param("2025-05-10", "2025-05-11T01:30+03:00", False, id="still the day before further west"),
        pytest.param("2025-05-09", "2025-05-11T01:30+03:00", True, id="two days before"),
        pytest.param("2025-05-10", "2025-05-11T20:00+03:00", True, id="an evening is the same day even further west"),
        pytest.param("2025-05-10T23:30-05:00", "2025-05-11", False, id="already the next day further east"),
        pytest.param("2025-05-10T03:00-05:00", "2025-05-11", True, id="a morning is the same day even further east"),
        pytest.param("0001-01-01T00:00+14:00", "0001-01-01", False, id="the first day there is"),
        pytest.param("9999-12-31", "9999-12-31T23:59-12:00", False, id="the last day there is"),
    ],
)
def test_certainly_before(one, other, before):
    assert certainly_before(date_of(one), date_of(other)) is before
