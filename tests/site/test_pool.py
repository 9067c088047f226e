"""Worker processes: they do what they are given, and where the system has no room for them that is told, at once."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Callable
from typing import Any

import pytest

from parley.site.order import NoWorkers
from parley.site.pool import pool, result

NO_ROOM = "workers can't be started here \\(Resource temporarily unavailable\\); with --jobs 1 none is needed"


def double(number: int) -> int:
    return 2 * number


def asleep(_: int) -> None:
    time.sleep(600)


def done(act: Callable[[int], Any], jobs: int = 2) -> list[Any]:
    with pool(jobs, "fork") as hired:
        waiting = [hired.executor.submit(act, number) for number in range(4)]
        return [result(future, hired.there) for future in waiting]


def test_workers_do_what_they_are_given() -> None:
    assert done(double) == [0, 2, 4, 6]
    assert multiprocessing.active_children() == []


@pytest.mark.parametrize("which", [1, 2])
def test_where_a_worker_can_t_be_forked_that_is_told_and_nobody_is_waited_for(
    which: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    fork, forks = os.fork, 0

    def failing() -> int:
        nonlocal forks
        forks += 1
        if forks == which:
            raise BlockingIOError(11, "Resource temporarily unavailable")
        return fork()

    monkeypatch.setattr(os, "fork", failing)
    with pytest.raises(NoWorkers, match=NO_ROOM):
        done(double)
    assert multiprocessing.active_children() == []


@pytest.mark.parametrize("which", ["_ExecutorManagerThread", "Thread"])
def test_where_a_thread_can_t_be_started_that_is_told_and_nobody_is_waited_for(
    which: str, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """The executor starts one in this thread, and another in that one, where nobody hears of it."""
    start = threading.Thread.start

    def failing(self: threading.Thread) -> None:
        if type(self).__name__ == which:
            raise RuntimeError("can't start new thread")
        start(self)

    monkeypatch.setattr(threading.Thread, "start", failing)
    with pytest.raises(NoWorkers, match=r"can't be started here|were lost|was lost"):
        done(double)
    assert multiprocessing.active_children() == []
    assert "Traceback" not in capfd.readouterr().err


def test_a_worker_that_is_killed_is_told() -> None:
    def killed(_: int) -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    with pytest.raises(NoWorkers, match="a worker was lost"), pool(1, "fork", killed, 0) as hired:
        result(hired.executor.submit(double, 1), hired.there)


def stopped_at_work() -> None:
    with pool(2, "fork") as hired:
        for number in range(8):
            hired.executor.submit(asleep, number)
        raise KeyboardInterrupt


def test_who_is_told_to_stop_waits_for_no_worker() -> None:
    began = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        stopped_at_work()
    assert time.monotonic() - began < 60
    assert multiprocessing.active_children() == []


def test_faults_of_threads_that_were_there_before_are_still_told(capfd: pytest.CaptureFixture[str]) -> None:
    told: list[threading.ExceptHookArgs] = []
    before, threading.excepthook = threading.excepthook, told.append
    go = threading.Event()

    def failing() -> None:
        go.wait()
        raise ValueError

    thread = threading.Thread(target=failing)
    thread.start()
    try:
        with pool(1, "fork") as hired:
            go.set()
            thread.join()
            assert hired.there()
    finally:
        threading.excepthook = before
    assert [one.exc_type for one in told] == [ValueError]
