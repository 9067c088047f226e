"""The figures as ``docs/performance.md`` tells them: ``python -m bench.page`` puts those of ``bench/results/`` there.

The page keeps its words; what stands between its two marks is replaced.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from bench.contestants import ROOT
from bench.kept import Results, all_rows, kept
from bench.results import Row, growth_table, saves_table, table, warm_table

PAGE = ROOT / "docs/performance.md"
BEGIN, END = "<!-- The figures below are made by: python -m bench.page -->", "<!-- The end of the figures -->"


class NoPlace(Exception):
    """The page has no marks between which the figures could go."""


def section(results: Sequence[Results]) -> str:
    """All ``results`` as Markdown: what was measured with, then the tables, without headings for what was not."""
    rows = all_rows(results)
    at_size = {one.briefs for one in results}
    parts = [
        _about(results),
        f"### Builds\n\n{table([row for row in rows if row.briefs in at_size])}\n\n{_works(rows)}" if rows else "",
        _titled("Warm builds", warm_table(rows)),
        _titled("From save to screen", saves_table([save for one in results for save in one.saves])),
        _titled("Growth", growth_table(rows)),
    ]
    return "\n\n".join(filter(None, parts))


def _titled(title: str, body: str) -> str:
    return body and f"### {title}\n\n{body}"


def _works(rows: Sequence[Row]) -> str:
    works = {row.name: row.work for row in rows}
    return "\n".join(["What each builds:", "", *(f"- **{name}**: {work}" for name, work in works.items())])


def _about(results: Sequence[Results]) -> str:
    """Each run that differs from the others, with its sizes."""
    sizes: dict[str, list[int]] = {}
    for one in results:
        sizes.setdefault("; ".join(f"{name} {value}" for name, value in one.about.items()), []).append(one.briefs)
    return "\n".join(
        f"- {' and '.join(f'{briefs:,}' for briefs in found)} briefs: {told}" for told, found in sizes.items()
    )


def with_figures(page: str, figures: str, begin: str = BEGIN, end: str = END) -> str:
    """``page`` with ``figures`` between its marks ``begin`` and ``end``. Raises :class:`NoPlace`."""
    before, begun, rest = page.partition(begin)
    _, ended, after = rest.partition(end)
    if not begun or not ended:
        raise NoPlace(f"the page needs two lines:\n{begin}\n{end}")
    return f"{before}{begin}\n\n{figures}\n\n{end}{after}"


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.page", description="Tell in docs/ what was measured.")
    parser.add_argument("--results", type=Path, default=ROOT / "bench/results", help="where the figures are")
    parser.add_argument("--page", type=Path, default=PAGE, help="where they go (default: docs/performance.md)")
    wish = parser.parse_args()
    found = kept(wish.results)
    if not found:
        print(f"no figures in {wish.results}: run make bench", file=sys.stderr)
        return 1
    wish.page.write_text(with_figures(wish.page.read_text(), section(found)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
