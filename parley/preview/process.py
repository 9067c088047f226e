"""What the preview needs of its process while it runs: signals, silence of the libraries, enough open files. All
given back but the last."""

from __future__ import annotations

import contextlib
import logging
import signal
import sys
import threading
from collections.abc import Callable, Iterator

Say = Callable[[str], None]

_OPEN_FILES = 8192  # connections are files; the usual limit is 1,024


@contextlib.contextmanager
def stopped_by_signals(stop: Callable[[], None]) -> Iterator[None]:
    """Call `stop` on Ctrl-C and SIGTERM. Only the main thread is told of signals; elsewhere this does nothing."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {number: signal.signal(number, lambda *_: stop()) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextlib.contextmanager
def faults_said(say: Say, names: tuple[str, ...]) -> Iterator[None]:
    """Say in one line what the loggers of these names would write to the terminal as a traceback."""
    handler = _SayingHandler(say)
    for name in names:
        logging.getLogger(name).addHandler(handler)
    try:
        yield
    finally:
        for name in names:
            logging.getLogger(name).removeHandler(handler)


def one_at_a_time(say: Say) -> Say:
    """`say`, called from several threads but never twice at once. A terminal that went away stops nothing."""
    lock = threading.Lock()

    def said(line: str) -> None:
        with lock, contextlib.suppress(OSError, ValueError):
            say(line)

    return said


def allow_many_connections() -> int:
    """Raise the soft limit of open files, so that a crowd is let in; the limit then."""
    if sys.platform == "win32":
        return _OPEN_FILES
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = _OPEN_FILES if hard == resource.RLIM_INFINITY else min(_OPEN_FILES, hard)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        with contextlib.suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
            soft = wanted
    return _OPEN_FILES if soft == resource.RLIM_INFINITY else soft


class _SayingHandler(logging.Handler):
    def __init__(self, say: Say) -> None:
        super().__init__(logging.ERROR)
        self._say = say

    def emit(self, record: logging.LogRecord) -> None:
        fault = record.exc_info[1] if record.exc_info else None
        what = record.getMessage().strip().splitlines()[0]
        self._say(f"the preview server: {what}" + (f": {type(fault).__name__}: {fault}" if fault else ""))
