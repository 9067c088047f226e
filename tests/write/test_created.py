"""New files are made, never written over."""

from pathlib import Path

import pytest

from parley.write.created import InTheWay, created


def test_files_are_made_with_their_folders(tmp_path: Path) -> None:
    assert created(tmp_path, {"briefs/a.yaml": "A", "site.yaml": "B"}) == [
        tmp_path / "briefs/a.yaml",
        tmp_path / "site.yaml",
    ]
    assert (tmp_path / "briefs/a.yaml").read_text() == "A"


def test_where_one_file_is_in_the_way_none_is_made(tmp_path: Path) -> None:
    (tmp_path / "site.yaml").write_text("mine")
    with pytest.raises(InTheWay, match=r"site\.yaml is there already; nothing was written"):
        created(tmp_path, {"briefs/a.yaml": "A", "site.yaml": "B"})
    assert not (tmp_path / "briefs").exists()
    assert (tmp_path / "site.yaml").read_text() == "mine"


def test_a_dangling_link_is_in_the_way_too(tmp_path: Path) -> None:
    (tmp_path / "site.yaml").symlink_to(tmp_path / "nowhere")
    with pytest.raises(InTheWay):
        created(tmp_path, {"site.yaml": "B"})


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "briefs").write_text("a file")
    with pytest.raises(InTheWay, match="can't be written"):
        created(tmp_path, {"briefs/a.yaml": "A"})


def test_where_one_file_cannot_be_made_nothing_is_left_of_the_others_and_their_folders(tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("a file")
    with pytest.raises(InTheWay, match="nothing was written"):
        created(tmp_path / "new/site", {"briefs/2025/a.yaml": "A", "b.bin": b"B", "../../mine/c": "C"})
    assert [path.name for path in tmp_path.iterdir()] == ["mine"]


def test_a_folder_that_was_there_stays_where_a_file_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "mine").write_text("a file")
    with pytest.raises(InTheWay):
        created(tmp_path / "site", {"a": "A", "../mine/c": "C"})
    assert list((tmp_path / "site").iterdir()) == []


def test_bytes_are_made_as_they_are(tmp_path: Path) -> None:
    created(tmp_path, {"a.bin": b"\r\n\xff", "b.txt": "\u00e9\n"})
    assert (tmp_path / "a.bin").read_bytes() == b"\r\n\xff"
    assert (tmp_path / "b.txt").read_bytes() == b"\xc3\xa9\n"
