"""`parley zip`, as a process: what it tells, and where it refuses to write."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from tests.sites import FILES, run, written


def test_the_same_sources_and_day_give_the_same_bytes_and_nothing_else_is_written(tmp_path: Path) -> None:
    root = written(tmp_path / "site", FILES)
    (tmp_path / "later").mkdir()
    before = sorted(root.rglob("*"))

    done = run("zip", str(tmp_path / "desk.zip"), "--root", str(root), SOURCE_DATE_EPOCH="1747051200")
    again = run("zip", str(tmp_path / "later/desk.zip"), "--root", str(root), SOURCE_DATE_EPOCH="1747051260")

    assert (done.returncode, again.returncode) == (0, 0), done.stderr
    assert done.stdout.endswith("desk.zip: unpack it, and open desk/index.html\n")
    assert (tmp_path / "desk.zip").read_bytes() == (tmp_path / "later/desk.zip").read_bytes()
    assert sorted(root.rglob("*")) == before
    with zipfile.ZipFile(tmp_path / "desk.zip") as made:
        assert f"Packed {len(made.namelist())} files" in done.stdout
        assert {one.date_time for one in made.infolist()} == {(2025, 5, 12, 0, 0, 0)}
        assert "Full-text search works only on the web." in made.read("desk/search/index.html").decode()


def test_a_site_with_an_error_gives_no_zip(tmp_path: Path) -> None:
    root = written(tmp_path / "site", {**FILES, "briefs/broken.yaml": "title: ["})

    done = run("zip", str(tmp_path / "desk.zip"), "--root", str(root))

    assert done.returncode == 1
    assert "no zip was written" in done.stderr
    assert not (tmp_path / "desk.zip").exists()


@pytest.mark.parametrize(
    ("file", "told"),
    [
        ("output/desk.zip", "the next build would delete it there"),
        ("briefs/desk.zip", "is what the site is made from"),
        ("none/desk.zip", "there is no folder"),
        ("notes.zip", "no zip that Parley made"),
        ("desk", "the name of a zip ends in .zip"),
    ],
)
def test_where_no_zip_belongs_none_is_written(tmp_path: Path, file: str, told: str) -> None:
    root = written(tmp_path, {**FILES, "notes.zip": "notes", "output/.parley": ""})

    done = run("zip", file, cwd=root)

    assert done.returncode == 2
    assert told in done.stderr
    assert (root / "notes.zip").read_text() == "notes"
    assert not (root / "output/desk.zip").exists()
