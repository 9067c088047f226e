"""An actor's page gathers everything across all briefs."""

from parley.model.page import plain
from parley.pages.actor import actor_pages
from parley.pages.desk import Desk
from parley.pages.views import ActorView
from tests.derive.builders import found, library, proposal, reaction, rejection, step
from tests.pages.conftest import desk_on, view_of


def page(desk: Desk, actor: str) -> ActorView:
    return view_of(actor_pages(desk, desk.library.actors[actor])[0], ActorView)


def test_a_state_has_what_its_speakers_did_in_every_brief(desk17: Desk) -> None:
    view = page(desk17, "russia")
    assert [line.link.text for line in view.made] == [
        "An exchange of 1,000 prisoners for 1,000",
        "Direct talks in Istanbul, without preconditions",
    ]
    assert {card.link.text for card in view.briefs} == {brief.title for brief in desk17.library.briefs.values()}
    speakers = [plain(card.who) for card in view.rejections_made]
    assert "Maria Zakharova for Russia" in speakers
    assert "Dmitry Peskov for Russia" in speakers


def test_a_step_of_which_nobody_said_who_takes_part_concerns_the_sides_of_what_it_is_about() -> None:
    items = [
        proposal("truce", by="a", to="b"),
        step("vote", "2025-06-15", about="truce"),
        step("talks", "2025-06-16", about="truce", who="a"),
    ]
    world = library(*items)
    desk = Desk(world, found(world), desk_on("2025-05-12").dressing)
    assert [step.title for step in page(desk, "b").steps] == [desk.library.steps["story/vote"].title]
    assert len(page(desk, "a").steps) == 2


def test_a_person_has_what_they_said_for_their_side(desk17: Desk) -> None:
    view = page(desk17, "peskov")
    assert plain(view.about).endswith("Speaks for Russia.")
    assert view.positions == ()
    assert [card.label for card in view.said] == ["Did not address it", "No decision yet", "Did not address it"]
    assert len(view.rejections_made) == 2


def test_positions_keep_earlier_answers_and_tell_what_changed(desk17: Desk) -> None:
    view = page(desk17, "ukraine")
    (talks,) = (card for card in view.positions if card.proposal.text.startswith("Direct talks"))
    assert talks.label == "Accepts"
    assert [answer.label for answer in talks.earlier] == ["Accepts with conditions", "Accepts with conditions"]
    assert plain(talks.changed) == ("Changed from “Accepts with conditions” (11 May 2025) to “Accepts” on 16 May 2025.")


def test_a_change_is_told_to_the_answer_that_counts_and_never_to_another_of_its_day() -> None:
    items = [
        proposal("truce", by="a", to="b", date="2025-05-01"),
        reaction("truce", date="2025-05-10"),
        rejection("truce", date="2025-05-11"),
        rejection("truce", date="2025-05-11", unless="the rain stops"),
    ]
    world = library(*items)
    (card,) = page(Desk(world, found(world), desk_on("2025-05-12").dressing), "b").positions
    assert card.label == "Rejects with conditions"
    assert plain(card.changed) == (
        "Changed from “No decision yet” (10 May 2025) to “Rejects with conditions” on 11 May 2025."
    )


def test_a_member_shows_what_its_group_answered(desk17: Desk) -> None:
    view = page(desk17, "france")
    notes = [plain(card.note) for card in view.group_positions]
    assert notes
    assert all(note.startswith("Answered by Weimar+.") for note in notes)


def test_whoever_dealt_with_an_actor_is_connected_to_it_by_count(desk17: Desk) -> None:
    connected = {line.link.text: line.counts for line in page(desk17, "russia").connected}
    assert "Volodymyr Zelensky" in connected
    assert connected["Volodymyr Zelensky"].split()[1] in ("exchange", "exchanges")


def test_names_and_identifiers_are_listed(desk17: Desk) -> None:
    facts = {row.term: plain(row.words[0]) for row in page(desk17, "putin").facts}
    assert facts["Wikidata"] == "Q7747"
