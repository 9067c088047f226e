"""An answer is told as an act only where the act is no stronger than the answer."""

from typing import get_args

import pytest

from parley.model.proposal import AnswerWord
from parley.pages.desk import Desk
from parley.pages.linked.answer import TYPES, answer_node
from parley.pages.linked.node import Node
from tests.pages.linked.story import ADDRESS


def told(desk: Desk, answer: str) -> Node:
    return answer_node(desk, desk.answers[f"bridge/{answer}"])


def test_a_yes_on_conditions_an_undecided_word_and_a_silence_are_no_acts() -> None:
    assert set(get_args(AnswerWord)) - set(TYPES) == {"accepts-if", "defers", "silent", "no-answer"}


def test_what_is_no_act_is_refused(desk: Desk) -> None:
    with pytest.raises(KeyError):
        told(desk, "guard-it.birch.2025-05-06")


def test_an_implied_rejection_says_that_it_is(desk: Desk) -> None:
    found = told(desk, "open-it.birch.2025-05-03")
    assert found["@type"] == "RejectAction"
    assert found["description"] == "Birch rejected it on 3 May 2025, as the source infers."
    assert found["subjectOf"] == [{"@id": f"{ADDRESS}briefs/bridge/#source-minutes"}]
    assert "participant" not in found


def test_a_rejection_unless_says_unless_what_and_who_spoke_for_whom(desk: Desk) -> None:
    found = told(desk, "close-it.reed.2025-05-04t10-00-03-00")
    assert (found["@type"], found["startTime"]) == ("RejectAction", "2025-05-04T10:00+03:00")
    assert [agent["name"] for agent in found["agent"]] == ["Ann Reed"]  # type: ignore[attr-defined]
    assert [side["name"] for side in found["participant"]] == ["Alder"]  # type: ignore[attr-defined]
    assert str(found["description"]).endswith("(Ann Reed): no, unless “Open the bridge” comes about and it pays.")


def test_a_reported_support_says_that_it_is_and_how_long_it_was_given(desk: Desk) -> None:
    found = told(desk, "guard-it.union.2025-05-2025-06")
    assert (found["@type"], found["startTime"], found["endTime"]) == ("AgreeAction", "2025-05", "2025-06")
    assert str(found["description"]).endswith(", as others report.")


def test_opposition_at_about_a_time_has_no_time_but_in_words(desk: Desk) -> None:
    found = told(desk, "guard-it.office.2025-05")
    assert found["@type"] == "DisagreeAction"
    assert not {"startTime", "endTime"} & found.keys()
    assert found["description"] == "The Forest Office opposed it around May 2025."


def test_an_acceptance_is_of_the_proposal(desk: Desk) -> None:
    found = told(desk, "open-it.union.2025-05-04")
    assert found["@type"] == "AcceptAction"
    assert found["@id"] == f"{ADDRESS}briefs/bridge/#answer-open-it.union.2025-05-04"
    assert found["object"] == {"@id": f"{ADDRESS}proposals/bridge/open-it/#proposal"}
