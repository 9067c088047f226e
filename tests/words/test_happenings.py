"""Dated things in a line each."""

from typing import Any

import pytest

from parley.model.page import plain
from parley.words import happenings
from tests.derive.builders import acceptance, outcome, proposal, reaction, rejection, step
from tests.words.named import Plainly


@pytest.mark.parametrize(
    ("kind", "to", "told"),
    [
        ("proposal", "b", "A proposed to B: p"),
        ("proposal", (), "A proposed: p"),
        ("invitation", "b", "A invited B: p"),
        ("demand", "b", "A demanded of B: p"),
        ("warning", "b", "A warned B: p"),
        ("decision", (), "A decided: p"),
    ],
)
def test_a_proposal_is_told_by_its_kind(kind: Any, to: Any, told: str) -> None:
    assert plain(happenings.proposal_put(proposal("p", kind=kind, to=to), Plainly())) == told


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (rejection("p"), "B rejected “p”"),
        (rejection("p", unless="x y"), "B rejected “p”, with conditions"),
        (acceptance("p", by=("b", "c")), "B and C accepted “p”"),
        (acceptance("p", if_="x y"), "B accepted “p”, with conditions"),
        (reaction("p", stance="supports"), "B supported “p”"),
        (reaction("p", stance="opposes"), "B opposed “p”"),
        (reaction("p", stance="defers"), "B left “p” undecided"),
        (reaction("p", stance="silent"), "B did not address “p”"),
    ],
)
def test_an_answer_is_told_by_what_it_comes_to(answer: Any, told: str) -> None:
    assert plain(happenings.answer_given(answer, Plainly())) == told


def test_a_withdrawal_and_an_outcome_are_told() -> None:
    assert plain(happenings.taken_back(proposal("p"), Plainly())) == "A took back “p”"
    assert (
        plain(happenings.step_ended(step("talks", outcome=outcome("partly")), Plainly())) == "talks: happened in part"
    )


@pytest.mark.parametrize(
    ("speakers", "told"),
    [
        ({"ann": "ann"}, "Ann"),
        ({"ann": "villagers"}, "Ann for Villagers"),
        ({"ann": "villagers", "bob": "villagers"}, "Ann and Bob for Villagers"),
        ({"ann": "villagers", "drivers": "drivers"}, "Ann for Villagers; Drivers"),
    ],
)
def test_who_spoke_is_told_with_the_side_that_each_speaks_for(speakers: dict[str, str], told: str) -> None:
    assert plain(happenings.spoken_by(speakers, Plainly())) == told
