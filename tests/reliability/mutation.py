"""Mutation testing: which small faults in a room the tests would not notice.

`.venv/bin/python -m tests.reliability.mutation parley/derive parley/read parley/publish --take 150 --seed 1`

Each mutant is put into a copy of the tree and met by the tests that run its lines when nothing is wrong, which are
found out first (`--known FILE` keeps that). What lives, or is ended by the clock, is printed with what was changed.
It takes some seconds a mutant, so it is no part of `make test`.

A mutant of what deletes and exchanges folders might do so anywhere, so it is run with processes and mounts of its own,
where nothing can be written but the copy (Linux, `unshare`).
"""

from __future__ import annotations

import argparse
import ast
import difflib
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from tests.reliability.mutants import Mutant, mutants

ROOT = Path(__file__).parents[2]
TESTED_BY = ("tests/model", "tests/read", "tests/derive", "tests/publish", "tests/words", "tests/write")
# These go on as another user, who can't write the record of what was run.
UNTRACED = ("tests/read/test_files.py::test_a_file_or_folder_that_is_closed_to_us_is_told",)
ELSEWHERE = {  # modules that are tested by what uses them
    "parley/derive/edited.py": "tests/site/live/test_libraries.py",
}
FIRST = 40  # tests that meet a mutant at once, the nearest; the others meet what these leave alive
PATIENCE = (90, 400)  # seconds for the first tests, and for the others; a mutant that loops is noticed, too
SAME = ("--hypothesis-seed=1", "-m", "not browser")
PYTEST = ("-m", "pytest", "-q", "-p", "no:cacheprovider")

# Mounts of its own: "$0" and what is below can be written, all else of the disk only read. Processes of its own: none
# but its own can be killed, and all are gone with it.
OWN_VIEW = ("unshare", "--mount", "--pid", "--fork", "--kill-child", "--mount-proc")
READ_ONLY = """
mount --bind "$0" "$0"
while read -r _ place _; do
  case $place in "$0"|/proc*|/dev*|/sys*) ;; *) mount -o remount,bind,ro "$place" || true ;; esac
done < /proc/self/mounts
exec "$@"
"""

Running = Mapping[str, Mapping[int, Iterable[str]]]  # file -> line -> the tests that run it


def fenced(folder: Path, command: Sequence[str | Path]) -> list[str]:
    """``command`` so that it can write nothing but what is below ``folder``."""
    us = () if os.geteuid() == 0 else ("--map-root-user",)
    return [*OWN_VIEW, *us, "sh", "-ec", READ_ONLY, str(folder), *map(str, command)]


def copied(folder: Path) -> Path:
    """A copy of the tree in ``folder``, made for tests to run in."""
    tree = folder / "tree"
    left = shutil.ignore_patterns(".git", ".venv", "output", ".hypothesis", ".parley", ".schema", ".*_cache")
    shutil.copytree(ROOT, tree, ignore=left, symlinks=True)
    (folder / "tmp").mkdir()
    return tree


def run(tree: Path, *arguments: str, patience: int | None = None, **more: str) -> subprocess.CompletedProcess[str]:
    """Runs pytest in ``tree``. Raises subprocess.TimeoutExpired."""
    # What Python keeps of a module it knows by second and size, and a mutant may have both of its twin.
    variables = {**os.environ, "TMPDIR": str(tree.parent / "tmp"), "PYTHONDONTWRITEBYTECODE": "1", **more}
    return subprocess.run(
        fenced(tree.parent, [sys.executable, *PYTEST, *arguments]),
        cwd=tree, env=variables, capture_output=True, text=True, timeout=patience,
    )  # fmt: skip


def traced(tree: Path, data: Path) -> None:
    """Writes into ``data`` which tests run which lines of `parley/`. Exits where a test fails."""
    settings = tree.parent / "coveragerc"  # without that of the project, which follows processes that tell no test
    settings.write_text("[run]\nsource = parley\nrelative_files = true\n")
    here = tree.parent / "coverage"
    done = run(
        tree, "-m", "not reliability and not browser",
        "--cov=parley", f"--cov-config={settings}", "--cov-context=test", "--cov-report=", "--cov-fail-under=0",
        *(f"--deselect={test}" for test in UNTRACED), *TESTED_BY, *ELSEWHERE.values(),
        COVERAGE_FILE=str(here), PYTHONDONTWRITEBYTECODE="",
    )  # fmt: skip
    if done.returncode:
        sys.exit(f"The tests fail without a mutant:\n{done.stdout[-3000:]}{done.stderr[-1000:]}")
    shutil.copyfile(here, data)


def running(data: Path) -> Running:
    """What ``traced`` wrote; a test with all its parameters is one."""
    from coverage import CoverageData

    kept = CoverageData(str(data))
    kept.read()
    return {
        file: {line: {_test(one) for one in tests if one} for line, tests in kept.contexts_by_lineno(file).items()}
        for file in kept.measured_files()
    }


def _test(context: str) -> str:
    return context.rpartition("|")[0].partition("[")[0]


def meeting(known: Running, file: str, mutant: Mutant) -> tuple[list[str], list[str]]:
    """The tests that run the lines of ``mutant``, in two heaps: the nearest, with all of the module's mirror; the
    others, with all of the room's, since some tests do their work in a process apart. Where the lines are run as the
    module is imported, all that run any line of it."""
    lines = known.get(file, {})
    tests = {test for line in range(mutant.line, mutant.last + 1) for test in lines.get(line, ())}
    tests = tests or {test for those in lines.values() for test in those}
    folder, _, name = file.replace("parley/", "tests/", 1).rpartition("/")
    mirror, room = ELSEWHERE.get(file, f"{folder}/test_{name}"), "/".join(folder.split("/")[:2])
    apart = sorted((not test.startswith(room), test) for test in tests if not test.startswith(mirror))
    first = [mirror] if (ROOT / mirror).exists() else []
    return first + [test for _, test in apart[:FIRST]], [room, *(test for far, test in apart[FIRST:] if far)]


def chosen(places: Sequence[str], take: int, seed: int) -> list[tuple[str, Mutant]]:
    """A sample of the mutants of all modules in ``places``, the same for the same seed; as many of each place."""
    found: list[tuple[str, Mutant]] = []
    for place in places:
        path, _, line = place.partition(":")
        files = sorted((ROOT / path).rglob("*.py")) if (ROOT / path).is_dir() else [ROOT / path]
        every = [(file.relative_to(ROOT).as_posix(), mutant) for file in files for mutant in mutants(file.read_text())]
        every = [(file, mutant) for file, mutant in every if not line or mutant.line == int(line)]
        found += random.Random(seed).sample(every, min(len(every), take // len(places)))
    return found


def verdict(tree: Path, file: str, mutant: Mutant, tests: Sequence[Sequence[str]]) -> str:
    """What becomes of a mutant that meets heaps of tests: "killed", "survived", or "slow" (killed by the clock)."""
    path = tree / file
    before = path.read_text()
    try:
        path.write_text(mutant.text)
        for heap, patience in zip(tests, PATIENCE, strict=True):
            if heap and run(tree, "-x", *SAME, *heap, patience=patience).returncode:
                return "killed"
    except subprocess.TimeoutExpired:
        return "slow"
    finally:
        path.write_text(before)
    return "survived"


def changed(before: str, after: str) -> list[str]:
    """The lines that differ, without where they stand; both as `ast.unparse` writes them."""
    lines = difflib.unified_diff(ast.unparse(ast.parse(before)).splitlines(), after.splitlines(), n=0, lineterm="")
    return [f"  {line[0]} {line[1:].strip()}" for line in lines if line[:1] in "+-" and line[:3] not in ("+++", "---")]


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("places", nargs="+", help="folders or files below parley/, or a line of one: FILE:LINE")
    parser.add_argument("--take", type=int, default=150, help="mutants in all")
    parser.add_argument("--seed", type=int, default=1, help="which ones")
    parser.add_argument("--known", type=Path, help="which tests run which lines, kept here between runs")
    wish = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that a mutant that loops ends, too
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name).resolve()
        folder.chmod(0o755)  # some tests go on as another user
        tree, data = copied(folder), wish.known or folder / "known"
        if not data.exists():
            traced(tree, data)
        known, verdicts = running(data), Counter[str]()
        for file, mutant in chosen(wish.places, wish.take, wish.seed):
            found = verdict(tree, file, mutant, meeting(known, file, mutant))
            verdicts[found] += 1
            if found != "killed":
                print(f"{file}:{mutant.line}: {found}: {mutant.fault}", flush=True)
                print(*changed((ROOT / file).read_text(), mutant.text), sep="\n", flush=True)
    print(", ".join(f"{number} {found}" for found, number in sorted(verdicts.items())))


if __name__ == "__main__":
    main()
