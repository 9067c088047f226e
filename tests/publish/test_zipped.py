"""A zip: what is in it, that its bytes are stable, and what it takes the place of."""

from __future__ import annotations

import datetime as dt
import os
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from parley.publish.faults import CannotPublish, Refused
from parley.publish.zipped import zipped

DAY = dt.date(2025, 5, 12)
FILES = [("a/index.html", b"<p>" * 1000), ("é.txt", b"y")]


def test_it_holds_the_files_in_a_folder_of_its_name(tmp_path: Path) -> None:
    file = tmp_path / "desk.zip"

    assert zipped(FILES, file, DAY) == 2
    with zipfile.ZipFile(file) as made:
        assert [(one, made.read(one)) for one in made.namelist()] == [(f"desk/{path}", body) for path, body in FILES]
        assert {one.date_time for one in made.infolist()} == {(2025, 5, 12, 0, 0, 0)}
        made.extractall(tmp_path)
    assert file.stat().st_size < 1000
    assert {file.name for file in (tmp_path / "desk").iterdir()} == {"a", "é.txt"}


def test_the_same_files_give_the_same_bytes(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    one, other = tmp_path / "desk.zip", tmp_path / "other/desk.zip"
    zipped(FILES, one, DAY)
    os.utime(one, (0, 0))
    zipped(FILES, other, DAY)

    assert one.read_bytes() == other.read_bytes()


@pytest.mark.parametrize(("year", "told"), [(1066, 1980), (9000, 2107)])
def test_a_year_that_no_zip_can_tell_becomes_the_nearest_that_it_can(tmp_path: Path, year: int, told: int) -> None:
    zipped(FILES, tmp_path / "desk.zip", dt.date(year, 5, 12))

    with zipfile.ZipFile(tmp_path / "desk.zip") as made:
        assert {one.date_time[:3] for one in made.infolist()} == {(told, 5, 12)}


def test_one_that_was_made_before_is_replaced(tmp_path: Path) -> None:
    zipped([("old.txt", b"old")], tmp_path / "desk.zip", DAY)
    zipped(FILES, tmp_path / "desk.zip", DAY)

    with zipfile.ZipFile(tmp_path / "desk.zip") as made:
        assert len(made.namelist()) == 2
    assert [left.name for left in tmp_path.iterdir()] == ["desk.zip"]


def test_what_is_something_else_is_kept(tmp_path: Path) -> None:
    (tmp_path / "text.zip").write_text("my notes")
    with zipfile.ZipFile(tmp_path / "mine.zip", "w") as mine:
        mine.writestr("a.txt", "a")
    (tmp_path / "folder.zip").mkdir()
    (tmp_path / "link.zip").symlink_to("mine.zip")
    before = {name: (tmp_path / name).read_bytes() for name in ("text.zip", "mine.zip")}

    for name in ("text.zip", "mine.zip", "folder.zip", "link.zip", "none/desk.zip", "desk.tar", "desk", ".zip"):
        with pytest.raises(Refused, match=name.partition("/")[0]):
            zipped(FILES, tmp_path / name, DAY)

    assert {name: (tmp_path / name).read_bytes() for name in before} == before
    assert len(list(tmp_path.iterdir())) == 4


def test_a_zip_that_could_not_be_finished_leaves_the_one_before(tmp_path: Path) -> None:
    file = tmp_path / "desk.zip"
    zipped(FILES, file, DAY)
    before = file.read_bytes()

    def full() -> Iterator[tuple[str, bytes]]:
        yield "a.txt", b"a"
        raise OSError(28, "No space left on device")

    with pytest.raises(CannotPublish, match=r"desk\.zip: No space left on device; no zip was written"):
        zipped(full(), file, DAY)

    assert file.read_bytes() == before
    assert [left.name for left in tmp_path.iterdir()] == ["desk.zip"]
