"""The picture over a timeline, as numbers."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

from parley.model.dates import day
from parley.model.insight import Happening, Kind
from parley.pages.actor import actor_pages
from parley.pages.brief import brief_pages
from parley.pages.desk import Desk
from parley.pages.parts import Entry, When
from parley.pages.pictures.parts import TimeAxis
from parley.pages.pictures.time_axis import END, LABELS, PITCH, WIDTH, time_axis, with_days
from parley.pages.views import ActorView, BriefView
from tests.pages.conftest import view_of

TODAY = dt.date(2025, 5, 12)
STORY: tuple[tuple[str, Kind], ...] = (
    ("2025-05-01", "proposal"),
    ("2025-05-05", "answer"),
    ("2025-05-05", "answer"),
    ("2025-05-09", "event"),
    ("2025-05-12", "outcome"),
)


def told(*items: tuple[str, Kind]) -> tuple[tuple[Happening, ...], tuple[Entry, ...]]:
    happenings = tuple(
        Happening(date=day(text), kind=kind, brief="x", item=str(at)) for at, (text, kind) in enumerate(items)
    )
    entries = tuple(
        Entry(date=When(words=it.date.text), kind=it.kind, label=it.kind, words=(), ahead=it.date.first > TODAY)
        for it in happenings
    )
    return happenings, with_days(happenings, entries)


def drawn(*items: tuple[str, Kind], mirrored: bool = False) -> TimeAxis:
    found = time_axis(*told(*items), TODAY, mirrored=mirrored)
    assert found
    return found


def test_fewer_than_four_entries_have_no_picture_and_no_ids() -> None:
    happenings, entries = told(*STORY[:3])
    assert time_axis(happenings, entries, TODAY) is None
    assert [entry.day for entry in entries] == ["", "", ""]


def test_there_is_a_row_for_each_kind_that_occurs_and_a_mark_for_each_day() -> None:
    found = drawn(*STORY)
    assert [row.label for row in found.rows] == ["Proposals", "Answers", "Events"]
    assert [(mark.kind, mark.told, mark.number) for mark in found.marks] == [
        ("proposal", "1 May 2025: proposal", ""),
        ("answer", "5 May 2025: 2 answers", "2"),
        ("event", "9 May 2025: event", ""),
        ("event", "12 May 2025: outcome", ""),
    ]


def test_every_mark_leads_to_an_entry_of_its_day_and_kind() -> None:
    happenings, entries = told(*STORY, ("2025-05", "event"), ("2025-05-30", "step"))
    found = time_axis(happenings, entries, TODAY)
    assert found
    anchors = [entry.day for entry in entries if entry.day]
    assert len(anchors) == len(set(anchors))
    assert {mark.href for mark in found.marks} <= {f"#{anchor}" for anchor in anchors}
    assert found.marks[1].href == "#on-2025-05-05-answer"


def test_marks_that_would_come_too_near_become_one_with_a_number() -> None:
    found = drawn(*((f"2025-05-{at:02}", "answer") for at in range(1, 31)))
    places = [mark.x for mark in found.marks]
    assert all(later - earlier >= PITCH for earlier, later in pairwise(places))
    assert sum(int(mark.number or 1) for mark in found.marks) == 30
    assert found.marks[0].told == "1 May 2025 to 3 May 2025: 3 answers"
    assert found.marks[0].start < found.marks[0].end


def test_a_date_that_is_not_one_day_is_a_line_with_its_mark_in_the_middle() -> None:
    found = drawn(("2025-05", "event"), ("2025-05-01", "answer"), ("2025-05-16", "answer"), ("2025-05-31", "answer"))
    event = next(mark for mark in found.marks if mark.kind == "event")
    assert (event.start, event.end) == (LABELS + END, WIDTH - END)
    assert event.x == round((event.start + event.end) / 2)
    assert event.told == "May 2025: event"


def test_what_is_still_going_on_does_not_run_for_ever() -> None:
    found = drawn(*STORY, ("2025-05-12/..", "step"))
    step = found.marks[-1]
    assert step.start == step.end == WIDTH - END
    assert step.told == "from 12 May 2025: step"


def test_what_is_ahead_is_hollow_and_only_then_the_day_is_shown() -> None:
    assert drawn(*STORY).now is None
    found = drawn(*STORY, ("2025-05-23", "step"))
    assert [mark.kind for mark in found.marks if mark.ahead] == ["step"]
    assert found.now
    assert found.now.text == "As of 12 May 2025"
    assert found.now_x == (LABELS + END + WIDTH - END) / 2


def test_days_are_named_on_a_short_axis_and_months_on_every_one() -> None:
    found = drawn(*STORY)
    assert [label.text for label in found.days] == ["1", "5", "9", "12"]
    assert [label.text for label in found.months] == ["May 2025"]
    longer = drawn(("2025-01-15", "event"), *STORY, ("2025-10-15", "step"))
    assert longer.days == ()
    assert longer.months[0].text == "Jan 2025"


def test_a_month_that_has_all_but_ended_gives_way_to_the_next() -> None:
    found = drawn(("2025-04-29", "event"), *STORY)
    assert [label.text for label in found.months] == ["May 2025"]
    assert found.months[0].x == found.ticks[0]


def test_years_without_anything_are_cut_out_and_told() -> None:
    found = drawn(("2022-03-01", "event"), ("2022-03-20", "event"), *STORY)
    assert [cut.text for cut in found.cuts] == ["3 years"]
    assert [label.text for label in found.months] == ["Mar 2022", "May 2025"]
    assert max(tick for tick in found.ticks if tick < found.cuts[0].x) < LABELS + END + 1


def test_a_page_that_runs_from_the_right_has_the_same_picture_mirrored() -> None:
    items = (*STORY, ("2025-05", "event"), ("2025-05-30", "step"))
    plain, mirrored = drawn(*items), drawn(*items, mirrored=True)
    assert (mirrored.label_x, mirrored.start, mirrored.end) == (WIDTH, 0, WIDTH - LABELS)
    assert [mark.x for mark in mirrored.marks] == [WIDTH - mark.x for mark in plain.marks]
    assert all(mark.start <= mark.x <= mark.end for mark in mirrored.marks)
    assert mirrored.now_x == WIDTH - plain.now_x


def test_briefs_and_actors_have_it_and_a_speaker_with_little_to_tell_has_not(desk12: Desk) -> None:
    library = desk12.library
    brief = view_of(brief_pages(desk12, library.briefs["istanbul-talks"])[0], BriefView)
    assert brief.time_axis
    assert {mark.href[1:] for mark in brief.time_axis.marks} <= {entry.day for entry in brief.timeline}
    assert view_of(actor_pages(desk12, library.actors["russia"])[0], ActorView).time_axis
    assert view_of(actor_pages(desk12, library.actors["yermak"])[0], ActorView).time_axis is None
