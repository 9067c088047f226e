"""What tests tell is kept, printed and reported as told."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.reliability.figures import Chapter, Figure, Figures, Told, kept, lines, recalled
from tests.reliability.report import BEGIN, END, main, section, standing, together
from tests.sites import ROOT

LOCK = Figure(Chapter.PUBLISHING, "builds of one output at once", 20, 0)
SWAPS = Figure(Chapter.PUBLISHING, "reads while publishing", 10_000, 0, "the longest took 2 ms")
PEER = Figure(Chapter.PUBLISHING, "reads while publishing", 10_000, 39, by="Hugo")
EDITS = Figure(Chapter.INCREMENTAL, "sequences of edits", 2_000, 1)


@pytest.mark.parametrize(("share", "tried"), [(0, 6), (0.1, 205), (1, 2_000)])
def test_how_much_is_tried_hangs_on_how_much_time_there_is(share: float, tried: int) -> None:
    assert Figures(share).many(short=6, long=2_000) == tried
    assert Figures(share).long == (share > 0)


def test_what_goes_by_steps_takes_smaller_ones_with_more_time() -> None:
    assert [Figures(share).many(short=31, long=1) for share in (0, 0.5, 1)] == [31, 16, 1]


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
    told = section([(PEER, 0), (SWAPS, 1), (EDITS, 0)], "date 2026-01-31")
    assert told.startswith("date 2026-01-31\n\n### A build after edits equals a build from nothing\n\n| what |")
    ours, theirs = told.split("\n")[-2:]
    assert ours == "| reads while publishing | 10,000 | 0 | long | the longest took 2 ms |"
    assert theirs == "| reads while publishing (*Hugo*) | 10,000 | 39 | short |  |"


def test_of_two_runs_that_tell_the_same_the_last_counts() -> None:
    more = Figure(EDITS.chapter, EDITS.what, 9, 0)
    assert together([(EDITS, 0), (LOCK, 0), (more, 1)]) == [(more, 1), (LOCK, 0)]


def test_the_page_tells_its_figures_back() -> None:
    rows = [(EDITS, 0.0), (LOCK, 0.1), (SWAPS, 1.0), (PEER, 0.25)]
    assert standing(f"words\n| a | 1 | 2 | long | |\n{BEGIN}\n\n{section(rows, '- date')}\n\n{END}\n") == rows


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
    assert recalled(file) == Told(1, figures=[Figure(Chapter.SAME, "hash seeds", 9, 0)])
    page.write_text(f"Words\n{BEGIN}\nold\n{END}\nmore\n")
    told = [sys.executable, "-m", "tests.reliability.report", str(file), "--page", str(page)]
    subprocess.run(told, cwd=ROOT, check=True)
    assert "| hash seeds | 9 | 0 | long |  |" in page.read_text()
    assert page.read_text().startswith(f"Words\n{BEGIN}\n\n- date ")
    assert "figures 1 of 1 in their long form" in page.read_text()
    assert page.read_text().endswith(f"{END}\nmore\n")


def test_what_a_part_of_the_tests_told_is_added_to_what_the_page_tells(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, page, more = tmp_path / "kept", tmp_path / "page.md", Figure(SWAPS.chapter, SWAPS.what, 9, 0)
    page.write_text(f"{BEGIN}\n\n{section([(SWAPS, 0), (PEER, 0), (LOCK, 1)], '- date')}\n\n{END}\n")
    kept(Told(0.25, [more]), file)
    monkeypatch.setattr("sys.argv", ["report", "--add", str(file), "--page", str(page)])
    assert main() == 0
    assert sorted(standing(page.read_text()), key=str) == sorted([(more, 0.25), (PEER, 0), (LOCK, 1)], key=str)
    assert "figures 2 of 3 in their long form" in page.read_text()
    monkeypatch.setattr("sys.argv", ["report", str(file), "--page", str(page)])
    assert main() == 0
    assert standing(page.read_text()) == [(more, 0.25)]


@pytest.mark.parametrize("share", ["0", "1.5", "much"])
def test_a_share_of_a_long_run_is_more_than_nothing_and_at_most_all(share: str) -> None:
    run = [
        sys.executable,
        "-m",
        "pytest",
        "--rootdir",
        str(ROOT),
        "-c",
        str(ROOT / "pyproject.toml"),
        "tests/reliability",
    ]
    done = subprocess.run([*run, "--long", "--share", share], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == pytest.ExitCode.USAGE_ERROR
    assert "--share" in done.stderr


def test_figures_are_recalled_as_they_were_told(tmp_path: Path) -> None:
    told = Told(0.5, figures=[LOCK, SWAPS, PEER])
    kept(told, tmp_path / "kept")
    assert recalled(tmp_path / "kept") == told
