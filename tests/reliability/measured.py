"""Commands, each in a process of its own, with what they took.

``python measured.py`` reads them from stdin as JSON, one a line, and answers each with a line.

It is a small process that starts them because Linux counts the memory of whoever starts a process to that process
(getrusage(2), ``ru_maxrss`` after a fork).
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from typing import Any

PATIENCE = 60  # seconds, after which a command is stopped, which counts as a signal


def answer(asked: dict[str, Any]) -> dict[str, Any]:
    """What came of a command: ``code`` (negative: the signal), what it printed, CPU seconds and megabytes at most."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        child = subprocess.Popen(
            asked["command"],
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=err,
            env={**os.environ, **asked["environment"]},
        )
        code = None
        until = time.monotonic() + PATIENCE
        while code is None:
            ended, status, used = os.wait4(child.pid, os.WNOHANG)
            if ended:
                code = os.waitstatus_to_exitcode(status)
            elif time.monotonic() > until:
                child.kill()
                until = float("inf")
            else:
                time.sleep(0.005)
        child.returncode = code
        told = []
        for stream in (out, err):
            stream.seek(0)
            told.append(stream.read().decode("utf-8", "replace"))
    seconds = used.ru_utime + used.ru_stime
    return {"code": code, "out": told[0], "err": told[1], "seconds": seconds, "megabytes": used.ru_maxrss / 1024}


def measured(commands: Iterable[list[str]], **environment: str) -> Iterator[dict[str, Any]]:
    """What came of each of ``commands``, in their order."""
    asked = [json.dumps({"command": command, "environment": environment}) for command in commands]
    done = subprocess.run(
        [sys.executable, "-I", "-S", __file__], input="\n".join(asked), capture_output=True, text=True, check=True
    )
    return map(json.loads, done.stdout.splitlines())


if __name__ == "__main__":
    for line in sys.stdin:
        print(json.dumps(answer(json.loads(line))), flush=True)
