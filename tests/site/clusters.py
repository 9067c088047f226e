"""A real Dask cluster on this machine: a scheduler and two workers, each a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from json import JSONDecodeError, loads
from pathlib import Path

import pytest

from tests.sites import ROOT

THERE = find_spec("distributed") is not None
# In CI the packages of the lock are there, and a cluster that can't be started is a failure.
needs_dask = pytest.mark.skipif(not THERE and not os.environ.get("CI"), reason="the package distributed is missing")
PATIENCE = 90  # seconds, on a machine that is busy with other tests


class Cluster:
    """``address`` is for ``--executor``; ``processes`` are the scheduler and then the workers."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.processes: list[subprocess.Popen[bytes]] = []
        self._file = folder / "scheduler.json"
        self._start("scheduler", "--host", "127.0.0.1", "--port", "0", "--scheduler-file", str(self._file))
        self.address = self._awaited(self._told_address)

    def worker(self, *, code: Path = ROOT) -> subprocess.Popen[bytes]:
        """One more worker, which has the Parley in ``code``."""
        number = len(self.processes)
        where = ("--scheduler-file", str(self._file), "--local-directory", str(self.folder))
        process = self._start("worker", *where, "--host", "127.0.0.1", "--nthreads", "1", "--no-nanny", code=code)
        log = self.folder / f"{number}.log"
        self._awaited(lambda: "Registered to" in log.read_text())
        return process

    def end(self) -> None:
        """End all processes."""
        for process in reversed(self.processes):
            process.kill()
            process.wait()

    def _start(self, *arguments: str, code: Path = ROOT) -> subprocess.Popen[bytes]:
        environment = {**os.environ, "PYTHONPATH": str(code), "PYTHONWARNINGS": "ignore"}
        with (self.folder / f"{len(self.processes)}.log").open("wb") as log:
            command = [sys.executable, "-m", "dask", *arguments, "--no-dashboard"]
            process = subprocess.Popen(command, stdout=log, stderr=log, cwd=self.folder, env=environment)
        self.processes.append(process)
        return process

    def _told_address(self) -> str:
        try:
            return str(loads(self._file.read_text())["address"]).replace("tcp://", "dask://")
        except (OSError, JSONDecodeError):
            return ""

    def _awaited(self, found):  # type: ignore[no-untyped-def]
        until = time.monotonic() + PATIENCE
        while not (what := found()):
            ended = [at for at, process in enumerate(self.processes) if process.poll() is not None]
            assert time.monotonic() < until, "a process of the cluster did not begin"
            assert not ended, [(self.folder / f"{at}.log").read_text() for at in ended]
            time.sleep(0.1)
        return what


@contextmanager
def cluster_of(folder: Path, workers: int) -> Iterator[Cluster]:
    """A cluster with so many workers, whose files are in ``folder``."""
    cluster = Cluster(folder)
    try:
        for _ in range(workers):
            cluster.worker()
        yield cluster
    finally:
        cluster.end()
