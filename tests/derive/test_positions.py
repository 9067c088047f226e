"""Who stands where on one proposal, silence included."""

import pytest

from tests.derive.builders import acceptance, actor, brief, proposal, reaction, rejection, standing


def row(*items, **given):
    """The positions on ``plan`` as a line of words: an ``*`` for who was not asked."""
    positions = standing(proposal("plan", **given), *items).positions
    return " ".join(f"{it.side}{'' if it.addressed else '*'}:{it.word}" for it in positions)


@pytest.mark.parametrize(
    ("given", "items", "expected"),
    [
        pytest.param({"to": ("c", "b")}, (), "c:no-answer b:no-answer", id="nobody has answered; the order asked"),
        pytest.param({"to": "b"}, (rejection("plan", "b"),), "b:rejects", id="no"),
        pytest.param({"to": "b"}, (rejection("plan", "b", unless="x y"),), "b:rejects-unless", id="no unless"),
        pytest.param({"to": "b"}, (acceptance("plan", "b"),), "b:accepts", id="yes"),
        pytest.param({"to": "b"}, (acceptance("plan", "b", if_="x y"),), "b:accepts-if", id="yes if"),
        pytest.param(
            {"to": "b"},
            (reaction("plan", "d", "2025-05-12", stance="opposes"), reaction("plan", "c", stance="supports")),
            "b:no-answer c*:supports d*:opposes",
            id="others by their first answer",
        ),
        pytest.param(
            {"to": "b"},
            (acceptance("plan", "d"), reaction("plan", "c", stance="supports")),
            "b:no-answer c*:supports d*:accepts",
            id="others of one day by id",
        ),
        pytest.param({"to": ()}, (rejection("plan", "c"),), "c:rejects", id="nobody is asked: who says no counts"),
        pytest.param(
            {"to": ()},
            (acceptance("plan", "c"), reaction("plan", "b", stance="supports")),
            "c:accepts b*:supports",
            id="nobody is asked: who only supports is a third party",
        ),
        pytest.param(
            {"to": ()},
            (acceptance("plan", "c"), reaction("plan", "c", "2025-05-12")),
            "c:defers",
            id="nobody is asked: who has said yes is still asked after thinking again",
        ),
        pytest.param({"to": ()}, (acceptance("plan", "a"),), "a*:accepts", id="nobody is asked: the proposer never is"),
        pytest.param(
            {"to": ("a", "b")}, (acceptance("plan", "a"),), "b:no-answer a*:accepts", id="proposer among the asked"
        ),
        pytest.param({"to": "a"}, (acceptance("plan", "b"),), "b:accepts", id="only the proposer is asked"),
        pytest.param({"kind": "warning"}, (), "", id="a warning leaves nobody silent"),
        pytest.param({"kind": "decision"}, (rejection("plan", "b"),), "b:rejects", id="a decision can be answered"),
        pytest.param(
            {"to": "b"},
            (acceptance("plan", "b"), reaction("plan", "b", "2025-05-12")),
            "b:defers",
            id="a reaction replaces an earlier yes",
        ),
        pytest.param(
            {"to": "b"},
            (acceptance("plan", "b"), reaction("plan", "b", "2025-05-12", stance="silent")),
            "b:accepts",
            id="silence replaces nothing",
        ),
        pytest.param(
            {"to": "b"},
            (reaction("plan", "b", "2025-05-10", stance="silent"), rejection("plan", "b")),
            "b:rejects",
            id="an answer ends silence",
        ),
        pytest.param({"to": "b"}, (reaction("plan", "b", stance="silent"),), "b:silent", id="a reported silence"),
    ],
)
def test_the_row_reads(given, items, expected):
    assert row(*items, **given) == expected


def test_all_answers_of_a_side_are_kept_oldest_first_whoever_gave_them():
    (position,) = standing(
        actor("b"),
        actor("aide", "person", speaks_for="b"),
        brief(
            proposal("plan"),
            acceptance("plan", "aide", "2025-05-13"),
            rejection("plan", "b", "2025-05-11"),
            reaction("plan", "x", "2025-05-12", for_="aide"),
        ),
    ).positions

    assert [(it.by, it.word) for it in position.answers] == [
        (("b",), "rejects"),
        (("x",), "defers"),
        (("aide",), "accepts"),
    ]
    assert [(old.word, new.word) for old, new in position.changes] == [("rejects", "defers"), ("defers", "accepts")]


def test_silence_is_no_change_of_mind():
    (position,) = standing(
        proposal("plan"),
        acceptance("plan", date="2025-05-11"),
        reaction("plan", date="2025-05-12", stance="silent"),
        acceptance("plan", date="2025-05-13"),
    ).positions

    assert (len(position.answers), len(position.spoken), position.changes) == (3, 2, ())


def test_of_two_answers_on_one_day_without_times_neither_is_a_change():
    (position,) = standing(proposal("plan"), rejection("plan"), rejection("plan", unless="the rain stops")).positions

    assert position.word == "rejects-unless"
    assert position.changes == ()
    assert not position.mixed


def test_two_answers_on_one_day_with_times_are_a_change():
    (position,) = standing(
        proposal("plan"),
        rejection("plan", date="2025-05-11T09:00"),
        acceptance("plan", date="2025-05-11T18:00"),
    ).positions

    assert [(old.word, new.word) for old, new in position.changes] == [("rejects", "accepts")]


@pytest.mark.parametrize(
    ("answers", "mixed"),
    [
        pytest.param((), False, id="no answer"),
        pytest.param((rejection("plan"), rejection("plan")), False, id="the same answer twice"),
        pytest.param((rejection("plan"), acceptance("plan")), True, id="yes and no on one day"),
        pytest.param(
            (rejection("plan", date="2025-05-11T09:00"), acceptance("plan", date="2025-05-11T18:00")),
            True,
            id="with times",
        ),
        pytest.param((rejection("plan"), acceptance("plan", date="2025-05-12")), False, id="on two days"),
        pytest.param((rejection("plan"), reaction("plan", stance="silent")), False, id="silence contradicts nothing"),
        pytest.param(
            (rejection("plan"), acceptance("plan"), acceptance("plan", date="2025-05-12")),
            False,
            id="mixed, but long ago",
        ),
    ],
)
def test_mixed_signals_are_those_of_the_latest_day(answers, mixed):
    (position,) = standing(proposal("plan"), *answers).positions

    assert position.mixed is mixed


def test_an_answer_in_another_brief_counts():
    (position,) = standing(
        brief(proposal("plan")), brief(rejection("story/plan", brief="other"), slug="other")
    ).positions

    assert (position.word, position.latest.brief) == ("rejects", "other")
