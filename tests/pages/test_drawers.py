"""The longest lists by month or letter: nothing is lost, and what is new changes its own month alone."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterable
from types import FrameType
from typing import Any

import pytest
from msgspec.structs import replace

from parley.model.page import Link, Page
from parley.pages import places
from parley.pages.actor import actor_pages
from parley.pages.brief import brief_pages
from parley.pages.calendar import next_lists, next_page, timeline_list, timeline_page
from parley.pages.desk import Desk
from parley.pages.drawers import all_drawers, drawer_names, drawer_pages
from parley.pages.list_views import ActorsView, HomeView, TimelineView
from parley.pages.lists import actors_page, home_page
from parley.pages.machine_views import RedirectView
from parley.pages.more import Sheet
from parley.pages.places import Part
from parley.pages.search import letter_list, search_letters
from parley.pages.topics import topic_lists, topic_page
from parley.pages.views import PartView
from tests.derive.builders import actor, brief, event, found, library, proposal, step
from tests.pages.conftest import desk_on, view_of
from tests.pages.whole import actors_pages, home_pages, search_pages, timeline_pages, topic_pages


def desk_of(*parts: object, day: str = "2025-05-12") -> Desk:
    world = library(*parts)
    return Desk(world, found(world, day), desk_on("2025-05-12").dressing)


def dated(number: int, *more: str) -> Desk:
    """A desk with so many events, from January 2024 on, a dozen a day."""
    days = [f"2024-{at // 300 % 12 + 1:02}-{at // 12 % 25 + 1:02}" for at in range(number)]
    return desk_of(brief(*(event(day, f"e{at:04}") for at, day in enumerate([*days, *more]))))


def parts(pages: Iterable[Page]) -> dict[str, PartView]:
    return {page.path: page.view for page in pages if isinstance(page.view, PartView)}


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lists are parted by months and letters as soon as they leave their page."""
    monkeypatch.setattr(places, "MOST_PAGES", 0)


def test_a_list_is_counted_while_its_pages_are_few() -> None:
    desk = dated(840)
    assert drawer_names(timeline_list(desk)) == ()
    told = [view.stretch for view in parts(timeline_pages(desk)).values()]
    assert (len(told), told[0], told[-1]) == (12, "1 to 70 of 840", "771 to 840 of 840")


@pytest.mark.parametrize(("number", "told"), [(12, "1 of 12"), (13, "1")])
def test_of_more_pages_none_tells_how_much_there_is(number: int, told: str, desk12: Desk) -> None:
    sheet = Sheet(desk12, desk12.here(1), "about/", "How we work")
    sheet.cut(Part("answers", "Answers", 1, "newest last", "answers", each=1), range(number), lambda _some, _writer: ())
    assert len(sheet.pages) == number
    assert view_of(sheet.pages[0], PartView).stretch == told


def test_past_that_it_goes_by_months_and_nothing_is_lost_or_told_twice() -> None:
    desk = dated(850)
    long = timeline_list(desk)
    assert drawer_names(long) == ("2024", "2024-01", "2024-02", "2024-03")
    months = parts(page for name in drawer_names(long)[1:] for page in drawer_pages(long, name))
    assert sum(len(view.entries) for view in months.values()) == 850
    assert list(months)[:2] == ["timeline/timeline-2024-01.html", "timeline/timeline-2024-01-2.html"]
    assert months["timeline/timeline-2024-01.html"].stretch == "January 2024, 1 to 70"
    for path, view in months.items():
        assert {entry.date.iso[:7] for entry in view.entries} == {path[18:25]}
    assert not any("850" in view.stretch or "850" in view.frame.title for view in months.values())


def test_the_way_leads_over_the_year_and_from_page_to_page() -> None:
    desk = dated(850)
    view = view_of(timeline_page(desk)[0], TimelineView)
    assert "".join(part if isinstance(part, str) else part.text for part in view.more.timeline) == (
        "Shown here: the newest 60 of 850. All of them, by year: 2024."
    )
    (door,) = (part for part in view.more.timeline if isinstance(part, Link))
    pages = {path.removeprefix("timeline/"): view for path, view in parts(timeline_pages(desk)).items()}
    year = pages[door.href.removeprefix("../timeline/")]
    first = year.names[0]
    assert (first.link.text, first.what) == ("January 2024", "300 entries")
    at: str | None = first.link.href
    walked = []
    while at:
        walked.append(at)
        after = pages[at].after
        if after:
            before = pages[after.href].before
            assert before
            assert before.href == at
        at = after.href if after else None
    assert sorted(walked) == sorted(pages.keys() - {"timeline-2024.html"})
    assert [crumb.text for crumb in pages["timeline-2024-02.html"].frame.crumbs] == ["Timeline", "2024"]


def test_a_month_of_very_many_goes_by_days() -> None:
    days = [f"2024-01-{at % 30 + 1:02}" for at in range(900)]
    desk = desk_of(brief(*(event(day, f"e{at:04}") for at, day in enumerate([*days, "2024-02-01", "2023-12-31"]))))
    names = drawer_names(timeline_list(desk))
    assert names[:5] == ("2023", "2023-12", "2024", "2024-01", "2024-01-01")
    assert names[-2:] == ("2024-01-30", "2024-02")
    pages = parts(all_drawers(timeline_list(desk)))
    month = pages["timeline/timeline-2024-01.html"]
    assert (month.names[0].link.href, month.names[0].what) == ("timeline-2024-01-01.html", "30 entries")
    assert len(month.names) == 30
    assert [name.what for name in pages["timeline/timeline-2024.html"].names] == ["900 entries", "1 entry"]
    first, last = (pages[f"timeline/timeline-2024-01-{day}.html"] for day in ("01", "30"))
    assert (first.stretch, len(first.entries)) == ("1 January 2024", 30)
    assert [crumb.text for crumb in first.frame.crumbs] == ["Timeline", "2024", "January 2024"]
    assert first.before == Link(text="Earlier", href="timeline-2023-12.html")
    assert last.after == Link(text="Later", href="timeline-2024-02.html")


def test_addresses_from_when_the_pages_were_counted_lead_to_the_list() -> None:
    pages = {page.path: page.view for page in timeline_page(dated(850))}
    moved = pages["timeline/timeline-12.html"]
    assert isinstance(moved, RedirectView)
    assert moved.href == "../timeline/"


def test_what_is_added_changes_its_own_month_and_year_alone() -> None:
    before = {page.path: page for page in all_drawers(timeline_list(dated(850)))}
    after = {page.path: page for page in all_drawers(timeline_list(dated(850, "2024-02-25")))}
    assert before.keys() == after.keys()
    changed = {path for path in before if before[path] != after[path]}
    assert changed == {"timeline/timeline-2024.html", "timeline/timeline-2024-02-5.html"}


@pytest.mark.usefixtures("few")
def test_briefs_lie_in_the_month_of_their_publication_whatever_changes_in_them() -> None:
    briefs = [brief(slug=f"b{at:02}", published=f"2025-0{at % 4 + 1}-02") for at in range(30)]
    desk = desk_of(*briefs)
    pages = parts(home_pages(desk))
    assert [line.link.text for line in pages["briefs-2025-02.html"].briefs] == [f"b{at:02}" for at in range(1, 30, 4)]
    assert "by year" in str(view_of(home_page(desk)[0], HomeView).more.briefs)


@pytest.mark.usefixtures("few")
def test_the_agenda_has_its_overdue_and_its_later_steps_by_month() -> None:
    steps = [step(f"s{at}", f"2025-{at % 9 + 1:02}-20") for at in range(250)]
    desk = desk_of(brief(*steps))
    pages = parts([*next_page(desk), *all_drawers(*next_lists(desk))])
    held = {path: len(view.steps) for path, view in pages.items() if view.steps}
    assert held["next/overdue-2025-01.html"] == 28
    assert held["next/later-2025-09.html"] == 27
    assert sum(held.values()) == 250


@pytest.mark.usefixtures("few")
def test_each_list_of_a_topic_has_its_months() -> None:
    items = [proposal(f"p{at}", date=f"2025-0{at % 4 + 1}-02", to="b") for at in range(60)]
    desk = desk_of(brief(*items, topics=("Town",)))
    lists = {long.part.name: drawer_names(long) for long in topic_lists(desk, "topics/town/")}
    months = ("2025", "2025-01", "2025-02", "2025-03", "2025-04")
    assert lists == {"briefs": ("2025", "2025-05"), "open": months, "sides": months, "timeline": months}
    pages = parts(topic_pages(desk))
    assert len(pages["topics/town/open-2025-03.html"].lines) == 15
    assert [len(table.rows) for table in pages["topics/town/sides-2025-03.html"].tables] == [12]
    assert [len(table.rows) for table in pages["topics/town/sides-2025-03-2.html"].tables] == [3]


@pytest.mark.usefixtures("few")
def test_actors_go_by_letter_past_what_can_be_counted() -> None:
    names = [f"{first}x{at:03}" for at in range(60) for first in ("a", "é", "z")]
    desk = desk_of(brief(slug="b"), *(replace(actor(f"id{at}"), name=name) for at, name in enumerate(names)))
    view = view_of(actors_page(desk)[0], ActorsView)
    assert " All of them, by letter: " in view.groups[0].more
    assert [part.text for part in view.groups[0].more if isinstance(part, Link)] == ["A", "E", "Z"]
    pages = parts(actors_pages(desk))
    assert len(pages["actors/states-e.html"].actors) == 60


@pytest.mark.usefixtures("few")
def test_a_long_letter_of_the_a_to_z_goes_by_two_letters() -> None:
    titles = [f"{word} {at}" for at in range(160) for word in ("Apple", "Ave", "A", "Zoo")]
    desk = desk_of(*(replace(brief(slug=f"b{at}"), title=title) for at, title in enumerate(titles)))
    assert set(search_letters(desk)) == {"A", "Z"}
    assert drawer_names(letter_list(desk, "A")) == ("a", "ap", "av")
    assert len(parts(search_pages(desk))["search/a/names-ap.html"].names) == 160


def test_names_alike_always_stand_in_the_same_order() -> None:
    desk = desk_of(*(replace(brief(slug=f"b{at}"), title="Alike") for at in range(9)))
    assert [entry.to for entry in desk.alphabet["A"]] == [f"b{at}" for at in range(9)]


def test_a_page_costs_the_same_whatever_else_there_is() -> None:
    steps_for(5)  # what this process keeps of words and dates
    few, many = (steps_for(number) for number in (5, 60))
    assert few == many


def steps_for(others: int) -> list[int]:
    """How many steps of the interpreter the pages of a brief, of an actor and of a topic take, beside ``others``."""

    def parted(slug: str) -> object:
        put = proposal(f"{slug}/p", by=f"by-{slug}", to=f"to-{slug}")
        steps = (step(f"{slug}/s", "2025-05-15", who=f"by-{slug}"), step(f"{slug}/old", "2025-05-05"))
        return brief(put, *steps, slug=slug, topics=(slug,))

    desk = desk_of(*(parted(f"other{at:03}") for at in range(others)), parted("own"), parted("warm"))
    counts = []
    makers = (
        lambda name: brief_pages(desk, desk.library.briefs[name]),
        lambda name: actor_pages(desk, desk.library.actors[f"by-{name}"]),
        lambda name: topic_page(desk, f"topics/{name}/"),
    )
    for make in makers:
        make("warm")  # what all pages share is made now
        number = 0

        def count(frame: FrameType, event: str, _value: object) -> Any:
            nonlocal number
            frame.f_trace_opcodes = True
            number += event == "opcode"
            return count

        before = sys.gettrace()
        gc.disable()  # what other tests left behind is not to be cleared, and counted, here
        sys.settrace(count)
        try:
            make("own")
        finally:
            sys.settrace(before)
            gc.enable()
        counts.append(number)
    return counts
