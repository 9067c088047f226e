"""What was measured, and the table of it: each contestant beside Parley, as a ratio of medians from one run."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median
from typing import NamedTuple

from bench.measure import Run


class Row(NamedTuple):
    """All runs of one contestant at one task."""

    task: str
    briefs: int
    name: str
    work: str
    runs: tuple[Run, ...]
    pages: int
    size: int  # bytes of the site

    @property
    def seconds(self) -> float:
        return median(run.seconds for run in self.runs)

    @property
    def peak(self) -> float:
        return median(run.peak for run in self.runs)


def table(rows: Sequence[Row]) -> str:
    """``rows`` as a Markdown table. The ratio is that contestant's time to the first one's at the same task."""
    lines = [
        "| task | briefs | | median | range | to Parley | memory | to Parley | pages | MB |",
        "|---|--:|---|--:|--:|--:|--:|--:|--:|--:|",
    ]
    for row in rows:
        first = next(one for one in rows if (one.task, one.briefs) == (row.task, row.briefs))
        times = [run.seconds for run in row.runs]
        lines.append(
            f"| {row.task} | {row.briefs:,} | {row.name} | {row.seconds:.2f} s | {min(times):.2f}–{max(times):.2f} | "
            f"{row.seconds / first.seconds:.2f} | {row.peak / 1e6:.0f} MB | {row.peak / first.peak:.2f} | "
            f"{row.pages:,} | {row.size / 1e6:.1f} |"
        )
    return "\n".join(lines)


def as_data(rows: Sequence[Row]) -> list[dict[str, object]]:
    """``rows`` for a file that machines read: seconds and bytes of every run."""
    return [
        {
            "task": row.task,
            "briefs": row.briefs,
            "contestant": row.name,
            "work": row.work,
            "seconds": [round(run.seconds, 4) for run in row.runs],
            "peak_bytes": [run.peak for run in row.runs],
            "pages": row.pages,
            "site_bytes": row.size,
        }
        for row in rows
    ]
