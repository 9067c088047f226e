"""``parley draft`` as it is run."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.draft.articles import WIRE
from tests.sites import ROOT, written


def _run(folder: Path, *arguments: str, pasted: str = "") -> subprocess.CompletedProcess[str]:
    line = [sys.executable, str(ROOT / "build.py"), *arguments, "--root", str(folder)]
    return subprocess.run(line, input=pasted, capture_output=True, text=True, timeout=60)


def test_a_pasted_article_becomes_a_draft_that_is_never_written_over(tmp_path: Path) -> None:
    folder = written(tmp_path, {"site.yaml": "name: Desk\n", "briefs/actors.yaml": "", "a.txt": WIRE})
    shown = _run(folder, "draft", "-", pasted=WIRE)
    assert (shown.returncode, shown.stdout[:22]) == (0, "# yaml-language-server")
    assert "Found: " in shown.stderr
    kept = _run(folder, "draft", str(folder / "a.txt"), "--write")
    path = folder / "briefs/island-states-trade-terms-over-fishing-grounds.yaml"
    assert kept.returncode == 0
    assert path.read_text() == shown.stdout
    assert _run(folder, "draft", str(folder / "a.txt"), "--write").returncode == 2
    assert path.read_text() == shown.stdout
    checked = _run(folder, "check")
    assert checked.returncode == 0
    assert "[todo]" in checked.stderr


def test_another_language_is_told_and_not_drafted(tmp_path: Path) -> None:
    german = "Der Rat lehnte den Vorschlag ab, weil die Brücke für Lastwagen nicht sicher ist und das Geld fehlt. " * 3
    run = _run(written(tmp_path, {"site.yaml": "name: Desk\n"}), "draft", "-", pasted=german)
    assert (run.returncode, run.stdout) == (1, "")
    assert "does not seem to be English" in run.stderr
