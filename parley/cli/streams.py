"""The three streams of a process, such as every command may count on: there, and able to take any text.

A process may be started without some of them (``>&-``; a service, a scheduler). Python then has ``None`` in their
place, and the next file that is opened gets their number: what a child process prints would land in the middle of it.
"""

from __future__ import annotations

import io
import os
import sys

STREAMS = (("stdin", "r"), ("stdout", "w"), ("stderr", "w"))  # in the order of their numbers


def whole_streams() -> None:
    """Give the process those streams that it lacks, leading nowhere, and let signs that a terminal has not be told by
    their numbers, as Python itself does on stderr."""
    for number, (name, mode) in enumerate(STREAMS):
        if not _open(number):
            os.open(os.devnull, os.O_RDWR)  # takes the lowest number that is free, which is this one
        if getattr(sys, name) is None:
            setattr(sys, name, open(number, mode, encoding="utf-8", closefd=False))  # noqa: SIM115
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")


def _open(number: int) -> bool:
    """Whether the process has a stream of that number."""
    try:
        os.fstat(number)
    except OSError:
        return False
    return True
