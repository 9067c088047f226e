"""The figures as ``docs/reliability.md`` tells them: ``python -m tests.reliability.report FILE`` puts those there that
``pytest --figures FILE`` kept. The page keeps its words; what stands between its two marks is replaced."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from bench.about import here
from bench.page import END, with_figures
from tests.reliability.figures import Chapter, Figure, recalled

PAGE = Path(__file__).parents[2] / "docs/reliability.md"
BEGIN = "<!-- The figures below are made by: make test-long -->"


def section(figures: Sequence[Figure], about: str) -> str:
    """All ``figures`` as Markdown, a table for each chapter; ``about`` says what they were reached with."""
    tables = [_table(chapter, [one for one in figures if one.chapter == chapter]) for chapter in Chapter]
    return "\n\n".join([about, *filter(None, tables)])


def _table(chapter: Chapter, figures: Sequence[Figure]) -> str:
    if not figures:
        return ""
    rows = [
        f"| {one.what if one.by == 'Parley' else f'{one.what} (*{one.by}*)'} | {one.tried:,} | {one.wrong:,} "
        f"| {one.note} |"
        for one in sorted(figures, key=lambda one: (one.what, one.by != "Parley", one.by))
    ]
    return "\n".join([f"### {chapter}", "", "| what | tried | wrong | |", "|---|--:|--:|---|", *rows])


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.reliability.report", description=__doc__.splitlines()[0])
    parser.add_argument("figures", type=Path, help="what `pytest --figures` kept")
    parser.add_argument("--page", type=Path, default=PAGE, help="where they go (default: docs/reliability.md)")
    wish = parser.parse_args()
    told = recalled(wish.figures)
    how = "as much as a night allows" if told.long else "in the short form of every run"
    about = "; ".join(f"{name} {value}" for name, value in {**here(), "tried": how}.items())
    wish.page.write_text(with_figures(wish.page.read_text(), section(told.figures, f"- {about}"), BEGIN, END))
    return 0


if __name__ == "__main__":
    sys.exit(main())
