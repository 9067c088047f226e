"""What would have to happen for a proposal to be accepted, and who can move."""

import pytest

from tests.derive.builders import acceptance, actor, brief, outcome, proposal, reaction, rejection, standing, step

NO, YES = rejection, acceptance


def way(*items, **given):
    """The way of ``plan`` as lines such as ``b answers plan``."""
    return [_line(it) for it in standing(proposal("plan", **given), *items).way]


def _line(step_):
    what = step_.proposal or step_.condition.ref or step_.condition.text
    return f"{step_.side or '-'} {step_.does} {what.rpartition('/')[2]}"


@pytest.mark.parametrize(
    ("given", "items", "expected"),
    [
        pytest.param({}, (), ["b answer plan"], id="who has not answered can answer"),
        pytest.param({}, (NO("plan"),), ["b change plan"], id="who has said no can change it"),
        pytest.param({}, (YES("plan"),), [], id="accepted: nothing is left"),
        pytest.param({}, (reaction("plan"),), ["b answer plan"], id="who defers can answer"),
        pytest.param({"to": ()}, (), ["- answer plan"], id="nobody is asked: anybody could"),
        pytest.param(
            {"to": ("c", "b", "d")},
            (NO("plan", "b"), YES("plan", "d")),
            ["c answer plan", "b change plan"],
            id="as asked",
        ),
        pytest.param({"to": ("b", "c")}, (YES("plan"),), ["c answer plan"], id="those after who has accepted, too"),
        pytest.param({}, (YES("plan", if_="x y"),), ["- meet x y", "b accept plan"], id="a phrase must come about"),
        pytest.param(
            {},
            (YES("plan", if_="other"), proposal("other", to="c")),
            ["c answer other", "b accept plan"],
            id="a condition goes first, with who can move there",
        ),
        pytest.param(
            {},
            (NO("plan", unless="other"), proposal("other", to="c"), NO("other", "c", unless="x y")),
            ["- meet x y", "c change other", "b change plan"],
            id="conditions of conditions go before",
        ),
        pytest.param(
            {},
            (YES("plan", if_="other"), proposal("other"), YES("other")),
            ["b accept plan"],
            id="a met condition is no step",
        ),
        pytest.param(
            {},
            (
                YES("plan", if_="talks"),
                step("talks", who=("c", "d"), needs=("a room", "other")),
                proposal("other", to="e"),
            ),
            ["- meet a room", "e answer other", "c meet talks", "d meet talks", "b accept plan"],
            id="a step after its needs, by each who takes part",
        ),
        pytest.param(
            {}, (YES("plan", if_="talks"), step("talks")), ["- meet talks", "b accept plan"], id="a step of nobody"
        ),
        pytest.param(
            {},
            (YES("plan", if_="talks"), step("talks", outcome=outcome())),
            ["b accept plan"],
            id="a step done is no step",
        ),
        pytest.param(
            {},
            (YES("plan", if_="talks"), step("talks", needs="a-room"), step("a-room", needs="talks")),
            ["- meet a-room", "- meet talks", "b accept plan"],
            id="steps that need one another, each once",
        ),
        pytest.param(
            {},
            (YES("plan", if_="other"), proposal("other", withdrawn="2025-05-12")),
            ["- meet other", "b accept plan"],
            id="what is withdrawn is named without a mover",
        ),
        pytest.param(
            {}, (YES("plan", if_="nothing"),), ["- meet nothing", "b accept plan"], id="an unknown id is named"
        ),
        pytest.param(
            {"to": ("b", "c")},
            (NO("plan", "b", unless="other"), NO("plan", "c", unless="other"), proposal("other", to="d")),
            ["d answer other", "b change plan", "c change plan"],
            id="a shared condition once",
        ),
        pytest.param(
            {}, (NO("plan", unless="plan"),), ["b change plan"], id="a condition on itself ends where it closes"
        ),
        pytest.param({"withdrawn": "2025-05-12"}, (NO("plan"),), [], id="withdrawn: no way"),
        pytest.param({"kind": "warning"}, (), [], id="a warning: no way"),
        pytest.param({}, (proposal("new", replaces="plan"),), [], id="superseded: no way"),
        pytest.param({"answer_by": "2025-05-12"}, (), ["b answer plan"], id="lapsed: still a way"),
        pytest.param({"status": "lapsed", "status_note": "Struck down."}, (NO("plan"),), [], id="overridden: no way"),
        pytest.param(
            {"status": "rejected", "status_note": "So."}, (NO("plan"),), ["b change plan"], id="override that agrees"
        ),
    ],
)
def test_the_way_is(given, items, expected):
    assert way(*items, **given) == expected


def test_in_a_circle_each_way_begins_with_the_other_side():
    items = (
        proposal("talks", "russia", "ukraine"),
        proposal("ceasefire", "ukraine", "russia"),
        YES("talks", "ukraine", if_="ceasefire"),
        NO("ceasefire", "russia", unless="talks"),
    )

    assert [_line(it) for it in standing(*items, of="talks").way] == ["russia change ceasefire", "ukraine accept talks"]
    assert [_line(it) for it in standing(*items, of="ceasefire").way] == [
        "ukraine accept talks",
        "russia change ceasefire",
    ]


def test_who_can_bring_a_step_about_is_told_by_side():
    found = standing(
        actor("b"),
        actor("c"),
        actor("envoy", "person", speaks_for="c"),
        brief(proposal("plan"), YES("plan", if_="talks"), step("talks", who=("envoy", "c"))),
    )

    assert [_line(it) for it in found.way] == ["c meet talks", "b accept plan"]


def test_a_long_row_of_conditions_is_followed_only_so_far_and_then_named():
    length = 1000
    plans = [proposal(f"p{at}") for at in range(length)]
    answers = [YES(f"p{at}", if_=f"p{at + 1}") for at in range(length - 1)]

    lines = [_line(it) for it in standing(*plans, *answers, of="p0").way]

    assert lines[0] == "- meet p40"
    assert lines[1:] == [f"b accept p{at}" for at in reversed(range(40))]


def test_a_long_row_of_steps_is_followed_only_so_far_and_then_named():
    steps = [step(f"s{at}", needs=f"s{at + 1}") for at in range(1000)]

    lines = [_line(it) for it in standing(proposal("plan"), YES("plan", if_="s1"), *steps).way]

    assert lines == [*(f"- meet s{at}" for at in reversed(range(1, 41))), "b accept plan"]
