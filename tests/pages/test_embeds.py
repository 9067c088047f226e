"""Cards of proposals for other pages."""

from __future__ import annotations

import datetime as dt

import lxml.html
import pytest
from msgspec.structs import replace

from parley.model.page import Page
from parley.pages.away import EmbedView
from parley.pages.coded import OembedView
from parley.pages.desk import Desk, Dressing
from parley.pages.embeds import embed_alternates, embed_offer, embed_pages
from tests.derive.builders import brief, found, library, proposal, reaction, rejection, update
from tests.pages.conftest import ASSETS, desk_on, view_of
from tests.render.test_hostile import PAYLOADS

ADDRESS = "https://desk.example/sub/"


def desk_of(*parts: object, address: str = ADDRESS, today: str = "2025-05-20", as_of: dt.date | None = None) -> Desk:
    world = library(*parts)
    world = replace(world, settings=replace(world.settings, address=address, name="The Desk"))
    return Desk(world, replace(found(world, today), day=dt.date.fromisoformat(today)), Dressing(ASSETS, as_of))


def every_embed(desk: Desk) -> list[Page]:
    return [page for proposal in desk.library.proposals.values() for page in embed_pages(desk, proposal)]


def card(*parts: object, today: str = "2025-05-20", as_of: dt.date | None = None) -> EmbedView:
    desk = desk_of(*parts, today=today, as_of=as_of)
    (page,) = (page for page in every_embed(desk) if page.path == "embed/story/plan/index.html")
    return view_of(page, EmbedView)


def oembed(*parts: object) -> OembedView:
    (page,) = (page for page in every_embed(desk_of(*parts)) if page.path == "oembed/story/plan.json")
    return view_of(page, OembedView)


def test_every_proposal_has_a_card_and_its_oembed() -> None:
    paths = {page.path for page in every_embed(desk_on("2025-05-17"))}
    proposals = desk_on("2025-05-17").library.proposals
    assert paths == {f"embed/{key}/index.html" for key in proposals} | {f"oembed/{key}.json" for key in proposals}


def test_without_an_address_there_are_no_cards_and_nothing_offers_one() -> None:
    desk = desk_of(proposal("plan"), address="")
    plan = desk.library.proposals["story/plan"]
    assert every_embed(desk) == []
    assert embed_offer(desk, desk.here(3), plan) is None
    assert embed_alternates(desk, plan) == ()


def test_a_card_tells_who_answered_what_and_who_did_not() -> None:
    view = card(proposal("plan", to=["b", "c"]), rejection("plan"), reaction("plan", by="d", basis="reported"))
    told = [(line.side.text, line.word, line.label, line.date and line.date.iso) for line in view.answers]
    assert told == [
        ("B", "rejects", "Rejects", "2025-05-11"),
        ("C", "no-answer", "No answer", None),
        ("D", "defers", "No decision yet · reported", "2025-05-11"),
    ]
    assert view.badge.status == "rejected"
    assert view.link.href == "../../../proposals/story/plan/"


def test_a_card_names_the_proposal_s_page_as_the_real_one_and_is_not_listed() -> None:
    view = card(proposal("plan"))
    assert view.frame.canonical == "https://desk.example/sub/proposals/story/plan/"
    assert not view.frame.indexed


def test_a_card_says_how_far_it_goes_whatever_the_day_of_the_build() -> None:
    told = (proposal("plan"), update("2025-05-12"))
    assert card(*told, today="2025-05-20").as_of == "12 May 2025"
    assert card(*told, today="2025-05-30").as_of == "12 May 2025"
    other = brief(rejection("story/plan", brief="other"), update("2025-05-14"), slug="other")
    assert card(brief(proposal("plan"), update("2025-05-12")), other).as_of == "14 May 2025"


def test_a_card_that_tells_that_a_proposal_lapsed_goes_as_far_as_its_deadline() -> None:
    view = card(proposal("plan", answer_by="2025-05-15"), update("2025-05-12"))
    assert (view.badge.status, view.as_of) == ("lapsed", "15 May 2025")


def test_a_site_built_as_of_a_day_says_that_day() -> None:
    assert card(proposal("plan"), as_of=dt.date(2025, 5, 13)).as_of == "13 May 2025"


def test_what_oembed_tells_and_what_one_pastes_are_the_same() -> None:
    desk = desk_of(proposal("plan"))
    plan = desk.library.proposals["story/plan"]
    offer = embed_offer(desk, desk.here(3), plan)
    assert offer
    assert offer.page == "../../../embed/story/plan/"
    assert oembed(proposal("plan")).html == offer.code
    (alternate,) = embed_alternates(desk, plan)
    assert alternate.href == "https://desk.example/sub/oembed/story/plan.json"
    assert alternate.type == "application/json+oembed"


@pytest.mark.parametrize("payload", [*PAYLOADS, 'two\nlines "quoted"'])
def test_a_title_can_add_nothing_to_the_frame_that_one_pastes(payload: str) -> None:
    view = oembed(replace(proposal("plan"), title=payload))
    (frame,) = lxml.html.fragments_fromstring(view.html.replace("\x01", ""))
    assert frame.tag == "iframe"
    assert len(frame) == 0
    assert not frame.tail
    assert sorted(frame.attrib) == ["height", "loading", "src", "style", "title", "width"]
    assert frame.get("src") == "https://desk.example/sub/embed/story/plan/"
    assert frame.get("title") == " ".join(f"{payload} · The Desk".split()).replace("\x01", "")
    assert (frame.get("width"), frame.get("height")) == (str(view.width), str(view.height))


def test_more_to_tell_makes_a_frame_taller_within_limits() -> None:
    few, many = oembed(proposal("plan")).height, oembed(proposal("plan", to=["b", "c", "d"])).height
    assert 300 <= few < many <= 800
    assert oembed(proposal("plan", to=[f"x{at}" for at in range(40)])).height == 800
