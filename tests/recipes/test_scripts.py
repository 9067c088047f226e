"""The recipes that are scripts, run by a real shell, with a real make and rsync."""

from __future__ import annotations

import datetime as dt
import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.recipes.hosts import RECIPES, program

TODAY = dt.datetime.now(dt.UTC).date()
DAY = dt.timedelta(days=1)


def run(script: str, folder: Path, *arguments: str) -> str:
    done = subprocess.run(["sh", str(RECIPES / script), *arguments], cwd=folder, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


def told(following: dt.date | None) -> str:
    return json.dumps(
        {"as_of": "2025-06-01", "time_zone": "UTC", "next": following and following.isoformat(), "why": []}
    )


@pytest.mark.parametrize(
    ("text", "builds"),
    [
        (told(TODAY - DAY), True),
        (told(TODAY), True),
        (told(TODAY + 2 * DAY), False),
        (told(None), False),
        ("{}", True),
        (None, True),
    ],
    ids=["overdue", "due", "later", "never", "not to be understood", "not there"],
)
def test_a_site_is_built_when_it_is_due_or_when_that_is_not_known(
    tmp_path: Path, text: str | None, builds: bool
) -> None:
    (tmp_path / "Makefile").write_text("build:\n\t@echo built\n")
    (tmp_path / ".venv").symlink_to(sys.prefix)
    (tmp_path / "output").mkdir()
    if text is not None:
        (tmp_path / "output/next-build.json").write_text(text)

    assert ("built" in run("build-when-due.sh", tmp_path)) == builds


def test_the_server_has_what_was_built_and_nothing_else(tmp_path: Path) -> None:
    program("rsync")
    (tmp_path / "Makefile").write_text("build:\n\t@rm -rf output && cp -R made output\n")
    server, made = tmp_path / "server", tmp_path / "made"
    for name, text in {
        "index.html": "old",
        "gone/index.html": "gone",
        "assets/old.css": "a",
        "same.txt": "same",
    }.items():
        (server / name).parent.mkdir(parents=True, exist_ok=True)
        (server / name).write_text(text)
    for name, text in {"index.html": "new", "assets/new.css": "b", "same.txt": "same", ".parley": "mark"}.items():
        (made / name).parent.mkdir(parents=True, exist_ok=True)
        (made / name).write_text(text)
    before = (server / "same.txt").stat().st_mtime_ns

    run("rsync.sh", tmp_path, str(server))

    found = {file.relative_to(server).as_posix(): file.read_text() for file in server.rglob("*") if file.is_file()}
    assert found == {"index.html": "new", "assets/new.css": "b", "same.txt": "same"}
    assert (server / "same.txt").stat().st_mtime_ns == before
