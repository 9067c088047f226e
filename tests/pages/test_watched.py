"""A watched desk makes the same pages, and notes every entry that they were made of."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import defaultdict
from typing import Any

import msgspec
import pytest

from parley.pages.desk import Desk
from parley.pages.every import unit_names, unit_pages
from parley.pages.watched import ANY, KEYS, WHOLE, WatchedDesk, entry, tables, watched
from tests.pages.conftest import desk_on
from tests.sites import ROOT

BRIEF = "istanbul-talks"


def test_the_pages_of_every_unit_are_the_same_as_without_a_watch() -> None:
    desk = desk_on("2025-05-17")
    for name in unit_names(desk):
        assert unit_pages(WatchedDesk(desk), name) == unit_pages(desk, name), name


def test_a_unit_is_known_by_the_entries_that_it_looked_up() -> None:
    watch = WatchedDesk(desk_on("2025-05-17"))
    unit_pages(watch, f"brief/{BRIEF}")
    assert ("library.briefs", BRIEF) in watch.reads
    assert ("library.settings", WHOLE) in watch.reads
    assert ("desk.cast", BRIEF) in watch.reads
    assert not any(
        table.startswith("library.") and key == WHOLE and table != "library.settings" for table, key in watch.reads
    )


@pytest.mark.parametrize("gone", ["tribunal-and-sanctions", "istanbul-talks", "thirty-day-ceasefire"])
def test_pages_change_only_where_something_that_was_noted_has(gone: str) -> None:
    desk = desk_on("2025-05-17")
    briefs = {**desk.library.briefs}
    briefs[gone] = msgspec.structs.replace(briefs[gone], title="Another title")
    other = Desk(msgspec.structs.replace(desk.library, briefs=briefs), desk.found, desk.dressing)
    before, after = tables(desk), tables(other)
    changed = []
    for name in unit_names(desk):
        watch = WatchedDesk(desk)
        if unit_pages(watch, name) != unit_pages(other, name):
            changed.append(name)
            assert any(entry(before[table], key) != entry(after[table], key) for table, key in watch.reads), name
    assert {"home", f"brief/{gone}"} <= set(changed) < set(unit_names(desk))


MAP: dict[str, Any] = {"a": 1, "b": 2}


@pytest.mark.parametrize(
    ("look", "noted"),
    [
        (lambda map_: map_["a"], "a"),
        (lambda map_: map_.get("c"), "c"),
        (lambda map_: "c" in map_, "c"),
        (list, KEYS),
        (len, KEYS),
        (lambda map_: map_.keys(), KEYS),
        (lambda map_: list(map_.values()), WHOLE),
        (lambda map_: list(map_.items()), WHOLE),
        (dict, KEYS),
        (bool, ANY),
    ],
)
def test_each_way_to_look_into_a_mapping_is_noted_for_what_it_tells(look, noted) -> None:
    looks = defaultdict[str, set[str]](set)
    assert look(watched(MAP, "t", looks)) == look(MAP)
    assert noted in looks["t"]


@pytest.mark.parametrize("row", [("a", "b"), frozenset({"a", "b"})])
def test_whether_something_is_in_a_row_or_a_group_is_an_entry_of_its_own(row) -> None:
    looks = defaultdict[str, set[str]](set)
    seen = watched(row, "t", looks)
    assert "a" in seen
    assert "c" not in seen
    assert looks == {"t": {"a", "c"}}
    assert (entry(row, "a"), entry(row, "c")) == (True, False)
    assert sorted(seen) == ["a", "b"]
    assert WHOLE in looks["t"]


def test_an_entry_that_is_not_there_differs_from_every_entry_that_is() -> None:
    assert entry(MAP, "c") is None
    assert entry(MAP, KEYS) == ["a", "b"]
    assert entry(MAP, WHOLE) != entry({"b": 2, "a": 1}, WHOLE)  # their order shows on pages
    assert entry({}, ANY) is False
    assert entry("day", WHOLE) == "day"


def test_every_table_of_the_desk_is_watched() -> None:
    """A table that a maker could read unseen would let pages go stale."""
    desk = desk_on("2025-05-17")
    watch = WatchedDesk(desk)
    own = {name for name, value in vars(Desk).items() if type(value).__name__ == "cached_property"}
    for name in own:
        before = len(watch.reads)
        found = getattr(watch, name)
        assert type(found) is not type(getattr(desk, name)) or len(watch.reads) > before, name
    assert {f"desk.{name}" for name in own} <= tables(desk).keys()


def test_tables_do_not_hang_on_the_chance_by_which_sets_are_ordered() -> None:
    """Workers elsewhere, and later builds, must find the same tables in another process."""
    code = (
        "from tests.pages.conftest import desk_on; from parley.pages.watched import WHOLE, tables;"
        "from parley.site.entries import Entries; desk = desk_on('2025-05-17'); entries = Entries(desk);"
        "print([(table, entries.mark((table, WHOLE)).hex()) for table in tables(desk)])"
    )
    told = [
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    ]
    assert told[0] == told[1] == told[2] != ""
