"""Pages in the order of time."""

import datetime as dt

from msgspec.structs import replace

from parley.pages.desk import Desk
from parley.pages.list_views import NextView, TimelineView
from tests.derive.builders import brief, found, library, outcome, step
from tests.pages.conftest import desk_on, view_of
from tests.pages.whole import next_pages, timeline_pages


def groups(*steps: object, day: str) -> dict[str, list[str]]:
    world = library(*steps)
    desk = Desk(world, replace(found(world, day), day=dt.date.fromisoformat(day)), desk_on("2025-05-12").dressing)
    view = view_of(next_pages(desk)[0], NextView)
    return {group.anchor: [card.title.partition("/")[2] or card.title for card in group.steps] for group in view.groups}


def test_steps_stand_by_when_they_are_due() -> None:
    steps = [
        step("past", "2025-05-01"),
        step("today", "2025-05-14"),
        step("sunday", "2025-05-18"),
        step("monday", "2025-05-19"),
        step("june", "2025-06-02"),
        step("over", "2025-05-02", outcome=outcome("done", "2025-05-03")),
        step("long-over", "2025-03-02", outcome=outcome("done", "2025-03-03")),
    ]
    told = groups(*steps, day="2025-05-14")
    assert told == {
        "overdue": ["past"],
        "week": ["today", "sunday"],
        "month": ["monday"],
        "later": ["june"],
        "past": ["over"],
    }


def test_the_timeline_goes_back_month_by_month(desk17: Desk) -> None:
    view = view_of(timeline_pages(desk17)[0], TimelineView)
    assert [month.title for month in view.months] == ["May 2025"]
    days = [entry.date.iso[:10] for entry in view.months[0].entries if len(entry.date.iso) >= 10]
    assert days == sorted(days, reverse=True)


def test_everything_dated_is_on_the_timeline_once(desk17: Desk) -> None:
    view = view_of(timeline_pages(desk17)[0], TimelineView)
    assert sum(len(month.entries) for month in view.months) == len(desk17.found.timeline)


def test_an_answer_that_is_implied_or_reported_says_so_on_the_timeline(desk17: Desk) -> None:
    view = view_of(timeline_pages(desk17)[0], TimelineView)
    told = {entry.label for month in view.months for entry in month.entries}
    assert {"Accepts · implied", "Rejects · implied", "Supports · reported"} <= told


def test_steps_of_one_name_in_two_briefs_have_ids_of_their_own() -> None:
    briefs = [brief(step(f"{slug}/vote", "2025-05-15"), slug=slug) for slug in ("north", "south")]
    world = library(*briefs)
    view = view_of(next_pages(Desk(world, found(world, "2025-05-12"), desk_on("2025-05-12").dressing))[0], NextView)
    assert [card.anchor for group in view.groups for card in group.steps] == ["step-north-vote", "step-south-vote"]
