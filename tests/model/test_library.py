"""Everything by id, with the look-ups back."""

import pytest

from parley.model.library import library
from parley.model.settings import Settings
from tests.derive.builders import acceptance, actor, brief, proposal, reaction, rejection, step

RUSSIA, PUTIN, PESKOV = actor("russia"), actor("putin", speaks_for="russia"), actor("peskov", speaks_for="putin")
GROUP = actor("seven", "group", members=["france", "italy"])
TOWN = brief(proposal("plan"), step("vote"), rejection("plan", "peskov"), actor("inline", "person"), slug="story")
CITY = brief(
    proposal("city/other"),
    acceptance("story/plan", "putin", brief="city"),
    reaction("other", "putin", brief="city"),
    rejection("missing/one", "putin", brief="city"),
    slug="city",
)


@pytest.fixture
def found():
    return library(Settings(), [RUSSIA, PUTIN, GROUP, PESKOV], [TOWN, CITY], {"actors.putin": (3, 1)})


def test_briefs_and_actors_are_in_the_order_of_their_ids(found):
    assert list(found.briefs) == ["city", "story"]
    assert list(found.actors) == ["inline", "peskov", "putin", "russia", "seven"]


def test_an_actor_of_one_brief_is_an_actor_of_the_site(found):
    assert found.actors["inline"].brief == "story"


def test_proposals_and_steps_are_found_by_their_full_ids(found):
    assert set(found.proposals) == {"story/plan", "city/other"}
    assert set(found.steps) == {"story/vote"}


def test_the_answers_to_a_proposal_are_gathered_from_every_brief(found):
    assert [(answer.brief, answer.word) for answer in found.answers["story/plan"]] == [
        ("city", "accepts"),
        ("story", "rejects"),
    ]
    assert [answer.word for answer in found.answers["city/other"]] == ["defers"]


def test_an_answer_to_what_does_not_exist_is_kept_for_the_reader_to_tell(found):
    assert len(found.answers["missing/one"]) == 1


def test_those_who_speak_for_a_side_and_the_groups_of_a_member_are_found(found):
    assert found.speakers == {"russia": ("putin",), "putin": ("peskov",)}
    assert found.groups == {"france": ("seven",), "italy": ("seven",)}


def test_the_side_of_an_actor_is_found_at_the_end_of_the_row(found):
    assert [found.side(it) for it in ("peskov", "putin", "russia", "nobody")] == [
        "russia",
        "russia",
        "russia",
        "nobody",
    ]


@pytest.mark.parametrize(
    ("given", "sides"),
    [
        ({"a": "a"}, {"a": "a"}),
        ({"a": "b", "b": "a"}, {"a": "b", "b": "a"}),
        ({"a": "b", "b": "c", "c": "b"}, {"a": "c", "b": "c", "c": "b"}),
        ({"a": "gone"}, {"a": "gone"}),
    ],
)
def test_a_circle_or_a_side_that_is_gone_comes_to_an_end(given, sides):
    found = library(Settings(), [actor(id_, speaks_for=side) for id_, side in given.items()], [])
    assert {id_: found.side(id_) for id_ in given} == sides


def test_the_places_of_shared_actors_are_kept(found):
    assert found.places == {"actors.putin": (3, 1)}
    assert library(Settings(), [], []).places == {}
