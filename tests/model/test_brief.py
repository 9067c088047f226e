"""What a brief's nouns tell of themselves."""

import pytest

from parley.model.proposal import Answer, Condition
from tests.derive.builders import acceptance, brief, date_of, event, proposal, reaction, rejection, step


@pytest.mark.parametrize(
    ("kind", "expects"),
    [("proposal", True), ("invitation", True), ("demand", True), ("warning", False), ("decision", False)],
)
def test_a_warning_or_a_decision_expects_no_answer(kind, expects):
    assert proposal("plan", kind=kind).expects_answer is expects


@pytest.mark.parametrize(
    ("answer", "word", "conditions"),
    [
        (rejection("plan"), "rejects", ()),
        (rejection("plan", unless="after the rain"), "rejects-unless", (Condition(text="after the rain"),)),
        (acceptance("plan"), "accepts", ()),
        (acceptance("plan", if_="vote"), "accepts-if", (Condition(ref="story/vote"),)),
        (reaction("plan", stance="silent"), "silent", ()),
    ],
)
def test_an_answer_comes_to_a_word_and_may_hang_on_conditions(answer, word, conditions):
    assert (answer.word, answer.conditions) == (word, conditions)


def test_an_answer_of_no_sort_comes_to_nothing():
    bare = Answer(id="story/a", of="story/plan", by=("a",), date=date_of("2025"))
    with pytest.raises(TypeError):
        assert bare.word
    assert bare.conditions == ()


@pytest.mark.parametrize("item", [proposal("city/plan"), step("city/vote"), rejection("plan", brief="city"),
                                  event("2025", brief="city")])  # fmt: skip
def test_an_item_knows_its_brief(item):
    assert item.brief == "city"


def test_the_answers_of_a_brief_come_list_by_list():
    found = brief(reaction("plan"), acceptance("plan"), rejection("plan", by="a"), rejection("plan", by="b"))
    assert [(answer.word, answer.by) for answer in found.answers] == [
        ("rejects", ("a",)),
        ("rejects", ("b",)),
        ("accepts", ("b",)),
        ("defers", ("b",)),
    ]
