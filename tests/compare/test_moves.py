"""Edits of a small story, and the moves that are told of them."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from parley.model.library import Library
from parley.model.page import plain
from parley.words.moves import told
from parley.words.named import Named
from tests.compare.versions import lines, moved, moved_by_days
from tests.derive.builders import (
    acceptance,
    actor,
    brief,
    correction,
    event,
    library,
    outcome,
    proposal,
    reaction,
    rejection,
    source,
    step,
    update,
)

PLAN = proposal("plan")
DEFERS = reaction("plan", date="2025-05-10")


def kinds(old: Library, new: Library) -> list[str]:
    return [f"{move.kind} {move.key}".strip() for move in moved(old, new)]


def change(*old: Any, to: tuple[Any, ...]) -> list[str]:
    return lines(library(*old), library(*to))


def test_a_new_answer_is_told_as_the_move_of_its_side_with_the_status_that_follows() -> None:
    no = rejection("plan", basis="implied")
    assert change(PLAN, DEFERS, to=(PLAN, DEFERS, no)) == [
        "B’s answer to “story/plan”: no decision yet → rejects (implied), on 11 May 2025",
        "Status of “story/plan”: open → rejected",
    ]


def test_a_person_s_answer_counts_for_the_side_and_names_the_speaker() -> None:
    envoy = actor("envoy", kind="person", speaks_for="b")
    yes = acceptance("plan", by="envoy")
    assert change(envoy, PLAN, to=(envoy, PLAN, yes))[0] == (
        "B’s answer to “story/plan”: no answer → accepts, by Envoy on 11 May 2025"
    )


def test_an_answer_that_is_not_the_latest_is_no_change_of_position() -> None:
    late = rejection("plan", date="2025-05-20")
    assert change(PLAN, late, to=(PLAN, late, DEFERS)) == [
        "One more answer of B to “story/plan”, not the latest: no decision yet, on 10 May 2025"
    ]


def test_a_third_party_s_view_is_told_without_an_answer_before() -> None:
    third = actor("c")
    assert change(third, PLAN, to=(third, PLAN, reaction("plan", by="c", stance="supports"))) == [
        "C’s answer to “story/plan”: supports, on 11 May 2025"
    ]


def test_an_answer_that_is_gone_is_told_with_what_counts_now() -> None:
    no = rejection("plan")
    assert change(PLAN, DEFERS, no, to=(PLAN, DEFERS)) == [
        "Removed: the answer of B to “story/plan” (11 May 2025), “rejects”; now B has “no decision yet”",
        "Status of “story/plan”: rejected → open",
    ]


def test_an_edit_of_an_answer_is_an_edit_and_not_one_more_answer() -> None:
    was = rejection("plan", why="Too dear.", quote="Never.")
    now = rejection("plan", why="Too late.", quote="Never.", date="2025-05-12")
    assert change(PLAN, was, to=(PLAN, now)) == [
        "The answer of B to “story/plan” (12 May 2025), date: 11 May 2025 → 12 May 2025",
        "The answer of B to “story/plan” (12 May 2025), reason given: “Too dear.” → “Too late.”",
    ]


def test_an_answer_put_into_another_list_is_told_otherwise() -> None:
    found = kinds(library(PLAN, rejection("plan", why="So.")), library(PLAN, acceptance("plan", why="So.")))
    assert found == ["status-changed", "answer-changed"]
    assert "B’s answer to “story/plan”, told otherwise: rejects → accepts, on 11 May 2025" in change(
        PLAN, rejection("plan", why="So."), to=(PLAN, acceptance("plan", why="So."))
    )


def test_answers_in_another_order_are_told() -> None:
    one, two = rejection("plan", by="b"), rejection("plan", by="c")
    assert change(PLAN, one, two, to=(PLAN, two, one)) == ["The answers stand in another order"]


def test_a_new_and_a_withdrawn_proposal() -> None:
    other = proposal("other", by="b", to="a", date="2025-05-20")
    assert change(PLAN, to=(PLAN, other)) == ["New proposal: “story/other”, by B to A, 20 May 2025"]
    assert change(PLAN, to=(proposal("plan", withdrawn="2025-05-30"),)) == [
        "Status of “story/plan”: open → withdrawn",
        "Proposal withdrawn: “story/plan”, on 30 May 2025",
    ]


def test_who_is_asked_is_told_by_who_came_and_who_went() -> None:
    others = actor("c"), actor("d")
    assert change(*others, proposal("plan", to=["b", "c"]), to=(*others, proposal("plan", to=["b", "d"]))) == [
        "Proposal “story/plan”, who is asked: D added, C taken out"
    ]


def test_a_step_is_postponed_brought_forward_and_over() -> None:
    first = step("talks", date="2025-06-15")
    assert change(PLAN, first, to=(PLAN, step("talks", date="2025-06-22"))) == [
        "Next step “story/talks” postponed: 15 June 2025 → 22 June 2025"
    ]
    assert change(PLAN, first, to=(PLAN, step("talks", date="2025-06-03"))) == [
        "Next step “story/talks” brought forward: 15 June 2025 → 3 June 2025"
    ]
    over = step("talks", date="2025-06-15", outcome=outcome(date="2025-05-16"))
    assert change(PLAN, first, to=(PLAN, over)) == ["Next step “story/talks”: happened on 16 May 2025"]


def test_a_condition_that_is_met_is_told() -> None:
    plan, talks = proposal("plan"), proposal("talks", by="b", to="a")
    wants = acceptance("plan", if_="talks")
    assert change(plan, talks, wants, to=(plan, talks, wants, acceptance("talks", by="a"))) == [
        "A’s answer to “story/talks”: no answer → accepts, on 11 May 2025",
        "Status of “story/talks”: open → accepted",
        "Condition met: “story/talks” has come about, on which B’s answer to “story/plan” hangs",
    ]


def test_a_deadlock_comes_and_goes() -> None:
    plan, talks = proposal("plan"), proposal("talks", by="b", to="a")
    one, other = acceptance("plan", if_="talks"), acceptance("talks", by="a", if_="plan")
    begun = change(plan, talks, one, to=(plan, talks, one, other))
    assert (
        "New deadlock: A would accept “story/talks” only if “story/plan” came first; "
        "B would accept “story/plan” only if “story/talks” came first"
    ) in begun
    over = change(plan, talks, one, other, to=(plan, talks, one, other, acceptance("talks", by="a", date="2025-05-20")))
    assert any(line.startswith("No longer a deadlock: A would accept") for line in over)


def test_who_speaks_for_whom_moves_the_answers_without_an_edit_of_them() -> None:
    yes = acceptance("plan", by="envoy")
    old = library(actor("envoy", kind="person", speaks_for="c"), actor("c"), PLAN, yes)
    new = library(actor("envoy", kind="person", speaks_for="b"), actor("c"), PLAN, yes)
    assert lines(old, new) == [
        "B’s answer to “story/plan”: no answer → accepts, by Envoy on 11 May 2025",
        "C’s answer to “story/plan”: accepts → no answer",
        "Status of “story/plan”: open → accepted",
        "Envoy now speaks for B, no longer for C",
    ]


def test_events_updates_corrections_and_sources() -> None:
    found = change(
        PLAN,
        event("2025-05-09"),
        source("paper"),
        to=(
            PLAN,
            event("2025-05-08"),
            event("2025-05-20", "The bridge falls."),
            source("paper", date="2025-05-01"),
            source("post"),
            update("2025-05-21"),
            correction("2025-05-22", "plan"),
        ),
    )
    assert found == [
        "New event, 20 May 2025: The bridge falls.",
        "Event of 8 May 2025, date: 9 May 2025 → 8 May 2025",
        "Correction added, 22 May 2025: Two.",
        "Update added, 21 May 2025: News.",
        "Source added: “post”",
        "Source “paper”, date: 1 May 2025 (new)",
    ]


def test_prose_is_told_by_how_many_sentences_changed() -> None:
    old = library(brief(PLAN, background="One stands. Two stands. Three stands. Four stands."))
    new = library(brief(PLAN, background="One stands. Two fell. Three stands. Four stands."))
    assert lines(old, new) == ["Background: 1 of 4 sentences changed"]
    new = library(brief(PLAN, background="One stands. All else is new. Quite new. And newer."))
    assert lines(old, new) == ["Background rewritten: 3 of 4 sentences changed"]
    new = library(brief(PLAN, background="One stands."))
    assert lines(old, new) == ["Background: 3 of 4 sentences changed"]
    new = library(brief(PLAN, background="One stands; two stands. Three stands. Four stands."))
    assert lines(old, new) == ["Background: marks or spaces changed, no word"]
    assert lines(library(brief(PLAN)), new) == [
        "Background added: “One stands; two stands. Three stands. Four stands.”"
    ]


def test_a_new_brief_is_one_move_and_so_is_one_that_is_gone() -> None:
    one, two = brief(PLAN), brief(proposal("two/idea"), step("two/late"), slug="two")
    assert lines(library(one), library(one, two)) == ["New brief, published 1 May 2025: 1 proposal, 1 next step"]
    assert lines(library(one, two), library(one)) == ["Brief removed: “two”"]


def test_ids_that_changed_are_one_move_each_and_no_change_of_what_refers_to_them() -> None:
    no = rejection("plan", source="paper")
    was = replace(
        brief(PLAN, no, source("paper"), step("talks", about="plan")), what="See [^paper], [[proposal:plan]]."
    )
    now = replace(
        was,
        proposals={"idea": replace(PLAN, id="story/idea")},
        rejections=(replace(was.rejections[0], of="story/idea", source=("story/post",)),),
        sources={"post": replace(was.sources["paper"], id="story/post")},
        next_steps={"talks": replace(was.next_steps["talks"], about=("story/idea",))},
        what="See [^post], [[proposal:idea]].",
    )
    assert lines(library(was), library(now)) == [
        "Proposal “story/plan” has another id: plan → idea",
        "Source “paper” has another id: paper → post",
    ]


def test_an_actor_with_another_id_is_the_same_actor() -> None:
    old = library(actor("a"), actor("boss", kind="person"), proposal("plan", by="boss"))
    new = library(actor("a"), replace(actor("boss", kind="person"), id="chief"), proposal("plan", by="chief"))
    assert kinds(old, new) == ["actor-renamed"]


def test_a_file_with_another_name_is_the_same_brief() -> None:
    was = brief(PLAN, rejection("plan"))
    now = replace(
        was,
        slug="tale",
        file="briefs/tale.yaml",
        aliases=("story",),
        proposals={"plan": replace(PLAN, id="tale/plan")},
        rejections=(replace(was.rejections[0], of="tale/plan"),),
    )
    assert lines(library(was), library(now)) == [
        "The file has another name: story.yaml → tale.yaml",
        "Earlier names of the file: story added",
    ]


def test_two_that_look_alike_are_not_taken_for_renamed() -> None:
    twins = [replace(proposal(name), title="One title") for name in ("one", "two")]
    others = [replace(proposal(name), title="One title") for name in ("three", "four")]
    assert sorted(kinds(library(*twins), library(*others))) == [
        "proposal-added",
        "proposal-added",
        "proposal-removed",
        "proposal-removed",
    ]


def test_the_settings_and_the_shared_actors_stand_last() -> None:
    old, new = library(PLAN, actor("a")), library(proposal("plan", note="So."), actor("a", role="Host"))
    new = replace(new, settings=replace(new.settings, name="The Desk"))
    assert lines(old, new) == [
        "Proposal “story/plan”, note added: “So.”",
        "A, role: “Host” (new)",
        "Setting “name”: “Parley” → “The Desk”",
    ]


def test_the_weightiest_brief_stands_first_and_all_are_in_one_order() -> None:
    small, big = brief(proposal("a1/x"), slug="a1"), brief(proposal("b1/y"), slug="b1")
    old = library(small, big)
    new = library(
        brief(proposal("a1/x", note="So."), slug="a1"),
        brief(proposal("b1/y"), rejection("b1/y", brief="b1"), slug="b1"),
    )
    assert [move.brief for move in moved(old, new)] == ["b1", "b1", "a1"]


def test_days_alone_make_answers_known_steps_overdue_and_proposals_lapse() -> None:
    whole = library(
        proposal("plan", answer_by="2025-05-14"),
        reaction("plan", date="2025-05-12"),
        step("talks", date="2025-05-13"),
    )
    found = moved_by_days(whole, "2025-05-11", "2025-05-20")
    assert [plain(told(move, Named(whole))) for move in found] == [
        "B’s answer to “story/plan”: no answer → no decision yet, on 12 May 2025",
        "Status of “story/plan”: open → lapsed",
        "Next step overdue: “story/talks” was due on 13 May 2025, and what happened is not recorded",
    ]
    assert moved_by_days(whole, "2025-05-15", "2025-05-20") == ()


def test_a_condition_whose_end_was_not_known_yet_is_no_move_by_itself() -> None:
    whole = library(
        proposal("plan"), acceptance("plan", if_="talks"), proposal("talks", by="b", to="a", date="2025-05-20")
    )
    assert [move.kind for move in moved_by_days(whole, "2025-05-15", "2025-05-25")] == ["proposal-added"]


def test_a_brief_that_is_due_for_review_is_told_on_that_day() -> None:
    whole = library(brief(PLAN, review_by="2025-05-14"))
    assert [move.kind for move in moved_by_days(whole, "2025-05-13", "2025-05-20")] == ["brief-review-due"]


def test_what_is_dated_later_than_the_day_is_told_all_the_same() -> None:
    later = rejection("plan", date="2025-07-01")
    assert change(PLAN, to=(PLAN, later)) == ["B’s answer to “story/plan”, dated ahead: rejects, on 1 July 2025"]
