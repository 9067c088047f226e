"""The table sets each contestant beside the first one at the same task."""

from __future__ import annotations

from bench.measure import Run
from bench.results import Row, as_data, table

LOW, HIGH = 50_000_000, 100_000_000
ROWS = [
    Row("cold", 100, "Parley", "all", (Run(2.0, HIGH), Run(4.0, HIGH), Run(3.0, HIGH)), 10, 5_000_000),
    Row("cold", 100, "Hugo", "less", (Run(1.0, LOW), Run(2.0, LOW), Run(1.5, LOW)), 8, 4_000_000),
]


def test_ratios_are_of_medians_to_the_first() -> None:
    lines = table(ROWS).splitlines()
    assert lines[2] == "| cold | 100 | Parley | 3.00 s | 2.00–4.00 | 1.00 | 100 MB | 1.00 | 10 | 5.0 |"
    assert lines[3] == "| cold | 100 | Hugo | 1.50 s | 1.00–2.00 | 0.50 | 50 MB | 0.50 | 8 | 4.0 |"


def test_every_run_is_kept_for_machines() -> None:
    assert [row["seconds"] for row in as_data(ROWS)] == [[2.0, 4.0, 3.0], [1.0, 2.0, 1.5]]
