"""Positions tables: sides across, proposals down, "no answer" as a value."""

from parley.pages.desk import Desk
from parley.pages.tables import MOST_SIDES, positions_table
from tests.derive.builders import acceptance, brief, found, library, proposal, reaction, rejection
from tests.pages.conftest import desk_on

TALKS = "istanbul-talks/direct-talks"
CEASEFIRE, MEETING = "thirty-day-ceasefire/ceasefire", "istanbul-talks/leaders-meeting"


def cells(desk: Desk, proposals: list[str]) -> dict[tuple[str, str], tuple[str, str, str]]:
    table = positions_table(desk, desk.here(2), proposals)
    assert table
    return {
        (row.proposal.text, cell.side): (cell.word, cell.label, cell.mark) for row in table.rows for cell in row.cells
    }


def test_each_cell_tells_the_latest_answer_of_its_side(desk12: Desk) -> None:
    ceasefire = desk12.library.proposals[CEASEFIRE].title
    meeting = desk12.library.proposals[MEETING].title
    found_ = cells(desk12, [CEASEFIRE, TALKS, MEETING])
    assert found_[ceasefire, "Russia"][:2] == ("rejects-unless", "Rejects with conditions")
    assert found_[ceasefire, "United States"] == ("supports", "Supports", "reported")
    assert found_[meeting, "Ukraine"] == ("proposed", "Proposed it", "")
    assert found_[meeting, "European Union"] == ("", "Not asked", "")
    assert found_[meeting, "Russia"][:2] == ("silent", "Did not address it")


def test_a_side_that_was_asked_and_is_silent_has_no_answer() -> None:
    desk = desk_on("2025-05-11")
    meeting = desk.library.proposals[MEETING].title
    assert cells(desk, [MEETING])[meeting, "Russia"] == ("no-answer", "No answer", "")


def test_an_answer_leads_to_where_it_is_told(desk12: Desk) -> None:
    table = positions_table(desk12, desk12.here(2), [CEASEFIRE])
    assert table
    (cell,) = (cell for cell in table.rows[0].cells if cell.side == "Russia")
    assert cell.href == "../../briefs/thirty-day-ceasefire/#answer-ceasefire.zakharova.2025-05-11"


def test_a_proposal_that_nobody_was_asked_about_makes_no_table() -> None:
    world = library(brief(proposal("p", to=())))
    desk = Desk(world, found(world), desk_on("2025-05-12").dressing)
    assert positions_table(desk, desk.here(2), ["story/p"]) is None


def test_of_many_sides_those_most_asked_and_heard_are_shown() -> None:
    sides = [f"side{n}" for n in range(9)]
    items = [proposal("p", by="a", to=sides), proposal("q", by="a", to="side8")]
    items += [rejection("q", by="side8"), reaction("p", by="passer-by", stance="supports"), acceptance("p", by="side0")]
    world = library(brief(*items))
    desk = Desk(world, found(world), desk_on("2025-05-12").dressing)
    table = positions_table(desk, desk.here(2), ["story/p", "story/q"])
    assert table
    shown = [link.text for link in table.sides]
    assert len(shown) == MOST_SIDES
    assert "Side8" in shown
    assert "Passer-By" not in shown
