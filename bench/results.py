"""What was measured, and the tables of it: ours as ratios of medians to the faster peer in the same run, and growth."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from statistics import median
from typing import NamedTuple

from bench.contestants import Part
from bench.measure import Run


class Row(NamedTuple):
    """All runs of one contestant at one task."""

    task: str
    briefs: int
    name: str
    part: Part
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

    @property
    def busy(self) -> float:
        return median(run.busy for run in self.runs)


class Saves(NamedTuple):
    """All saves with one server: the seconds from each to the paint of what it changed."""

    briefs: int
    name: str
    part: Part
    seconds: tuple[float, ...]


def faster_peer(rows: Iterable[Row], like: Row) -> Row | None:
    """The peer that was the fastest at the task of ``like``, if one took part."""
    peers = [row for row in rows if row.part == "peer" and (row.task, row.briefs) == (like.task, like.briefs)]
    return min(peers, key=lambda row: row.seconds, default=None)


HEADS = (
    *("task", "briefs", "", "median", "range", "runs", "to the faster peer"),
    *("processor", "memory", "to its memory", "pages", "MB"),
)


def table(rows: Sequence[Row]) -> str:
    """``rows`` as a Markdown table. Ratios are of medians, to those of the faster peer at the same task."""
    lines = [_line(HEADS), "|---|--:|---|" + "--:|" * (len(HEADS) - 3)]
    return "\n".join([*lines, *(_line([*_time_cells(row, rows), *_size_cells(row, rows)]) for row in rows)])


def _time_cells(row: Row, rows: Sequence[Row]) -> list[str]:
    peer, times = faster_peer(rows, row), [run.seconds for run in row.runs]
    ratio = f"{row.seconds / peer.seconds:.2f}" if peer else ""
    begin = [row.task, f"{row.briefs:,}", row.name, f"{row.seconds:.2f} s"]
    return [*begin, f"{min(times):.2f}–{max(times):.2f}", str(len(times)), ratio, f"{row.busy:.2f} s"]


def _size_cells(row: Row, rows: Sequence[Row]) -> list[str]:
    peer = faster_peer(rows, row)
    ratio = f"{row.peak / peer.peak:.2f}" if peer else ""
    return [f"{row.peak / 1e6:,.0f} MB", ratio, f"{row.pages:,}", f"{row.size / 1e6:,.1f}"]


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def warm_table(rows: Sequence[Row]) -> str:
    """How much of its own cold build each of ours takes when little or nothing has changed; empty without any."""
    lines = ["| | briefs | one edited, to cold | nothing changed, to cold |", "|---|--:|--:|--:|"]
    by_task = {(row.name, row.briefs, row.task): row.seconds for row in rows if row.part != "aside"}
    for name, briefs in dict.fromkeys((name, briefs) for name, briefs, _ in by_task):
        cold = by_task.get((name, briefs, "cold"))
        warm = [by_task.get((name, briefs, task)) for task in ("one edited", "nothing changed")]
        if cold and all(warm):
            lines.append(f"| {name} | {briefs:,} | " + " | ".join(f"{each / cold:.1%}" for each in warm if each) + " |")
    return "\n".join(lines) if len(lines) > 2 else ""


def growth_table(rows: Sequence[Row]) -> str:
    """What ten times the briefs cost, for each contestant that built both cold; empty where none did."""
    cold = {(row.name, row.briefs): row for row in rows if row.task == "cold"}
    lines = ["| | briefs | time | memory | pages |", "|---|--:|--:|--:|--:|"]
    for (name, briefs), row in cold.items():
        if less := cold.get((name, briefs // 10)):
            lines.append(
                f"| {name} | {less.briefs:,} → {briefs:,} | × {row.seconds / less.seconds:.1f} | "
                f"× {row.peak / less.peak:.1f} | × {row.pages / max(less.pages, 1):.1f} |"
            )
    return "\n".join(lines) if len(lines) > 2 else ""


def saves_table(saves: Sequence[Saves]) -> str:
    """From save to screen; empty where that was not measured."""
    lines = ["| briefs | | median | range | saves | to the peer |", "|--:|---|--:|--:|--:|--:|"]
    for one in saves:
        peer = next((other for other in saves if other.part == "peer" and other.briefs == one.briefs), None)
        ratio = f"{median(one.seconds) / median(peer.seconds):.2f}" if peer else ""
        lines.append(
            f"| {one.briefs:,} | {one.name} | {1000 * median(one.seconds):,.0f} ms | "
            f"{1000 * min(one.seconds):,.0f}–{1000 * max(one.seconds):,.0f} | {len(one.seconds)} | {ratio} |"
        )
    return "\n".join(lines) if saves else ""
