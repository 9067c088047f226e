"""The figures as ``docs/reliability.md`` tells them: ``python -m tests.reliability.report FILE...`` puts those there
that ``pytest --figures=FILE`` kept. Of files that tell the same, the last one counts, so that what was tried for a
night can stand in for the short form of it. The page keeps its words; what stands between its two marks is replaced."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from bench.about import here
from bench.page import END, with_figures
from tests.reliability.figures import Chapter, Figure, Told, recalled

PAGE = Path(__file__).parents[2] / "docs/reliability.md"
BEGIN = "<!-- The figures below are made by: make test-long -->"


Row = tuple[Figure, bool]  # with whether it was the long form


def section(rows: Sequence[Row], about: str) -> str:
    """All figures as Markdown, a table for each chapter; ``about`` says what they were reached with."""
    tables = [_table(chapter, [row for row in rows if row[0].chapter == chapter]) for chapter in Chapter]
    return "\n\n".join([about, *filter(None, tables)])


def _table(chapter: Chapter, rows: Sequence[Row]) -> str:
    if not rows:
        return ""
    lines = [
        f"| {one.what if one.by == 'Parley' else f'{one.what} (*{one.by}*)'} | {one.tried:,} | {one.wrong:,} "
        f"| {'long' if long else 'short'} | {one.note} |"
        for one, long in sorted(rows, key=lambda row: (row[0].what, row[0].by != "Parley", row[0].by))
    ]
    return "\n".join([f"### {chapter}", "", "| what | tried | wrong | form | |", "|---|--:|--:|---|---|", *lines])


def together(told: Iterable[Told]) -> list[Row]:
    """The figures of all runs: of those that tell the same, the last."""
    rows = {(one.chapter, one.what, one.by): (one, run.long) for run in told for one in run.figures}
    return list(rows.values())


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.reliability.report", description=__doc__.splitlines()[0])
    parser.add_argument("figures", type=Path, nargs="+", metavar="FILE", help="what `pytest --figures` kept")
    parser.add_argument("--page", type=Path, default=PAGE, help="where they go (default: docs/reliability.md)")
    wish = parser.parse_args()
    rows = together(map(recalled, wish.figures))
    how = f"{sum(long for _, long in rows)} of {len(rows)} in their long form, the others as every run tries them"
    about = "; ".join(f"{name} {value}" for name, value in {**here(), "figures": how}.items())
    wish.page.write_text(with_figures(wish.page.read_text(), section(rows, f"- {about}"), BEGIN, END))
    return 0


if __name__ == "__main__":
    sys.exit(main())
