"""Next steps in the plain lines of a calendar."""

import pytest
from msgspec.structs import replace

from parley.model.brief import Outcome, Source
from parley.model.dates import day
from parley.model.insight import Stand
from parley.model.proposal import Condition
from parley.words import agenda
from tests.derive.builders import outcome, step
from tests.words.named import Plainly


@pytest.mark.parametrize(
    ("certainty", "title"),
    [
        ("proposed", "Proposed: Talks"),
        ("expected", "Expected: Talks"),
        ("confirmed", "Confirmed: Talks"),
        ("deadline", "Deadline: Talks"),
    ],
)
def test_a_title_begins_with_how_sure_it_is(certainty: str, title: str) -> None:
    assert agenda.entry_title(replace(step("talks", certainty=certainty), title="Talks")) == title


def test_a_title_begins_with_what_became_of_it_once_that_is_known() -> None:
    over = step("talks", certainty="confirmed", outcome=outcome("not-done"))
    assert agenda.entry_title(replace(over, title="Talks")) == "Did not happen: Talks"


def test_what_became_of_it_is_told_with_its_day_where_that_is_known() -> None:
    def told(result: str, date: str, what: str) -> str:
        over = step("talks", outcome=Outcome(result=result, date=day(date) if date else None))  # type: ignore[arg-type]
        return agenda.entry_outcome(over, what)

    assert told("done", "2025-05-16", "They met.") == "Happened on 16 May 2025: They met."
    assert told("done", "2025-05-16", "") == "Happened on 16 May 2025."
    assert told("cancelled", "", "") == "Cancelled."
    assert agenda.entry_outcome(step("talks"), "") == ""


def test_the_facts_name_people_proposals_and_what_must_come_first() -> None:
    needs = [
        Stand(condition=Condition(ref="story/truce"), met=True),
        Stand(condition=Condition(ref="story/visit")),
        Stand(condition=Condition(text="the guns fall silent")),
    ]
    facts = agenda.entry_facts(step("talks", who=["ann", "bob"], about="plan"), needs, Plainly())
    assert facts == [
        "Who: Ann and Bob",
        "About: “plan”",
        "Needs first: “truce” (met)",
        "Needs first: “visit” (not met)",
        "Needs first: the guns fall silent",
    ]


def test_a_time_is_told_in_the_zone_it_was_given_in() -> None:
    facts = agenda.entry_facts(step("talks", "2025-05-15T10:00+03:00"), (), Plainly())
    assert facts == ["When: 15 May 2025, 10:00 (UTC+3)"]


def test_a_source_is_told_with_publisher_day_and_address() -> None:
    whole = Source(id="s/a", title="Talks", publisher="UPI", date=day("2025-05-10"), url="https://upi.example/a")
    assert agenda.entry_source(whole) == "Source: UPI, 10 May 2025, https://upi.example/a"
    assert agenda.entry_source(Source(id="s/b", title="A note")) == "Source: A note"


def test_how_many_are_left_out_is_said_with_the_reason() -> None:
    assert agenda.left_out(0) == ""
    assert agenda.left_out(1) == "1 step is not in it: its exact days are not known."
    assert agenda.left_out(3) == "3 steps are not in it: their exact days are not known."
    assert agenda.left_out(0, 1) == "1 step is not in it: too far ahead, or over for too long."
    assert agenda.left_out(1, 2) == (
        "1 step is not in it: its exact days are not known. 2 steps are not in it: too far ahead, or over for too long."
    )
