"""Who listens, and what they are told: the board holds what is shown now and rings at every open event stream.

One reference is the whole state: the builder's thread replaces it in one assignment, requests read it once. A stream
keeps no queue, it sends what is current whenever it is rung, so a slow listener costs nothing and never sees old
news. Streams end by themselves when the board closes; a server that waited for them would never stop.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Iterator

import msgspec

from parley.preview.built import Shown
from parley.preview.showing import Showing

BEAT = 10.0  # seconds between signs of life; the script reconnects after 35 s without one
RETRY = 400  # milliseconds a browser waits before it reconnects
MOST_SHOWN = 100  # problems sent to a tab; the rest is counted


class Board:
    """The one place that knows what is shown now (None until the first build is done)."""

    def __init__(self) -> None:
        self.showing: Showing | None = None
        self._news = b""
        self._loop: asyncio.AbstractEventLoop | None = None
        self._bells: set[asyncio.Event] = set()
        self._closed = False

    def open(self, loop: asyncio.AbstractEventLoop) -> None:
        """Name the event loop in which the listeners live."""
        self._loop = loop

    def post(self, showing: Showing) -> None:
        """Show this from now on and tell every listener. Callable from any thread."""
        self._news = news(showing)
        self.showing = showing
        self._ring_soon()

    def close(self) -> None:
        """End all streams and let nobody wait any longer."""
        self._closed = True
        self._ring_soon()

    async def ready(self) -> Showing | None:
        """What is shown now, waiting for the first build; None when the server stops before it is done."""
        with self._bell() as bell:
            while self.showing is None and not self._closed:
                await bell.wait()
                bell.clear()
        return self.showing

    async def stream(self) -> AsyncIterator[bytes]:
        """The messages for one listener: what is current at once, then again after every change, and a beat in the
        quiet between."""
        with self._bell() as bell:
            yield f"retry: {RETRY}\n\n".encode()
            told: bytes = b""
            while not self._closed:
                if self._news is not told:
                    told = self._news
                    yield told
                try:
                    await asyncio.wait_for(bell.wait(), BEAT)
                except TimeoutError:
                    yield b"event: beat\ndata: 1\n\n"
                bell.clear()

    @property
    def listeners(self) -> int:
        """How many streams are open, with those who wait for the first build."""
        return len(self._bells)

    @contextlib.contextmanager
    def _bell(self) -> Iterator[asyncio.Event]:
        bell = asyncio.Event()
        self._bells.add(bell)
        try:
            yield bell
        finally:
            self._bells.discard(bell)

    def _ring_soon(self) -> None:
        if self._loop is not None:
            with contextlib.suppress(RuntimeError):  # the loop is closed: nobody listens any more
                self._loop.call_soon_threadsafe(self._ring)

    def _ring(self) -> None:
        for bell in self._bells:
            bell.set()


def news(showing: Showing) -> bytes:
    """Two messages in the format of server-sent events (WHATWG HTML, section 9.2): the problems, then the generation
    of the site.

    In that order, because the second may make a tab reload.
    """
    errors = sum(problem.severity == "error" for problem in showing.problems)
    shown = sorted(showing.problems, key=lambda problem: problem.severity != "error")[:MOST_SHOWN]
    problems = {"errors": errors, "warnings": len(showing.problems) - errors, "problems": list(map(_sendable, shown))}
    return _message("problems", problems) + _message("site", {"generation": showing.generation})


def _sendable(problem: Shown) -> dict[str, str | int]:
    """A problem in valid Unicode; the name of a file need not be."""
    fields = msgspec.structs.asdict(problem).items()
    return {
        name: value.encode("utf-8", "replace").decode() if isinstance(value, str) else value for name, value in fields
    }


def _message(name: str, data: object) -> bytes:
    return b"event: " + name.encode() + b"\ndata: " + msgspec.json.encode(data) + b"\n\n"
