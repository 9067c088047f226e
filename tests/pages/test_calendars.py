"""Calendars: which steps are in them, on which days, and how sure."""

from __future__ import annotations

import datetime as dt

import pytest
from msgspec.structs import replace

from parley.model.dates import parsed_date
from parley.pages.calendars import MOST_COMING, MOST_PAST, calendar_alternates, calendar_offer, exact_days
from parley.pages.coded import CalendarEvent, CalendarView
from parley.pages.desk import Desk
from tests.derive.builders import actor, brief, found, library, outcome, proposal, step, update
from tests.pages.conftest import desk_on, view_of
from tests.pages.whole import calendar_pages

ADDRESS = "https://desk.example/sub/"


def desk_of(*parts: object, address: str = ADDRESS, today: str = "2025-05-12") -> Desk:
    world = library(*parts)
    world = replace(world, settings=replace(world.settings, address=address, name="The Desk"))
    return Desk(world, replace(found(world, today), day=dt.date.fromisoformat(today)), desk_on("2025-05-12").dressing)


def calendars(desk: Desk) -> dict[str, CalendarView]:
    return {page.path: view_of(page, CalendarView) for page in calendar_pages(desk)}


def event(*parts: object, address: str = ADDRESS, today: str = "2025-05-12") -> CalendarEvent:
    (found_,) = calendars(desk_of(*parts, address=address, today=today))["next-steps.ics"].events
    return found_


@pytest.mark.parametrize(
    ("typed", "start", "end"),
    [
        ("2025-05-15", "2025-05-15", "2025-05-16"),
        ("2024-02-28", "2024-02-28", "2024-02-29"),
        ("2025-12-31", "2025-12-31", "2026-01-01"),
        ("2025-05-13/2025-05-14", "2025-05-13", "2025-05-15"),
        ("2025-02-27/2025-03-01", "2025-02-27", "2025-03-02"),
    ],
)
def test_a_day_or_a_span_of_days_ends_before_the_day_after(typed: str, start: str, end: str) -> None:
    assert exact_days(parsed_date(typed)) == (dt.date.fromisoformat(start), dt.date.fromisoformat(end))


@pytest.mark.parametrize(
    ("typed", "zone", "utc"),
    [
        ("2025-05-15T10:00+03:00", "UTC", "2025-05-15T07:00+00:00"),
        ("2025-05-15T01:30+03:00", "UTC", "2025-05-14T22:30+00:00"),
        ("2025-05-15T23:30-05:00", "UTC", "2025-05-16T04:30+00:00"),
        ("2025-07-01T10:00", "Europe/Kyiv", "2025-07-01T07:00+00:00"),  # summer time
        ("2025-12-01T10:00", "Europe/Kyiv", "2025-12-01T08:00+00:00"),
        ("2025-10-26T02:59", "Europe/Kyiv", "2025-10-25T23:59+00:00"),  # the last minute before it ends
        ("2025-10-26T05:00", "Europe/Kyiv", "2025-10-26T03:00+00:00"),
        ("2025-05-15T12:00", "Asia/Kathmandu", "2025-05-15T06:15+00:00"),
    ],
)
def test_a_time_is_a_moment_in_utc_without_an_end(typed: str, zone: str, utc: str) -> None:
    assert exact_days(parsed_date(typed, zone)) == (dt.datetime.fromisoformat(utc), None)


@pytest.mark.parametrize(
    "typed",
    [
        "2025", "2025-06", "2025-06-01~", "2025-06~", "2025-06-01/..", "2025-06/2025-07", "2025-06-01/2025-07",
        "2025-06-01~/2025-06-03", "2025-06-01/2025-06-03~",
        "9999-12-31", "9999-12-31T23:00-05:00", "0001-01-01T00:30+03:00",  # there is no day after, or before
    ],
)  # fmt: skip
def test_a_date_that_is_not_exact_has_no_days(typed: str) -> None:
    assert exact_days(parsed_date(typed)) is None


@pytest.mark.parametrize(
    ("certainty", "result", "status"),
    [
        ("proposed", "", "TENTATIVE"),
        ("expected", "", "TENTATIVE"),
        ("confirmed", "", "CONFIRMED"),
        ("deadline", "", "CONFIRMED"),
        ("proposed", "done", "CONFIRMED"),
        ("proposed", "partly", "CONFIRMED"),
        ("confirmed", "not-done", "CANCELLED"),
        ("confirmed", "postponed", "CANCELLED"),
        ("confirmed", "cancelled", "CANCELLED"),
    ],
)
def test_the_status_tells_how_sure_it_is_or_whether_it_took_place(certainty: str, result: str, status: str) -> None:
    item = step("talks", "2025-05-10", certainty=certainty, outcome=outcome(result) if result else None)
    assert event(item).status == status


def test_coming_overdue_and_ended_steps_are_in_it_by_date_and_imprecise_ones_are_not() -> None:
    steps = [
        step("later", "2025-06-01"),
        step("overdue", "2025-05-02"),
        step("over", "2025-05-03", outcome=outcome("cancelled")),
        step("in-june", "2025-06"),
        step("from-june", "2025-06-01/.."),
    ]
    desk = desk_of(*steps)
    titles = [event.title for event in calendars(desk)["next-steps.ics"].events]
    assert titles == ["Proposed: story/overdue", "Cancelled: story/over", "Proposed: story/later"]
    offer = calendar_offer(desk, desk.here(1), "", desk.library.steps)
    assert offer
    assert offer.left_out == "2 steps are not in it: their exact days are not known."


def test_only_the_newest_of_many_ended_steps_stay_and_all_that_are_open() -> None:
    ended = [step(f"e{at:04}", f"{1000 + at}-05-01", outcome=outcome()) for at in range(MOST_PAST + 3)]
    events = calendars(desk_of(step("open", "0999-01-01"), *ended))["next-steps.ics"].events
    assert [item.title for item in events][:2] == ["Proposed: story/open", "Happened: story/e0003"]
    assert len(events) == MOST_PAST + 1


def test_of_very_many_open_steps_the_soonest_and_the_newest_overdue_stay_and_the_page_says_so() -> None:
    late = [step(f"late{at:04}", f"{1000 + at}-05-01") for at in range(MOST_PAST + 2)]
    ahead = [step(f"ahead{at:04}", f"{3000 + at}-05-01") for at in range(MOST_COMING + 3)]
    desk = desk_of(brief(*late, *ahead))
    titles = [item.title for item in calendars(desk)["next-steps.ics"].events]
    assert len(titles) == MOST_PAST + MOST_COMING
    assert titles[0] == "Proposed: story/late0002"
    assert titles[-1] == f"Proposed: story/ahead{MOST_COMING - 1:04}"
    offer = calendar_offer(desk, desk.here(1), "", desk.library.steps)
    assert offer
    assert offer.left_out == "5 steps are not in it: too far ahead, or over for too long."


def test_a_calendar_without_events_is_not_made_and_not_offered() -> None:
    desk = desk_of(brief(step("talks", "2025-06")), brief(proposal("other/p"), slug="other"))
    assert calendars(desk) == {}
    assert calendar_offer(desk, desk.here(1), "", desk.library.steps) is None
    assert calendar_offer(desk, desk.here(2), "briefs/other/", ()) is None
    assert calendar_alternates(None) == ()


def test_every_brief_and_actor_has_its_own_and_a_side_has_its_speakers_steps() -> None:
    ann = actor("ann", "person", speaks_for="b")
    desk = desk_of(ann, brief(proposal("p"), step("talks", "2025-05-15", who="ann")), brief(slug="other"))
    assert sorted(calendars(desk)) == [
        "actors/ann/next-steps.ics",
        "actors/b/next-steps.ics",
        "briefs/story/next-steps.ics",
        "next-steps.ics",
    ]
    assert len({view.events for view in calendars(desk).values()}) == 1


def test_an_event_keeps_its_id_when_the_address_the_title_and_the_date_change() -> None:
    before = event(step("talks", "2025-05-15"))
    moved = replace(step("talks", "2025-05-16"), title="Talks in Ankara")
    assert event(moved, address="https://other.example/").uid == before.uid
    assert event(step("other", "2025-05-15")).uid != before.uid


def test_an_event_is_stamped_by_the_brief_s_last_update_whatever_the_day() -> None:
    parts = (step("talks", "2025-06-15"), update("2025-05-11", "talks"))
    assert event(*parts).stamp == dt.datetime(2025, 5, 11, tzinfo=dt.UTC)
    assert event(*parts) == event(*parts, today="2025-05-30")


def test_the_sequence_grows_with_every_update_and_with_the_outcome() -> None:
    one, two = update("2025-05-09", "talks"), update("2025-05-11", ["talks"])
    full = [replace(it, changed=("story/talks",)) for it in (one, two)]
    assert event(step("talks")).sequence == 0
    assert event(step("talks"), full[0]).sequence == 1
    assert event(step("talks"), *full).sequence == 2
    assert event(step("talks", outcome=outcome()), *full).sequence == 3


def test_addresses_are_absolute_and_there_are_none_where_the_site_s_is_not_known() -> None:
    known, unknown = desk_of(step("talks")), desk_of(step("talks"), address="")
    view = calendars(known)["briefs/story/next-steps.ics"]
    assert view.url == "https://desk.example/sub/briefs/story/"
    assert view.source == "https://desk.example/sub/briefs/story/next-steps.ics"
    assert view.events[0].url == "https://desk.example/sub/briefs/story/#step-talks"
    bare = calendars(unknown)["briefs/story/next-steps.ics"]
    assert (bare.url, bare.source, bare.events[0].url) == ("", "", "")
    assert "http" not in bare.events[0].description


def test_one_subscribes_by_the_address_and_downloads_without_it() -> None:
    known, unknown = desk_of(step("talks")), desk_of(step("talks"), address="")
    offer = calendar_offer(known, known.here(2), "briefs/story/", ["story/talks"])
    assert offer
    assert offer.subscribe == "desk.example/sub/briefs/story/next-steps.ics"
    assert offer.download == "../../briefs/story/next-steps.ics"
    assert calendar_alternates(offer)[0].href == offer.download
    bare = calendar_offer(unknown, unknown.here(2), "briefs/story/", ["story/talks"])
    assert bare
    assert bare.subscribe == ""


def test_a_real_step_is_told_with_its_outcome_people_and_sources(desk17: Desk) -> None:
    (talks,) = (
        item for item in calendars(desk17)["briefs/istanbul-talks/next-steps.ics"].events if "talks" in item.title
    )
    told = talks.description.split("\n")
    assert told[0].startswith("Happened on 16 May 2025: Delegations led by")
    assert "Who: Russia and Ukraine" in told
    assert any(line.startswith("Source: UNN, 16 May 2025, https://") for line in told)
    assert told[-1].endswith("/briefs/istanbul-talks/#step-talks-open")
    assert talks.category == desk17.library.briefs["istanbul-talks"].title


def test_an_overdue_step_says_that_its_outcome_is_not_recorded() -> None:
    assert event(step("talks", "2025-05-02")).description.startswith("Was due 2 May 2025; what happened is not")
