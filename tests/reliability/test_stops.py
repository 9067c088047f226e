"""The whole command, killed, told to stop, or begun many times at once: a whole site stands, and nobody is left."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import time
from collections import Counter
from pathlib import Path

import pytest

from bench.generator import for_parley
from parley.site.workers import WORTH_FORKING
from tests.reliability.commands import Command, running, told
from tests.reliability.figures import Chapter, Figures

FEW, MANY = 45, WORTH_FORKING + 20  # briefs whose pages are made by workers; and that are read by workers as well
ENDS = {signal.SIGINT: (130, -signal.SIGINT), signal.SIGTERM: (143, -signal.SIGTERM)}  # the latter before it began
AT_ONCE = 20


def killed_at(process: subprocess.Popen[str], seconds: float, number: int, *, group: bool) -> bool:
    """Whether it still ran after so many seconds, and was sent the signal."""
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        (os.killpg if group else os.kill)(process.pid, number)
        return True
    return False


@pytest.fixture(scope="module")
def command(tmp_path_factory: pytest.TempPathFactory) -> Command:
    return Command(tmp_path_factory.mktemp("desks") / "desk")


def test_a_kill_at_any_time_leaves_a_whole_site_and_the_next_build_clears_up(
    command: Command, figures: Figures
) -> None:
    chance, stood, faults = random.Random(5), Counter[str](), []
    whole = 0.0
    tried = figures.many(6, 1_000)
    for _ in range(tried):
        other = 3 - command.now
        command.edit(other)
        began = time.monotonic()
        process = command.started()
        if not killed_at(process, chance.random() * (whole or 3), signal.SIGKILL, group=chance.random() < 0.5):
            whole = time.monotonic() - began
        process.communicate()
        stands = command.stands()
        stood["old" if stands == command.now else "new" if stands == other else "mixed"] += 1
        again = command.build()
        if stands == 0 or again.returncode or command.stands() != other or command.litter():
            faults.append((stands, again.stderr[-300:], command.litter()))
        command.now = other
    note = f"{stood['old']} the old site, {stood['new']} the new one; the next build right, no litter"
    figures.tell(Chapter.FAULTS, "kills of the whole command at any time", tried, len(faults), note)
    assert faults == []


def test_builds_of_one_output_at_once_leave_one_whole_site(command: Command, figures: Figures) -> None:
    faults = []
    rounds = figures.many(1, 20)
    for _ in range(rounds):
        other = 3 - command.now
        command.edit(other)
        builds = [command.started() for _ in range(AT_ONCE)]
        killed = builds[:3]
        for process in killed:
            killed_at(process, 0.5, signal.SIGKILL, group=False)
        ends = [(process.communicate(timeout=300)[1], process.returncode) for process in builds]
        wrong = [end for process, end in zip(builds, ends, strict=True) if end[1] and process not in killed]
        if wrong or command.stands() != other or command.build().returncode or command.litter():
            faults.append((wrong, command.stands(), command.litter()))
        command.now = other
    note = f"{AT_ONCE} at a time, three of them killed"
    figures.tell(Chapter.FAULTS, "builds of one output at once", rounds * AT_ONCE, len(faults), note)
    assert faults == []


@pytest.mark.parametrize("number", ENDS, ids=lambda number: number.name)
def test_a_signal_at_any_time_ends_all_within_a_second(tmp_path: Path, figures: Figures, number: int) -> None:
    """With workers that read and make pages; the signal goes to all of them, as from a terminal, or to the build."""
    command = Command(tmp_path / "desk")
    shutil.rmtree(command.root / "briefs")
    for_parley(command.root, figures.many(FEW, MANY))
    (command.root / "site.yaml").write_text("name: The Desk\n")
    chance, faults, slowest, stopped = random.Random(6), [], 0.0, 0
    began = time.monotonic()
    assert command.build("--jobs", "2").returncode == 0
    whole = time.monotonic() - began
    brief, output = command.root / "briefs/brief-1.yaml", command.root / "output"
    tried = figures.many(5, 500)
    for at in range(tried):
        brief.write_text(brief.read_text().replace("title: ", f"title: {at} ", 1))
        (command.root / ".parley/reads").unlink(missing_ok=True)
        before = command.tree()
        process = command.started("--jobs", "2")
        old = output.stat().st_ino
        stopped += (sent := killed_at(process, chance.random() * whole, number, group=chance.random() < 0.6))
        published = output.stat().st_ino != old
        began = time.monotonic()
        _, said = process.communicate(timeout=60)
        taken = time.monotonic() - began
        slowest = max(slowest, taken) if sent else slowest
        left = running(process.pid)
        stands = command.tree()
        fine = process.returncode in ENDS[number] if sent else process.returncode == 0
        if sent and fine and stands != before:  # it had just published: then it is the whole new site
            fine = command.build("--jobs", "2").returncode == 0 and command.tree() == stands
        if process.returncode == 0 and sent and published:
            fine = True  # it had nothing more to do than to end
        if not fine or left or "Traceback" in said or len(told(said)) > 1 or command.litter():
            faults.append((process.returncode, taken, left, told(said)[-3:], command.litter()))
    note = f"{stopped} stopped in their work, the slowest after {slowest:.2f} s; the old site whole, no process left"
    figures.tell(Chapter.FAULTS, f"stops by {signal.Signals(number).name}", tried, len(faults), note)
    assert faults == []
    assert slowest < 5, "a second, and patience with a busy machine"
