"""Results are read again as they were kept."""

from __future__ import annotations

from pathlib import Path

from bench.kept import Results, all_rows, keep, kept
from bench.measure import Run
from bench.results import Row, Saves

SMALL = Row("cold", 1_000, "Parley", "ours", "all", (Run(1.5, 50_000_000, 2.5), Run(1.25, 40_000_000, 2.0)), 10, 5_000)
LARGE = SMALL._replace(briefs=10_000, pages=100)
SAVED = Saves(1_000, "parley serve", "ours", (0.05, 0.075))
ABOUT = {"date": "2026-01-31", "Hugo": "0.168.0"}


def test_results_of_all_sizes_are_kept_side_by_side(tmp_path: Path) -> None:
    small, large = Results(1_000, ABOUT, (SMALL,), (SAVED,)), Results(10_000, ABOUT, (LARGE,))
    keep(large, tmp_path)
    keep(small._replace(rows=()), tmp_path)
    keep(small, tmp_path)
    assert kept(tmp_path) == [small, large]


def test_what_has_another_form_is_passed_over(tmp_path: Path) -> None:
    keep(Results(1_000, ABOUT, (SMALL,)), tmp_path)
    (tmp_path / "latest.json").write_text('{"date": "2026-01-30", "rows": []}')
    whole = (tmp_path / "1000.json").read_text()
    (tmp_path / "100.json").write_text(whole.replace('"busy"', '"unknown"'))
    assert kept(tmp_path) == [Results(1_000, ABOUT, (SMALL,))]


def test_a_figure_at_its_own_size_goes_before_one_measured_for_growth() -> None:
    aside = SMALL._replace(runs=(Run(9.0, 1, 9.0),))
    for both in ([Results(1_000, ABOUT, (SMALL,)), Results(10_000, ABOUT, (aside, LARGE))],
                 [Results(10_000, ABOUT, (aside, LARGE)), Results(1_000, ABOUT, (SMALL,))]):  # fmt: skip
        assert set(all_rows(both)) == {SMALL, LARGE}
