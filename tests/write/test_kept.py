"""Generated files are written only where they differ, whole, and never through a link."""

from pathlib import Path

import pytest

from parley.write.kept import NotKept, kept


def test_what_is_missing_or_differs_is_written_and_nothing_else_is_touched(tmp_path: Path) -> None:
    folder = tmp_path / ".schema"
    assert kept(folder, {"a": b"A", "b": b"B"}) == [folder / "a", folder / "b"]
    before = (folder / "a").stat()
    assert kept(folder, {"a": b"A", "b": b"C"}) == [folder / "b"]
    after = (folder / "a").stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert (folder / "b").read_bytes() == b"C"
    assert sorted(path.name for path in folder.iterdir()) == ["a", "b"]


def test_a_file_is_replaced_and_never_written_into(tmp_path: Path) -> None:
    kept(tmp_path, {"a": b"old"})
    with (tmp_path / "a").open("rb") as reader:
        kept(tmp_path, {"a": b"newer"})
        assert reader.read() == b"old"
    assert (tmp_path / "a").read_bytes() == b"newer"


def test_what_is_there_can_be_left_as_it_is(tmp_path: Path) -> None:
    kept(tmp_path, {"a": b"old"})
    assert kept(tmp_path, {"a": b"new", "b": b"new"}, missing_only=True) == [tmp_path / "b"]
    assert (tmp_path / "a").read_bytes() == b"old"


def test_links_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "mine").write_bytes(b"mine")
    (tmp_path / "a").symlink_to("mine")
    kept(tmp_path, {"a": b"A"})
    assert (tmp_path / "mine").read_bytes() == b"mine"
    assert not (tmp_path / "a").is_symlink()
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / ".schema").symlink_to("elsewhere")
    with pytest.raises(NotKept, match="is a link"):
        kept(tmp_path / ".schema", {"a": b"A"})
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_what_is_in_the_way_is_told_and_nothing_is_left_behind(tmp_path: Path) -> None:
    (tmp_path / ".schema").write_text("a file")
    with pytest.raises(NotKept, match=r"\.schema can't be written \(Not a directory\)"):
        kept(tmp_path / ".schema", {"a": b"A"})
    (tmp_path / "folder/a/b").mkdir(parents=True)
    with pytest.raises(NotKept, match="can't be written"):
        kept(tmp_path / "folder", {"a": b"A"})
    assert list((tmp_path / "folder").iterdir()) == [tmp_path / "folder/a"]


def test_what_a_killed_process_left_is_taken_away(tmp_path: Path) -> None:
    (tmp_path / ".a.0123456789abcdef").write_bytes(b"hal")
    kept(tmp_path, {"a": b"A"})
    assert [path.name for path in tmp_path.iterdir()] == ["a"]
