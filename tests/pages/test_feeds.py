"""Feeds: dated changes with ids that stay."""

from msgspec.structs import replace

from parley.model.brief import Update
from parley.model.dates import day
from parley.pages.desk import Desk
from parley.pages.feeds import feed_pages, stamp
from parley.pages.machine_views import FeedView
from tests.derive.builders import brief, found, library, proposal
from tests.pages.conftest import desk_on, view_of


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


def test_a_site_without_an_address_has_no_feeds() -> None:
    assert feed_pages(desk_on("2025-05-12", address="")) == []


def test_dates_are_told_as_rfc_3339_wants_them() -> None:
    assert stamp(day("2025-05-11T01:30+03:00")) == "2025-05-10T22:30:00Z"
    assert stamp(day("2025-05")) == "2025-05-01T00:00:00Z"
    assert stamp(day("0800-05-11T01:30+00:00")) == "0800-05-11T01:30:00Z"
    assert stamp(day("0001-01-01T00:30+03:00")) == "0001-01-01T00:30:00+03:00"
