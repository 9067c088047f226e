"""A run is measured with all its processes."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from bench.measure import Failed, busy, run, tree

MANY = 60_000_000  # bytes
HOLDING = f"import time; held = bytearray(b'x' * {MANY}); time.sleep(3)"


def test_the_time_of_a_run_is_that_of_its_command(tmp_path: Path) -> None:
    done = run([sys.executable, "-c", "import time; time.sleep(0.3)"], tmp_path, os.environ)
    assert 0.3 <= done.seconds < 20
    assert done.busy < done.seconds


def test_what_a_child_holds_counts(tmp_path: Path) -> None:
    parent = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {HOLDING!r}])"
    assert run([sys.executable, "-c", parent], tmp_path, os.environ).peak > MANY


def test_the_work_of_a_child_counts(tmp_path: Path) -> None:
    counting = "import time\nwhile time.process_time() < 0.4: pass"
    parent = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {counting!r}])"
    assert run([sys.executable, "-c", parent], tmp_path, os.environ).busy >= 0.4


def test_a_command_that_fails_is_told_with_what_it_said(tmp_path: Path) -> None:
    with pytest.raises(Failed, match=r"(?s)ended with 3:.*no brief"):
        run([sys.executable, "-c", "import sys; print('no brief', file=sys.stderr); sys.exit(3)"], tmp_path, os.environ)


def test_how_busy_a_process_is_shows_while_it_runs() -> None:
    with subprocess.Popen([sys.executable, "-c", "while True: pass"]) as process:
        try:
            before, until = busy(process.pid), time.monotonic() + 30
            while busy(process.pid) < before + 0.1 and time.monotonic() < until:
                time.sleep(0.05)
            assert busy(process.pid) >= before + 0.1
            assert process.pid in tree(os.getpid())
        finally:
            process.kill()
