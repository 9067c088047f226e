"""What is due and what is to come."""

import pytest

from tests.derive.builders import brief, found, library, outcome, step


@pytest.mark.parametrize(
    ("date", "given", "today", "where"),
    [
        pytest.param("2025-05-15", {}, "2025-05-14", "coming", id="the day before"),
        pytest.param("2025-05-15", {}, "2025-05-15", "coming", id="on the day"),
        pytest.param("2025-05-15", {}, "2025-05-16", "overdue", id="the day after"),
        pytest.param("2025-05-15T10:00", {}, "2025-05-15", "coming", id="a time ends with its day"),
        pytest.param("2025-05", {}, "2025-05-31", "coming", id="the last day of a month"),
        pytest.param("2025-05", {}, "2025-06-01", "overdue", id="a month that is over"),
        pytest.param("2025-05~", {}, "2025-06-01", "overdue", id="about a month that is over"),
        pytest.param("2025", {}, "2025-12-31", "coming", id="a year"),
        pytest.param("2025-05-12/2025-05-15", {}, "2025-05-15", "coming", id="the last day of a span"),
        pytest.param("2025-05-12/2025-05-15", {}, "2025-05-16", "overdue", id="a span that is over"),
        pytest.param("2025-05-12/..", {}, "2030-01-01", "coming", id="an open span is never over"),
        pytest.param(
            "2025-05-15", {"outcome": outcome("not-done")}, "2025-05-16", "neither", id="an outcome is the end"
        ),
        pytest.param(
            "2025-05-15",
            {"outcome": outcome("postponed", "2025-05-13")},
            "2025-05-14",
            "neither",
            id="postponed before",
        ),
        pytest.param(
            "2025-05-15",
            {"outcome": outcome("postponed", "2025-05-13")},
            "2025-05-12",
            "coming",
            id="not postponed yet",
        ),
        pytest.param("2025-05-15", {"outcome": outcome("done")}, "2025-05-14", "coming", id="not done yet"),
        pytest.param("2025-05-15", {"certainty": "deadline"}, "2025-05-16", "overdue", id="a deadline passes too"),
    ],
)
def test_a_step_is(date, given, today, where):
    insights = found(library(step("talks", date, **given)), today)

    lists = {"coming": insights.coming, "overdue": insights.overdue}
    assert [name for name, ids in lists.items() if ids] == ([] if where == "neither" else [where])


def test_steps_go_by_date_over_all_briefs():
    insights = found(
        library(
            brief(step("b", "2025-05-15"), step("late", "2025-07-01"), step("soon", "2025-06-02")),
            brief(step("other/a", "2025-05-15"), step("other/first", "2025-05-01"), slug="other"),
        )
    )

    assert insights.overdue == ("other/first", "other/a", "story/b")
    assert insights.coming == ("story/soon", "story/late")


@pytest.mark.parametrize(
    ("review_by", "stale"),
    [("2025-06-02", False), ("2025-06-01", False), ("2025-05-31", True), ("2025-06", False), ("2025-05", True)],
)
def test_a_brief_is_stale_the_day_after_its_review(review_by, stale):
    assert bool(found(library(brief(review_by=review_by))).stale) is stale


@pytest.mark.parametrize(
    ("expires", "expired"), [("2025-06-01", False), ("2025-05-31", True), ("2025-06", False), ("2025-05", True)]
)
def test_a_brief_is_no_longer_kept_up_to_date_the_day_after_it_expires(expires, expired):
    assert found(library(brief(expires=expires))).expired == ({"story"} if expired else set())


def test_the_longest_due_comes_first():
    briefs = [
        brief(slug=slug, review_by=date)
        for slug, date in (("a", "2025-05-20"), ("b", "2025-05-10"), ("c", "2025-05-10"))
    ]

    assert found(library(*briefs)).stale == ("b", "c", "a")
