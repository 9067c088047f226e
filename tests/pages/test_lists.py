"""The pages that lead to others."""

from parley.pages.desk import Desk
from parley.pages.list_views import ActorsView, HomeView
from parley.pages.lists import missing_page
from parley.pages.text_views import MissingView
from tests.derive.builders import brief, found, library, proposal, step
from tests.pages.conftest import desk_on, view_of
from tests.pages.whole import actors_pages, home_pages


def test_briefs_stand_with_the_newest_change_first(desk12: Desk) -> None:
    view = view_of(home_pages(desk12)[0], HomeView)
    days = [line.updated.iso for line in view.briefs]
    assert days == sorted(days, reverse=True)
    assert len(days) == 3


def test_a_brief_that_expired_goes_to_the_archive() -> None:
    world = library(brief(proposal("p"), expires="2025-05-20"), brief(proposal("other/q"), slug="other"))
    view = view_of(home_pages(Desk(world, found(world), desk_on("2025-05-12").dressing))[0], HomeView)
    assert [line.link.href for line in view.briefs] == ["briefs/other/"]
    assert [line.link.href for line in view.archive] == ["briefs/story/"]


def test_what_is_coming_and_what_is_overdue_are_parted(desk12: Desk) -> None:
    view = view_of(home_pages(desk12)[0], HomeView)
    assert {card.state for card in view.coming} == {"coming"}
    world = library(brief(proposal("p"), step("talks", "2025-05-20"), step("vote", "2025-08-01")))
    later = Desk(world, found(world, "2025-07-01"), desk12.dressing)
    view = view_of(home_pages(later)[0], HomeView)
    assert [(card.state, card.link.text) for card in view.overdue] == [("overdue", "story/talks")]
    assert [card.state for card in view.coming] == ["coming"]


def test_everyone_stands_in_the_index_once_by_kind_and_name(desk12: Desk) -> None:
    view = view_of(actors_pages(desk12)[0], ActorsView)
    names = [[line.link.text for line in group.actors] for group in view.groups]
    assert all(group == sorted(group, key=str.casefold) for group in names)
    assert sum(map(len, names)) == len(desk12.library.actors)


def test_links_of_the_page_not_found_begin_at_the_host_s_top() -> None:
    for address, top in (("https://desk.example/", "/"), ("https://example.org/desk/", "/desk/"), ("", "/")):
        view = view_of(missing_page(desk_on("2025-05-12", address)), MissingView)
        assert all(link.href.startswith(f"{top}briefs/") for link in view.briefs)
        assert view.frame.root == top
