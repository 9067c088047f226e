"""The boxes that tell where things stand."""

from parley.model.page import plain
from parley.pages.actor import actor_pages
from parley.pages.brief import brief_pages
from parley.pages.desk import Desk
from parley.pages.parts import Row, Stand
from parley.pages.views import ActorView, BriefView
from tests.derive.builders import brief, found, library, proposal
from tests.pages.conftest import desk_on, view_of


def brief_rows(desk: Desk, slug: str) -> dict[str, str]:
    return rows(view_of(brief_pages(desk, desk.library.briefs[slug])[0], BriefView).stand)


def rows(stand: Stand) -> dict[str, str]:
    return {row.term: told(row) for row in stand.rows}


def told(row: Row) -> str:
    return " | ".join([*map(plain, row.words), *(prose.text for prose in row.prose)])


def test_the_deadlock_is_the_sticking_point_while_it_stands(desk12: Desk) -> None:
    assert brief_rows(desk12, "thirty-day-ceasefire")["Sticking point"] == (
        "Russia would not accept “A full and unconditional ceasefire of at least 30 days” unless "
        "“Direct talks in Istanbul, without preconditions” came first; Ukraine would have it the other way round."
    )


def test_once_the_deadlock_is_gone_the_condition_that_is_left_is_told(desk17: Desk) -> None:
    told = brief_rows(desk17, "thirty-day-ceasefire")["Sticking point"]
    assert told.endswith("unless the talks deal with what Russia calls the root causes.")


def test_nothing_rejected_and_nothing_to_come_are_said_and_not_left_out(desk17: Desk) -> None:
    assert brief_rows(desk_on("2025-05-11"), "istanbul-talks")["Rejected"] == "Nothing so far."
    assert brief_rows(desk17, "istanbul-talks")["Next"] == "Nothing is recorded."


def test_the_next_step_is_told_with_its_day(desk12: Desk) -> None:
    assert "15 May 2025" in brief_rows(desk12, "istanbul-talks")["Next"]


def test_an_actor_is_told_by_what_it_did_and_did_not_answer(desk12: Desk) -> None:
    found = rows(view_of(actor_pages(desk12, desk12.library.actors["russia"])[0], ActorView).stand)
    assert found["Proposed"] == "1 proposal"
    assert found["Answered"].startswith("2 of ")
    assert "The two presidents meet in person in Türkiye" in found["No yes or no on"]
    assert found["Said no"] == "3 times"


def test_the_box_and_the_headline_stay_within_150_words(desk17: Desk) -> None:
    for story in desk17.library.briefs.values():
        view = view_of(brief_pages(desk17, story)[0], BriefView)
        words = " ".join([view.frame.title, *(f"{row.term} {told(row)}" for row in view.stand.rows)]).split()
        assert len(words) <= 150, (story.slug, len(words))


def test_a_brief_without_sources_promises_none() -> None:
    world = library(brief(proposal("p")))
    desk = Desk(world, found(world), desk_on("2025-05-12").dressing)
    view = view_of(brief_pages(desk, world.briefs["story"])[0], BriefView)
    assert plain(view.stand.foot) == "Updated 1 May 2025 · no sources"
    assert not [part for part in view.stand.foot if not isinstance(part, str)]
