"""What is told apart reaches the terminal in its order, and a terminal that takes nothing holds nobody up."""

from __future__ import annotations

import io
import os
import sys
import time
from pathlib import Path

import pytest

from parley.cli.forms.look import look
from parley.cli.telling import say
from parley.cli.telling_apart import LAST, told_apart


def test_lines_come_in_their_order_and_the_last_before_the_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with (tmp_path / "told").open("w") as stream:
        monkeypatch.setattr(sys, "stderr", stream)
        with told_apart():
            for number in range(1000):
                say(f"line {number}")
        assert sys.stderr is stream
    assert (tmp_path / "told").read_text().splitlines() == [f"line {number}" for number in range(1000)]


def test_a_stream_that_is_no_file_is_told_too(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stderr", stream)
    with told_apart():
        say("Größe")
    assert stream.getvalue() == "Größe\n"


def test_a_pipe_that_nobody_reads_holds_nobody_up(monkeypatch: pytest.MonkeyPatch) -> None:
    reading, writing = os.pipe()
    with os.fdopen(writing, "w") as stream:
        monkeypatch.setattr(sys, "stderr", stream)
        began = time.monotonic()
        with told_apart():
            for _ in range(5_000):
                say("x" * 100)
        assert time.monotonic() - began < LAST + 2
        os.close(reading)  # ends the write that waits


@pytest.mark.parametrize("kind", ["closed before", "closed", "full", "nobody at the other end"])
def test_a_terminal_that_is_gone_stops_nothing(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    piped = os.fdopen(writing, "w")
    full = Path("/dev/full").open("w")  # noqa: SIM115
    stream = {"closed before": None, "closed": io.StringIO(), "full": full, "nobody at the other end": piped}[kind]
    if kind == "closed":
        stream.close()
    monkeypatch.setattr(sys, "stderr", stream)
    with told_apart():
        say("one")
        say("two")
        if kind != "closed":
            assert not look().screen
    monkeypatch.undo()
    piped.close()
    full.close()
