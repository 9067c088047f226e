"""The mark of all bytes that a build depends on: made in time, whatever lies in the folder."""

from __future__ import annotations

import os
import tracemalloc
from pathlib import Path

from parley.site import Order
from parley.site.folders import sources
from parley.site.inputs import LARGE, bytes_mark, inputs_mark
from tests.sites import FILES, NOW, written


def test_a_pipe_is_passed_over_wherever_it_lies(tmp_path: Path) -> None:
    (tmp_path / "briefs").mkdir()
    places = [tmp_path / "briefs", tmp_path / "site.yaml"]
    before = bytes_mark(places)
    os.mkfifo(tmp_path / "site.yaml")
    os.mkfifo(tmp_path / "briefs/a.yaml")
    assert bytes_mark(places) == before


def test_a_file_without_end_takes_no_room_and_still_counts(tmp_path: Path) -> None:
    large = tmp_path / "a.yaml"
    with large.open("wb") as file:
        file.truncate(LARGE * 2)
    tracemalloc.start()
    before = bytes_mark([large])
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most < LARGE // 4
    with large.open("r+b") as file:
        file.seek(LARGE)
        file.write(b"x")
    assert bytes_mark([large]) != before


def test_a_form_editor_that_comes_or_changes_is_seen(tmp_path: Path) -> None:
    order = Order(written(tmp_path, FILES), NOW)
    seen = [inputs_mark(order, ())]
    for text in ("1", "2"):
        written(tmp_path, {"admin/parley.js": text})
        seen.append(inputs_mark(order, ()))
    assert len(set(seen)) == 3
    assert tmp_path / "admin" in sources(tmp_path)  # watched, and no place for the output
