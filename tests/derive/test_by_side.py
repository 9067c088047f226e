"""The positions of each side, and of a member's groups."""

from tests.derive.builders import acceptance, actor, brief, found, library, proposal, reaction, rejection


def rows(*parts, of="b"):
    return [(it.proposal.partition("/")[2], it.word) for it in found(library(*parts)).by_side.get(of, ())]


def test_the_newest_answer_comes_first_and_then_what_has_no_answer_newest_proposal_first():
    assert rows(
        proposal("old"),
        proposal("new", date="2025-05-20"),
        proposal("silent-old", date="2025-05-01"),
        proposal("silent-new", date="2025-05-25"),
        rejection("old", date="2025-05-28"),
        acceptance("new", date="2025-05-21"),
    ) == [("old", "rejects"), ("new", "accepts"), ("silent-new", "no-answer"), ("silent-old", "no-answer")]


def test_answers_of_one_day_go_by_the_proposals_id():
    items = (proposal("y"), proposal("x"), acceptance("y"), rejection("x"))

    assert rows(*items) == [("x", "rejects"), ("y", "accepts")]


def test_a_reported_silence_does_not_make_an_old_answer_new():
    items = (
        proposal("x"),
        proposal("y"),
        acceptance("x", date="2025-05-11"),
        acceptance("y", date="2025-05-12"),
        reaction("x", date="2025-05-13", stance="silent"),
    )

    assert rows(*items) == [("y", "accepts"), ("x", "accepts")]


def test_third_parties_have_rows_and_those_who_said_nothing_have_none():
    items = (proposal("plan"), reaction("plan", "c", stance="supports"))

    assert rows(*items, of="c") == [("plan", "supports")]
    assert "a" not in found(library(*items)).by_side


def test_a_side_has_the_rows_of_those_who_speak_for_it_and_they_have_none():
    parts = (actor("b"), actor("envoy", "person", speaks_for="b"), brief(proposal("plan"), rejection("plan", "envoy")))

    assert rows(*parts) == [("plan", "rejects")]
    assert rows(*parts, of="envoy") == []


def test_a_member_is_shown_what_its_groups_and_the_groups_of_those_have_answered():
    by_group = found(
        library(
            actor("world", "group", members="union"),
            actor("union", "group", members=("b", "c")),
            actor("club", "group", members="b"),
            actor("idle", "group", members="d"),
            brief(
                proposal("plan", to=("union", "b")),
                rejection("plan", "union", "2025-05-12"),
                acceptance("plan", "b"),
                reaction("plan", "world", "2025-05-13", stance="opposes"),
                reaction("plan", "club", "2025-05-11", stance="supports"),
            ),
        )
    ).by_group

    assert {member: [it.side for it in rows] for member, rows in by_group.items()} == {
        "b": ["world", "union", "club"],
        "c": ["world", "union"],
        "union": ["world"],
    }


def test_a_circle_of_groups_ends_where_it_closes():
    by_group = found(
        library(
            actor("one", "group", members=("two", "b")),
            actor("two", "group", members="one"),
            brief(proposal("plan", to=("one", "two"))),
        )
    ).by_group

    assert {member: [it.side for it in rows] for member, rows in by_group.items()} == {
        "b": ["one", "two"],
        "one": ["two"],
        "two": ["one"],
    }


def test_what_a_group_says_for_another_side_is_not_shown_to_its_members():
    by_group = found(
        library(
            actor("b"),
            actor("council", "group", members="c", speaks_for="b"),
            brief(proposal("plan"), rejection("plan", "council")),
        )
    ).by_group

    assert by_group == {}
