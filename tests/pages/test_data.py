"""Data files: what the pages show, for machines."""

from parley.model.page import Table
from parley.pages.data import data_pages
from parley.pages.data_sheets import SHEETS
from parley.pages.desk import Desk
from tests.pages.conftest import view_of

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
