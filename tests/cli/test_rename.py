"""`parley rename`, as a process."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sites import FILES, run, written

DAY = ("--as-of", "2025-06-01")
CASES = [("actor", "traders", "shops"), ("proposal", "keep-open", "open-it"), ("source", "minutes", "notes")]


@pytest.mark.parametrize(("what", "old", "new"), [*CASES, ("step", "report", "survey")])
def test_there_and_back_is_the_same_file(tmp_path: Path, what: str, old: str, new: str) -> None:
    file = written(tmp_path, FILES) / "briefs/bridge.yaml"
    before = file.read_bytes()
    done = run("rename", what, old, new, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert file.read_bytes() != before
    assert run("check", *DAY, cwd=tmp_path).returncode == 0
    assert run("rename", what, new, old, cwd=tmp_path).returncode == 0
    assert file.read_bytes() == before


@pytest.mark.parametrize("asked", [("traders", "council"), ("nobody", "shops"), ("traders", "No Id")])
def test_what_is_refused_changes_nothing(tmp_path: Path, asked: tuple[str, str]) -> None:
    file = written(tmp_path, FILES) / "briefs/bridge.yaml"
    before = file.read_bytes()
    assert run("rename", "actor", *asked, cwd=tmp_path).returncode == 2
    assert file.read_bytes() == before


def test_a_dry_run_tells_and_changes_nothing(tmp_path: Path) -> None:
    file = written(tmp_path, FILES) / "briefs/bridge.yaml"
    before = file.read_bytes()
    done = run("rename", "actor", "traders", "shops", "--dry-run", cwd=tmp_path)
    assert done.stdout == "briefs/bridge.yaml: 4 places\n"
    assert file.read_bytes() == before
