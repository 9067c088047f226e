"""Lines of a timeline: on the page that tells them in full, each leads to what it is about."""

import re
from pathlib import Path

from parley.pages.brief import brief_pages
from parley.pages.desk import Desk
from parley.pages.entries import entries
from parley.pages.list_views import TimelineView
from parley.pages.views import BriefView
from tests.derive.builders import found, library, proposal, step
from tests.pages.conftest import desk_on, view_of
from tests.pages.whole import timeline_pages
from tests.sites import FILES, STORY, site_from


def test_every_line_on_the_page_of_its_brief_can_be_linked_to(desk17: Desk) -> None:
    for story in desk17.library.briefs.values():
        view = view_of(brief_pages(desk17, story)[0], BriefView)
        cards = {card.anchor for proposal in view.proposals for card in (proposal, *proposal.answers)}
        cards |= {card.anchor for card in (*view.rejections, *view.elsewhere, *view.steps)}
        assert view.timeline
        for line in view.timeline:
            assert line.anchor, line.label
            assert (line.anchor in cards) != (line.kind == "event"), line.anchor
        events = [line.anchor for line in view.timeline if line.kind == "event"]
        assert len(events) == len(set(events)) == len(story.events)


def test_a_step_of_this_month_is_to_come_until_the_month_is_over() -> None:
    world = library(proposal("truce"), step("vote", "2025-05"))
    for day, ahead in (("2025-05-12", True), ("2025-05-31", True), ("2025-06-01", False)):
        desk = Desk(world, found(world, day), desk_on("2025-05-12").dressing)
        here = desk.here(2)
        told = entries(desk, here, desk.found.timeline, desk.writer(here))
        assert [entry.ahead for entry in told if entry.kind == "step"] == [ahead]


def test_a_line_on_another_page_has_no_anchor(desk17: Desk) -> None:
    view = view_of(timeline_pages(desk17)[0], TimelineView)
    assert {line.anchor for month in view.months for line in month.entries} == {""}


def test_events_of_one_day_are_told_apart_and_the_data_leads_to_each(tmp_path: Path) -> None:
    events = "events:\n" + "".join(f"  - {{date: 2025-05-03, what: Event {at}.}}\n" for at in (1, 2))
    site = site_from(tmp_path, FILES | {"briefs/bridge.yaml": STORY + events})
    page = site["briefs/bridge/index.html"]
    ids = re.findall(r'<li class="entry" data-kind="event" id="([^"]+)">', page)
    assert ids == ["event-2025-05-03", "event-2025-05-03-2"]
    assert [f"#{name}" in site["data/events.json"] for name in ids] == [True, True]
