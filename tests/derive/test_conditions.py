"""Conditions as they are on the day."""

import pytest

from tests.derive.builders import acceptance, brief, found, library, outcome, proposal, rejection, standing, step

OTHER = proposal("other")


@pytest.mark.parametrize(
    ("items", "met"),
    [
        pytest.param((OTHER,), False, id="a proposal without an answer"),
        pytest.param((OTHER, acceptance("other")), True, id="a proposal accepted"),
        pytest.param((OTHER, acceptance("other", if_="x y")), False, id="a proposal accepted with conditions"),
        pytest.param((OTHER, rejection("other")), False, id="a proposal rejected"),
        pytest.param(
            (proposal("other", withdrawn="2025-05-20"), acceptance("other")), False, id="a proposal withdrawn"
        ),
        pytest.param(
            (proposal("other", status="accepted", status_note="By law."),), True, id="a proposal accepted by override"
        ),
        pytest.param(
            (proposal("other", status="open", status_note="A slip."), acceptance("other")),
            False,
            id="a proposal kept open by override",
        ),
        pytest.param((step("other"),), False, id="a step to come"),
        pytest.param((step("other", outcome=outcome("done")),), True, id="a step done"),
        pytest.param((step("other", outcome=outcome("partly")),), False, id="a step partly done"),
        pytest.param((step("other", outcome=outcome("postponed")),), False, id="a step postponed"),
        pytest.param((), False, id="nothing of that id"),
    ],
)
def test_a_condition_is_met(items, met):
    stand = standing(proposal("plan"), acceptance("plan", if_="other"), *items).positions[0].conditions

    assert [(it.condition.ref, it.met) for it in stand] == [("story/other", met)]


def test_a_phrase_is_never_met_by_itself():
    (position,) = standing(proposal("plan"), rejection("plan", unless=("the rain stops", "other")), OTHER).positions

    assert [(it.condition.text, it.met) for it in position.conditions] == [("the rain stops", False), ("", False)]


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        pytest.param((rejection("plan", unless="other"),), True, id="all met"),
        pytest.param((rejection("plan", unless=("other", "the rain stops")),), False, id="one still stands"),
        pytest.param((rejection("plan"),), False, id="no conditions"),
        pytest.param(
            (rejection("plan", unless="other"), rejection("plan", date="2025-05-12")), False, id="answered again"
        ),
        pytest.param(
            (acceptance("plan", if_="other"), acceptance("plan", date="2025-05-12", if_="third")),
            False,
            id="new condition",
        ),
    ],
)
def test_condition_met_answer_unchanged(answers, told):
    items = (proposal("plan"), OTHER, proposal("third"), acceptance("other"), *answers)

    assert standing(*items).positions[0].met_unanswered is told


def test_a_condition_in_another_brief_is_followed():
    position = standing(
        brief(proposal("plan"), acceptance("plan", if_="far/away")),
        brief(proposal("far/away"), acceptance("away", brief="far"), slug="far"),
    ).positions[0]

    assert position.met_unanswered


def test_what_would_call_a_warning_off_is_told_with_whether_it_has_come():
    items = (proposal("threat", kind="warning", unless=("other", "they stop")), OTHER, acceptance("other"))

    assert [it.met for it in standing(*items, of="threat").unless] == [True, False]


def test_a_steps_needs_are_told_with_whether_they_have_come():
    library_ = library(OTHER, acceptance("other"), step("talks", needs=("other", "a room is found")), step("free"))

    assert {id_: [it.met for it in stands] for id_, stands in found(library_).needs.items()} == {
        "story/talks": [True, False]
    }
