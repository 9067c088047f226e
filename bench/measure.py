"""One run of a command: how long it took, how busy it kept the processors, and how much memory it had at the most, all
with its children.

Memory is the proportional set size (proc(5), ``Pss``) summed over the tree of processes, so what workers share counts
once. It is looked at in the same run, fifty times a second, or more rarely where a look takes long: never for more than
a twentieth of the time.
"""

from __future__ import annotations

import os
import resource
import subprocess
import threading
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

LOOK_EVERY = 0.02  # seconds
REST = 20  # times as long as a look took


class Run(NamedTuple):
    """What one run took."""

    seconds: float
    peak: int  # bytes
    busy: float  # seconds of processor time


class Failed(Exception):
    """The command did not end well; the text is what it said."""


def run(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> Run:
    """Run ``command`` in ``folder`` and wait for it. Raises :class:`Failed`."""
    began, before = time.perf_counter(), _children()
    process = subprocess.Popen(
        command, cwd=folder, env=dict(environment), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    )
    peak = _Peak(process.pid)
    peak.start()
    _, said = process.communicate()
    seconds = time.perf_counter() - began
    peak.over.set()
    peak.join()
    if process.returncode:
        raise Failed(f"{' '.join(command)} ended with {process.returncode}:\n{said[-2000:]}")
    return Run(seconds, peak.most, _children() - before)


def _children() -> float:
    """The processor time of all children that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


class _Peak(threading.Thread):
    """Looks at a tree of processes until told that it is over."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.pid, self.most, self.over = pid, 0, threading.Event()

    def run(self) -> None:
        rest = LOOK_EVERY
        while not self.over.wait(rest):
            began = time.perf_counter()
            self.most = max(self.most, sum(_held(pid) for pid in tree(self.pid)))
            rest = max(LOOK_EVERY, REST * (time.perf_counter() - began))


def tree(pid: int) -> list[int]:
    """``pid`` and all processes below it that there are."""
    try:
        text = " ".join(path.read_text() for path in Path(f"/proc/{pid}/task").glob("*/children"))
    except OSError:
        return [pid]
    return [pid, *(below for child in text.split() for below in tree(int(child)))]


def busy(pid: int) -> float:
    """The seconds of processor time that ``pid`` and all below it have had, as far as they still run."""
    ticks = 0
    for each in tree(pid):
        try:
            fields = Path(f"/proc/{each}/stat").read_text().rpartition(")")[2].split()
        except OSError:  # it has ended
            continue
        ticks += int(fields[11]) + int(fields[12])  # utime and stime (proc(5))
    return ticks / os.sysconf("SC_CLK_TCK")


def _held(pid: int) -> int:
    try:
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024
    except OSError:  # it has ended
        pass
    return 0
