"""Every thing has one absolute address."""

from parley.pages.desk import Desk
from parley.pages.linked import known
from tests.pages.linked.story import ADDRESS


def test_things_have_a_fragment_of_their_page_and_pages_have_none(desk: Desk) -> None:
    (answer, *_) = desk.library.answers["bridge/open-it"]
    found = {
        known.page(desk, ""): "",
        known.brief(desk, "bridge"): "briefs/bridge/",
        known.site(desk): "#site",
        known.publisher(desk): "#publisher",
        known.dataset(desk): "data/#dataset",
        known.actor(desk, "reed"): "actors/reed/#actor",
        known.proposal(desk, "bridge/open-it"): "proposals/bridge/open-it/#proposal",
        known.answer(desk, answer): "briefs/bridge/#answer-open-it.birch.2025-05-03",
        known.step(desk, "bridge/fair"): "briefs/bridge/#step-fair",
        known.source(desk, "bridge/minutes"): "briefs/bridge/#source-minutes",
        known.term(desk, "bridge", "term-span"): "briefs/bridge/#term-span",
    }
    assert list(found) == [ADDRESS + path for path in found.values()]
