"""Everything dated."""

import pytest

from tests.derive.builders import acceptance, brief, event, found, library, outcome, proposal, reaction, step, update


def lines(*parts, today="2025-06-01"):
    return [f"{it.date} {it.kind}" for it in found(library(*parts), today).timeline]


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        pytest.param(
            (proposal("plan", withdrawn="2025-05-20"),),
            ["2025-05-10 proposal", "2025-05-20 withdrawal"],
            id="a proposal and its withdrawal",
        ),
        pytest.param((proposal("plan", withdrawn="2025-06-02"),), ["2025-05-10 proposal"], id="not withdrawn yet"),
        pytest.param(
            (proposal("plan"), reaction("plan", stance="silent")),
            ["2025-05-10 proposal", "2025-05-11 answer"],
            id="silence too",
        ),
        pytest.param((step("talks", "2025-07-01"),), ["2025-07-01 step"], id="a step to come"),
        pytest.param((step("talks", outcome=outcome()),), ["2025-05-15 step"], id="an outcome without a date"),
        pytest.param(
            (step("talks", outcome=outcome("partly", "2025-05-16")),),
            ["2025-05-15 step", "2025-05-16 outcome"],
            id="an outcome with a date",
        ),
        pytest.param(
            (event("2025-05-02"), update("2025-05-03")), ["2025-05-02 event"], id="updates are no part of the story"
        ),
        pytest.param(
            (
                step("talks", "2025-05-10"),
                event("2025-05-10"),
                proposal("plan"),
                acceptance("plan", date="2025-05-10"),
                step("done", "2025-05-09", outcome=outcome("done", "2025-05-10")),
                proposal("gone", date="2025-05-09", withdrawn="2025-05-10"),
            ),
            [
                "2025-05-09 proposal",
                "2025-05-09 step",
                "2025-05-10 proposal",
                "2025-05-10 answer",
                "2025-05-10 event",
                "2025-05-10 step",
                "2025-05-10 outcome",
                "2025-05-10 withdrawal",
            ],
            id="one day goes by kind",
        ),
        pytest.param(
            (event("2025-05-10T09:00", "Late."), event("2025-05-10", "Some time."), event("2025-05", "In May.")),
            ["2025-05 event", "2025-05-10T09:00 event", "2025-05-10 event"],
            id="what has no time stands at noon",
        ),
        pytest.param(
            (proposal("plan", date="2025-05-11T01:30+03:00"), acceptance("plan", date="2025-05-11")),
            ["2025-05-11T01:30+03:00 proposal", "2025-05-11 answer"],
            id="an offer made in the night comes before its answer",
        ),
        pytest.param(
            (event("2025-05-10~", "Y."), proposal("plan"), event("2025-05-10/2025-05-10", "X.")),
            ["2025-05-10 proposal", "2025-05-10/2025-05-10 event", "2025-05-10~ event"],
            id="dates that may mean the same are the same",
        ),
    ],
)
def test_the_timeline_reads(items, expected):
    assert lines(*items) == expected


def test_one_day_and_kind_go_by_brief_and_id():
    timeline = found(
        library(
            brief(event("2025-05-10", "Zero."), event("2025-05-10", "Alpha.", brief="story"), slug="story"),
            brief(event("2025-05-10", "Middle.", brief="ahead"), slug="ahead"),
        )
    ).timeline

    assert [it.item for it in timeline] == ["ahead/middle", "story/alpha", "story/zero"]


def test_everyone_who_takes_part_is_named_as_typed():
    timeline = found(
        library(
            proposal("plan", ("a", "c"), "b", withdrawn="2025-05-20"),
            acceptance("plan", "envoy", for_="b"),
            acceptance("plan", "b", "2025-05-12", for_="b"),
            acceptance("plan", ("b", "c"), "2025-05-12T09:00"),
            event("2025-05-13", who=("a", "b")),
            step("talks", who="b", outcome=outcome("cancelled", "2025-05-16")),
        )
    ).timeline

    assert [(it.kind, it.actors, it.result) for it in timeline] == [
        ("proposal", ("a", "c", "b"), None),
        ("answer", ("envoy", "b"), None),
        ("answer", ("b", "c"), None),
        ("answer", ("b",), None),
        ("event", ("a", "b"), None),
        ("step", ("b",), None),
        ("outcome", ("b",), "cancelled"),
        ("withdrawal", ("a", "c"), None),
    ]
