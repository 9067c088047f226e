"""The figures as ``docs/reliability.md`` tells them: ``python -m tests.reliability.report FILE...`` puts those there
that ``pytest --figures=FILE`` kept. Of files that tell the same, the last one counts, so that what was tried for a
night can stand in for the short form of it. The page keeps its words; what stands between its two marks is replaced,
or with ``--add`` what the files tell of it."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from bench.about import here
from bench.page import END, with_figures
from tests.reliability.figures import Chapter, Figure, recalled

PAGE = Path(__file__).parents[2] / "docs/reliability.md"
BEGIN = "<!-- The figures below are made by: make test-long -->"


ROW = re.compile(r"\| (.+?)(?: \(\*(.+)\*\))? \| ([\d,]+) \| ([\d,]+) \| (\d+ %|long|short) \| (.*?) ?\|")

Row = tuple[Figure, float]  # with the share of the long form that was tried


def section(rows: Sequence[Row], about: str) -> str:
    """All figures as Markdown, a table for each chapter; ``about`` says what they were reached with."""
    tables = [_table(chapter, [row for row in rows if row[0].chapter == chapter]) for chapter in Chapter]
    return "\n\n".join([about, *filter(None, tables)])


def _table(chapter: Chapter, rows: Sequence[Row]) -> str:
    if not rows:
        return ""
    lines = [
        f"| {one.what if one.by == 'Parley' else f'{one.what} (*{one.by}*)'} | {one.tried:,} | {one.wrong:,} "
        f"| {_form(share)} | {one.note} |"
        for one, share in sorted(rows, key=lambda row: (row[0].what, row[0].by != "Parley", row[0].by))
    ]
    return "\n".join([f"### {chapter}", "", "| what | tried | wrong | form | |", "|---|--:|--:|---|---|", *lines])


def _form(share: float) -> str:
    return {0: "short", 1: "long"}.get(share) or f"{share:.0%}".replace("%", " %")


def standing(page: str) -> list[Row]:
    """The figures that ``page`` tells already, as they were put there."""
    rows, chapter = [], None
    for line in page.partition(BEGIN)[2].partition(END)[0].splitlines():
        if line.startswith("### "):
            chapter = Chapter(line.removeprefix("### "))
        elif chapter and (found := ROW.fullmatch(line)):
            what, by, tried, wrong, form, note = found.groups()
            share = {"short": 0, "long": 1}.get(form)
            figure = Figure(chapter, what, _number(tried), _number(wrong), note, by or "Parley")
            rows.append((figure, int(form.split()[0]) / 100 if share is None else share))
    return rows


def _number(told: str) -> int:
    return int(told.replace(",", ""))


def together(told: Iterable[Row]) -> list[Row]:
    """Of rows that tell the same, the last."""
    return list({(one.chapter, one.what, one.by): (one, share) for one, share in told}.values())


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.reliability.report", description=__doc__.splitlines()[0])
    parser.add_argument("figures", type=Path, nargs="+", metavar="FILE", help="what `pytest --figures` kept")
    parser.add_argument("--page", type=Path, default=PAGE, help="where they go (default: docs/reliability.md)")
    parser.add_argument("--add", action="store_true", help="what the page tells and no file does stays as it is")
    wish = parser.parse_args()
    page = wish.page.read_text()
    runs = map(recalled, wish.figures)
    rows = together([*(standing(page) if wish.add else []), *((one, run.share) for run in runs for one in run.figures)])
    how = f"{sum(share > 0 for _, share in rows)} of {len(rows)} in their long form, the others as every run tries them"
    told = here() | {"figures": how} | ({"of": "the last run; others are of runs before it"} if wish.add else {})
    about = "; ".join(f"{name} {value}" for name, value in told.items())
    wish.page.write_text(with_figures(page, section(rows, f"- {about}"), BEGIN, END))
    return 0


if __name__ == "__main__":
    sys.exit(main())
