"""What came of files is remembered: the same, for as long as they are the same, whoever read them."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.generator import for_parley
from parley.read.files import SourceFile, files
from parley.site import reads as remembering
from parley.site.reads import Reads

BRIEFS = 12


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for_parley(tmp_path / "site", BRIEFS)
    return tmp_path / "site"


@pytest.fixture
def read_now(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of files that are read in this process."""
    found: list[str] = []
    truly = remembering.file_read

    def noted(source: SourceFile, time_zone: str):
        found.append(source.path)
        return truly(source, time_zone)

    monkeypatch.setattr(remembering, "file_read", noted)
    return found


@pytest.mark.parametrize("held", [10**9, 100])
def test_only_what_is_new_is_read(root: Path, held: int, read_now: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remembering, "MOST_HELD", held)
    first = Reads(root)
    before = first(files(root).briefs, "UTC")
    first.keep()
    assert len(read_now) == BRIEFS
    read_now.clear()
    edited = root / "briefs/brief-3.yaml"
    edited.write_text(edited.read_text() + "unknown: [What it costs.]\n")
    (root / "briefs/brief-7.yaml").unlink()
    for new in (["briefs/brief-3.yaml"], []):
        again = Reads(root)
        after = again(files(root).briefs, "UTC")
        again.keep()
        assert read_now == new
        read_now.clear()
        same = [
            read for read in before if read.file not in (edited.relative_to(root).as_posix(), "briefs/brief-7.yaml")
        ]
        assert [read for read in after if read.file != "briefs/brief-3.yaml"] == same
        assert next(read.brief.unknown for read in after if read.brief and read.slug == "brief-3")


def test_nothing_is_written_where_nothing_is_new(root: Path) -> None:
    times = []
    for _ in range(2):
        reads = Reads(root)
        reads(files(root).briefs, "UTC")
        reads.keep()
        times.append((root / ".parley/reads").stat().st_mtime_ns)
    assert times[0] == times[1]


def test_workers_read_the_same(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    alone = Reads(root, 1)(files(root).briefs, "UTC")
    monkeypatch.setattr(remembering, "WORTH_FORKING", 2)
    monkeypatch.setattr(remembering, "IN_SHARE", 5)
    reads = Reads(root, 2)
    assert reads(files(root).briefs, "UTC") == alone
    reads.keep()
    assert Reads(root)(files(root).briefs, "UTC") == alone
