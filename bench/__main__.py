"""Run the bench and print its table: ``python -m bench --peers DIR [--briefs 100 1000] [--rounds 5]``.

The contestants take turns (A B C, A B C, ...), so that what else the machine does falls on all of them.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from bench.contestants import ROOT, Contestant, contestants
from bench.measure import Run, run
from bench.results import Row, as_data, table

Task = Callable[[Contestant, Path, int], None]  # what is done before a run: contestant, folder, number of the round
EDITED = 7  # the brief that is edited


def cold(contestant: Contestant, folder: Path, _round: int) -> None:
    """Nothing of an earlier build is left."""
    contestant.forget(folder)


def edited(contestant: Contestant, folder: Path, number: int) -> None:
    """One brief was edited since the last build."""
    contestant.edit(folder, EDITED, f"round {number}")


def unchanged(_contestant: Contestant, _folder: Path, _round: int) -> None:
    """Nothing has changed since the last build."""


TASKS: dict[str, Task] = {"cold": cold, "one edited": edited, "nothing changed": unchanged}


def measured(everyone: Sequence[Contestant], briefs: int, rounds: int, told: Callable[[str], None]) -> list[Row]:
    """All tasks for all contestants at one size."""
    rows = []
    with tempfile.TemporaryDirectory(prefix="parley-bench-") as base:
        folders = {one.name: Path(base) / f"site-{at}" for at, one in enumerate(everyone)}
        for one in everyone:
            folders[one.name].mkdir()
            one.prepare(folders[one.name], briefs)
        for name, before in TASKS.items():
            runs: dict[str, list[Run]] = {one.name: [] for one in everyone}
            for number in range(rounds):
                for one in everyone:
                    before(one, folders[one.name], number)
                    runs[one.name].append(run(one.command, folders[one.name], one.settled()))
                    told(f"{briefs:,} briefs, {name}, {one.name}: {runs[one.name][-1].seconds:.2f} s")
            for one in everyone:
                pages, size = weighed(folders[one.name] / one.output)
                rows.append(Row(name, briefs, one.name, one.work, tuple(runs[one.name]), pages, size))
    return rows


def weighed(site: Path) -> tuple[int, int]:
    """Pages and bytes of a site."""
    files = [path for path in site.rglob("*") if path.is_file()]
    return sum(path.suffix == ".html" for path in files), sum(path.stat().st_size for path in files)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench", description="Parley beside its peers on the same work.")
    parser.add_argument("--peers", type=Path, required=True, help="the folder with `hugo` and `node_modules`")
    parser.add_argument("--briefs", type=int, nargs="+", default=[100, 1000], help="how many (default: 100 1000)")
    parser.add_argument("--rounds", type=int, default=5, help="runs of each at each task (default: 5)")
    parser.add_argument("--only", nargs="+", default=[], metavar="NAME", help="these contestants alone")
    parser.add_argument("--results", type=Path, default=ROOT / "bench/results", help="where the figures go")
    wish = parser.parse_args()
    everyone = [one for one in contestants(wish.peers) if not wish.only or one.name in wish.only]
    rows = []
    for briefs in wish.briefs:
        rows += measured(everyone, briefs, wish.rounds, lambda line: print(line, file=sys.stderr, flush=True))
    print(table(rows))
    keep(rows, wish.results)
    return 0


def keep(rows: Sequence[Row], folder: Path) -> None:
    """Write the table and the figures beside what they were measured with."""
    folder.mkdir(parents=True, exist_ok=True)
    commit = subprocess.run(["git", "describe", "--always", "--dirty"], cwd=ROOT, capture_output=True, text=True).stdout
    about = {
        "date": time.strftime("%Y-%m-%d", time.gmtime()),
        "commit": commit.strip(),
        "python": platform.python_version(),
        "system": platform.platform(terse=True),
        "cores": os.cpu_count(),
    }
    (folder / "latest.json").write_text(json.dumps({**about, "rows": as_data(rows)}, indent=1) + "\n")
    head = ", ".join(f"{key} {value}" for key, value in about.items())
    (folder / "latest.md").write_text(f"{head}\n\n{table(rows)}\n")


if __name__ == "__main__":
    sys.exit(main())
