"""A command at a real terminal: a pseudo-terminal, on which answers are typed as it asks."""

from __future__ import annotations

import os
import pty
import re
import select
import subprocess
import sys
import time
from pathlib import Path

from tests.sites import ROOT

CTRL_C, CTRL_D = "\x03", "\x04"
SECONDS = 30


class Seen(str):
    """What stood on the terminal; ``code`` is how the command ended."""

    code: int


def typed(folder: Path, arguments: tuple[str, ...], *answers: str) -> Seen:
    """What is seen when ``answers`` are typed, one at each prompt; Enter follows each that is not a control key."""
    ours, theirs = pty.openpty()
    command = [sys.executable, str(ROOT / "build.py"), *arguments]
    environment = {**os.environ, "TERM": "dumb"}
    process = subprocess.Popen(
        command, cwd=folder, stdin=theirs, stdout=theirs, stderr=theirs, env=environment, start_new_session=True,
        preexec_fn=_take_terminal,
    )  # fmt: skip
    os.close(theirs)
    text, left, end = "", list(answers), time.monotonic() + SECONDS
    try:
        while time.monotonic() < end:
            ready, _, _ = select.select([ours], [], [], 0.2)
            try:
                more = os.read(ours, 65536).decode(errors="replace") if ready else ""
            except OSError:  # the other side is closed: the command has ended
                break
            text += more
            if ready and not more:
                break
            if text.endswith("> ") and left:
                answer = left.pop(0)
                text += "\n"  # so that this prompt is not taken for the next one
                time.sleep(0.15 if answer in (CTRL_C, CTRL_D) else 0)  # a prompt is seen before its keys are waited for
                os.write(ours, (answer if answer in (CTRL_C, CTRL_D) else f"{answer}\r").encode())
        process.wait(timeout=5)
    finally:
        process.kill()
        process.wait()
        os.close(ours)
    seen = Seen(re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]|\r", "", text))
    seen.code = process.returncode
    assert not left, f"never asked: {left}\n{seen}"
    return seen


def _take_terminal() -> None:
    """Make the pseudo-terminal the one that Ctrl-C is typed at."""
    import fcntl
    import termios

    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
