"""How a command is stopped: SIGTERM is raised as Ctrl-C is, and neither gets lost.

Python raises them wherever the program happens to be. Where that is a place that can't raise anything (what is called
after a fork, or when an object goes), it tells that the exception was ignored, and goes on as if nobody had wanted to
stop. Here it is then raised once more, a moment later.
"""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

MOMENT = 0.01  # seconds


class Stopped(BaseException):
    """SIGTERM came; a BaseException, so that nothing on the way takes it for a fault."""


@contextmanager
def stoppable() -> Iterator[None]:
    """Within the block SIGTERM raises :class:`Stopped`, and that or ``KeyboardInterrupt`` comes out of it. After it,
    SIGTERM ends the process. Only for the main thread."""
    told = sys.unraisablehook
    lost: type[BaseException] = Stopped

    def once_more(ignored: sys.UnraisableHookArgs) -> None:
        nonlocal lost
        if issubclass(ignored.exc_type, Stopped | KeyboardInterrupt):
            lost = ignored.exc_type
            signal.setitimer(signal.ITIMER_REAL, MOMENT)
        else:
            told(ignored)

    def stop(number: int, _frame: object) -> NoReturn:
        raise lost if number == signal.SIGALRM else Stopped

    sys.unraisablehook = once_more
    signal.signal(signal.SIGALRM, stop)
    signal.signal(signal.SIGTERM, stop)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        sys.unraisablehook = told
