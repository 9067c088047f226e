from __future__ import annotations

from pathlib import Path

import pytest

from parley.publish.folder import publish
from parley.publish.marker import MARKER_NAME, MARKER_TEXT
from parley.publish.tree import path_fault, tree_of

BAD_PATHS = [
    "", "/", "/index.html", "a//b", "a/", "//a", ".", "..", "./a", "a/.", "../a", "a/../b", "a/..", "a\\b", "a\0b",
    ".git/config", "a/.git/hooks/run", ".parley", ".parley/page.html", "lone-\ud800.html",
]  # fmt: skip
GOOD_PATHS = ["index.html", "a/b/c.html", ".well-known/x", "...", "a/.hidden", "é/ü.html", "a b/c?.html", "a/.parley"]


@pytest.mark.parametrize("path", BAD_PATHS)
def test_a_path_that_does_not_stay_inside_the_folder_is_an_error_and_nothing_is_written(
    path: str, output: Path, sources: list[Path]
) -> None:
    with pytest.raises(ValueError, match="cannot be a path of the site"):
        publish({"index.html": b"good", path: b"bad"}, output, sources)
    assert not output.exists()


@pytest.mark.parametrize("path", GOOD_PATHS)
def test_an_unusual_but_good_path_is_taken(path: str) -> None:
    assert path_fault(path) is None


@pytest.mark.parametrize("paths", [("a", "a/b"), ("a/b", "a"), ("a/b", "a/b/c/d")])
def test_a_path_that_is_both_file_and_folder_is_an_error_that_names_it(paths: tuple[str, str]) -> None:
    with pytest.raises(ValueError, match=f"'{min(paths)}' is both a file and a folder"):
        tree_of(dict.fromkeys(paths, b""))


def test_every_folder_stands_after_its_parent_and_once() -> None:
    folders = list(tree_of({"a/b/c/1": b"", "a/b/2": b"", "d/3": b"", "4": b"", "a/e/5": b""}).folders)
    assert sorted(folders) == [b"a", b"a/b", b"a/b/c", b"a/e", b"d"]
    assert all(folder.rpartition(b"/")[0] in (b"", *folders[:place]) for place, folder in enumerate(folders))


def test_the_marker_comes_first_and_is_the_same_for_every_site() -> None:
    for site in ({}, {"a": b"1"}, {"b": b"2"}):
        tree = tree_of(site)
        assert tree.paths()[0] == MARKER_NAME
        assert tree.content(MARKER_NAME) == MARKER_TEXT


def test_paths_are_utf_8_whatever_the_locale() -> None:
    assert tree_of({"zürich/名.html": b""}).paths()[1] == b"z\xc3\xbcrich/\xe5\x90\x8d.html"
