"""Whole stories, told day by day: what readers would be shown on each."""

import pytest

from parley.derive import doubts
from tests.derive.builders import found
from tests.derive.stories import PLAN_DAYS, STRIKE_DAYS, plan, strike

DAYS = [
    pytest.param(story(), *row, id=f"{row[1]} on {row[0]} is {row[2]}")
    for story, rows in ((strike, STRIKE_DAYS), (plan, PLAN_DAYS))
    for row in rows
]


@pytest.mark.parametrize(("library", "today", "proposal", "status", "waiting_for"), DAYS)
def test_a_proposal_stands_where_the_day_puts_it(library, today, proposal, status, waiting_for):
    standing = found(library, today).standings[proposal]

    assert (standing.status, standing.waiting_for) == (status, waiting_for)
    assert standing.rule == standing.derived == status


@pytest.mark.parametrize(
    ("today", "knots"),
    [
        ("2025-03-12", []),
        (
            "2025-03-13",
            [
                ("union", "story/mediation", "story/roster-freeze"),
                ("transit", "story/roster-freeze", "story/mediation"),
            ],
        ),
        ("2025-03-18", []),
    ],
    ids=["before the second answer", "both wait", "after one side moves"],
)
def test_the_strike_is_stuck_until_one_side_moves(today, knots):
    deadlocks = found(strike(), today).deadlocks

    assert [(knot.side, knot.proposal, knot.waits_for) for it in deadlocks for knot in it.knots] == knots


def test_a_met_condition_is_told_until_the_side_answers_again():
    def waiting(today):
        positions = found(strike(), today).standings["story/mediation"].positions
        return [position.side for position in positions if position.met_unanswered]

    assert (waiting("2025-03-17"), waiting("2025-03-18"), waiting("2025-03-19")) == ([], ["union"], [])


def test_a_joint_answer_by_the_speakers_of_two_sides_counts_for_both():
    standing = found(strike(), "2025-03-19").standings["story/mediation"]

    assert standing.accepted_by == ("union", "transit")
    assert [answer.by for answer in standing.deciding] == [("okafor", "lind")]


def test_a_change_of_mind_keeps_both_answers():
    row = found(strike(), "2025-03-18").standings["story/roster-freeze"].positions

    assert [(old.word, new.word) for position in row for old, new in position.changes] == [
        ("rejects-unless", "accepts")
    ]


def test_an_answer_in_a_later_brief_changes_the_status_only_once_that_brief_is_out():
    def split(today):
        standing = found(plan(), today).standings["draft/two"]
        return standing.accepted_by, standing.waiting_for

    assert split("2025-04-02") == (("residents",), ("traders",))
    assert split("2025-04-03") == (("residents", "traders"), ())


def test_a_counter_proposal_of_a_brief_that_is_not_out_yet_is_not_named():
    def of_one(today):
        insights = found(plan(), today)
        return insights.standings["draft/one"].countered_with, insights.chains.get("draft/one")

    assert of_one("2025-03-31") == ((), ("draft/one", "draft/two"))
    assert of_one("2025-04-01") == (("vote/parking",), ("draft/one", "vote/parking", "draft/two"))


def test_the_answers_of_a_group_show_on_its_members_and_on_members_of_those():
    by_group = found(plan(), "2025-05-01").by_group

    assert [row.proposal for row in by_group["baker"]] == ["draft/two", "draft/toll", "draft/one"]
    assert by_group["stallholder"] == by_group["baker"]
    assert {row.side for row in by_group["harbour-street"]} == {"residents"}


def test_the_agenda_moves_with_the_day():
    def due(today):
        insights = found(plan(), today)
        return insights.overdue, insights.coming, insights.stale

    assert due("2025-03-10") == ((), ("draft/hearing",), ())
    assert due("2025-04-30") == (("draft/hearing",), ("vote/count",), ())
    assert due("2025-05-05") == (("draft/hearing", "vote/count"), (), ("vote",))


def test_the_strikes_timeline_tells_everything_once_and_in_order():
    timeline = found(strike(), "2025-04-01").timeline

    assert [(it.date.text, it.kind, it.item.partition("/")[2].partition("-2025")[0]) for it in timeline][:6] == [
        ("2025-03-01", "event", "drivers-march"),
        ("2025-03-03", "proposal", "pay-demand"),
        ("2025-03-07", "proposal", "two-years"),
        ("2025-03-07", "answer", "rejections-lind-story.pay-demand"),
        ("2025-03-09", "answer", "rejections-press-desk-story.two-years"),
        ("2025-03-12", "proposal", "mediation"),
    ]
    assert [(it.date.text, it.kind, it.result) for it in timeline][-3:] == [
        ("2025-03-20", "step", None),
        ("2025-03-21", "outcome", "done"),
        ("2025-04", "step", None),
    ]
    assert len({(it.kind, it.item) for it in timeline}) == len(timeline) == 5 + 8 + 2 + 1 + 1


@pytest.mark.parametrize(
    ("library", "told"),
    [(strike(), []), (plan(), ["step-overdue", "condition-met"])],
    ids=["the strike", "the plan"],
)
def test_a_true_story_gives_an_editor_nothing_to_mend_but_what_is_due(library, told):
    problems = [it for it in doubts(library, found(library, "2025-04-30")) if it.code != "update-missing"]

    assert [(problem.code, problem.severity) for problem in problems] == [(code, "warning") for code in told]
