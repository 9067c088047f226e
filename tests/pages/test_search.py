"""The page of the search: everything from A to Z stands there once under each of its names."""

import msgspec
import pytest

from parley.model.page import Page
from parley.pages import search
from parley.pages.desk import Desk
from parley.pages.list_views import HomeView, LetterView, SearchView
from parley.pages.lists import missing_page
from parley.pages.text_views import MissingView
from parley.words.searching import Searching
from tests.derive.builders import brief, found, library, proposal
from tests.pages.conftest import desk_on, view_of
from tests.pages.whole import home_pages, search_pages


def names(view: SearchView) -> dict[str, list[tuple[str, str]]]:
    """Letter -> names and what they are the names of."""
    return {group.letter: [(each.link.text, each.what) for each in group.names] for group in view.groups}


def searched(desk: Desk, how: Searching = "full") -> list[Page]:
    return search_pages(Desk(desk.library, desk.found, msgspec.structs.replace(desk.dressing, search=how)))


def test_everything_stands_under_its_letter_and_an_actor_under_each_of_its_names(desk12: Desk) -> None:
    (page,) = search_pages(desk12)
    found = names(view_of(page, SearchView))
    assert ("Türkiye", "State") in found["T"]
    assert ("Turkey", "State: Türkiye") in found["T"]
    assert ("War in Ukraine", "Topic") in found["W"]
    assert ("The 30-day ceasefire proposed in Kyiv", "Brief") in found["T"]
    assert ("A full and unconditional ceasefire of at least 30 days", "Proposal · Rejected") in found["A"]
    world = desk12.library
    aliases = sum(len(actor.aka) for actor in world.actors.values())
    topics = {topic for item in world.briefs.values() for topic in item.topics}
    assert sum(map(len, found.values())) == sum(
        (len(world.briefs), len(world.actors), aliases, len(world.proposals), len(topics))
    )


def test_each_letter_leads_to_its_names(desk12: Desk) -> None:
    view = view_of(search_pages(desk12)[0], SearchView)
    assert [link.href for link in view.letters] == [f"#{group.anchor}" for group in view.groups]
    assert [link.text for link in view.letters] == [group.letter for group in view.groups]
    assert len({group.anchor for group in view.groups}) == len(view.groups) > 10


def test_names_in_another_script_stand_under_their_own_letters() -> None:
    world = library(brief(proposal("p"), topics=("Їжа", "2025", "Zoo")))
    view = view_of(search_pages(Desk(world, found(world), desk_on("2025-05-12").dressing))[0], SearchView)
    assert [(group.letter, group.anchor) for group in view.groups][-3:] == [
        ("Z", "az-z"), ("Ї", "az-ї"), ("0–9", "az-0")
    ]  # fmt: skip


def test_of_too_many_names_each_letter_has_its_own_page(desk12: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = view_of(search_pages(desk12)[0], SearchView)
    monkeypatch.setattr(search, "MOST_NAMES", 20)
    first, *others = search_pages(desk12)
    view = view_of(first, SearchView)
    assert view.groups == ()
    assert [page.path for page in others] == [f"{link.href.removeprefix('../')}index.html" for link in view.letters]
    pages = [view_of(page, LetterView) for page in others]
    assert [page.group.letter for page in pages] == [group.letter for group in whole.groups]
    assert [[name.link.text for name in page.group.names] for page in pages] == [
        [name.link.text for name in group.names] for group in whole.groups
    ]
    assert all(name.link.href.startswith("../../") for page in pages for name in page.group.names)
    assert {page.letters for page in pages} == {
        tuple(msgspec.structs.replace(link, href=f"../{link.href}") for link in view.letters)
    }


@pytest.mark.parametrize(("how", "box"), [("full", True), ("later", True), ("none", False), ("disk", False)])
def test_home_and_the_page_not_found_lead_to_the_search_where_there_is_one(
    how: Searching, box: bool, desk12: Desk
) -> None:
    desk = Desk(desk12.library, desk12.found, msgspec.structs.replace(desk12.dressing, search=how))
    assert view_of(home_pages(desk)[0], HomeView).search == ("search/" if box else "")
    assert view_of(missing_page(desk), MissingView).search == ("/search/" if box else "")
    (page,) = search_pages(desk)
    assert bool(view_of(page, SearchView).notice) == (how != "full")
    assert view_of(page, SearchView).groups


def test_the_page_of_the_search_is_not_found_by_the_search(desk12: Desk) -> None:
    assert view_of(search_pages(desk12)[0], SearchView).frame.facets == ()
