"""Data files: what the pages show, for machines."""

import re

import pytest

from parley.model.brief import Brief
from parley.model.insight import Insights
from parley.model.library import Library
from parley.model.page import Table
from parley.pages import data, shelves
from parley.pages.coded import LlmsView
from parley.pages.data import data_page, data_parts
from parley.pages.data_sheets import SHEETS
from parley.pages.desk import Desk, Dressing
from parley.pages.llms import llms_page
from parley.pages.shelves import EACH_BATCH
from parley.pages.text_views import DataView
from tests.derive.builders import actor, brief, event, found, library, proposal, rejection, source, step, update
from tests.pages.conftest import desk_on, view_of
from tests.pages.whole import data_pages

Row = dict[str, object]


def rows(desk: Desk, name: str) -> list[Row]:
    (page,) = (page for page in data_pages(desk) if page.path == f"data/{name}.json")
    table = view_of(page, Table)
    return [dict(zip(table.columns, row, strict=True)) for row in table.rows]


def test_every_row_has_a_cell_for_every_column_that_is_documented(desk17: Desk) -> None:
    for sheet in SHEETS:
        for row in sheet.rows(desk17, tuple(desk17.library.briefs)):
            assert len(row) == len(sheet.columns), sheet.name


def test_a_proposal_has_its_status_its_reason_and_whom_it_waits_for(desk12: Desk) -> None:
    (row,) = (row for row in rows(desk12, "proposals") if row["id"] == "istanbul-talks/leaders-meeting")
    assert row["status"] == "open"
    assert row["by"] == ("zelensky",)
    assert row["to"] == ("putin",)
    assert row["waiting_for"] == ("russia",)
    assert row["reason"] == "No answer yet from Russia."
    assert row["url"] == "https://desk.example/proposals/istanbul-talks/leaders-meeting/"


def test_there_is_one_position_for_each_side_that_was_asked_or_spoke(desk12: Desk) -> None:
    found = [row for row in rows(desk12, "positions") if row["proposal"] == "thirty-day-ceasefire/ceasefire"]
    assert [(row["side"], row["by"], row["answer"], row["basis"]) for row in found][:2] == [
        ("russia", "zakharova", "rejects-unless", "said"),
        ("united-states", "trump", "supports", "reported"),
    ]
    silent = [row for row in rows(desk12, "positions") if row["answer"] == "no-answer"]
    assert silent
    assert all(row["by"] is None and row["date"] is None for row in silent)


def test_every_answer_is_there_and_the_ones_that_count_are_marked(desk17: Desk) -> None:
    found = rows(desk17, "answers")
    assert len(found) == len(desk17.answers)
    current = {row["id"] for row in found if row["current"]}
    assert "thirty-day-ceasefire/ceasefire.zakharova.2025-05-11" in current
    assert "thirty-day-ceasefire/ceasefire.putin.2025-05-11" not in current


def test_a_deadlock_is_there_while_it_stands(desk12: Desk, desk17: Desk) -> None:
    (row,) = rows(desk12, "deadlocks")
    assert row["sides"] == ("russia", "ukraine")
    assert rows(desk17, "deadlocks") == []


def test_parts_terms_and_chains_can_be_had_too(desk12: Desk) -> None:
    (brief,) = (row for row in rows(desk12, "briefs") if row["slug"] == "thirty-day-ceasefire")
    assert "peskov: Speaks for the Kremlin." in brief["parts"]  # type: ignore[operator]
    assert any(term.startswith("ceasefire: ") for term in brief["glossary"])  # type: ignore[attr-defined]
    (talks,) = (row for row in rows(desk12, "proposals") if row["id"] == "istanbul-talks/direct-talks")
    assert talks["chain"] == ("thirty-day-ceasefire/ceasefire", "istanbul-talks/direct-talks")


@pytest.fixture
def parted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tables are parted from the third brief on, two briefs to a part."""
    monkeypatch.setattr(data, "MOST_BRIEFS", 2)
    monkeypatch.setattr(shelves, "EACH_BATCH", 2)


def world(*more: Brief) -> Desk:
    """Briefs of two months, each with a proposal, an answer, a step and an actor, and one actor in none."""
    days = {"may-a": "2025-05-02", "april": "2025-04-01", "may-b": "2025-05-01", "may-c": "2025-05-03"}
    known = library(actor("idle"), *(story(slug, day) for slug, day in days.items()), *more)
    return Desk(known, found(known, "2025-05-20"), desk_on("2025-05-12").dressing)


def story(slug: str, day: str) -> Brief:
    put = proposal(f"{slug}/plan", by="all", to=f"asked-{slug}", date=day)
    no = rejection(f"{slug}/plan", by=f"asked-{slug}", date=day)
    told = (event(day, f"{slug} begins."), update(day), source(f"{slug}/news"))
    return brief(put, no, step(f"{slug}/vote", "2025-06-01"), *told, slug=slug, published=day)


def tables(desk: Desk) -> dict[str, Table]:
    return {page.path: page.view for page in data_pages(desk) if isinstance(page.view, Table)}


@pytest.mark.usefixtures("parted")
def test_parts_are_counted_from_the_oldest_brief_of_each_month() -> None:
    desk = world()
    assert data_parts(desk) == ("2025-04", "2025-05", "2025-05-2")
    assert {part: desk.batches[part] for part in data_parts(desk)} == {
        "2025-04": ("april",), "2025-05": ("may-b", "may-a"), "2025-05-2": ("may-c",)
    }  # fmt: skip


def test_all_parts_together_hold_what_the_table_in_one_piece_holds(monkeypatch: pytest.MonkeyPatch) -> None:
    desk = world()
    whole = tables(desk)
    monkeypatch.setattr(data, "MOST_BRIEFS", 2)
    files = tables(desk)
    for sheet in SHEETS:
        rows_ = [row for part in data_parts(desk) for row in files[f"data/{sheet.name}-{part}.json"].rows]
        assert sorted(map(str, rows_)) == sorted(map(str, whole[f"data/{sheet.name}.json"].rows)), sheet.name
    assert any(row[0] == "idle" for row in files["data/actors-2025-04.json"].rows)


@pytest.mark.usefixtures("parted")
def test_at_the_address_of_a_table_in_parts_stands_their_list() -> None:
    listed = tables(world())["data/proposals.csv"]
    assert listed.columns == ("part", "briefs", "json", "csv")
    assert listed.rows[-1] == (
        "2025-05-2", 1, "/data/proposals-2025-05-2.json", "/data/proposals-2025-05-2.csv"
    )  # fmt: skip


@pytest.mark.usefixtures("parted")
def test_a_new_brief_changes_one_part() -> None:
    before, after = tables(world()), tables(world(story("new", "2025-05-09")))
    changed = {path for path in after if after[path] != before.get(path)}
    assert {path for path in changed if re.search(r"-\d{4}-", path)} == {
        f"data/{name}-2025-05-2.{form}"
        for name in ("briefs", "proposals", "positions", "answers", "next-steps", "events", "changes", "sources")
        for form in ("json", "csv")
    } | {f"data/actors-{part}.{form}" for part in ("2025-04", "2025-05-2") for form in ("json", "csv")}


@pytest.mark.usefixtures("parted")
def test_the_page_says_how_tables_are_parted() -> None:
    view = view_of(data_page(world())[0], DataView)
    assert view.each == EACH_BATCH
    assert view.sheets[0].size == "3 parts"
    small = view_of(data_page(Desk(*empty()))[0], DataView)
    assert (small.each, small.sheets[0].size) == (0, "0 rows")


@pytest.mark.usefixtures("parted")
def test_language_models_are_told_that_there_are_parts() -> None:
    (section,) = (it for it in view_of(llms_page(world()), LlmsView).sections if it.title == "Data")
    assert section.links[0].note.endswith("They are lists of the parts that each table is in, by month of publication.")


def empty() -> tuple[Library, Insights, Dressing]:
    known = library()
    return known, found(known), desk_on("2025-05-12").dressing
