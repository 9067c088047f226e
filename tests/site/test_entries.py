"""Marks tell what stands in a table from what stood there before, as a whole as well as by entries."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from parley.pages.desk import Desk
from parley.pages.watched import KEYS, WHOLE, tables
from parley.site import entries
from parley.site.entries import Entries
from tests.pages.conftest import desk_on


def of(table: object) -> Entries:
    """The entries of one table, "t"."""
    found = Entries(desk_on("2025-05-17"))
    found._tables = {"t": table}
    return found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"a": 1, "b": 2}, {"a": 1, "b": 3}),
        ({"a": 1, "b": 2}, {"b": 2, "a": 1}),  # their order shows on pages
        ({"a": 1}, {"a": 1, "b": None}),
        ((1, 2), (2, 1)),
        ((), (None,)),
        (frozenset({"a"}), frozenset({"b"})),
        ("day", "night"),
        (None, {}),
    ],
)
@pytest.mark.parametrize("stretch", [1, 2, 500])
def test_a_table_in_which_anything_differs_differs_as_a_whole(
    one: Any, other: Any, stretch: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(entries, "STRETCH", stretch)
    assert of(one).whole("t") == of(one).whole("t")
    assert of(one).whole("t") != of(other).whole("t")


def test_a_brief_that_changes_changes_every_table_that_it_stands_in() -> None:
    desk = desk_on("2025-05-17")
    briefs = {**desk.library.briefs}
    briefs["istanbul-talks"] = msgspec.structs.replace(briefs["istanbul-talks"], title="Another title")
    other = Desk(msgspec.structs.replace(desk.library, briefs=briefs), desk.found, desk.dressing)
    before, after = Entries(desk), Entries(other)
    changed = {table for table in tables(desk) if before.whole(table) != after.whole(table)}
    assert {"library.briefs", "desk.newest"} <= changed
    assert "found.standings" not in changed
    assert before.mark(("desk.newest", WHOLE)) != after.mark(("desk.newest", WHOLE))
    assert before.mark(("library.briefs", KEYS)) == after.mark(("library.briefs", KEYS))


def test_a_table_is_worked_out_when_it_is_first_asked_for() -> None:
    known = desk_on("2025-05-17")
    desk = Desk(known.library, known.found, known.dressing)
    found = Entries(desk)
    found.whole("desk.topics")
    assert "topics" in vars(desk)
    assert "alphabet" not in vars(desk)
    found.mark(("desk.alphabet", KEYS))
    assert "alphabet" in vars(desk)
