"""What a side's position comes to: silences take nothing back, and a change is only what is known to be one."""

import pytest

from parley.model.insight import Position, Stand
from parley.model.proposal import Condition
from tests.derive.builders import acceptance, reaction, rejection

NO, YES = rejection("plan", date="2025-05-11"), acceptance("plan", date="2025-05-12")
SILENT = reaction("plan", date="2025-05-13", stance="silent")


def position(*answers, **given) -> Position:
    return Position(proposal="story/plan", side="b", answers=answers, **given)


@pytest.mark.parametrize(
    ("answers", "word"),
    [
        ((), "no-answer"),
        ((NO,), "rejects"),
        ((NO, YES), "accepts"),
        ((NO, SILENT), "rejects"),
        ((SILENT,), "silent"),
        ((SILENT, NO, SILENT), "rejects"),
    ],
)
def test_the_last_answer_counts_and_a_silence_takes_none_back(answers, word):
    found = position(*answers)
    assert found.word == word
    assert (found.latest is None) == (not answers)


@pytest.mark.parametrize(
    ("answers", "changes"),
    [
        ((NO, YES), [("rejects", "accepts")]),
        ((NO, SILENT, YES), [("rejects", "accepts")]),
        ((NO, rejection("plan", date="2025-05-12")), []),
        ((NO, acceptance("plan", date="2025-05-11")), []),
        (
            (rejection("plan", date="2025-05-11T10:00"), acceptance("plan", date="2025-05-11T11:00")),
            [("rejects", "accepts")],
        ),
        ((NO, YES, rejection("plan", date="2025-05-14")), [("rejects", "accepts"), ("accepts", "rejects")]),
    ],
)
def test_a_change_is_another_answer_that_is_known_to_be_later(answers, changes):
    assert [(old.word, new.word) for old, new in position(*answers).changes] == changes


@pytest.mark.parametrize(("met", "unanswered"), [([], False), ([True], True), ([True, False], False)])
def test_all_conditions_must_be_met_before_an_answer_is_due(met, unanswered):
    stands = tuple(Stand(condition=Condition(ref=f"story/{at}"), met=it) for at, it in enumerate(met))
    assert position(YES, conditions=stands).met_unanswered is unanswered
