"""What an editor is told: which problem, how grave, and where."""

import pytest
from msgspec.structs import replace

from parley.derive import doubts
from tests.derive.builders import (
    acceptance,
    actor,
    brief,
    found,
    library,
    outcome,
    proposal,
    reaction,
    rejection,
    step,
    update,
)

NO, YES, SAYS = rejection, acceptance, reaction


def problems(*parts, today="2025-06-01"):
    """All but that a brief has no updates, which nearly none here has."""
    whole = library(*parts)
    return [it for it in doubts(whole, found(whole, today)) if it.code != "update-missing"]


def codes(*parts, today="2025-06-01"):
    return [f"{it.severity} {it.code}" for it in problems(*parts, today=today)]


CASES = [
    # hanging on itself
    ("a no to what it hangs on", (proposal("plan"), NO("plan", unless="plan")), ["error condition-on-itself"]),
    ("a yes to what it hangs on", (proposal("plan"), YES("plan", if_=("x y", "plan"))), ["error condition-on-itself"]),
    (
        "a warning called off by itself",
        (proposal("plan", kind="warning", unless="plan"),),
        ["error condition-on-itself"],
    ),
    ("a step that needs itself", (step("talks", "2025-07", needs="talks"),), ["error condition-on-itself"]),
    ("an answer that hangs on another proposal", (proposal("plan"), proposal("p"), NO("plan", unless="p")), []),
    # circles
    ("a proposal that replaces itself", (proposal("plan", replaces="plan"),), ["error replaces-circle"]),
    (
        "proposals that replace one another",
        (proposal("one", replaces="two"), proposal("two", replaces="one")),
        ["error replaces-circle"],
    ),
    (
        "a row of replacements",
        (proposal("one"), proposal("two", replaces="one"), proposal("three", replaces="two")),
        [],
    ),
    (
        "steps that need one another",
        (step("one", "2025-07", needs="two"), step("two", "2025-07", needs="one")),
        ["error needs-circle"],
    ),
    (
        "steps that need one another by way of a proposal",
        (
            step("one", "2025-07", needs="two"),
            step("two", "2025-07", needs="plan"),
            proposal("plan"),
            YES("plan", if_="one"),
        ),
        [],
    ),
    (
        "people who speak for one another",
        (actor("b", speaks_for="c"), actor("c", speaks_for="b"), brief()),
        ["error speaks-for-circle"],
    ),
    ("someone who speaks for himself", (actor("b", speaks_for="b"), brief()), ["error speaks-for-circle"]),
    (
        "groups in one another",
        (actor("b", "group", members="c"), actor("c", "group", members=("b", "d")), brief()),
        ["error members-circle"],
    ),
    ("a group in itself", (actor("b", "group", members="b"), brief()), ["error members-circle"]),
    ("a group in two groups", (actor("b", "group", members="d"), actor("c", "group", members="d"), brief()), []),
    # dates
    ("an answer the day before", (proposal("plan"), NO("plan", date="2025-05-09")), ["error answer-before-proposal"]),
    (
        "a reaction the day before",
        (proposal("plan"), SAYS("plan", date="2025-05-09")),
        ["error answer-before-proposal"],
    ),
    ("an answer on the day", (proposal("plan"), NO("plan", date="2025-05-10")), []),
    ("an answer in the same month", (proposal("plan"), NO("plan", date="2025-05")), []),
    ("an answer in the month before", (proposal("plan"), NO("plan", date="2025-04")), ["error answer-before-proposal"]),
    (
        "an answer an hour before",
        (proposal("plan", date="2025-05-10T10:00"), NO("plan", date="2025-05-10T09:00")),
        ["error answer-before-proposal"],
    ),
    ("withdrawn before it was made", (proposal("plan", withdrawn="2025-05-09"),), ["error withdrawn-before-date"]),
    ("withdrawn on the day", (proposal("plan", withdrawn="2025-05-10"),), []),
    (
        "an answer wanted before it was made",
        (proposal("plan", answer_by="2025-05-09"),),
        ["error deadline-before-date"],
    ),
    ("an answer wanted on the day", (proposal("plan", answer_by="2025-05-10"),), []),
    # overrides
    (
        "a status without a note",
        (proposal("plan", status="open"),),
        ["error status-without-note"],
    ),
    ("a status with a blank note", (proposal("plan", status="open", status_note=" "),), ["error status-without-note"]),
    ("a status that agrees", (proposal("plan", status="open", status_note="So."),), []),
    (
        "a status that differs",
        (proposal("plan", status="accepted", status_note="So."), NO("plan")),
        ["warning status-differs"],
    ),
    (
        "a status that differs from a day to come",
        (proposal("plan", status="open", status_note="So."), YES("plan", date="2025-06-02")),
        [],
    ),
    # answers
    ("an answer of the proposer", (proposal("plan"), NO("plan", "a")), ["warning own-proposal"]),
    (
        "an answer of the proposer's spokesman",
        (actor("a"), actor("aide", "person", speaks_for="a"), brief(proposal("plan"), YES("plan", ("b", "aide")))),
        ["warning own-proposal"],
    ),
    (
        "an answer of a member to its group's proposal",
        (actor("club", "group", members="b"), brief(proposal("plan", "club"), YES("plan"))),
        [],
    ),
    ("a no to a warning", (proposal("plan", kind="warning"), NO("plan")), []),
    ("a yes to a decision", (proposal("plan", kind="decision"), YES("plan")), []),
    ("an answer wanted of nobody", (proposal("plan", to=(), answer_by="2025-07-01"),), ["warning nobody-asked"]),
    ("a decision with a day", (proposal("plan", to=(), answer_by="2025-07-01", kind="decision"),), []),
    (
        "a condition that was met",
        (proposal("plan"), proposal("p"), YES("p"), NO("plan", unless="p")),
        ["warning condition-met"],
    ),
    (
        "a condition that was met for two at once",
        (proposal("plan", to=("b", "c")), proposal("p"), YES("p"), YES("plan", ("b", "c"), if_="p")),
        ["warning condition-met"],
    ),
    (
        "a condition that was met of what is withdrawn",
        (proposal("plan", withdrawn="2025-05-20"), proposal("p"), YES("p"), NO("plan", unless="p")),
        [],
    ),
    # steps
    ("a step overdue", (step("talks"),), ["warning step-overdue"]),
    ("a step to come", (step("talks", "2025-06-01"),), []),
    (
        "a step that came early",
        (step("talks", outcome=outcome("done", "2025-05-14")),),
        ["warning outcome-before-step"],
    ),
    (
        "a deadline that was met early",
        (step("talks", certainty="deadline", outcome=outcome("done", "2025-05-14")),),
        [],
    ),
    ("a step cancelled in advance", (step("talks", outcome=outcome("cancelled", "2025-05-14")),), []),
    (
        "a step to come cancelled without a date",
        (step("talks", "2025-07", outcome=outcome("cancelled")),),
        ["warning outcome-undated"],
    ),
    ("a step whose end is dated later", (step("talks", "2025-07", outcome=outcome("cancelled", "2025-06-20")),), []),
    ("a step that was, without a date", (step("talks", outcome=outcome("done")),), []),
    (
        "a step done without what it needs",
        (proposal("p"), step("talks", needs="p", outcome=outcome("done", "2025-05-15"))),
        ["warning outcome-without-needs"],
    ),
    (
        "a step done with what it needs",
        (proposal("p"), YES("p"), step("talks", needs=("p", "a room"), outcome=outcome("done", "2025-05-15"))),
        [],
    ),
    (
        "a step cancelled without what it needs",
        (proposal("p"), step("talks", needs="p", outcome=outcome("cancelled"))),
        [],
    ),
    # briefs
    ("a brief to be reviewed", (brief(review_by="2025-05-31"),), ["warning review-due"]),
    ("a brief to be reviewed today", (brief(review_by="2025-06-01"),), []),
    ("a brief expired", (brief(expires="2025-05-31"),), ["warning brief-expired"]),
    (
        "a brief expired needs no review",
        (brief(expires="2025-05-31", review_by="2025-05-01"),),
        ["warning brief-expired"],
    ),
    ("a brief that expires today", (brief(expires="2025-06-01"),), []),
    # references to nothing are the reader's
    ("an answer to nothing", (NO("nothing", unless="nothing", instead="nothing"),), []),
    ("a proposal that replaces nothing", (proposal("plan", replaces="nothing", unless="nothing"),), []),
]


@pytest.mark.parametrize(("parts", "expected"), [pytest.param(*row, id=name) for name, *row in CASES])
def test_an_editor_is_told(parts, expected):
    assert codes(*parts) == expected


def test_mistakes_in_what_is_dated_later_are_told_at_once():
    parts = (brief(proposal("plan", date="2025-07-02"), NO("plan", date="2025-07-01"), published="2025-07-01"),)

    assert codes(*parts) == ["error answer-before-proposal"]


def test_what_is_due_goes_by_the_day():
    parts = (brief(step("talks"), review_by="2025-05-20"),)

    assert codes(*parts, today="2025-05-15") == []
    assert codes(*parts, today="2025-05-16") == ["warning step-overdue"]
    assert codes(*parts, today="2025-05-21") == ["warning review-due", "warning step-overdue"]


@pytest.mark.parametrize(
    ("parts", "keys", "key"),
    [
        pytest.param(
            (proposal("plan"), NO("plan", date="2025-05-09")), ("rejections.0.date", "rejections.0"), 0, id="the key"
        ),
        pytest.param(
            (proposal("plan"), NO("plan", date="2025-05-09")), ("rejections.0", "rejections"), 0, id="else the item"
        ),
        pytest.param((proposal("plan"), NO("plan", date="2025-05-09")), ("what", "rejections"), 1, id="else its list"),
        pytest.param((proposal("plan"), NO("plan", date="2025-05-09")), ("what",), None, id="else the file"),
        pytest.param(
            (proposal("plan"), YES("plan"), YES("plan", if_="plan")),
            ("acceptances.0.if", "acceptances.1.if"),
            1,
            id="if",
        ),
        pytest.param((proposal("plan"), NO("plan", unless="plan")), ("rejections.0.unless",), 0, id="unless"),
        pytest.param((proposal("plan"), SAYS("plan", "a")), ("reactions.0.by",), 0, id="by"),
        pytest.param((proposal("plan", status="open"),), ("proposals.plan", "proposals.plan.status"), 1, id="status"),
        pytest.param((step("talks"),), ("next_steps", "next_steps.talks", "next_steps.talks.date"), 1, id="a step"),
        pytest.param((step("a", needs="a", date="2026"),), ("next_steps.a", "next_steps.a.needs"), 1, id="needs"),
        pytest.param(
            (step("a", outcome=outcome("done", "2025-05-01")),),
            ("next_steps.a.outcome", "next_steps.a.outcome.date"),
            1,
            id="outcome",
        ),
        pytest.param((actor("x", speaks_for="x"),), ("actors.x", "actors.x.speaks_for"), 1, id="an actor of the brief"),
    ],
)
def test_a_problem_stands_where_it_was_typed(parts, keys, key):
    places = {name: (at + 1, 7) for at, name in enumerate(keys)}
    (problem,) = problems(brief(*parts, places=places))

    assert str(problem.place) == f"briefs/story.yaml:{f'{key + 1}:7' if key is not None else '1:1'}"


def test_shared_actors_have_a_file_of_their_own():
    (problem,) = problems(actor("b", speaks_for="b"), brief())

    assert (problem.place.file, problem.place.line) == ("briefs/actors.yaml", 0)


def test_a_brief_is_told_at_its_key():
    parts = [brief(**{key: "2025-05-01"}, places={key: (4, 12)}) for key in ("expires", "review_by")]

    assert [problems(part)[0].place.line for part in parts] == [4, 4]


def test_problems_come_in_the_order_of_files_and_lines():
    told = problems(
        brief(step("b"), step("a"), proposal("plan", status="open")),
        brief(step("other/z"), slug="other"),
    )

    assert [(it.place.file, it.place.line) for it in told] == [
        ("briefs/other.yaml", 10),
        ("briefs/story.yaml", 10),
        ("briefs/story.yaml", 11),
        ("briefs/story.yaml", 12),
    ]


def test_a_circle_names_everyone_in_it_in_order():
    (problem,) = problems(
        proposal("one", replaces="two"), proposal("two", replaces="three"), proposal("three", replaces="one")
    )

    assert '"one" -> "two" -> "three" -> "one"' in problem.found


def test_a_very_long_circle_is_told_in_short():
    ring = [proposal(f"p{at}", replaces=f"p{(at + 1) % 2000}") for at in range(2000)]
    (problem,) = problems(*ring)

    assert problem.found.endswith(
        'circle: "p0" -> "p1" -> "p2" -> "p3" -> "p4" -> "p5" -> "p6" -> ... (1992 more) -> "p1999" -> "p0"'
    )


def test_messages_read_as_sentences():
    told = problems(proposal("plan"), NO("plan", date="2025-05-09", unless="plan"), step("talks"))

    assert [f"{it.found}; {it.expected}" for it in told] == [
        'an answer of 2025-05-09 to "plan", which is dated 2025-05-10; '
        'correct one of the dates, or the proposal under "of"',
        'an answer to "plan" that hangs on "plan"; name another proposal or step, or write the condition as a phrase',
        '"talks" was due 2025-05-15 and has no outcome; add its "outcome", such as outcome: {result: done}',
    ]


def test_an_update_says_that_a_brief_knows_of_later_things():
    whole = library(brief(NO("plan"), proposal("plan"), update("2025-05-11")))
    assert not [it for it in doubts(whole, found(whole)) if it.code == "update-missing"]


@pytest.mark.parametrize(
    ("given", "day", "told"),
    [
        ({}, "2025-05-11", True),
        ({}, "2025-05-10", False),  # the answer is not known yet
        ({"as_of": "2025-05-12"}, "2025-05-12", False),
        ({"as_of": "2025-05"}, "2025-05-12", False),
        ({"as_of": "2025-05-09"}, "2025-05-12", True),
    ],
)
def test_a_brief_that_tells_of_later_things_than_it_says_it_knows_is_told(given, day, told):
    whole = library(brief(proposal("plan"), NO("plan"), step("talks", "2025-05-09"), published="2025-05-10", **given))
    problems = [it for it in doubts(whole, found(whole, day)) if it.code == "update-missing"]
    assert [it.found for it in problems] == (
        [f"something dated 2025-05-11, but readers are told that this brief ends on {whole.briefs['story'].updated}"]
        if told
        else []
    )


def test_a_circle_of_shared_actors_is_told_at_its_line_of_the_shared_file():
    whole = replace(library(actor("b", speaks_for="b"), brief()), places={"actors.b.speaks_for": (7, 15)})

    (problem,) = doubts(whole, found(whole))

    assert str(problem.place) == "briefs/actors.yaml:7:15"
