"""Published facts that were altered in silence are told of; what is news, a plan, a slip or corrected is not."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from parley.compare import uncorrected
from parley.model.library import Library
from parley.model.problem import Place
from tests.compare.versions import moved, version
from tests.derive.builders import (
    TODAY,
    acceptance,
    actor,
    brief,
    conditions,
    correction,
    event,
    library,
    outcome,
    proposal,
    reaction,
    rejection,
    source,
    step,
)

PLAN = proposal("plan")
CAST = (actor("a"), actor("b"), actor("c"))


def warned(old: Library, new: Library, day: str = TODAY) -> list[str]:
    return [it.found for it in uncorrected(version(old, day), version(new, day), moved(old, new, day))]


def changed(*old: Any, to: tuple[Any, ...], day: str = TODAY) -> list[str]:
    return warned(library(*CAST, *old), library(*CAST, *to), day)


NO = rejection("plan", why="It is too dear.", quote="Never again.")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (PLAN, proposal("plan", date="2025-05-11"), '"date" of "plan", published as 2025-05-10, is now 2025-05-11'),
        (PLAN, proposal("plan", by="c"), '"by" of "plan", published as a, is now c'),
        (PLAN, proposal("plan", to=["b", "c"]), '"to" of "plan", published as b, is now b, c'),
        (
            replace(PLAN, title="A month of peace"),
            replace(PLAN, title="A week of peace"),
            '"title" of "plan", published as "A month of peace", is now "A week of peace"',
        ),
        (
            proposal("plan", quote="We will go home."),
            proposal("plan", quote="We may go home."),
            '"quote" of "plan", published as "We will go home.", is now "We may go home."',
        ),
        (proposal("plan", withdrawn="2025-05-20"), PLAN, '"withdrawn" of "plan", published as 2025-05-20, is gone'),
    ],
)
def test_a_proposal_s_facts(old: Any, new: Any, message: str) -> None:
    assert changed(old, to=(new,)) == [message]


@pytest.mark.parametrize(
    ("now", "message"),
    [
        (replace(NO, by=("c",)), '"by" of the answer of c to "plan" (2025-05-11), published as b, is now c'),
        (
            replace(NO, why="It is too late."),
            '"why" of the answer of b to "plan" (2025-05-11), published as "It is too dear.", is now "It is too late."',
        ),
        (
            replace(NO, basis="implied"),
            '"basis" of the answer of b to "plan" (2025-05-11), published as said, is now implied',
        ),
        (
            acceptance("plan", why="It is too dear.", quote="Never again."),
            'the answer of b to "plan" (2025-05-11) was published as "rejects" and is now "accepts"',
        ),
    ],
)
def test_an_answer_s_facts(now: Any, message: str) -> None:
    assert changed(PLAN, NO, to=(PLAN, now)) == [message]


def test_what_was_published_and_is_gone() -> None:
    assert changed(PLAN, NO, to=(PLAN,)) == ['the answer of b to "plan" (2025-05-11) was published and is gone']
    assert changed(PLAN, event("2025-05-09"), to=(PLAN,)) == ["the event of 2025-05-09 was published and is gone"]
    over = step("talks", date="2025-05-15", outcome=outcome(date="2025-05-15"))
    assert changed(PLAN, over, to=(PLAN, step("talks", date="2025-05-15"))) == [
        '"outcome" of "talks", published as "done", is gone'
    ]


@pytest.mark.parametrize(
    "now",
    [
        (PLAN, NO, acceptance("plan", date="2025-05-20")),  # history goes on
        (proposal("plan", quote="We go home.", answer_by="2025-06-01"), NO),  # nothing stood there
        (proposal("plan", withdrawn="2025-05-30"), NO),
        (PLAN, replace(NO, why="it is too dear!")),  # marks and case
        (PLAN, replace(NO, why="It is too deer.")),  # a slip in spelling
        (PLAN, replace(NO, quote="“Never again”")),
        (PLAN, replace(NO, unless=conditions("talks come first", "story"))),
        (PLAN, NO, source("paper")),
        (PLAN, NO, event("2025-05-09")),
    ],
)
def test_news_and_slips_need_no_correction(now: Any) -> None:
    assert changed(PLAN, NO, to=now) == []


def test_a_quote_is_not_mended_in_silence() -> None:
    assert len(changed(PLAN, NO, to=(PLAN, replace(NO, quote="Newer again.")))) == 1


def test_a_date_that_is_known_more_exactly_is_news_and_one_that_is_another_is_not() -> None:
    assert changed(proposal("plan", date="2025-05"), to=(proposal("plan", date="2025-05-10"),)) == []
    assert changed(PLAN, to=(proposal("plan", date="2025-05-10T09:00+03:00"),)) == []
    assert len(changed(proposal("plan", date="2025-05"), to=(proposal("plan", date="2025-06-10"),))) == 1
    assert len(changed(PLAN, to=(proposal("plan", date="2025-05"),))) == 1


def test_the_plan_of_a_step_may_change_until_its_day() -> None:
    was, now = step("talks", date="2025-05-15"), step("talks", date="2025-05-22")
    assert changed(PLAN, was, to=(PLAN, now), day="2025-05-14") == []
    assert changed(PLAN, was, to=(PLAN,), day="2025-05-14") == []
    assert changed(PLAN, was, to=(PLAN, now), day="2025-05-20") == [
        '"date" of "talks", published as 2025-05-15, is now 2025-05-22'
    ]


def test_a_figure_or_a_name_in_prose() -> None:
    was = brief(PLAN, background="The plan of Kyiv names 46 states in all. It is long.")
    for now, message in (
        ("The plan of Kyiv names 47 states in all. It is long.", '"46" in "background", which is now "47"'),
        ("The plan of Rome names 46 states in all. It is long.", '"Kyiv" in "background", which is now "Rome"'),
    ):
        assert warned(library(was), library(replace(was, background=now))) == [message]
    for now in ("The plan is another one. It is long.", "The plan of Kyiv names 46 states in all. It is short."):
        assert warned(library(was), library(replace(was, background=now))) == []


@pytest.mark.parametrize("where", ["plan", "", "rejections"])
def test_a_new_correction_that_names_the_item_answers_for_it(where: str) -> None:
    told = correction("2025-05-20", where)
    if not where:
        told = replace(told, where="")
    assert changed(PLAN, NO, to=(PLAN, replace(NO, by=("c",)), told)) == []


def test_a_correction_of_something_else_or_of_before_does_not() -> None:
    assert len(changed(PLAN, NO, to=(PLAN, replace(NO, by=("c",)), correction("2025-05-20", "talks")))) == 1
    old = correction("2025-05-20", "plan")
    assert len(changed(PLAN, NO, old, to=(PLAN, replace(NO, by=("c",)), old))) == 1


def test_what_nobody_has_seen_yet_may_change() -> None:
    for given in ({"draft": True}, {"published": "2025-06-02"}):
        old, new = (library(brief(it, **given)) for it in (PLAN, proposal("plan", date="2025-05-11")))
        assert warned(old, new) == []


def test_the_warning_stands_where_the_new_value_stands() -> None:
    places = {"proposals.plan": (10, 3), "proposals.plan.date": (12, 11)}
    old = library(brief(PLAN))
    new = library(brief(proposal("plan", date="2025-05-11"), places=places))
    (told,) = uncorrected(version(old), version(new), moved(old, new))
    assert (told.place, told.severity) == (Place("briefs/story.yaml", 12, 11), "warning")
    assert told.expected == (
        'tell readers by an entry in "corrections" (date, was, now, where: plan), or put back what stood there'
    )


def test_a_reaction_with_another_stance() -> None:
    was, now = (reaction("plan", by="c", stance=it) for it in ("supports", "opposes"))
    assert changed(PLAN, was, to=(PLAN, now)) == [
        'the answer of c to "plan" (2025-05-11) was published as "supports" and is now "opposes"'
    ]
