"""Mutation testing: which small faults in a room the tests would not notice.

`.venv/bin/python -m tests.reliability.mutation parley/derive parley/read parley/publish --take 150 --seed 1`

Each mutant is put into a copy of the tree and met by the tests that run its line when nothing is wrong, which are found
out first. What lives is printed with its line. It takes some seconds a mutant; no part of `make test`.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.reliability.mutants import Mutant, mutants

ROOT = Path(__file__).parents[2]
TESTED_BY = ("tests/model", "tests/read", "tests/derive", "tests/publish", "tests/words", "tests/write")
MOST = 80  # tests that meet a mutant, those of the mirror of its room first
PATIENCE = 90  # seconds; a mutant that loops is noticed, too
PYTEST = ("-m", "pytest", "-q", "-p", "no:cacheprovider", "-m", "not reliability and not browser")

Running = Mapping[str, Mapping[int, Sequence[str]]]  # file -> line -> the tests that run it


def running(tree: Path) -> Running:
    """Which tests run which lines of `parley/`."""
    from coverage import CoverageData

    data = tree / ".coverage.mutation"
    covering = ("--cov=parley", "--cov-context=test", "--cov-report=", "--cov-fail-under=0")
    subprocess.run(
        [sys.executable, *PYTEST, *covering, *TESTED_BY],
        cwd=tree, env=os.environ | {"COVERAGE_FILE": str(data)}, check=True, stdout=subprocess.DEVNULL,
    )  # fmt: skip
    kept = CoverageData(str(data))
    kept.read()
    found: dict[str, dict[int, list[str]]] = {}
    for file in kept.measured_files():
        lines = kept.contexts_by_lineno(file)
        found[Path(file).relative_to(tree).as_posix()] = {
            line: sorted({test.partition("|")[0] for test in tests if test}) for line, tests in lines.items()
        }
    return found


def chosen(rooms: Sequence[str], take: int, seed: int) -> list[tuple[str, Mutant]]:
    """A sample of the mutants of all modules in ``rooms``, the same for the same seed; as many of each room."""
    found: list[tuple[str, Mutant]] = []
    for room in rooms:
        files = sorted((ROOT / room).rglob("*.py")) if (ROOT / room).is_dir() else [ROOT / room]
        every = [(file.relative_to(ROOT).as_posix(), mutant) for file in files for mutant in mutants(file.read_text())]
        found += random.Random(seed).sample(every, min(len(every), take // len(rooms)))
    return found


def verdict(tree: Path, file: str, mutant: Mutant, tests: Sequence[str]) -> str:
    """What becomes of a mutant: "killed", "survived", "slow" (killed by the clock), or "unmet" by any test."""
    if not tests:
        return "unmet"
    path = tree / file
    before = path.read_text()
    mirror = file.replace("parley/", "tests/", 1).rpartition("/")[0]
    nearest = sorted(tests, key=lambda test: (not test.startswith(mirror), test))[:MOST]
    try:
        path.write_text(mutant.text)
        done = subprocess.run(
            [sys.executable, *PYTEST, "-x", *nearest],
            cwd=tree, capture_output=True, timeout=PATIENCE, check=False,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        return "slow"
    finally:
        path.write_text(before)
    return "survived" if done.returncode == 0 else "killed"


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("rooms", nargs="+", help="folders or files below parley/")
    parser.add_argument("--take", type=int, default=150, help="mutants in all")
    parser.add_argument("--seed", type=int, default=1)
    wish = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder) / "tree"
        shutil.copytree(ROOT, tree, ignore=shutil.ignore_patterns(".git", ".venv", "output", ".hypothesis", ".*_cache"))
        known, verdicts = running(tree), Counter[str]()
        for file, mutant in chosen(wish.rooms, wish.take, wish.seed):
            found = verdict(tree, file, mutant, known.get(file, {}).get(mutant.line, ()))
            verdicts[found] += 1
            if found in ("survived", "unmet"):
                line = (ROOT / file).read_text().splitlines()[mutant.line - 1].strip()
                print(f"{file}:{mutant.line}: {found}: {mutant.fault}: {line}", flush=True)
    print(", ".join(f"{number} {found}" for found, number in sorted(verdicts.items())))


if __name__ == "__main__":
    main()
