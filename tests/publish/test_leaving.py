"""What is remembered of an output that was left as it was."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from parley.publish.leaving import left_alone
from parley.publish.left import Left
from parley.publish.marker import MARKER_NAME, MARKER_TEXT
from parley.publish.standing import Standing
from parley.publish.tree import tree_of


@pytest.mark.parametrize(("files", "doubtful", "kept"), [(20, 1, True), (20, 2, False), (19, 1, False), (20, 0, True)])
def test_it_is_remembered_anew_where_more_than_a_twentieth_would_be_looked_at_again(
    tmp_path: Path, files: int, doubtful: int, kept: bool
) -> None:
    site = {f"{number:02}.html": b"page" for number in range(files - 1)}  # and the marker
    for path, content in site.items():
        (tmp_path / path).write_bytes(content)
    (tmp_path / os.fsdecode(MARKER_NAME)).write_bytes(MARKER_TEXT)
    tree = tree_of(site)
    assert len(tree.paths()) == files
    left = Left(paths=b"", marks=b"")
    stands = Standing(tree.paths(), tree.folders, {}, frozenset(tree.paths()[:doubtful]))
    after = left_alone(left, tree, os.fsencode(tmp_path), stands, time.time_ns())
    assert (after is left) is kept
    assert kept or (after is not None and after.paths), "what is remembered anew has all files"
