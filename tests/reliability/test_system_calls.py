"""A fault, or death, at every call by which the whole command changes the disk: pages, memory, spare, schemas, locks.

Calls are failed by strace (https://strace.io), which is asked for by its name; where there is none, or where programs
may not be traced, these tests are skipped. Faults of the calls that publishing makes are tried without it, too, in
`tests/publish`.
"""

from __future__ import annotations

import random
import re
import shutil
import subprocess
from collections import Counter
from pathlib import Path

import pytest

from tests.reliability.commands import Command, told
from tests.reliability.figures import Chapter, Figures

CALLS = ["mkdir", "rename", "renameat2", "link", "linkat", "unlink", "unlinkat", "rmdir", "write", "fsync", "openat"]
CALLS += ["chmod", "chown", "utimensat", "flock"]
ERRORS = ["ENOSPC", "EIO", "EACCES", "EROFS", "EMFILE"]
NO_SEARCH = "note: the site has no full-text search: Pagefind ended early"
CALL = re.compile(r"(\d+) +(\w+)\((.*)")
TRACED = shutil.which("strace") and not subprocess.run(["strace", "-o", "/dev/null", "true"], check=False).returncode
pytestmark = pytest.mark.skipif(not TRACED, reason="strace is not there, or may not trace")


def strace(file: Path, calls: list[str], *more: str) -> list[str]:
    return ["strace", "-f", "-o", str(file), "-e", f"trace={','.join(calls)}", *more]


@pytest.fixture
def command(tmp_path: Path) -> Command:
    return Command(tmp_path / "desk")


def calls_of(command: Command, file: Path) -> list[tuple[str, int]]:
    """Every call that changes the disk: its name, and which one of that name it is in its process."""
    command.edit(3 - command.now)
    assert command.build(before=strace(file, CALLS)).returncode == 0
    command.now = 3 - command.now
    counts: Counter[str] = Counter()
    found, first = [], ""
    for match in map(CALL.match, file.read_text().splitlines()):
        if match and match[1] == (first := first or match[1]):
            counts[match[2]] += 1
            if match[2] != "openat" or "O_CREAT" in match[3]:
                found.append((match[2], counts[match[2]]))
    return found


def chosen(calls: list[tuple[str, int]], number: int) -> list[tuple[str, int]]:
    """So many of ``calls``, one of each name among them."""
    ones = list({name: (name, at) for name, at in reversed(calls)}.values())
    rest = [call for call in calls if call not in ones]
    random.Random(7).shuffle(rest)
    return [*ones, *rest][:number]


def test_a_kill_at_any_call_leaves_a_whole_site_and_the_next_build_clears_up(
    command: Command, tmp_path: Path, figures: Figures
) -> None:
    file, faults = tmp_path / "trace", []
    calls = chosen(calls_of(command, file), figures.many(9, 10_000))
    stood: Counter[str] = Counter()
    for name, at in calls:
        other = 3 - command.now
        command.edit(other)
        done = command.build(before=strace(file, [name], "-e", f"inject={name}:signal=SIGKILL:when={at}"))
        stands = command.stands()
        stood["old" if stands == command.now else "new" if stands == other else "mixed"] += 1
        again = command.build()
        if stands == 0 or again.returncode or command.stands() != other or command.litter():
            faults.append((name, at, done.returncode, stands, again.stderr[-500:], command.litter()))
        command.now = other
    note = f"{stood['old']} the old site, {stood['new']} the new one; the next build right, no litter"
    figures.tell(
        Chapter.FAULTS, "kills at calls that change the disk, of the whole command", len(calls), len(faults), note
    )
    assert faults == []


@pytest.mark.parametrize("lasting", [False, True], ids=["once", "from then on"])
def test_a_fault_at_any_call_is_told_in_a_line_and_the_old_site_stays(
    command: Command, tmp_path: Path, figures: Figures, lasting: bool
) -> None:
    file, faults, ends = tmp_path / "trace", [], Counter[str]()
    calls = chosen(calls_of(command, file), figures.many(9, 10_000))
    for number, (name, at) in enumerate(calls):
        for error in ERRORS if figures.long else [ERRORS[number % len(ERRORS)]]:
            other = 3 - command.now
            command.edit(other)
            inject = f"inject={name}:error={error}:when={at}{'+' if lasting else ''}"
            done = command.build(before=strace(file, [name], "-e", inject))
            stands, said = command.stands(), told(done.stderr)
            fine = {
                0: stands == other or NO_SEARCH in done.stderr,  # which the next build makes up for
                1: stands == command.now and len(said) <= 1 + (name == "write"),
                120: lasting and name == "write",  # Python's own code: here nothing can be written even to nowhere
            }
            if not fine.get(done.returncode) or "Traceback" in done.stderr:
                faults.append((name, at, error, done.returncode, stands, "; ".join(said[-4:])))
            ends["told" if done.returncode else "done all the same"] += 1
            if command.build().returncode or command.stands() != other or command.litter():
                faults.append((name, at, error, "not right after the next build", command.litter()))
            command.now = other
    what = f"faults at calls that change the disk, of the whole command, {'lasting' if lasting else 'once'}"
    figures.tell(Chapter.FAULTS, what, sum(ends.values()), len(faults), f"{', '.join(ERRORS)}; {dict(ends)}")
    assert faults == []


@pytest.mark.parametrize("at", range(1, 5))
def test_where_no_process_or_thread_can_be_begun_the_build_ends(command: Command, tmp_path: Path, at: int) -> None:
    """The search program is one, and its requests and its time limit have a thread each."""
    calls = ["clone", "clone3", "fork", "vfork"]
    command.edit(3 - command.now)
    done = command.build(before=strace(tmp_path / "t", calls, "-e", f"inject={','.join(calls)}:error=EAGAIN:when={at}"))
    assert done.returncode in (0, 1)
    assert "Traceback" not in done.stderr
    assert len(told(done.stderr)) <= 1
