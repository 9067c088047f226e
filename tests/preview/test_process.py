from __future__ import annotations

import logging
import os
import signal
import threading
import time

import pytest

from parley.preview.process import allow_many_connections, faults_said, one_at_a_time, stopped_by_signals
from tests.preview.conftest import eventually


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_asks_to_stop_and_is_as_before_afterwards(number):
    before, asked = signal.getsignal(number), []
    with stopped_by_signals(lambda: asked.append(True)):
        os.kill(os.getpid(), number)
        assert eventually(lambda: asked == [True])
    assert signal.getsignal(number) is before


def test_outside_of_the_main_thread_signals_are_left_alone():
    before, seen = signal.getsignal(signal.SIGINT), []

    def elsewhere() -> None:
        with stopped_by_signals(lambda: None):
            seen.append(signal.getsignal(signal.SIGINT))

    thread = threading.Thread(target=elsewhere)
    thread.start()
    thread.join()
    assert seen == [before]


def test_a_fault_of_a_library_is_said_in_one_line_and_not_written_as_a_traceback(capfd):
    said: list[str] = []
    logger = logging.getLogger("uvicorn.error")
    with faults_said(said.append, ("uvicorn.error",)):
        try:
            raise ValueError("odd")
        except ValueError:
            logger.exception("Exception in ASGI application\n")
        logger.warning("Invalid HTTP request received.")
    assert said == ["the preview server: Exception in ASGI application: ValueError: odd"]
    assert capfd.readouterr() == ("", "")
    assert logger.handlers == []


def test_lines_are_said_one_at_a_time():
    inside, most = [], []

    def say(line: str) -> None:
        inside.append(line)
        most.append(len(inside))
        time.sleep(0.001)
        inside.remove(line)

    said = one_at_a_time(say)
    threads = [threading.Thread(target=said, args=(str(number),)) for number in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == [1] * 20


@pytest.mark.parametrize("fault", [BrokenPipeError(), ValueError("I/O operation on closed file")])
def test_a_terminal_that_went_away_stops_nothing(fault):
    def say(line: str) -> None:
        raise fault

    one_at_a_time(say)("built")


def test_the_limit_of_open_files_is_raised_as_far_as_allowed():
    resource = pytest.importorskip("resource")
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    try:
        resource.setrlimit(resource.RLIMIT_NOFILE, (min(soft, 512), hard))
        assert allow_many_connections() == (8192 if hard == resource.RLIM_INFINITY else min(8192, hard))
        raised = resource.getrlimit(resource.RLIMIT_NOFILE)
        assert raised[0] == (8192 if hard == resource.RLIM_INFINITY else min(8192, hard))
        assert raised[1] == hard
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
