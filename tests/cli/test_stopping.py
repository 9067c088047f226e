"""A command that is told to stop stops, wherever it is just then."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable

import pytest

from parley.cli.stopping import Stopped, stoppable

STOPS = {signal.SIGINT: KeyboardInterrupt, signal.SIGTERM: Stopped}


def command(begin: Callable[[], object]) -> None:
    """Some work that begins so, and takes longer than anybody waits."""
    with stoppable():
        begin()
        for _ in range(500):
            time.sleep(0.01)


class Going:
    """Is stopped when it goes, where Python can't raise anything."""

    def __init__(self, number: int) -> None:
        self.number = number

    def __del__(self) -> None:
        os.kill(os.getpid(), self.number)
        time.sleep(0.001)


@pytest.mark.parametrize("number", STOPS)
def test_a_signal_comes_out_as_an_exception(number: int) -> None:
    with pytest.raises(STOPS[number]):
        command(lambda: os.kill(os.getpid(), number))
    assert signal.getsignal(signal.SIGTERM) == signal.SIG_DFL


@pytest.mark.parametrize("number", STOPS)
def test_one_that_python_ignores_where_it_came_comes_a_moment_later(
    number: int, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(STOPS[number]):
        command(lambda: Going(number) and None)
    assert capsys.readouterr().err == ""


def test_what_else_is_ignored_is_told_as_before(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "unraisablehook", lambda ignored: told.append(ignored.exc_type))
    hook: Callable[..., object] = sys.unraisablehook

    class Failing:
        def __del__(self) -> None:
            raise ValueError

    with stoppable():
        Failing()
    assert told == [ValueError]
    assert sys.unraisablehook == hook
