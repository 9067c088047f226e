"""The tables set ours beside the faster peer, and each size beside a tenth of it."""

from __future__ import annotations

from bench.measure import Run
from bench.results import Row, Saves, growth_table, saves_table, table, warm_table

LOW, HIGH = 50_000_000, 100_000_000


def row(
    name: str, part: str, seconds: tuple[float, ...], peak: int = HIGH, task: str = "cold", briefs: int = 100
) -> Row:
    runs = tuple(Run(each, peak, 2 * each) for each in seconds)
    return Row(task, briefs, name, part, "pages", runs, 10, 5_000_000)  # type: ignore[arg-type]


OURS = row("Parley", "ours", (2.0, 4.0, 3.0))
HUGO = row("Hugo", "peer", (1.0, 2.0, 1.5), LOW)
ELEVENTY = row("Eleventy", "peer", (1.6,), HIGH)
ASIDE = row("Hugo, nothing written", "aside", (0.5,), LOW)


def test_ratios_are_of_medians_to_the_faster_peer() -> None:
    lines = table([OURS, HUGO, ELEVENTY, ASIDE]).splitlines()
    assert lines[2] == "| cold | 100 | Parley | 3.00 s | 2.00–4.00 | 3 | 2.00 | 6.00 s | 100 MB | 2.00 | 10 | 5.0 |"
    assert lines[3] == "| cold | 100 | Hugo | 1.50 s | 1.00–2.00 | 3 | 1.00 | 3.00 s | 50 MB | 1.00 | 10 | 5.0 |"
    assert lines[4] == "| cold | 100 | Eleventy | 1.60 s | 1.60–1.60 | 1 | 1.07 | 3.20 s | 100 MB | 2.00 | 10 | 5.0 |"
    assert lines[5] == (
        "| cold | 100 | Hugo, nothing written | 0.50 s | 0.50–0.50 | 1 | 0.33 | 1.00 s | 50 MB | 1.00 | 10 | 5.0 |"
    )


def test_peers_at_another_task_or_size_are_not_compared_with() -> None:
    other = [HUGO._replace(task="one edited"), HUGO._replace(briefs=1_000)]
    assert (
        table([OURS, *other]).splitlines()[2].startswith("| cold | 100 | Parley | 3.00 s | 2.00–4.00 | 3 |  | 6.00 s")
    )


def test_warm_builds_are_shares_of_the_own_cold_one() -> None:
    warm = [row("Parley", "ours", (0.15,), task="one edited"), row("Parley", "ours", (0.03,), task="nothing changed")]
    assert warm_table([OURS, HUGO, *warm]).splitlines()[2:] == ["| Parley | 100 | 5.0% | 1.0% |"]
    assert warm_table([OURS, HUGO]) == ""


def test_growth_is_from_a_tenth_of_the_briefs() -> None:
    larger = row("Parley", "ours", (33.0,), 900_000_000, briefs=1_000)._replace(pages=95)
    assert growth_table([OURS, HUGO, larger]).splitlines()[2:] == ["| Parley | 100 → 1,000 | × 11.0 | × 9.0 | × 9.5 |"]
    assert growth_table([OURS, HUGO]) == ""


def test_saves_are_told_in_milliseconds_beside_the_peer() -> None:
    ours = Saves(1_000, "parley serve", "ours", (0.04, 0.08, 0.05))
    peer = Saves(1_000, "hugo server", "peer", (0.2, 0.3))
    assert saves_table([ours, peer]).splitlines()[2:] == [
        "| 1,000 | parley serve | 50 ms | 40–80 | 3 | 0.20 |",
        "| 1,000 | hugo server | 250 ms | 200–300 | 2 | 1.00 |",
    ]
    assert saves_table([]) == ""
