"""What a program that runs for long tells, told by a thread of its own, so that nothing waits for the terminal.

A terminal can be paused (Ctrl-S, or a selection in some of them), closed, or a pipe that nobody reads. A line that is
written there then waits for ever, or raises, and would take the build that tells it along. What can't be told is
dropped. Nothing else is: lines come in their order, and the last ones get a moment when the program ends.
"""

from __future__ import annotations

import contextlib
import io
import os
import queue
import sys
import threading
from collections.abc import Iterator
from typing import TextIO

HELD = 10_000  # pieces of text that may wait for a terminal; what comes then is dropped
LAST = 0.3  # seconds that the last lines get


@contextlib.contextmanager
def told_apart() -> Iterator[None]:
    """While this lasts, whatever is written to stderr is written by a thread of its own; see above."""
    before = sys.stderr
    apart = _Apart(before)
    sys.stderr = apart
    try:
        yield
    finally:
        sys.stderr = before
        apart.end()


class _Apart(io.TextIOBase):
    """A stream that takes everything at once and passes it on to ``stream``, which may be ``None`` (closed)."""

    def __init__(self, stream: TextIO | None) -> None:
        self._stream = stream
        self._pieces: queue.Queue[str | None] = queue.Queue(HELD)
        self._thread = threading.Thread(target=self._pass_on, name="parley-telling", daemon=True)
        self._thread.start()

    @property
    def encoding(self) -> str:  # type: ignore[override]
        return getattr(self._stream, "encoding", None) or "utf-8"

    def isatty(self) -> bool:
        return self._stream is not None and self._stream.isatty()

    def fileno(self) -> int:
        """That of the stream. Raises OSError where it has none."""
        if self._stream is None:
            raise io.UnsupportedOperation("fileno")
        return self._stream.fileno()

    def writable(self) -> bool:
        return True

    def write(self, text: str) -> int:
        with contextlib.suppress(queue.Full):
            self._pieces.put_nowait(text)
        return len(text)

    def end(self) -> None:
        """Give the last pieces their moment."""
        with contextlib.suppress(queue.Full):
            self._pieces.put_nowait(None)
            self._thread.join(LAST)

    def _pass_on(self) -> None:
        while (text := self._pieces.get()) is not None:
            with contextlib.suppress(OSError, ValueError):
                self._say(text)

    def _say(self, text: str) -> None:
        if self._stream is None:
            return
        try:
            file = self._stream.fileno()
        except OSError:  # no file of the system's: a text in memory
            self._stream.write(text)
            return
        data = text.encode(self.encoding, "backslashreplace")
        while data:  # past the stream's own buffer, whose lock the interpreter would wait for at its end
            data = data[os.write(file, data) :]
