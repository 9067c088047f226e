"""The library as it stood on a day."""

import pytest
from msgspec.structs import replace

from parley.derive import library_as_of
from parley.model.brief import Reference
from parley.model.keys import Kind
from tests.derive.builders import (
    acceptance,
    actor,
    brief,
    correction,
    event,
    library,
    on,
    outcome,
    proposal,
    reaction,
    rejection,
    source,
    step,
    update,
)
from tests.derive.stories import plan

DAY = "2025-05-15"


def as_of(*parts, today=DAY):
    return library_as_of(library(*parts), on(today))


def story(*items, today=DAY, **given):
    """The brief ``story`` of ``items`` as of the day."""
    return as_of(brief(*items, **given), today=today).briefs["story"]


@pytest.mark.parametrize(
    ("date", "kept"),
    [
        pytest.param("2025-05-14", True, id="the day before"),
        pytest.param("2025-05-15", True, id="the day"),
        pytest.param("2025-05-16", False, id="the day after"),
        pytest.param("2025-05-15T23:59-10:00", True, id="a time counts by the day as typed"),
        pytest.param("2025-05-16T00:30+03:00", False, id="even where it is still the day before elsewhere"),
        pytest.param("2025-05", True, id="the month"),
        pytest.param("2025-06", False, id="the month after"),
        pytest.param("2025-05~", True, id="about the month"),
        pytest.param("2025", True, id="the year"),
        pytest.param("2026", False, id="the year after"),
        pytest.param("2025-05-10/2025-05-20", True, id="a span that has begun"),
        pytest.param("2025-05-16/2025-05-20", False, id="a span to come"),
        pytest.param("2025-05-15/..", True, id="an open span"),
    ],
)
def test_what_is_dated_is_kept_from_its_first_day_on(date, kept):
    found = story(
        proposal("plan"),
        proposal("dated", date=date),
        rejection("plan", date=date),
        acceptance("plan", date=date),
        reaction("plan", date=date),
        event(date),
        update(date),
        correction(date),
        source("paper", date),
        step("talks", outcome=outcome("done", date)),
    )

    there = [
        "dated" in found.proposals,
        bool(found.rejections),
        bool(found.acceptances),
        bool(found.reactions),
        bool(found.events),
        bool(found.updates),
        bool(found.corrections),
        "paper" in found.sources,
        found.next_steps["talks"].outcome is not None,
    ]
    assert there == [kept] * len(there)
    assert ("story" in as_of(brief(published=date)).briefs) is kept


@pytest.mark.parametrize(
    ("given", "field", "expected"),
    [
        pytest.param({"withdrawn": "2025-05-15"}, "withdrawn", "2025-05-15", id="withdrawn on the day"),
        pytest.param({"withdrawn": "2025-05-16"}, "withdrawn", "None", id="withdrawn the day after"),
        pytest.param({"answer_by": "2025-06-01"}, "answer_by", "2025-06-01", id="a deadline is a plan"),
        pytest.param({"status": "lapsed", "status_note": "So."}, "status", "lapsed", id="an override has no date"),
        pytest.param({"replaces": "later"}, "replaces", "()", id="replaces nothing that is to come"),
        pytest.param({"about": ("later", "plan")}, "about", "('story/plan',)", id="about nothing that is to come"),
        pytest.param({"source": ("late", "early")}, "source", "('story/early',)", id="known from no source to come"),
    ],
)
def test_a_proposal_keeps_only_what_was_known(given, field, expected):
    found = story(
        proposal("made", **given),
        proposal("plan"),
        proposal("later", date="2025-05-20"),
        source("early", "2025-05-01"),
        source("late", "2025-05-20"),
    )

    assert str(getattr(found.proposals["made"], field)) == expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param({}, True, id="a step goes with its brief"),
        pytest.param({"date": "2026-01"}, True, id="its own date is a plan"),
        pytest.param({"about": "later"}, False, id="about what was not proposed yet"),
        pytest.param({"about": ("later", "plan")}, True, id="about one that was"),
        pytest.param({"source": "late"}, False, id="known from what had not appeared yet"),
        pytest.param({"source": ("late", "early")}, True, id="known from one that had"),
        pytest.param({"source": ("late", "undated")}, True, id="known from one without a date"),
        pytest.param({"about": "plan", "source": "late"}, False, id="about what was, but known only later"),
    ],
)
def test_a_step_is_there(given, expected):
    found = story(
        step("talks", **given),
        proposal("plan"),
        proposal("later", date="2025-05-20"),
        source("early", "2025-05-01"),
        source("late", "2025-05-20"),
        source("undated"),
    )

    assert ("talks" in found.next_steps) is expected


@pytest.mark.parametrize(
    ("date", "ended", "kept"),
    [
        pytest.param("2025-05-15", "", True, id="without a date: the step's day"),
        pytest.param("2025-05-16", "", False, id="without a date: the day before the step's"),
        pytest.param("2025-05", "", False, id="without a date: the step's month is not over"),
        pytest.param("2025-04", "", True, id="without a date: the step's month is over"),
        pytest.param("2025-05-15/..", "", True, id="without a date: an open span has begun"),
        pytest.param("2025-05-16/..", "", False, id="without a date: an open span is to come"),
        pytest.param("2025-07-01", "2025-05-15", True, id="cancelled in advance"),
        pytest.param("2025-05-01", "2025-05-16", False, id="ended after the day"),
    ],
)
def test_an_outcome_is_known(date, ended, kept):
    found = story(step("talks", date, outcome=outcome("cancelled", ended)))

    assert bool(found.next_steps["talks"].outcome) is kept


def test_no_reference_to_what_is_left_out_remains():
    found = story(
        proposal("plan"),
        proposal("second-try", date="2025-05-20"),
        proposal("threat", kind="warning", unless="second-try"),
        rejection("plan", instead="second-try", unless=("second-try", "the rain stops"), source=("late", "early")),
        acceptance("plan", if_=("second-try", "plan"), source="late"),
        rejection("second-try", date="2025-05-11"),
        step(
            "talks", "2025-05-14", needs=("second-try", "hearing"), outcome=outcome("done", "2025-05-14", source="late")
        ),
        step("hearing", about="second-try"),
        event("2025-05-10", source="late"),
        update("2025-05-12", changed=("second-try", "hearing", "late", "plan", "what")),
        correction("2025-05-12", where="second-try"),
        correction("2025-05-12", where="plan"),
        source("early", "2025-05-01"),
        source("late", "2025-05-20"),
    )

    def told(conditions):
        return [(it.ref, it.text) for it in conditions]

    (no,), (yes,) = found.rejections, found.acceptances
    assert (no.of, no.instead, no.source) == ("story/plan", (), ("story/early",))
    assert told(no.unless) == [("", "second try"), ("", "the rain stops")]
    assert (told(yes.if_), yes.source) == ([("", "second try"), ("story/plan", "")], ())
    assert told(found.proposals["threat"].unless) == [("", "second try")]
    assert told(found.next_steps["talks"].needs) == [("", "second try"), ("", "hearing")]
    assert found.next_steps["talks"].outcome.source == ()
    assert found.events[0].source == ()
    assert found.updates[0].changed == ("story/plan", "story/what")
    assert [it.where for it in found.corrections] == ["", "story/plan"]


def test_an_id_that_still_names_something_else_stays():
    found = story(
        proposal("talks", date="2025-05-20"),
        step("talks"),
        proposal("plan"),
        acceptance("plan", if_="talks"),
        update("2025-05-12", changed="talks"),
    )

    assert found.acceptances[0].if_[0].ref == "story/talks"
    assert found.updates[0].changed == ("story/talks",)


def test_a_reference_to_nothing_at_all_is_left_to_the_reader_of_the_files():
    found = story(
        proposal("plan"), acceptance("plan", if_="typo"), rejection("tpyo", instead="typo"), event("2025-05-20")
    )

    assert (found.acceptances[0].if_[0].ref, found.rejections[0].instead) == ("story/typo", ("story/typo",))


def test_mentions_of_what_is_left_out_are_forgotten():
    mentions = tuple(
        Reference(kind=kind, to=to, line=1, column=1)
        for kind, to in (
            (Kind.PROPOSAL, "story/later"),
            (Kind.PROPOSAL, "story/plan"),
            (Kind.CONDITION, "story/later"),
            (Kind.ITEM, "story/later"),
            (Kind.SOURCE, "story/late"),
            (Kind.BRIEF, "other"),
            (Kind.ACTOR, "a"),
        )
    )
    found = as_of(
        brief(
            proposal("plan"), proposal("later", date="2025-05-20"), source("late", "2025-05-20"), references=mentions
        ),
        brief(slug="other", published="2025-05-20"),
    )

    assert [(it.kind, it.to) for it in found.briefs["story"].references] == [
        (Kind.PROPOSAL, "story/plan"),
        (Kind.ACTOR, "a"),
    ]


def test_a_brief_that_is_not_out_takes_everything_in_it_along():
    parts = (
        brief(
            proposal("plan", by="inline"),
            acceptance("plan", if_="other/far"),
            step("talks", about="other/far"),
            update("2025-05-12", changed=("other/far", "other/paper", "plan")),
        ),
        brief(
            actor("secret", "person"),
            actor("inline", "person", speaks_for="patron"),
            actor("patron", "person", members=("secret", "b")),
            proposal("other/far", date="2025-05-01"),
            acceptance("story/plan", date="2025-05-12", brief="other"),
            step("other/visit"),
            source("other/paper", "2025-05-01"),
            slug="other",
            published="2025-05-16",
        ),
    )
    found = as_of(*parts)

    assert list(found.briefs) == ["story"]
    assert list(found.proposals) == ["story/plan"]
    assert list(found.steps) == []
    assert found.briefs["story"].updates[0].changed == ("story/plan",)
    assert [(it.word, it.conditions[0].text) for it in found.answers["story/plan"]] == [("accepts-if", "far")]
    assert as_of(*parts, today="2025-05-16") == library(*parts)


@pytest.mark.parametrize(
    "items",
    [
        pytest.param((proposal("plan", by="inline"),), id="as proposer"),
        pytest.param((proposal("plan", to="inline"),), id="as asked"),
        pytest.param((proposal("plan"), acceptance("plan", by="inline")), id="as speaker"),
        pytest.param((proposal("plan"), acceptance("plan", for_="inline")), id="as spoken for"),
        pytest.param((step("talks", who="inline"),), id="in a step"),
        pytest.param((event("2025-05-10", who="inline"),), id="in an event"),
        pytest.param((actor("own", "person", speaks_for="inline"),), id="as the side of the brief's own actor"),
    ],
)
def test_an_actor_stays_who_is_named(items):
    found = as_of(brief(*items), brief(actor("inline", "person"), slug="other", published="2025-05-16"))

    assert found.actors["inline"].brief == ""


def test_an_actor_stays_whose_part_is_told():
    found = as_of(
        brief(who={"inline": "Hosts."}), brief(actor("inline", "person"), slug="other", published="2025-05-16")
    )

    assert "inline" in found.actors


def test_the_members_of_a_group_stay_who_belong_to_briefs_that_are_out():
    found = as_of(
        actor("club", "group", members=("own", "gone")),
        brief(actor("own", "person")),
        brief(actor("gone", "person"), slug="other", published="2025-05-16"),
    )

    assert found.actors["club"].members == ("own",)


def test_an_actor_of_a_brief_that_is_not_out_stays_where_another_brief_names_it():
    found = as_of(
        actor("club", "group", members=("secret", "b")),
        brief(proposal("plan", by="inline")),
        brief(
            actor("secret", "person"),
            actor("inline", "person", speaks_for="patron"),
            actor("patron", "person", part_of="secret"),
            slug="other",
            published="2025-05-16",
        ),
    )

    assert sorted(found.actors) == ["b", "club", "inline", "patron"]
    assert {it.brief for it in found.actors.values()} == {""}
    assert found.actors["club"].members == ("b",)
    assert found.actors["patron"].part_of == ()
    assert found.side("inline") == "patron"


def test_actors_of_briefs_that_are_out_stay():
    found = as_of(brief(actor("inline", "person"), event("2025-05-20")))

    assert found.actors["inline"].brief == "story"
    assert found.briefs["story"].actors == {"inline": found.actors["inline"]}


def test_lists_move_up_with_their_places():
    found = story(
        proposal("plan"),
        rejection("plan", date="2025-05-20"),
        rejection("plan", date="2025-05-12"),
        source("late", "2025-05-20"),
        places={
            "what": (1, 1),
            "proposals.plan": (5, 3),
            "rejections": (6, 3),
            "rejections.0": (7, 5),
            "rejections.0.date": (8, 5),
            "rejections.1": (9, 5),
            "rejections.1.date": (10, 5),
            "sources.late": (12, 3),
            "sources.late.date": (13, 3),
        },
    )

    assert [it.at for it in found.rejections] == [0]
    assert found.places == {
        "what": (1, 1),
        "proposals.plan": (5, 3),
        "rejections": (6, 3),
        "rejections.0": (9, 5),
        "rejections.0.date": (10, 5),
    }


@pytest.mark.parametrize(
    ("as_of", "kept"), [("2025-05-15", True), ("2025-05-16", False)], ids=["known by then", "not known by then"]
)
def test_how_far_the_page_knows(as_of, kept):
    assert bool(story(as_of=as_of).as_of) is kept


def test_reviews_and_ends_are_plans():
    found = story(event("2025-05-20"), review_by="2025-06-01", expires="2025-07-01")

    assert (found.review_by.text, found.expires.text) == ("2025-06-01", "2025-07-01")


def test_a_source_was_not_read_before_it_was_read():
    found = story(source("paper", "2025-05-01", accessed="2025-05-20"))

    assert found.sources["paper"].accessed is None


@pytest.mark.parametrize(
    "items",
    [
        (proposal("later", date="2025-05-20"),),
        (proposal("taken-back", withdrawn="2025-05-20"),),
        (rejection("other/plan", date="2025-05-20"),),
        (acceptance("other/plan", date="2025-05-20"),),
        (reaction("other/plan", date="2025-05-20"),),
        (step("done", outcome=outcome("done", "2025-05-20")),),
        (step("undated", "2025-05-20", outcome=outcome("done")),),
        (event("2025-05-20"),),
        (source("paper", "2025-05-20"),),
        (source("read", accessed="2025-05-20"),),
        (update("2025-05-20"),),
        (correction("2025-05-20"),),
    ],
    ids=lambda items: type(items[0]).__name__,
)
def test_a_single_later_thing_of_any_sort_is_seen(items):
    whole = library(brief(*items), brief(proposal("other/plan"), slug="other"))
    found = library_as_of(whole, on(DAY))

    assert found.briefs["story"] != whole.briefs["story"]
    assert found.briefs["other"] is whole.briefs["other"]


def test_the_actors_of_a_brief_stay_the_same_objects_when_those_of_another_go():
    whole = library(brief(actor("x")), brief(actor("y"), slug="other", published="2025-05-20"))

    assert library_as_of(whole, on(DAY)).briefs["story"] is whole.briefs["story"]


def test_a_library_with_nothing_later_is_the_same_object():
    whole = plan(
        brief(
            proposal("plan", answer_by="2025-12-01"),
            step("far", "2026-01"),
            slug="story",
            review_by="2026-01-01",
            expires="2027-01-01",
        )
    )

    assert library_as_of(whole, on("2025-06-01")) is whole


def test_briefs_that_are_not_touched_are_the_same_objects():
    kept = (proposal("plan"), rejection("plan"), acceptance("plan", date="2025-05-12"), acceptance("plan", by="c"))
    whole = library(brief(*kept), brief(event("2025-05-20"), slug="other"))
    found = library_as_of(whole, on(DAY))

    assert found.briefs["story"] is whole.briefs["story"]
    assert found.briefs["other"] == replace(whole.briefs["other"], events=(), places={"published": (2, 1)})
