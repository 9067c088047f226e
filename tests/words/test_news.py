"""What an entry in a brief's updates says of its moves."""

from __future__ import annotations

from typing import Any

from parley.compare import drafts
from parley.words.named import Named
from parley.words.news import news
from tests.compare.versions import moved, version
from tests.derive.builders import (
    TODAY,
    event,
    library,
    on,
    outcome,
    proposal,
    reaction,
    rejection,
    source,
    step,
    update,
)

PLAN = proposal("plan")


def told(*old: Any, to: tuple[Any, ...]) -> str:
    before, after = library(*old), library(*to)
    (draft,) = drafts(moved(before, after), version(after))
    return news(draft.moves, Named(after, before), on(TODAY))


def test_an_answer_is_told_with_its_day_and_the_status_that_follows_is_not() -> None:
    assert told(PLAN, to=(PLAN, rejection("plan", basis="reported"))) == (
        "On 11 May 2025 B rejected “story/plan” (reported)."
    )


def test_what_became_of_a_step_and_what_is_to_come() -> None:
    planned = step("talks", date="2025-05-15")
    over = step("talks", date="2025-05-15", outcome=outcome(date="2025-05-16"))
    assert told(PLAN, planned, to=(PLAN, over, step("more", date="2025-07-01"))) == (
        "“story/talks” happened on 16 May 2025. “story/more” is to come on 1 July 2025."
    )
    later = step("talks", date="2025-06-15")
    assert told(PLAN, planned, to=(PLAN, later)) == "“story/talks” is now planned for 15 June 2025, not 15 May 2025."


def test_a_proposal_an_event_and_one_that_is_taken_back() -> None:
    other = proposal("other", by="b", to="a", date="2025-05-20")
    assert told(PLAN, to=(PLAN, other, event("2025-05-21", "The bridge falls."))) == (
        "On 20 May 2025 B proposed to A: story/other. The bridge falls."
    )
    assert told(PLAN, to=(proposal("plan", withdrawn="2025-05-30"),)) == "A took back “story/plan”."


def test_there_are_no_more_than_three_sentences() -> None:
    many = [event(f"2025-05-0{number}", f"Thing {number}.") for number in range(1, 6)]
    assert told(PLAN, to=(PLAN, *many)).count("Thing") == 3


def test_what_readers_need_not_hear_of_asks_for_no_entry() -> None:
    old, new = library(PLAN), library(proposal("plan", note="So."), source("paper"))
    assert drafts(moved(old, new), version(new)) == ()


def test_an_entry_names_proposals_and_steps_and_says_whether_one_is_written() -> None:
    old, new = library(PLAN, step("talks", date="2025-07-01")), None
    new = library(PLAN, reaction("plan"), step("talks", date="2025-07-02"), update("2025-05-12"))
    (draft,) = drafts(moved(old, new), version(new))
    assert (draft.brief, draft.changed, draft.written) == ("story", ("plan", "talks"), True)
