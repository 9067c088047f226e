"""llms.txt: what the site holds, for language models."""

from __future__ import annotations

import pytest

from parley.pages.coded import LlmsView
from parley.pages.data_sheets import SHEETS
from parley.pages.every import every_page
from parley.pages.llms import MOST_BRIEFS, llms_page
from tests.derive.builders import brief, step
from tests.pages.conftest import desk_on, view_of
from tests.pages.test_embeds import desk_of


def sections(desk: object) -> dict[str, list[tuple[str, str, str]]]:
    view = view_of(llms_page(desk), LlmsView)  # type: ignore[arg-type]
    return {section.title: [(link.name, link.url, link.note) for link in section.links] for section in view.sections}


def test_every_brief_has_its_sentence_and_its_day_newest_first() -> None:
    briefs = sections(desk_on("2025-05-17"))["Briefs"]
    assert len(briefs) == 3
    assert briefs[0][1] == "https://desk.example/briefs/istanbul-talks/"
    assert all(note.endswith("May 2025.") and ". Updated " in note for _, _, note in briefs)


def test_every_data_file_says_what_is_in_it() -> None:
    told = {name: note for name, _, note in sections(desk_on("2025-05-17"))["Data"]}
    assert {f"{sheet.name}.json": sheet.doc for sheet in SHEETS}.items() <= told.items()


@pytest.mark.parametrize("address", ["https://desk.example/sub/", ""])
def test_every_link_leads_to_a_file_of_the_site(address: str) -> None:
    desk = desk_on("2025-05-17", address)
    files = {page.path for page in every_page(desk.library, desk.found, desk.dressing)}
    for links in sections(desk).values():
        for _, url, _ in links:
            assert url.startswith(address)
            path = url.removeprefix(address)
            assert (f"{path}index.html" if path.endswith("/") else path) in files


def test_without_an_address_links_are_relative_and_no_feed_is_named() -> None:
    found = sections(desk_on("2025-05-17", ""))
    assert list(found) == ["Briefs", "Data", "Calendars", "Optional"]
    assert found["Briefs"][0][1] == "briefs/istanbul-talks/"


def test_it_says_how_to_cite_and_that_no_answer_is_not_a_no() -> None:
    notes = " ".join(view_of(llms_page(desk_on("2025-05-17")), LlmsView).notes)
    assert "To cite a brief: “Its title”. Parley, the day of its last update. Its address." in notes
    assert "never a no" in notes


def test_what_there_is_none_of_is_not_named() -> None:
    assert list(sections(desk_of(brief(step("talks", "2025-06"))))) == ["Briefs", "Data", "Feeds", "Optional"]
    assert list(sections(desk_of())) == ["Data", "Optional"]


def test_of_very_many_briefs_the_newest_are_named() -> None:
    many = [brief(slug=f"b{at}", published=f"{1500 + at}-01-01") for at in range(MOST_BRIEFS + 5)]
    found = sections(desk_of(*many))["Briefs"]
    assert len(found) == MOST_BRIEFS
    assert found[0][0] == f"b{MOST_BRIEFS + 4}"
