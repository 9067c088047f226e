"""Results as files: what was measured at one size, with when, where and by which versions, to be read again."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from bench.measure import Run
from bench.results import Row, Saves


class Results(NamedTuple):
    """What one run of the bench measured at one size. ``about`` tells of the run: day, commit, machine, versions."""

    briefs: int
    about: Mapping[str, str]
    rows: tuple[Row, ...]
    saves: tuple[Saves, ...] = ()


def keep(results: Results, folder: Path) -> Path:
    """Write ``results`` into ``folder``, in place of earlier ones of that size."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{results.briefs}.json"
    rows = [{**row._asdict(), "runs": [run._asdict() for run in row.runs]} for row in results.rows]
    saves = [one._asdict() for one in results.saves]
    data = {"briefs": results.briefs, "about": dict(results.about), "rows": rows, "saves": saves}
    file.write_text(json.dumps(data, indent=1) + "\n")
    return file


def kept(folder: Path) -> list[Results]:
    """All results in ``folder``, the smallest size first. What an earlier bench left in another form is passed over."""
    found = []
    for file in folder.glob("*.json"):
        with contextlib.suppress(KeyError, TypeError):
            found.append(_read(json.loads(file.read_text())))
    return sorted(found, key=lambda results: results.briefs)


def _read(data: dict[str, Any]) -> Results:
    rows = tuple(Row(**{**row, "runs": tuple(Run(**run) for run in row["runs"])}) for row in data["rows"])
    saves = tuple(Saves(**{**one, "seconds": tuple(one["seconds"])}) for one in data["saves"])
    return Results(data["briefs"], data["about"], rows, saves)


def all_rows(results: Sequence[Results]) -> list[Row]:
    """The rows of all ``results``, but each thing that was measured once: as it was at its own size, if it was."""
    found: dict[tuple[str, int, str], Row] = {}
    for one in results:
        for row in one.rows:
            key = (row.task, row.briefs, row.name)
            if key not in found or row.briefs == one.briefs:
                found[key] = row
    return list(found.values())
