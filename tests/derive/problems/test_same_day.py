"""Answers of which nobody can tell which is the later."""

import pytest

from parley.derive import doubts
from parley.derive.order import list_of
from parley.derive.problems import same_day
from tests.derive.builders import acceptance, actor, brief, found, library, proposal, reaction, rejection

NO, YES, SAYS = rejection, acceptance, reaction
PLAN = proposal("plan")


def told(*parts):
    """The places at which a time is asked for."""
    whole = library(*parts)
    problems = [it for it in doubts(whole, found(whole)) if it.code == "same-day-answers"]
    assert all(it.severity == "error" for it in problems)
    return problems


def at(*items):
    """Which of the brief's items needs a time: its number among ``items``, from 0."""
    return [it.place.line - 10 for it in told(brief(*items))]


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        pytest.param((PLAN, NO("plan"), YES("plan")), [2], id="no and yes: the later list"),
        pytest.param((PLAN, YES("plan"), NO("plan")), [1], id="the later list, wherever it is typed"),
        pytest.param((PLAN, YES("plan"), SAYS("plan")), [2], id="yes and a reaction"),
        pytest.param((PLAN, NO("plan"), YES("plan"), SAYS("plan")), [2, 3], id="three lists: two need a time"),
        pytest.param((PLAN, NO("plan"), NO("plan", unless="x y")), [], id="one list: the later item counts"),
        pytest.param((PLAN, NO("plan"), SAYS("plan", stance="silent")), [], id="silence contradicts nothing"),
        pytest.param((PLAN, NO("plan"), YES("plan", date="2025-05-12")), [], id="two days"),
        pytest.param((PLAN, NO("plan"), YES("plan", "c")), [], id="two sides"),
        pytest.param((PLAN, proposal("other"), NO("plan"), YES("other")), [], id="two proposals"),
        pytest.param(
            (PLAN, NO("plan", date="2025-05-11T09:00"), YES("plan", date="2025-05-11T10:00")), [], id="both with times"
        ),
        pytest.param(
            (PLAN, NO("plan", date="2025-05-11T09:00"), YES("plan", date="2025-05-11T09:00")),
            [2],
            id="both at one time",
        ),
        pytest.param(
            (PLAN, NO("plan", date="2025-05-11T09:00+00:00"), YES("plan", date="2025-05-11T12:00+03:00")),
            [2],
            id="both at one moment",
        ),
        pytest.param((PLAN, NO("plan", date="2025-05-11T09:00"), YES("plan")), [2], id="the later list lacks a time"),
        pytest.param((PLAN, NO("plan"), YES("plan", date="2025-05-11T09:00")), [1], id="the earlier list lacks a time"),
        pytest.param((PLAN, NO("plan", date="2025-05"), YES("plan", date="2025-05")), [2], id="one month"),
        pytest.param(
            (PLAN, NO("plan", date="2025-05-12"), YES("plan", date="2025-05")),
            [],
            id="a month and a day go by first day",
        ),
        pytest.param(
            (PLAN, NO("plan", ("b", "c")), YES("plan", ("c", "b"))), [2], id="two sides in doubt, one problem"
        ),
        pytest.param((PLAN, NO("plan", ("b", "c")), YES("plan", ("d", "c"))), [2], id="one of several speakers"),
        pytest.param(
            (PLAN, NO("plan"), YES("plan"), YES("plan", date="2025-05-20")),
            [2],
            id="even where a later answer counts now",
        ),
    ],
)
def test_a_time_is_asked_for(items, expected):
    assert at(*items) == expected


def test_two_speakers_of_one_side_contradict_each_other():
    parts = (
        actor("b"),
        actor("envoy", "person", speaks_for="b"),
        brief(PLAN, NO("plan", "envoy"), YES("plan", "x", for_="b")),
    )

    assert [it.place.line for it in told(*parts)] == [12]


@pytest.mark.parametrize(
    ("here", "there", "expected"),
    [
        pytest.param(NO("plan"), NO("story/plan", brief="tale"), [], id="the same answer told twice"),
        pytest.param(
            NO("plan"), NO("story/plan", unless="x y", brief="tale"), ["briefs/tale.yaml"], id="different answers"
        ),
        pytest.param(
            YES("plan"), NO("story/plan", brief="tale"), ["briefs/story.yaml"], id="the later list goes by kind first"
        ),
        pytest.param(
            NO("plan"),
            NO("story/plan", "b", "2025-05-11T09:00", unless="x y", brief="tale"),
            ["briefs/story.yaml"],
            id="one with a time",
        ),
    ],
)
def test_two_briefs_on_one_day(here, there, expected):
    problems = told(brief(PLAN, here), brief(there, slug="tale"))

    assert [it.place.file for it in problems] == expected


def test_a_rival_is_found_behind_one_of_the_same_list():
    problems = told(
        brief(PLAN, NO("plan", date="2025-05-11T09:00", unless="x y"), NO("plan")),
        brief(NO("story/plan", date="2025-05-11T10:00", unless="x y", brief="tale"), slug="tale"),
    )

    assert [str(it.place) for it in problems] == ["briefs/story.yaml:12:5"]


def test_the_problem_says_what_clashes_and_how_a_time_is_written():
    (problem,) = told(brief(PLAN, NO("plan"), YES("story/plan")))

    assert (
        problem.found
        == '"b" answers "plan" on 2025-05-11 here and otherwise in rejections, and which came later is not known'
    )
    assert problem.expected == "give each a time, such as 2025-05-11T14:30, so that the later one counts"


def test_what_is_derived_goes_on_in_the_order_of_the_lists():
    def word(*items):
        (position,) = found(library(brief(PLAN, *items))).standings["story/plan"].positions
        return position.word, position.mixed

    assert word(YES("plan"), NO("plan")) == ("accepts", True)
    assert word(SAYS("plan"), YES("plan"), NO("plan")) == ("defers", True)


def test_very_many_answers_of_one_day_cost_no_more_each_than_a_few(monkeypatch):
    looks = 0

    def counted(answer):
        nonlocal looks
        looks += 1
        return list_of(answer)

    def looks_each(number):
        nonlocal looks
        answers = [((NO, YES)[at % 2]("story/plan", brief=f"b{at}"), f"b{at}") for at in range(number)]
        whole = library(brief(PLAN), *(brief(answer, slug=slug) for answer, slug in answers))
        looks = 0
        assert len(list(same_day.of_same_day(whole))) == number // 2
        return looks / number

    monkeypatch.setattr(same_day, "list_of", counted)

    assert looks_each(200) == pytest.approx(looks_each(50), rel=0.1)
