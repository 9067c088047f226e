"""Topics gather briefs that name them, however they are spelt."""

import pytest

from parley.pages.desk import Desk
from parley.pages.here import topic_path
from parley.pages.list_views import TopicView
from tests.derive.builders import brief, found, library, proposal
from tests.pages.conftest import desk_on, view_of
from tests.pages.whole import topic_pages


def test_two_spellings_of_a_topic_are_one() -> None:
    one = brief(proposal("p"), topics=("War in Ukraine",))
    two = brief(proposal("other/q"), slug="other", topics=("war in ukraine", "Peace"))
    world = library(one, two)
    desk = Desk(world, found(world), desk_on("2025-05-12").dressing)
    assert desk.topics == {"topics/peace/": "Peace", "topics/war-in-ukraine/": "war in ukraine"}
    war = next(page for page in topic_pages(desk) if "war" in page.path)
    assert len(view_of(war, TopicView).briefs) == 2


def test_a_topic_without_latin_letters_has_an_address_of_its_own() -> None:
    world = library(brief(proposal("p"), topics=("Війна", "戦争")))
    desk = Desk(world, found(world), desk_on("2025-05-12").dressing)
    assert list(desk.topics) == ["topics/війна/", "topics/戦争/"]


def test_a_topic_tells_what_is_open_and_the_deadlock_once(desk12: Desk) -> None:
    (war,) = (page for page in topic_pages(desk12) if page.path == "topics/war-in-ukraine/index.html")
    view = view_of(war, TopicView)
    assert {line.badge.status for line in view.open} == {"open"}
    assert len(view.deadlocks) == 1
    assert view.positions
    assert view.timeline


@pytest.mark.parametrize("title", ["x" * 2_000, "北京" * 900, "ﷺ" * 60, "word " * 400])
def test_the_address_of_a_long_topic_is_one_that_a_folder_can_have(title: str) -> None:
    path = topic_path(title)
    assert len(path.split("/")[1].encode()) <= 200
    assert path != topic_path(f"{title} and more")
    assert path == topic_path(title.upper())
