"""Prose: references become numbered marks, and the first mention of a name links by itself."""

import time
from typing import Any

import pytest
from msgspec.structs import replace

from parley.model.library import Library, library
from parley.model.page import MARK, Link, plain_prose
from parley.model.settings import Settings
from parley.pages.here import Here
from parley.pages.prose import Writer, gazetteer
from tests.derive.builders import actor, brief, proposal, source

PUTIN = replace(actor("putin", "person"), name="Vladimir Putin", aka=("Putin", "Mr. P"))
TURKIYE = replace(actor("turkiye"), name="Türkiye", aka=("Turkey",))
UNION = replace(actor("union", "organisation"), name="Union")
BIG_UNION = replace(actor("big-union", "organisation"), name="Union of Drivers")


def everything(autolink: bool = True, *more: Any) -> Library:
    story = replace(brief(proposal("talks", by="putin", to="turkiye"), source("upi")), title="The story")
    return library(Settings(autolink=autolink), [PUTIN, TURKIYE, UNION, BIG_UNION, *more], [story])


def written(text: str, *, autolink: bool = True, without: tuple[str, ...] = (), more: tuple[Any, ...] = ()) -> str:
    """The prose with its links as [text](href)."""
    world = everything(autolink, *more)
    prose = Writer(Here(world, 2), gazetteer(world), without=without).prose(text, "story")
    shown = prose.text
    for at, link in enumerate(prose.links):
        shown = shown.replace(f"{MARK[0]}{at}{MARK[1]}", f"[{link.text}]({link.href})")
    return shown


PUTIN_AT = "../../actors/putin/"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("[[putin]]", f"[Vladimir Putin]({PUTIN_AT})"),
        ("[[putin|the president]]", f"[the president]({PUTIN_AT})"),
        ("[[brief:story]]", "[The story](../../briefs/story/)"),
        ("[[proposal:talks|them]]", "[them](../../proposals/story/talks/)"),
        ("[[proposal:story/talks|them]]", "[them](../../proposals/story/talks/)"),
        ("Said.[^upi]", "Said.[1](../../briefs/story/#source-upi)"),
        ("`[[putin]]`", "`[[putin]]`"),
    ],
)
def test_a_reference_becomes_a_link_as_seen_from_the_page(text: str, shown: str) -> None:
    assert written(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("[[proposal:later-one]] came", "later one came"),
        ("[[brief:gone|the other brief]]", "the other brief"),
        ("Said.[^gone]", "Said."),
    ],
)
def test_what_is_not_there_on_the_day_becomes_its_words(text: str, shown: str) -> None:
    assert written(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Putin spoke. Putin left.", f"[Putin]({PUTIN_AT}) spoke. Putin left."),
        ("Putin's offer", f"[Putin]({PUTIN_AT})'s offer"),
        ("Vladimir Putin spoke", f"[Vladimir Putin]({PUTIN_AT}) spoke"),
        ("Rasputin and Putinism", "Rasputin and Putinism"),
        ("putin", "putin"),
        ("In Türkiye", "In [Türkiye](../../actors/turkiye/)"),
        ("The Union of Drivers", "The [Union of Drivers](../../actors/big-union/)"),
        ("[[putin|He]] and Putin", f"[He]({PUTIN_AT}) and Putin"),
        ("[Putin](https://x.example) then", "[Putin](https://x.example) then"),
        ("`Putin` and https://x.example/Putin", "`Putin` and https://x.example/Putin"),
        ("<b title=Putin>", "<b title=Putin>"),
        ("# Putin\n\nPutin", f"# Putin\n\n[Putin]({PUTIN_AT})"),
        ("*Putin*", f"*[Putin]({PUTIN_AT})*"),
    ],
)
def test_the_first_mention_of_a_name_links_where_a_link_may_stand(text: str, shown: str) -> None:
    assert written(text) == shown


def test_a_name_that_two_share_links_to_neither() -> None:
    other = replace(actor("ludmila", "person"), name="Putin")
    assert written("Putin spoke", more=(other,)) == "Putin spoke"


def test_names_link_by_themselves_only_where_the_site_wants_it() -> None:
    assert written("Putin and [[turkiye]]", autolink=False) == "Putin and [Türkiye](../../actors/turkiye/)"


def test_nobody_links_to_the_page_that_is_read() -> None:
    assert written("Putin spoke", without=("putin",)) == "Putin spoke"


def test_one_page_links_a_name_once_over_all_its_prose() -> None:
    world = everything()
    writer = Writer(Here(world, 2), gazetteer(world))
    assert len(writer.prose("Putin", "story").links) == 1
    assert writer.prose("Putin again", "story").links == ()


def test_a_word_that_was_no_whole_name_before_may_begin_one_later() -> None:
    world = everything()
    writer = Writer(Here(world, 2), gazetteer(world))
    assert writer.prose("Mr. X spoke", "story").links == ()
    assert len(writer.prose("Mr. P spoke", "story").links) == 1


def test_prose_in_one_plain_line_keeps_the_words_and_drops_the_numbers() -> None:
    world = everything()
    prose = Writer(Here(world, 2), gazetteer(world)).prose("Putin said so.[^upi]\n\nThen [[turkiye]].", "story")
    assert plain_prose(prose) == "Putin said so. Then Türkiye."


def test_links_know_their_kind() -> None:
    world = everything()
    links = Writer(Here(world, 2), gazetteer(world)).prose("[[putin]] [^upi]", "story").links
    assert [type(link) for link in links] == [Link, Link]
    assert [link.kind for link in links] == ["actor", "cite"]


@pytest.mark.parametrize("piece", ["Putin `", "![", "[a](", "<b ", "` `` ", "Putin ", "\n```\n", "[x][", "https://a "])
def test_the_time_to_find_names_stays_in_proportion_to_the_text(piece: str) -> None:
    began = time.process_time()
    written(piece * (40_000 // len(piece)))
    assert time.process_time() - began < 8


def test_a_name_in_code_between_several_backticks_is_text() -> None:
    assert written("``a ` Putin`` Putin") == f"``a ` Putin`` [Putin]({PUTIN_AT})"


def test_a_backtick_that_is_never_closed_hides_nothing() -> None:
    assert written("`Putin") == f"`[Putin]({PUTIN_AT})"
