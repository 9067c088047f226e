"""A brief as Popolo: no answer becomes a vote that it was not, and nobody is named who is not in the file."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from parley.pages.coded import PopoloView
from parley.pages.desk import Desk
from parley.pages.popolo import popolo_pages
from tests.derive.builders import acceptance, actor, brief, found, library, proposal, reaction, rejection, source
from tests.pages.conftest import desk_on, view_of


def popolo(*parts: Any, address: str = "https://desk.example/") -> PopoloView:
    world = library(*parts)
    world = replace(world, settings=replace(world.settings, address=address))
    desk = Desk(world, found(world), desk_on("2025-05-12").dressing)
    (page,) = popolo_pages(desk, world.briefs["story"])
    assert page.path == "briefs/story/popolo.json"
    return view_of(page, PopoloView)


def votes(*parts: Any) -> dict[str, str]:
    (event,) = popolo(*parts).vote_events
    return {vote["voter_id"]: vote["option"] for vote in event["votes"]}  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("answers", "option"),
    [
        ((), "no-answer"),
        ((acceptance("plan"),), "yes"),
        ((rejection("plan"),), "no"),
        ((acceptance("plan", if_="when it rains"),), "accepts-if"),
        ((rejection("plan", unless="when it rains"),), "rejects-unless"),
        ((reaction("plan"),), "defers"),
        ((acceptance("plan"), rejection("plan", date="2025-05-12")), "no"),
    ],
)
def test_only_a_plain_yes_or_no_is_one(answers: tuple[Any, ...], option: str) -> None:
    assert votes(proposal("plan"), *answers) == {"b": option}


def test_sides_that_nobody_asked_do_not_vote() -> None:
    assert votes(proposal("plan"), acceptance("plan"), reaction("plan", by="c", stance="supports")) == {"b": "yes"}


def test_a_warning_is_a_motion_without_a_vote() -> None:
    told = popolo(proposal("plan", to=(), kind="warning"))
    assert told.vote_events == ()
    assert "vote_events" not in told.motions[0]


def test_an_answer_that_was_not_said_in_so_many_words_says_so() -> None:
    (event,) = popolo(proposal("plan"), rejection("plan", basis="implied")).vote_events
    assert event["votes"] == [{"voter_id": "b", "option": "no", "date": "2025-05-11", "basis": "implied"}]


def test_options_are_counted_and_the_result_is_that_of_the_proposal() -> None:
    told = popolo(proposal("plan", to=("b", "c", "d")), acceptance("plan"), rejection("plan", by="c"))
    (event,) = told.vote_events
    assert event["counts"] == [
        {"option": "no", "value": 1}, {"option": "no-answer", "value": 1}, {"option": "yes", "value": 1}]  # fmt: skip
    assert (event["result"], told.motions[0]["result"], event["motion_id"]) == ("fail", "fail", "story/plan")
    assert popolo(proposal("plan"), acceptance("plan")).motions[0]["result"] == "pass"
    assert popolo(proposal("plan")).motions[0]["result"] == "open"


def test_a_speaker_is_a_person_who_speaks_for_a_side() -> None:
    told = popolo(
        actor("b"), actor("reed", kind="person", speaks_for="b", role="Mayor", aka=("Annie",), wikidata="Q1"),
        proposal("plan"), rejection("plan", by="reed"),
    )  # fmt: skip
    (event,) = told.vote_events
    assert event["votes"] == [{"voter_id": "b", "option": "no", "date": "2025-05-11", "spoken_by": ["reed"]}]
    (person,) = told.persons
    assert person == {
        "summary": "Mayor", "id": "reed", "name": "Reed", "other_names": [{"name": "Annie"}],
        "identifiers": [{"scheme": "wikidata", "identifier": "Q1"}],
        "links": [{"url": "https://desk.example/actors/reed/"}],
    }  # fmt: skip
    assert told.memberships == ({"person_id": "reed", "organization_id": "b", "role": "Mayor"},)
    assert {one["id"]: one["classification"] for one in told.organizations} == {"a": "state", "b": "state"}


def test_sources_dates_and_several_makers_are_told_as_far_as_popolo_has_room() -> None:
    told = popolo(
        proposal("plan", by=("a", "c"), date="2025-05~", source="upi"), replace(source("upi"), url="https://u.example/")
    )
    (motion,) = told.motions
    assert motion["creators"] == ["a", "c"]
    assert motion["sources"] == [{"url": "https://u.example/"}]
    assert "date" not in motion
    assert "creator_id" not in motion
    assert popolo(proposal("plan", date="2025-05")).motions[0]["date"] == "2025-05"


def test_a_brief_without_proposals_has_no_file(desk17: Desk) -> None:
    world = library(brief())
    assert popolo_pages(Desk(world, found(world), desk17.dressing), world.briefs["story"]) == []


def test_everybody_whom_the_real_story_names_is_in_its_file(desk17: Desk) -> None:
    (page,) = popolo_pages(desk17, desk17.library.briefs["istanbul-talks"])
    view = view_of(page, PopoloView)
    known = {one["id"] for one in (*view.persons, *view.organizations)}
    for event in view.vote_events:
        for vote in event["votes"]:  # type: ignore[attr-defined]
            assert {vote["voter_id"], *vote.get("spoken_by", ())} <= known
    for motion in view.motions:
        assert {*motion.get("creators", ()), motion.get("creator_id", "putin")} <= known  # type: ignore[misc]
    assert all({one["person_id"], one["organization_id"]} <= known for one in view.memberships)
    assert {event["motion_id"] for event in view.vote_events} <= {motion["id"] for motion in view.motions}
    assert len(view.vote_events) > 1
