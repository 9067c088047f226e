"""The eight rules of status, the first that fits, and their edges."""

import pytest

from tests.derive.builders import acceptance, actor, brief, proposal, reaction, rejection, standing

NO, YES, SAYS = rejection, acceptance, reaction
TWO = {"to": ("b", "c")}
RULES = [
    # 1 override
    ("override", {"status": "lapsed", "status_note": "Struck down."}, (YES("plan"),), "lapsed"),
    ("override goes before withdrawn", {"status": "open", "withdrawn": "2025-05-12"}, (), "open"),
    ("override of a warning", {"kind": "warning", "status": "withdrawn"}, (), "withdrawn"),
    # 2 withdrawn
    ("withdrawn", {"withdrawn": "2025-05-12"}, (), "withdrawn"),
    ("withdrawn on the day", {"withdrawn": "2025-06-01"}, (), "withdrawn"),
    ("withdrawn tomorrow", {"withdrawn": "2025-06-02"}, (), "open"),
    ("withdrawn some time in the month that has begun", {"withdrawn": "2025-06"}, (), "withdrawn"),
    ("withdrawn after a rejection", {"withdrawn": "2025-05-12"}, (NO("plan"),), "withdrawn"),
    ("withdrawn after an acceptance", {"withdrawn": "2025-05-12"}, (YES("plan"),), "withdrawn"),
    ("withdrawn before superseded", {"withdrawn": "2025-05-12"}, (proposal("new", replaces="plan"),), "withdrawn"),
    ("a warning withdrawn", {"kind": "warning", "withdrawn": "2025-05-12"}, (), "withdrawn"),
    # 3 superseded
    ("superseded", {}, (proposal("new", replaces="plan"),), "superseded"),
    ("superseded after a rejection", {}, (NO("plan"), proposal("new", replaces="plan")), "superseded"),
    ("superseded by what was withdrawn", {}, (proposal("new", replaces="plan", withdrawn="2025-05-20"),), "superseded"),
    ("replaced by what is to come", {}, (proposal("new", date="2025-06-02", replaces="plan"),), "open"),
    ("not superseded by itself", {"replaces": "plan"}, (), "open"),
    ("a decision superseded", {"kind": "decision"}, (proposal("new", replaces="plan"),), "superseded"),
    # warnings and decisions
    ("a warning is announced", {"kind": "warning"}, (), "announced"),
    ("a warning rejected is announced", {"kind": "warning"}, (NO("plan"),), "announced"),
    ("a decision accepted is announced", {"kind": "decision"}, (YES("plan"),), "announced"),
    ("a warning never lapses", {"kind": "warning", "answer_by": "2025-05-12"}, (), "announced"),
    ("an invitation expects an answer", {"kind": "invitation"}, (NO("plan"),), "rejected"),
    ("a demand expects an answer", {"kind": "demand"}, (YES("plan"),), "accepted"),
    # 4 rejected
    ("rejected", {}, (NO("plan"),), "rejected"),
    ("rejected unless", {}, (NO("plan", unless="x y"),), "rejected"),
    ("rejected by one of two", TWO, (YES("plan", "b"), NO("plan", "c")), "rejected"),
    ("rejected by one, the other silent", TWO, (NO("plan", "c"),), "rejected"),
    ("rejected after an acceptance", {}, (YES("plan"), NO("plan", date="2025-05-12")), "rejected"),
    ("rejected and silent since", {}, (NO("plan"), SAYS("plan", date="2025-05-12", stance="silent")), "rejected"),
    ("rejected and thinking again", {}, (NO("plan"), SAYS("plan", date="2025-05-12")), "open"),
    ("rejected after the deadline", {"answer_by": "2025-05-12"}, (NO("plan", date="2025-05-20"),), "rejected"),
    ("a third party's no decides nothing", {}, (NO("plan", "d"),), "open"),
    ("a third party's no against a yes", {}, (NO("plan", "d"), YES("plan")), "accepted"),
    ("nobody asked, one says no", {"to": ()}, (NO("plan", "d"), YES("plan", "c")), "rejected"),
    # 5 conditional
    ("conditional", {}, (YES("plan", if_="x y"),), "conditional"),
    ("conditional for one of two", TWO, (YES("plan", "b"), YES("plan", "c", if_="x y")), "conditional"),
    ("conditional for one, the other silent", TWO, (YES("plan", "c", if_="x y"),), "open"),
    ("conditional, then plain", {}, (YES("plan", if_="x y"), YES("plan", date="2025-05-12")), "accepted"),
    ("conditional though met", {}, (YES("plan", if_="other"), proposal("other"), YES("other")), "conditional"),
    # 6 accepted
    ("accepted", {}, (YES("plan"),), "accepted"),
    ("accepted after a rejection", {}, (NO("plan"), YES("plan", date="2025-05-12")), "accepted"),
    ("accepted by both", TWO, (YES("plan", "b"), YES("plan", "c")), "accepted"),
    ("accepted by both at once", TWO, (YES("plan", ("b", "c")),), "accepted"),
    ("accepted by one of two", TWO, (YES("plan", "b"),), "open"),
    ("accepted after the deadline", {"answer_by": "2025-05-12"}, (YES("plan", date="2025-05-20"),), "accepted"),
    ("support of a side asked is no yes", {}, (SAYS("plan", stance="supports"),), "open"),
    ("opposition of a side asked is no no", {}, (SAYS("plan", stance="opposes"),), "open"),
    ("nobody asked, one says yes", {"to": ()}, (YES("plan", "d"),), "accepted"),
    ("nobody asked, the proposer says yes", {"to": ()}, (YES("plan", "a"),), "open"),
    ("the proposer's own yes is not needed", {"to": ("a", "b")}, (YES("plan", "b"),), "accepted"),
    # 7 lapsed
    ("the day before the deadline", {"answer_by": "2025-06-02"}, (), "open"),
    ("on the day of the deadline", {"answer_by": "2025-06-01"}, (), "open"),
    ("the day after the deadline", {"answer_by": "2025-05-31"}, (), "lapsed"),
    ("a deadline with a time ends with its day", {"answer_by": "2025-06-01T09:00"}, (), "open"),
    ("a deadline of a month ends with it", {"answer_by": "2025-06"}, (), "open"),
    ("a deadline of a month that is over", {"answer_by": "2025-05"}, (), "lapsed"),
    ("an open span is no deadline", {"answer_by": "2025-05-12/.."}, (), "open"),
    ("lapsed with one of two", {**TWO, "answer_by": "2025-05-12"}, (YES("plan", "b"),), "lapsed"),
    ("lapsed while thinking", {"answer_by": "2025-05-12"}, (SAYS("plan"),), "lapsed"),
    ("lapsed in reported silence", {"answer_by": "2025-05-12"}, (SAYS("plan", stance="silent"),), "lapsed"),
    ("nobody asked cannot lapse", {"to": (), "answer_by": "2025-05-12"}, (), "open"),
    # 8 open
    ("open", {}, (), "open"),
    ("open while thinking", {}, (SAYS("plan"),), "open"),
    ("nobody asked", {"to": ()}, (), "open"),
]


@pytest.mark.parametrize(("given", "items", "status"), [pytest.param(*row, id=name) for name, *row in RULES])
def test_the_status_is(given, items, status):
    assert standing(proposal("plan", **given), *items).status == status


@pytest.mark.parametrize(
    ("given", "items", "waiting_for", "accepted_by", "rejected_by"),
    [
        pytest.param(TWO, (), ("b", "c"), (), (), id="nobody has answered"),
        pytest.param(TWO, (YES("plan", "c", if_="x y"),), ("b",), ("c",), (), id="one accepts with conditions"),
        pytest.param(TWO, (NO("plan", "b"), SAYS("plan", "c")), ("c",), (), ("b",), id="one rejects, one defers"),
        pytest.param({}, (SAYS("plan", stance="silent"),), ("b",), (), (), id="silence is waited for"),
        pytest.param({}, (SAYS("plan", stance="supports"),), ("b",), (), (), id="support is waited for"),
        pytest.param({"to": ()}, (), (), (), (), id="nobody is asked"),
        pytest.param({"kind": "warning"}, (NO("plan"),), (), (), ("b",), id="a warning waits for nobody"),
        pytest.param({"kind": "warning"}, (SAYS("plan"),), (), (), (), id="nor for one who thinks about it"),
        pytest.param({}, (YES("plan", "d"),), ("b",), (), (), id="third parties are in none of these"),
    ],
)
def test_the_sides_are_split(given, items, waiting_for, accepted_by, rejected_by):
    found = standing(proposal("plan", **given), *items)

    assert (found.waiting_for, found.accepted_by, found.rejected_by) == (waiting_for, accepted_by, rejected_by)


def test_an_override_keeps_what_the_answers_say_and_their_evidence():
    found = standing(proposal("plan", status="open", status_note="A slip."), NO("plan"))

    assert (found.status, found.rule, found.derived) == ("open", "override", "rejected")
    assert [answer.word for answer in found.deciding] == ["rejects"]


def test_the_deciding_answers_stand_in_the_order_of_the_sides_and_are_the_latest():
    found = standing(
        proposal("plan", to=("c", "b")),
        NO("plan", "b", "2025-05-11"),
        NO("plan", "c", "2025-05-12"),
        NO("plan", "b", "2025-05-13"),
    )

    assert [(it.by, it.date.text) for it in found.deciding] == [(("c",), "2025-05-12"), (("b",), "2025-05-13")]


@pytest.mark.parametrize("given", [{"withdrawn": "2025-05-20"}, {"answer_by": "2025-05-12", "to": ("b", "c")}])
def test_what_dates_decide_has_no_deciding_answers(given):
    assert standing(proposal("plan", **given), YES("plan", "b")).deciding == ()


def test_counter_proposals_are_those_of_rejections_in_force():
    found = standing(
        proposal("plan", to=("b", "c")),
        proposal("old", "b", "a"),
        proposal("new", "b", "a"),
        proposal("theirs", "d", "a"),
        NO("plan", "b", "2025-05-11", instead="old"),
        NO("plan", "b", "2025-05-12", instead="new"),
        NO("plan", "c", "2025-05-12", instead="new"),
        NO("plan", "d", "2025-05-12", instead="theirs"),
    )

    assert found.countered_with == ("story/new",)


def test_a_counter_proposal_knows_against_what_it_was_put_even_when_the_rejection_is_past():
    items = (proposal("plan"), proposal("new", "b", "a"), NO("plan", instead="new"), YES("plan", date="2025-05-12"))

    assert standing(*items, of="new").answers_to == ("story/plan",)
    assert standing(*items).countered_with == ()


def test_replacements_are_named_oldest_first():
    found = standing(
        proposal("plan"),
        proposal("a-later", replaces="plan", date="2025-05-20"),
        proposal("b-sooner", replaces="plan", date="2025-05-15"),
    )

    assert found.replaced_by == ("story/b-sooner", "story/a-later")


def test_a_speaker_of_a_speaker_answers_for_the_side_that_was_asked():
    found = standing(
        actor("b"),
        actor("envoy", "person", speaks_for="b"),
        actor("aide", "person", speaks_for="envoy"),
        brief(proposal("plan", to="envoy"), YES("plan", "aide")),
    )

    assert (found.status, found.accepted_by) == ("accepted", ("b",))


def test_an_answer_for_another_side_does_not_count_for_the_speakers_own():
    found = standing(proposal("plan", to=("b", "c")), YES("plan", "b", for_="c"))

    assert (found.accepted_by, found.waiting_for) == (("c",), ("b",))


def test_what_a_member_says_does_not_answer_for_the_group():
    found = standing(actor("club", "group", members="b"), brief(proposal("plan", to="club"), NO("plan", "b")))

    assert (found.status, found.waiting_for) == ("open", ("club",))
