"""Run the bench and print its tables: ``python -m bench --peers DIR [--briefs 100 1000] [--rounds 5] [--saves 15]``.

What was measured is kept in ``bench/results/``, one file a size, from which ``python -m bench.page`` makes the tables
of ``docs/performance.md``.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from bench import saves
from bench.about import about
from bench.contestants import ROOT, contestants
from bench.fair import Unfair
from bench.kept import Results, keep
from bench.measure import Failed
from bench.page import section
from bench.plan import plan
from bench.runner import Patience, measured, single


def main() -> int:
    wish = _parser().parse_args()
    try:
        found = list(_results(wish))
    except (Unfair, Failed, saves.NotShown) as fault:
        _tell(f"bench: {fault}")
        return 1
    for results in found:
        keep(results, wish.results)
    told = section(found)
    (wish.results / "latest.md").write_text(f"{told}\n")
    print(told)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench", description="Parley beside its peers on the same work.")
    parser.add_argument("--peers", type=Path, required=True, help="the folder with `hugo` and `node_modules`")
    parser.add_argument("--briefs", type=int, nargs="+", default=[100, 1000], help="how many (default: 100 1000)")
    parser.add_argument("--rounds", type=int, default=5, help="runs of each at each task (default: 5)")
    parser.add_argument(
        "--seconds", type=float, default=8, help="no further run of one at a task after so long (default: 8)"
    )
    parser.add_argument("--saves", type=int, default=15, help="saves with each server (default: 15; 0: none)")
    parser.add_argument("--saving", type=float, default=45, help="no further save after so many seconds (default: 45)")
    parser.add_argument("--only", nargs="+", default=[], metavar="NAME", help="these contestants alone")
    parser.add_argument("--results", type=Path, default=ROOT / "bench/results", help="where the figures go")
    return parser


def _results(wish: argparse.Namespace) -> Iterator[Results]:
    """What there is to measure, size by size. Saves are left out where no browser is named by ``CHROMIUM``."""
    everyone = [one for one in contestants(wish.peers) if not wish.only or one.name in wish.only]
    browser = os.environ.get("CHROMIUM", "")
    told = about(wish.peers, browser)
    if not browser and wish.saves:
        _tell("the variable CHROMIUM names no browser: the time from save to screen is left out")
    for briefs in wish.briefs:
        todo = plan(everyone, briefs, wish.briefs)
        rows = [single(one, briefs // 10, _tell) for one in todo.tenth]
        rows += measured(todo.turns, briefs, Patience(wish.rounds, wish.seconds), _tell) if todo.turns else []
        rows += [single(one, briefs, _tell) for one in todo.once]
        shown = []
        if todo.saves and browser and wish.saves and not wish.only:
            patience = saves.Patience(wish.saves, wish.saving)
            shown = saves.saved(saves.servers(wish.peers), briefs, patience, browser, _tell)
        yield Results(briefs, told, tuple(rows), tuple(shown))


def _tell(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
