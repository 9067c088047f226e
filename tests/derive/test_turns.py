"""The next day on which something changes by itself."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.derive import as_of, insights, next_build
from parley.model.library import Library
from parley.model.turns import NextBuild
from parley.pages.shelves import Shelves
from tests.derive.builders import brief, event, library, on, outcome, proposal, rejection, source, step, update
from tests.derive.test_properties import DAYS, QUICK, Story, built, stories, told

DAY = dt.timedelta(days=1)
FAR = 40  # days after the last one of any story


def turn(given: Library, day: str) -> NextBuild:
    return next_build(given, as_of(given, on(day)).now, on(day))


def seen(given: Library, day: dt.date) -> Any:
    """All that is derived on ``day``, and the lists that pages make of it, without the day itself."""
    now = as_of(given, day).now
    found, problems = told(given, day.isoformat())
    return {**found, "day": ""}, problems, Shelves(now, insights(now, day)).agenda


CASES: dict[str, tuple[Any, str, str | None, list[tuple[str, str]]]] = {
    "nothing ahead": ([proposal("plan")], "2025-05-12", None, []),
    "an answer is due until its last day has passed": (
        [proposal("plan", answer_by="2025-05-20")],
        "2025-05-20",
        "2025-05-21",
        [("answer-due", "story/plan")],
    ),
    "a month passes with its last day": (
        [step("talks", date="2025-05")],
        "2025-05-12",
        "2025-06-01",
        [("overdue", "story/talks")],
    ),
    "an open span never passes": ([step("talks", date="2025-05-01/..")], "2025-05-12", None, []),
    "a step comes into the week on its Monday": (
        [step("talks", date="2025-05-22")],
        "2025-05-12",
        "2025-05-19",
        [("this-week", "story/talks")],
    ),
    "a step comes into its month on the first": (
        [step("talks", date="2025-06-20")],
        "2025-05-12",
        "2025-06-01",
        [("this-month", "story/talks")],
    ),
    "a week that begins before the month comes first": (
        [step("talks", date="2025-07-02")],
        "2025-06-12",
        "2025-06-30",
        [("this-week", "story/talks")],
    ),
    "an outcome is recent for thirty days": (
        [step("talks", date="2025-05-10", outcome=outcome("done"))],
        "2025-05-12",
        "2025-06-10",
        [("no-longer-recent", "story/talks")],
    ),
    "what is dated later is not named": (
        [proposal("plan"), rejection("plan", "b", "2025-05-15")],
        "2025-05-12",
        "2025-05-15",
        [("dated-later", "")],
    ),
    "a source that was read later": (
        [source("paper", "2025-05-01", "2025-05-14")],
        "2025-05-12",
        "2025-05-14",
        [("dated-later", "")],
    ),
    "an outcome without a date is known with the step's": (
        [step("talks", date="2025-05-14", outcome=outcome("done"))],
        "2025-05-13",
        "2025-05-14",
        [("dated-later", "")],
    ),
    "all of one day are told": (
        [proposal("plan", answer_by="2025-05-13"), event("2025-05-14"), update("2025-05-14")],
        "2025-05-12",
        "2025-05-14",
        [("answer-due", "story/plan"), ("dated-later", "")],
    ),
}


@pytest.mark.parametrize(("items", "day", "expected", "why"), CASES.values(), ids=CASES)
def test_the_next_day_is(items: Any, day: str, expected: str | None, why: list[tuple[str, str]]) -> None:
    found = turn(library(brief(*items)), day)

    assert (found.next and found.next.isoformat()) == expected
    assert [(it.change, it.id) for it in found.why] == why
    assert found.as_of == on(day)


def test_reviews_and_ends_of_briefs_count() -> None:
    story = library(brief(review_by="2025-05-20", expires="2025-05-25"))

    assert [(it.day, it.change, it.id) for it in turn(story, "2025-05-12").why] == [
        (on("2025-05-21"), "review-due", "story")
    ]
    assert [(it.day, it.change, it.id) for it in turn(story, "2025-05-21").why] == [
        (on("2025-05-26"), "expired", "story")
    ]


def test_until_a_brief_is_published_nothing_in_it_counts() -> None:
    hidden = brief(proposal("plan", date="2025-05-10"), slug="story", published="2025-06-01")

    assert turn(library(hidden), "2025-05-02").next == on("2025-06-01")


def test_the_last_day_there_is_has_none_after() -> None:
    story = library(brief(step("talks", date="9999-12-31"), review_by="9999-12-31"))

    assert turn(story, "9999-12-27").next is None


@QUICK
@given(story=stories(), day=st.sampled_from(DAYS))
def test_until_then_every_day_gives_the_same(story: Story, day: str) -> None:
    whole, first = built(story), on(day)
    expected, last = seen(whole, first), first + FAR * DAY
    following = turn(whole, day).next or last

    for ahead in range(1, (min(following, last) - first).days):
        assert seen(whole, first + ahead * DAY) == expected
