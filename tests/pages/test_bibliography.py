"""The sources of a brief, as reference managers take them."""

from __future__ import annotations

import pytest

from parley.model.brief import Source
from parley.model.citation import Bibliography, Name, SourceItem
from parley.model.dates import day
from parley.pages.bibliography import bibliography_pages
from parley.pages.desk import Desk
from tests.derive.builders import brief, library
from tests.pages.conftest import view_of


def item(**fields: object) -> SourceItem:
    source = Source(id="story/upi", title="Leaders  meet", **fields)  # type: ignore[arg-type]
    world = library(brief(source))
    (page,) = bibliography_pages(world.briefs["story"])
    (found,) = view_of(page, Bibliography).items
    return found


def test_every_source_stands_in_the_file_in_its_order(desk17: Desk) -> None:
    story = desk17.library.briefs["istanbul-talks"]
    (page,) = bibliography_pages(story)
    assert page.path == "briefs/istanbul-talks/sources.json"
    assert [one.key for one in view_of(page, Bibliography).items] == list(story.sources)


def test_a_brief_without_sources_has_no_file() -> None:
    assert bibliography_pages(library(brief()).briefs["story"]) == []


def test_all_that_is_known_of_a_source_is_told() -> None:
    told = item(
        publisher="UPI", author=("Jane Doe", "The Desk"), date=day("2025-05-10"), url="https://upi.example/a",
        lang="en", accessed=day("2025-05-12"), archived="https://kept.example/a",
    )  # fmt: skip
    assert told == SourceItem(
        key="upi", type="article-newspaper", title="Leaders meet", container="UPI", issued=((2025, 5, 10),),
        authors=(Name(family="Doe", given="Jane"), Name(whole="The Desk")), accessed=(2025, 5, 12),
        address="https://upi.example/a", archived="https://kept.example/a", lang="en",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "issued", "about"),
    [
        ("2025", ((2025,),), False),
        ("2025-05~", ((2025, 5),), True),
        ("2025-05-08/2025-05-10", ((2025, 5, 8), (2025, 5, 10)), False),
        ("2025-05-12/..", ((2025, 5, 12),), False),
    ],
)
def test_a_date_says_no_more_than_is_known(typed: str, issued: tuple[tuple[int, ...], ...], about: bool) -> None:
    told = item(date=day(typed))
    assert (told.issued, told.about) == (issued, about)


@pytest.mark.parametrize(
    ("kind", "type_", "inside"),
    [("official", "webpage", True), ("statement", "speech", False), ("document", "document", False),
     ("interview", "interview", True), ("social", "post", True)],
)  # fmt: skip
def test_each_kind_has_a_type_of_csl(kind: str, type_: str, inside: bool) -> None:
    told = item(kind=kind, publisher="The Office")
    assert told.type == type_
    assert (told.container, told.publisher) == (("The Office", "") if inside else ("", "The Office"))
