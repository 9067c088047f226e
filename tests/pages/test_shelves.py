"""What belongs together is looked up by key, and is what a walk over everything would find."""

from __future__ import annotations

from parley.pages.desk import Desk
from parley.pages.here import topic_path
from tests.derive.builders import brief, correction, found, library, outcome, proposal, step
from tests.pages.conftest import desk_on


def desk_of(*parts: object, day: str = "2025-05-12") -> Desk:
    world = library(*parts)
    return Desk(world, found(world, day), desk_on("2025-05-12").dressing)


def test_a_topic_has_the_briefs_that_name_it_and_what_is_in_them(desk12: Desk) -> None:
    library_ = desk12.library
    assert desk12.subjects.keys() == desk12.topics.keys()
    for path, subject in desk12.subjects.items():
        slugs = {slug for slug, item in library_.briefs.items() if path in map(topic_path, item.topics)}
        assert set(subject.briefs) == slugs
        assert set(subject.proposals) == {id_ for id_, item in library_.proposals.items() if item.brief in slugs}
        assert list(subject.happenings) == [it for it in desk12.found.timeline if it.brief in slugs]
        assert set(subject.open) == {it for it in subject.proposals if desk12.found.standings[it].status == "open"}


def test_open_steps_come_before_overdue_ones_and_ended_ones_are_none() -> None:
    desk = desk_of(
        step("late", "2025-05-01"),
        step("later", "2025-05-03"),
        step("soon", "2025-05-15"),
        step("then", "2025-06-15"),
        step("over", "2025-05-02", outcome=outcome()),
    )
    told = [item.id.partition("/")[2] for item in desk.open_first(desk.library.steps.values())]
    assert told == ["soon", "then", "late", "later"]
    assert desk.first_coming == {"story": "story/soon"}


def test_the_cast_of_a_brief_is_everyone_who_is_involved_in_it(desk12: Desk) -> None:
    for slug in desk12.library.briefs:
        involved = [actor for actor, it in desk12.involved.items() if slug in it.briefs]
        assert list(desk12.cast[slug]) == involved


def test_everyone_is_a_newcomer_once_in_the_oldest_brief_to_name_them() -> None:
    desk = desk_of(
        brief(proposal("b/p", by="ann", to="ben"), slug="b", published="2025-04-01"),
        brief(proposal("a/p", by="ann", to="cleo"), slug="a", published="2025-05-01"),
    )
    assert desk.newcomers == {"b": ("ann", "ben"), "a": ("cleo",)}


def test_the_busiest_come_first_and_who_did_nothing_not_at_all(desk12: Desk) -> None:
    weights = [len(it.made) + len(it.received) + len(it.said) for it in (desk12.involved[a] for a in desk12.busiest)]
    assert weights == sorted(weights, reverse=True)
    assert min(weights) > 0


def test_corrections_of_all_briefs_come_newest_first() -> None:
    desk = desk_of(
        brief(correction("2025-05-02"), correction("2025-05-04"), slug="a"),
        brief(correction("2025-05-03"), slug="b"),
    )
    assert desk.corrections == (("a", 1), ("b", 0), ("a", 0))
