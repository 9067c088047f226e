"""`parley promote`, as a process: an actor's lines move to the shared file, and nothing else changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from parley.write.editor_files import modeline
from tests.sites import run, written

BRIEF = """\
title: The bridge
published: 2025-05-01
what: The council met.[^minutes]
who:
  council: Decides.
  reed: Speaks.
actors:
  # Asked on 3 May whether this is still its name.
  council:
    name: Alder Town Council
    kind: organisation  # not a state
    summary: |
      Decides on roads.

      And on bridges.

  reed: {name: Ann Reed, kind: person, speaks_for: council}
sources:
  minutes: {title: Minutes, date: 2025-05-01}
"""
MOVED = """\
# Asked on 3 May whether this is still its name.
council:
  name: Alder Town Council
  kind: organisation  # not a state
  summary: |
    Decides on roads.

    And on bridges.
"""


def desk(tmp_path: Path, brief: str = BRIEF, **more: str) -> Path:
    return written(tmp_path, {"briefs/bridge.yaml": brief, **more})


def built(root: Path) -> dict[str, bytes]:
    done = run("build", "--as-of", "2025-06-01", cwd=root)
    assert done.returncode == 0, done.stderr
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in (root / "output").rglob("*.html")}


def test_an_actor_moves_with_its_remarks_and_every_page_stays_as_it_was(tmp_path: Path) -> None:
    root = desk(tmp_path)
    before = built(root)
    done = run("promote", "council", cwd=root)
    assert done.returncode == 0, done.stderr
    assert done.stdout == "briefs/bridge.yaml -> briefs/actors.yaml\n"
    assert (root / "briefs/actors.yaml").read_text() == modeline("briefs/actors.yaml") + MOVED
    assert "Alder Town Council" not in (root / "briefs/bridge.yaml").read_text()
    assert built(root) == before


def test_the_last_one_takes_the_key_with_it(tmp_path: Path) -> None:
    root = desk(tmp_path)
    for actor in ("council", "reed"):
        assert run("promote", actor, cwd=root).returncode == 0
    assert "actors:" not in (root / "briefs/bridge.yaml").read_text()
    end = "reed: {name: Ann Reed, kind: person, speaks_for: council}\n"
    assert (root / "briefs/actors.yaml").read_text().endswith(end)
    assert run("check", "--as-of", "2025-06-01", cwd=root).returncode == 0


def test_line_ends_and_a_mark_at_the_beginning_stay(tmp_path: Path) -> None:
    root = desk(tmp_path)
    file = root / "briefs/bridge.yaml"
    file.write_bytes(b"\xef\xbb\xbf" + BRIEF.replace("\n", "\r\n").encode())
    assert run("promote", "council", cwd=root).returncode == 0
    data = file.read_bytes()
    assert data.startswith(b"\xef\xbb\xbftitle")
    assert data.count(b"\n") == data.count(b"\r\n") > 10


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (("nobody",), 'no brief has an actor "nobody" of its own'),
        (("council", "--from", "ferry"), '"council" is in briefs/bridge.yaml, not in "ferry"'),
    ],
)
def test_what_is_refused_changes_nothing(tmp_path: Path, asked: tuple[str, ...], told: str) -> None:
    root = desk(tmp_path)
    done = run("promote", *asked, cwd=root)
    assert done.returncode == 2
    assert told in done.stderr
    assert (root / "briefs/bridge.yaml").read_text() == BRIEF
    assert not (root / "briefs/actors.yaml").exists()


def test_an_actor_in_two_briefs_is_the_writer_s_to_decide(tmp_path: Path) -> None:
    root = desk(tmp_path, **{"briefs/ferry.yaml": BRIEF})
    done = run("promote", "council", cwd=root)
    assert done.returncode == 2
    assert '"council" is in briefs/bridge.yaml and briefs/ferry.yaml; if it is the same one' in done.stderr


def test_one_in_braces_is_left_with_the_advice_to_put_the_file_in_order(tmp_path: Path) -> None:
    flow = (
        BRIEF[: BRIEF.index("actors:")] + "actors: {council: {name: A, kind: group}, reed: {name: R, kind: person}}\n"
    )
    root = desk(tmp_path, flow + "sources:\n  minutes: {title: Minutes, date: 2025-05-01}\n")
    done = run("promote", "council", cwd=root)
    assert done.returncode == 2
    assert "run parley fmt" in done.stderr


def test_a_dry_run_tells_and_moves_nothing(tmp_path: Path) -> None:
    root = desk(tmp_path)
    assert run("promote", "council", "--dry-run", cwd=root).stdout == "briefs/bridge.yaml -> briefs/actors.yaml\n"
    assert (root / "briefs/bridge.yaml").read_text() == BRIEF
