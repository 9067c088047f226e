from __future__ import annotations

import os
from pathlib import Path

import pytest

from parley.publish.marker import MARKER_TEXT, is_ours


def ours(folder: Path) -> bool:
    return is_ours(os.fsencode(folder))


def test_an_empty_folder_may_be_filled(tmp_path: Path) -> None:
    assert ours(tmp_path)


def test_a_folder_that_another_build_fills_at_this_moment_is_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scan = os.scandir

    def filled(folder: bytes) -> object:
        (tmp_path / ".parley").write_bytes(MARKER_TEXT)
        (tmp_path / "page.html").write_bytes(b"page")
        return scan(folder)

    monkeypatch.setattr(os, "scandir", filled)
    assert ours(tmp_path)


def test_a_folder_with_the_marker_is_ours_whatever_else_it_holds(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_bytes(b"page")
    assert not ours(tmp_path)
    (tmp_path / ".parley").write_bytes(MARKER_TEXT)
    assert ours(tmp_path)


def test_the_words_after_the_first_line_may_change_from_version_to_version(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_bytes(b"page")
    (tmp_path / ".parley").write_bytes(MARKER_TEXT.partition(b"\n")[0] + b"\nOther words.\n")
    assert ours(tmp_path)


@pytest.mark.parametrize("length", [0, 1, 20])
def test_a_marker_cut_short_by_a_kill_counts_only_while_it_stands_alone(tmp_path: Path, length: int) -> None:
    (tmp_path / ".parley").write_bytes(MARKER_TEXT[:length])
    (tmp_path / ".parley-0123456789abcdef").mkdir()
    assert ours(tmp_path)
    (tmp_path / "thesis.txt").write_bytes(b"years of work")
    assert not ours(tmp_path)


@pytest.mark.parametrize("kind", ["other text", "link", "folder", "pipe"])
def test_something_else_named_like_the_marker_is_none(tmp_path: Path, kind: str) -> None:
    place, marker = tmp_path / "place", tmp_path / "place" / ".parley"
    place.mkdir()
    (tmp_path / "real").write_bytes(MARKER_TEXT)
    match kind:
        case "other text":
            marker.write_bytes(b"settings of another program\n")
        case "link":
            marker.symlink_to(tmp_path / "real")
        case "folder":
            marker.mkdir()
        case "pipe":
            os.mkfifo(marker)
    assert not ours(place)
