"""Lists that outgrow a page: nothing is lost, older pages stay as they are, and links follow."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.pages.places import MOST_IN_CARD, Part, away, chunks, file_of, placed, stays
from parley.words.lists import Order
from tests.derive.builders import acceptance, brief, library, proposal, rejection

ORDERS: list[Order] = ["newest first", "newest last", "by name"]


def part(order: Order, most: int = 3, each: int = 4) -> Part:
    return Part("timeline", "Timeline", most, order, "entries", each)


@given(st.integers(0, 40), st.sampled_from(ORDERS))
def test_every_item_is_on_the_page_or_away_and_on_one_page_of_its_own(number: int, order: Order) -> None:
    cut, items = part(order), list(range(number))
    pages = chunks(cut, items)
    assert sorted(item for page in pages for item in page) == items
    kept, gone = stays(cut, items), away(cut, items)
    assert len(kept) == min(number, cut.most)
    assert sorted([*kept, *gone]) == items
    assert all(item in pages[at - 1] for item, at in gone.items())
    assert all(len(page) <= cut.each for page in pages)


@pytest.mark.parametrize("order", ["newest first", "newest last"])
def test_what_is_added_changes_the_last_page_alone(order: Order) -> None:
    cut = part(order)
    before = list(range(10)) if order == "newest last" else list(range(10))[::-1]
    after = [*before, 10] if order == "newest last" else [10, *before]
    assert chunks(cut, after)[:-1] == chunks(cut, before)[:-1]
    assert set(chunks(cut, after)[-1]) - set(chunks(cut, before)[-1]) == {10}


def test_each_page_keeps_the_order_of_the_list() -> None:
    assert chunks(part("newest first"), [5, 4, 3, 2, 1]) == [[4, 3, 2, 1], [5]]
    assert stays(part("newest last"), [1, 2, 3, 4, 5]) == [3, 4, 5]
    assert stays(part("newest first"), [5, 4, 3, 2, 1]) == [5, 4, 3]


def test_no_id_can_be_the_name_of_a_page() -> None:
    assert file_of(part("by name"), 2) == "timeline-2.html"
    assert not re.fullmatch(r"[a-z0-9-]+", file_of(part("by name"), 2))


def test_nothing_moves_while_a_brief_is_short() -> None:
    assert placed(library(proposal("plan"), rejection("plan")), {}) == {}


def test_answers_beyond_what_a_card_shows_lead_to_the_proposals_own_page() -> None:
    sides = [f"s{at:03}" for at in range(100)]
    told = [acceptance("plan", by=side, date=f"2025-05-{at % 20 + 1:02}") for at, side in enumerate(sides)]
    found = placed(library(brief(proposal("plan", to=tuple(sides)), *told)), {})
    assert len(found) == 100 - MOST_IN_CARD
    leads = set(found.values())
    assert "proposals/story/plan/#answer-story-plan.s019.2025-05-20" not in leads  # among the newest, in the card
    assert sum(lead.startswith("proposals/story/plan/#") for lead in leads) == 40 - MOST_IN_CARD
    assert sum(lead.startswith("proposals/story/plan/answers-1.html#") for lead in leads) == 60
