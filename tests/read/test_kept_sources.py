"""The files of a site are those that there are, whether or not they had to be looked for."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from parley.read import kept_sources
from parley.read.files import files
from parley.read.kept_sources import KeptSources
from tests.sites import FILES, written

OLD = time.time() - 60


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A site that nobody has written to for a while."""
    written(tmp_path, {**FILES, "briefs/more/ferry.yaml": "title: The ferry\n"})
    for path in (*tmp_path.rglob("*"), tmp_path):
        os.utime(path, (OLD, OLD))
    return tmp_path


@pytest.fixture
def looks(monkeypatch) -> list[object]:
    """How often files were looked for."""
    found: list[object] = []
    monkeypatch.setattr(kept_sources, "files", lambda *given: found.append(given) or files(*given))
    monkeypatch.setattr("parley.read.kept_files.YOUNG", -1)  # what was written just now counts as old
    return found


def paths(found) -> list[str]:
    return [source.path for source in found.briefs]


def test_files_that_stay_are_the_same_objects_and_are_not_looked_for(root: Path, looks: list[object]) -> None:
    kept = KeptSources(root)
    first = kept.files()
    assert kept.files() is first
    assert len(looks) == 1


def test_a_file_that_was_written_is_read_and_the_others_stay(root: Path, looks: list[object]) -> None:
    kept = KeptSources(root)
    first = kept.files()
    (root / "briefs/more/ferry.yaml").write_text("title: Another ferry\n")
    found = kept.files()
    assert found.briefs[1].data == b"title: Another ferry\n"
    assert found.briefs[0] is first.briefs[0]
    assert len(looks) == 1


@pytest.mark.parametrize("place", ["briefs/new.yaml", "briefs/more/new.yaml"])
def test_what_comes_and_goes_is_looked_for(root: Path, looks: list[object], place: str) -> None:
    kept = KeptSources(root)
    kept.files()
    (root / place).write_text("title: New\n")
    assert place in paths(kept.files())
    (root / place).unlink()
    assert place not in paths(kept.files())
    assert len(looks) == 3


def test_with_links_or_with_anything_amiss_all_is_looked_for_each_time(root: Path, looks: list[object]) -> None:
    kept = KeptSources(root)
    (root / "briefs/link.yaml").symlink_to(root / "briefs/bridge.yaml")
    kept.files()
    kept.files()
    (root / "briefs/link.yaml").unlink()
    (root / "briefs/Bad Name.yaml").write_text("title: Bad\n")
    kept.files()
    assert kept.files().problems
    assert len(looks) == 4


def test_folders_that_were_written_to_just_now_are_not_relied_on(root: Path) -> None:
    kept = KeptSources(root)
    (root / "briefs/new.yaml").write_text("title: New\n")
    kept.files()
    assert kept._folders is None
