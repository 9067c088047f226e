"""Deadlocks, changes of mind, ways forward and steps, in sentences."""

import pytest

from parley.model.page import plain
from parley.words import stories
from tests.derive.builders import acceptance, brief, found, library, outcome, proposal, rejection, step
from tests.words.named import Plainly


def test_a_deadlock_tells_who_waits_for_whom_and_what_would_end_it() -> None:
    items = [
        proposal("truce", by="a", to="b"),
        proposal("talks", by="b", to="a"),
        rejection("truce", by="b", unless="talks"),
        acceptance("talks", by="a", if_="truce", date="2025-05-12"),
    ]
    (deadlock,) = found(library(brief(*items))).deadlocks
    assert plain(stories.deadlock(deadlock, Plainly())) == (
        "Deadlock: B would not accept “truce” unless “talks” came first; "
        "A would accept “talks” only if “truce” came first. "
        "It ends when B or A drops its condition, or when both come about at once."
    )


def test_a_change_of_mind_tells_both_answers_and_their_days() -> None:
    items = [proposal("p"), rejection("p", date="2025-05-11"), acceptance("p", date="2025-05-16", if_="x y")]
    (position,) = found(library(brief(*items))).standings["story/p"].positions
    assert plain(stories.changed(*position.changes[-1])) == (
        "Changed from “Rejects” (11 May 2025) to “Accepts with conditions” on 16 May 2025."
    )


def test_a_condition_that_was_met_in_vain_is_told() -> None:
    items = [
        proposal("p"),
        proposal("q", by="b", to="a"),
        rejection("p", unless="q", date="2025-05-11"),
        acceptance("q", by="a", date="2025-05-12"),
    ]
    (position,) = found(library(brief(*items))).standings["story/p"].positions
    told = plain(stories.standing_note(position))
    assert told == "What it asked for has come about; its answer has not changed since."


@pytest.mark.parametrize(
    ("overdue", "result", "ended", "told"),
    [
        (False, None, "", ""),
        (True, None, "", "Was due 15 May 2025; what happened is not recorded yet."),
        (False, "done", "2025-05-16", "Happened on 16 May 2025."),
        (False, "postponed", "", ""),
    ],
)
def test_a_step_tells_what_became_of_it_or_that_nobody_knows(
    overdue: bool, result: str | None, ended: str, told: str
) -> None:
    given = step("talks", "2025-05-15", outcome=outcome(result, ended) if result else None)
    assert plain(stories.step_told(given, overdue=overdue)) == told


def test_the_way_forward_says_who_can_move_and_how() -> None:
    items = [
        proposal("truce", by="a", to="b"),
        proposal("talks", by="b", to="a"),
        rejection("truce", by="b", unless=("talks", "the rain stops")),
    ]
    way = found(library(brief(*items))).standings["story/truce"].way
    told = [plain(stories.way_step(each, Plainly())) for each in way]
    assert told == [
        "A would have to answer “talks”.",
        "This would have to be so: the rain stops.",
        "B would have to change its answer on “truce”.",
    ]
