"""A folder that does not tell, whatever it is called: an overlay that is written to behind its back, as from outside a
container."""

from __future__ import annotations

import subprocess
import time
from pathlib import Path

import pytest

from parley.preview.rounds import EVERY
from parley.preview.watcher import Watcher
from tests.preview.conftest import eventually


class Heard:
    def __init__(self, folder: Path) -> None:
        self.changes: list[str] = []
        self.said: list[str] = []
        self.watcher = Watcher([folder], [], self.change, self.said.append, polling=False)

    def change(self, path: str, *, being_written: bool) -> None:
        self.changes.append(path)


@pytest.fixture
def overlay(tmp_path):
    """A mounted overlay and the folder below it, whose changes it shows without telling."""
    below, upper, work, merged = (tmp_path / name for name in ("below", "upper", "work", "merged"))
    for folder in (below, upper, work, merged):
        folder.mkdir()
    (below / "a.txt").write_text("first")
    options = f"lowerdir={below},upperdir={upper},workdir={work}"
    made = subprocess.run(
        ["mount", "-t", "overlay", "overlay", "-o", options, str(merged)], check=False, capture_output=True
    )
    if made.returncode:
        pytest.skip("this machine mounts nothing for tests")
    yield below, merged
    subprocess.run(["umount", "-l", str(merged)], check=True)


def test_a_change_that_came_without_notice_is_seen_and_the_next_ones_are_looked_for(overlay):
    below, merged = overlay
    heard = Heard(merged)
    heard.watcher.start()
    try:
        time.sleep(EVERY + 0.5)
        assert heard.changes == []
        (below / "a.txt").write_text("second, and longer")
        assert eventually(lambda: heard.changes, 2 * EVERY + 2)
        assert eventually(lambda: heard.said, 1)
        assert "came without notice" in heard.said[0]
        time.sleep(0.5)
        heard.changes.clear()
        (below / "a.txt").write_text("third, and longer still")
        assert eventually(lambda: heard.changes, 1)
    finally:
        heard.watcher.stop()


def test_where_the_system_tells_nothing_is_changed_by_looking(tmp_path):
    (tmp_path / "a.txt").write_text("first")
    heard = Heard(tmp_path)
    heard.watcher.start()
    try:
        for number in range(12):
            time.sleep(0.3)
            (tmp_path / "a.txt").write_text(f"number {number} " * number)
        time.sleep(EVERY + 1)
        assert heard.said == []
        before = len(heard.changes)
        time.sleep(EVERY + 1)
        assert len(heard.changes) == before
    finally:
        heard.watcher.stop()
