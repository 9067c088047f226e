"""What was measured is told in docs/performance.md, and nothing else of that page is touched."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from bench.kept import Results, keep
from bench.measure import Run
from bench.page import BEGIN, END, PAGE, NoPlace, section, with_figures
from bench.results import Row, Saves
from tests.sites import ROOT

ABOUT = {"date": "2026-01-31", "Hugo": "0.168.0"}
OURS = Row("cold", 1_000, "Parley", "ours", "every page", (Run(1.0, 50_000_000, 2.0),), 1_202, 16_000_000)
HUGO = Row("cold", 1_000, "Hugo", "peer", "fewer pages", (Run(2.0, 200_000_000, 3.0),), 1_202, 14_000_000)
SAVED = Saves(1_000, "parley serve", "ours", (0.05,))
SMALL = Results(1_000, ABOUT, (OURS, HUGO), (SAVED,))
LARGE = Results(10_000, ABOUT, (OURS._replace(briefs=10_000, runs=(Run(11.0, 500_000_000, 20.0),), pages=12_002),))


def test_there_is_a_table_for_all_that_was_measured_and_none_for_the_rest() -> None:
    told = section([SMALL, LARGE])
    assert told.startswith("- 1,000 and 10,000 briefs: date 2026-01-31; Hugo 0.168.0\n")
    assert "| cold | 1,000 | Parley | 1.00 s | 1.00–1.00 | 1 | 0.50 | 2.00 s | 50 MB | 0.25 | 1,202 | 16.0 |" in told
    assert "- **Hugo**: fewer pages" in told
    assert "| Parley | 1,000 → 10,000 | × 11.0 | × 10.0 | × 10.0 |" in told
    assert "| 1,000 | parley serve | 50 ms |" in told
    assert "### Warm builds" not in told


def test_what_is_measured_for_growth_alone_stands_in_no_other_table() -> None:
    told = section([LARGE._replace(rows=(OURS, *LARGE.rows))])
    assert "× 11.0" in told
    assert "| cold | 1,000 |" not in told


def test_the_words_of_the_page_stay(tmp_path: Path) -> None:
    page = tmp_path / "performance.md"
    page.write_text(f"# Words\n\n{BEGIN}\n\nold figures\n\n{END}\n\nMore words\n")
    keep(SMALL, tmp_path / "results")
    line = [sys.executable, "-m", "bench.page", "--results", str(tmp_path / "results"), "--page", str(page)]
    subprocess.run(line, cwd=ROOT, check=True)
    assert page.read_text() == f"# Words\n\n{BEGIN}\n\n{section([SMALL])}\n\n{END}\n\nMore words\n"


def test_without_figures_the_page_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "page.md").write_text("words")
    line = [sys.executable, "-m", "bench.page", "--results", str(tmp_path), "--page", str(tmp_path / "page.md")]
    done = subprocess.run(line, cwd=ROOT, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (1, f"no figures in {tmp_path}: run make bench\n")
    assert (tmp_path / "page.md").read_text() == "words"


def test_a_page_without_marks_is_refused() -> None:
    with pytest.raises(NoPlace):
        with_figures("words", "figures")


def test_the_real_page_has_its_marks_and_figures() -> None:
    figures = PAGE.read_text().partition(BEGIN)[2].partition(END)[0]
    for heading in ("### Builds", "### Warm builds", "### From save to screen"):
        assert heading in figures
