"""The runs: every contestant at every task, in turns (A B C, A B C, ...), so that what else the machine does falls on
all of them.

Before anything is measured, those of the same work build their sites once: that brings their files into the system's
cache, and shows whether the work is the same. A slow contestant leaves the turns when it has used up its time; the
table says how many runs each had.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from bench.contestants import SAME, Contestant
from bench.fair import hold_to_the_same_work, looked_at
from bench.measure import Run, run
from bench.results import Row

EDITED = 7  # the brief that is edited
Tell = Callable[[str], None]
Before = Callable[[Contestant, Path, int], None]  # done before a run: contestant, folder, number of the round


class Patience(NamedTuple):
    """How often each task is measured: ``rounds`` times, or until its runs took ``seconds`` together."""

    rounds: int
    seconds: float


def cold(contestant: Contestant, folder: Path, _round: int) -> None:
    """Nothing of an earlier build is left."""
    contestant.forget(folder)


def edited(contestant: Contestant, folder: Path, number: int) -> None:
    """One brief was edited since the last build."""
    contestant.edit(folder, EDITED, f"round {number}")


def unchanged(_contestant: Contestant, _folder: Path, _round: int) -> None:
    """Nothing has changed since the last build."""


TASKS: dict[str, Before] = {"cold": cold, "one edited": edited, "nothing changed": unchanged}


def measured(everyone: Sequence[Contestant], briefs: int, patience: Patience, tell: Tell) -> list[Row]:
    """All tasks of all contestants at one size. Raises :class:`bench.fair.Unfair` where they differ in their work, and
    :class:`bench.measure.Failed` where one of them does not build."""
    rows = []
    with tempfile.TemporaryDirectory(prefix="parley-bench-") as base:
        places = {one.name: Path(base) / f"site-{at}" for at, one in enumerate(everyone)}
        for one in everyone:
            places[one.name].mkdir()
            one.prepare(places[one.name], briefs)
        same = [one for one in everyone if one.work == SAME and one.part != "aside"]
        for one in same:
            tell(f"{briefs:,} briefs, {one.name}: a run that is not counted")
            run(one.command, places[one.name], one.settled())
        hold_to_the_same_work({one.name: looked_at(places[one.name] / one.output) for one in same})
        for task in TASKS:
            taking = [one for one in everyone if task in one.tasks]
            runs = _turns(task, taking, places, patience, lambda line: tell(f"{briefs:,} briefs, {line}"))
            for one in taking:
                pages, size = weighed(places[one.name] / one.output)
                rows.append(Row(task, briefs, one.name, one.part, one.work, tuple(runs[one.name]), pages, size))
    return rows


def single(contestant: Contestant, briefs: int, tell: Tell) -> Row:
    """One cold build by ``contestant``: of a site that is too large for more, or for the figures of growth."""
    with tempfile.TemporaryDirectory(prefix="parley-bench-") as base:
        folder = Path(base) / "site"
        folder.mkdir()
        contestant.prepare(folder, briefs)
        done = run(contestant.command, folder, contestant.settled())
        tell(f"{briefs:,} briefs, once, {contestant.name}: {done.seconds:.2f} s")
        pages, size = weighed(folder / contestant.output)
    return Row("cold", briefs, contestant.name, contestant.part, contestant.work, (done,), pages, size)


def _turns(
    task: str, everyone: Sequence[Contestant], places: dict[str, Path], patience: Patience, tell: Tell
) -> dict[str, list[Run]]:
    runs: dict[str, list[Run]] = {one.name: [] for one in everyone}
    for number in range(patience.rounds):
        for one in everyone:
            known, folder = runs[one.name], places[one.name]
            if sum(done.seconds for done in known) < patience.seconds:
                TASKS[task](one, folder, number)
                known.append(run(one.command, folder, one.settled()))
                tell(f"{task}, {one.name}: {known[-1].seconds:.2f} s")
    return runs


def weighed(site: Path) -> tuple[int, int]:
    """Pages and bytes of a site; none where nothing was written."""
    files = [path for path in site.rglob("*") if path.is_file()]
    return sum(path.suffix == ".html" for path in files), sum(path.stat().st_size for path in files)
