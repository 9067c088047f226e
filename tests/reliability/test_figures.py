"""What tests tell is kept, printed and reported as told."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.reliability.figures import Chapter, Figure, Figures, Told, kept, lines, recalled
from tests.reliability.report import BEGIN, END, section, together
from tests.sites import ROOT

LOCK = Figure(Chapter.PUBLISHING, "builds of one output at once", 20, 0)
SWAPS = Figure(Chapter.PUBLISHING, "reads while publishing", 10_000, 0, "the longest took 2 ms")
PEER = Figure(Chapter.PUBLISHING, "reads while publishing", 10_000, 39, by="Hugo")
EDITS = Figure(Chapter.INCREMENTAL, "sequences of edits", 2_000, 1)


@pytest.mark.parametrize(("long", "tried"), [(False, 6), (True, 2_000)])
def test_how_much_is_tried_hangs_on_how_much_time_there_is(long: bool, tried: int) -> None:
    assert Figures(long=long).many(short=6, long=2_000) == tried


def test_a_line_for_each_under_its_chapter() -> None:
    assert lines([LOCK, EDITS, SWAPS, PEER]) == (
        "A build after edits equals a build from nothing:\n"
        "  sequences of edits: 2,000 tried, 1 wrong\n"
        "Publishing happens at one instant, or not at all:\n"
        "  builds of one output at once: 20 tried, 0 wrong\n"
        "  reads while publishing: 10,000 tried, 0 wrong (the longest took 2 ms)\n"
        "  Hugo: reads while publishing: 10,000 tried, 39 wrong"
    )


def test_a_table_for_each_chapter_has_others_below_parley() -> None:
    told = section([(PEER, False), (SWAPS, True), (EDITS, False)], "date 2026-01-31")
    assert told.startswith("date 2026-01-31\n\n### A build after edits equals a build from nothing\n\n| what |")
    ours, theirs = told.split("\n")[-2:]
    assert ours == "| reads while publishing | 10,000 | 0 | long | the longest took 2 ms |"
    assert theirs == "| reads while publishing (*Hugo*) | 10,000 | 39 | short |  |"


def test_of_two_runs_that_tell_the_same_the_last_counts() -> None:
    more = Figure(EDITS.chapter, EDITS.what, 9, 0)
    assert together([Told(False, [EDITS, LOCK]), Told(True, [more])]) == [(more, True), (LOCK, False)]


def test_a_run_that_is_asked_to_keeps_its_figures_and_the_page_tells_them(tmp_path: Path) -> None:
    (tmp_path / "test_one.py").write_text(
        "from tests.reliability.figures import Chapter\n\n"
        "def test_it(figures):\n    figures.tell(Chapter.SAME, 'hash seeds', figures.many(2, 9), 0)\n\n"
        "def test_other():\n    assert False\n"
    )
    file, page = tmp_path / "figures.json", tmp_path / "page.md"
    run = [sys.executable, "-m", "pytest", "-q", "--rootdir", str(ROOT), "-c", str(ROOT / "pyproject.toml")]
    asked = ["-p", "tests.conftest", "-m", "reliability", "--long", "--figures", str(file), str(tmp_path)]
    done = subprocess.run([*run, *asked], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout
    assert "hash seeds: 9 tried, 0 wrong" in done.stdout
    assert recalled(file) == Told(long=True, figures=[Figure(Chapter.SAME, "hash seeds", 9, 0)])
    page.write_text(f"Words\n{BEGIN}\nold\n{END}\nmore\n")
    told = [sys.executable, "-m", "tests.reliability.report", str(file), "--page", str(page)]
    subprocess.run(told, cwd=ROOT, check=True)
    assert "| hash seeds | 9 | 0 | long |  |" in page.read_text()
    assert page.read_text().startswith(f"Words\n{BEGIN}\n\n- date ")
    assert "figures 1 of 1 in their long form" in page.read_text()
    assert page.read_text().endswith(f"{END}\nmore\n")


def test_figures_are_recalled_as_they_were_told(tmp_path: Path) -> None:
    told = Told(long=False, figures=[LOCK, SWAPS, PEER])
    kept(told, tmp_path / "kept")
    assert recalled(tmp_path / "kept") == told
