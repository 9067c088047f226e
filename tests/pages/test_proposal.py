"""A proposal's page: status and reason, every answer of every brief, the way forward, the chain."""

from parley.model.page import plain
from parley.pages.desk import Desk
from parley.pages.proposal import proposal_pages
from parley.pages.views import ProposalView
from tests.pages.conftest import view_of


def page(desk: Desk, proposal: str) -> ProposalView:
    return view_of(proposal_pages(desk, desk.library.proposals[proposal])[0], ProposalView)


def test_answers_of_all_briefs_stand_in_the_order_of_their_days(desk17: Desk) -> None:
    view = page(desk17, "thirty-day-ceasefire/ceasefire")
    told = [(card.date.iso, card.brief.text if card.brief else "") for card in view.answers]
    assert told == sorted(told, key=lambda item: item[0])
    assert len(told) == len(desk17.library.answers["thirty-day-ceasefire/ceasefire"])
    assert "A tribunal for aggression and new sanctions" in {brief for _, brief in told}


def test_the_deadlock_and_the_way_out_are_told(desk12: Desk) -> None:
    view = page(desk12, "thirty-day-ceasefire/ceasefire")
    (deadlock,) = map(plain, view.deadlocks)
    assert deadlock.startswith("Deadlock: Russia would not accept “A full and unconditional ceasefire")
    assert [plain(step) for step in view.way][-1].startswith("Russia would have to change its answer")


def test_the_chain_leads_from_the_proposal_to_its_counter_proposal(desk12: Desk) -> None:
    view = page(desk12, "istanbul-talks/direct-talks")
    assert [(link.line.link.text.split()[0], link.how, link.here) for link in view.chain] == [
        ("A", "", False),
        ("Direct", "countered with", True),
    ]


def test_what_bears_on_it_and_who_tells_of_it_is_listed(desk12: Desk) -> None:
    view = page(desk12, "thirty-day-ceasefire/ceasefire")
    assert "Direct talks in Istanbul, without preconditions" in [line.link.text for line in view.bearing]
    assert len(view.briefs) == 3


def test_a_side_that_was_asked_and_said_nothing_is_named(desk12: Desk) -> None:
    (card,) = page(desk12, "tribunal-and-sanctions/seventeenth-package").positions
    assert card.side
    assert (card.side.text, card.label) == ("Council of the European Union", "No answer")


def test_where_every_side_stands_is_told_with_its_name(desk12: Desk) -> None:
    told = [
        (card.side.text, card.label) for card in page(desk12, "thirty-day-ceasefire/ceasefire").positions if card.side
    ]
    assert told[0] == ("Russia", "Rejects with conditions")
    assert ("United States", "Supports") in told
