"""Feeds: dated changes with ids that stay."""

import pytest
from msgspec.structs import replace

from parley.model.brief import Update
from parley.model.dates import day
from parley.model.page import Page
from parley.pages import feeds
from parley.pages.desk import Desk
from parley.pages.feeds import MOST, actor_feed, brief_feed, site_feed, stamp, topic_feed
from parley.pages.machine_views import FeedView
from tests.derive.builders import brief, found, library, proposal
from tests.pages.conftest import desk_on, view_of
from tests.pages.whole import feed_pages


def feed(desk: Desk, path: str = "") -> FeedView:
    (page,) = (page for page in feed_pages(desk) if page.path == f"{path}feed.xml")
    return view_of(page, FeedView)


def with_updates(*updates: Update, address: str = "https://desk.example/") -> Desk:
    world = library(replace(brief(proposal("p")), updates=updates))
    world = replace(world, settings=replace(world.settings, address=address))
    return Desk(world, found(world), desk_on("2025-05-12").dressing)


def test_the_site_s_feed_has_every_publication_and_update_newest_first(desk17: Desk) -> None:
    entries = feed(desk17).entries
    updates = sum(len(brief.updates) for brief in desk17.library.briefs.values())
    assert len(entries) == len(desk17.library.briefs) + updates
    assert [entry.date for entry in entries] == sorted((entry.date for entry in entries), reverse=True)


def test_minor_updates_stay_out() -> None:
    minor = Update(date=day("2025-05-12"), what="A comma.", minor=True)
    assert len(feed(with_updates(minor), "briefs/story/").entries) == 1


def test_an_id_stays_when_the_address_changes_and_when_more_is_written() -> None:
    one = Update(date=day("2025-05-12"), what="News.")
    two = Update(date=day("2025-05-13"), what="More news.")
    before = {entry.id for entry in feed(with_updates(one)).entries}
    after = {entry.id for entry in feed(with_updates(one, two, address="https://other.example/")).entries}
    assert before < after


def test_ids_are_unique_over_the_whole_site(desk17: Desk) -> None:
    entries = {entry for page in feed_pages(desk17) for entry in view_of(page, FeedView).entries}
    assert len({entry.id for entry in entries}) == len(entries)


def test_an_actor_s_feed_tells_what_it_did_and_was_asked(desk12: Desk) -> None:
    titles = [entry.title for entry in feed(desk12, "actors/russia/").entries]
    assert any(title.startswith("Maria Zakharova rejected") for title in titles)
    assert any("proposed to Russia" in title for title in titles)


def test_a_feed_holds_the_newest_changes_and_puts_no_others_into_words(monkeypatch: pytest.MonkeyPatch) -> None:
    days = [f"20{at // 12 + 10}-{at % 12 + 1:02}-01" for at in range(60)]
    desk = with_updates(*(Update(date=day(it), what=f"News of {it}.") for it in reversed(days)))
    written = []
    entry = feeds._entry
    monkeypatch.setattr(feeds, "_entry", lambda desk, change: written.append(change) or entry(desk, change))
    (page, _json) = site_feed(desk)
    entries = view_of(page, FeedView).entries
    assert len(entries) == len(written) == MOST
    assert [it.date[:10] for it in entries[1:]] == days[::-1][: MOST - 1]
    assert entries[1].summary == f"News of {days[-1]}."


def test_updates_of_one_day_keep_their_ids_whatever_stands_above_them() -> None:
    one, two = (Update(date=day("2025-05-12"), what=what) for what in ("First.", "Second."))
    earlier = Update(date=day("2025-05-02"), what="Before.")
    before = {it.summary: it.id for it in feed(with_updates(one, two)).entries}
    after = {it.summary: it.id for it in feed(with_updates(earlier, one, two)).entries}
    assert before["First."] != before["Second."]
    assert before.items() <= after.items()


def by_path(page: Page) -> str:
    return page.path


def test_each_feed_is_made_by_itself_as_among_all(desk12: Desk) -> None:
    one_by_one = [
        *site_feed(desk12),
        *(page for item in desk12.library.briefs.values() for page in brief_feed(desk12, item)),
        *(page for path in desk12.topics for page in topic_feed(desk12, path)),
        *(page for item in desk12.library.actors.values() for page in actor_feed(desk12, item)),
    ]
    spoken = [replace(page, lang="en") for page in one_by_one]
    assert sorted(spoken, key=by_path) == sorted(feed_pages(desk12), key=by_path)
    assert len({page.path for page in one_by_one}) == len(one_by_one) > 10


def test_a_site_without_an_address_has_no_feeds() -> None:
    assert feed_pages(desk_on("2025-05-12", address="")) == []


def test_dates_are_told_as_rfc_3339_wants_them() -> None:
    assert stamp(day("2025-05-11T01:30+03:00")) == "2025-05-10T22:30:00Z"
    assert stamp(day("2025-05")) == "2025-05-01T00:00:00Z"
    assert stamp(day("0800-05-11T01:30+00:00")) == "0800-05-11T01:30:00Z"
    assert stamp(day("0001-01-01T00:30+03:00")) == "0001-01-01T00:30:00+03:00"
