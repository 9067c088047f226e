"""Who listens, and what they are told: the board holds what is shown now and rings at every open event stream.

One reference is the whole state: the builder's thread replaces it in one assignment, requests read it once. A stream
keeps no queue, it sends what is current whenever it is rung, so a slow listener costs nothing and never sees old
news. Streams end by themselves when the board closes; a server that waited for them would never stop.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable, Iterator

import msgspec

from parley.preview.built import Built, Shown, Spot
from parley.preview.showing import Showing, showing_after

BEAT = 10.0  # seconds between signs of life; the script reconnects after 35 s without one
RETRY = 400  # milliseconds a browser waits before it reconnects
MOST_SHOWN = 100  # problems sent to a tab; the rest is counted

Edit = Callable[[Spot], str]  # the link that opens the editor at a place, or ""


class Board:
    """The one place that knows what is shown now (None until the first build is done) of one edition.

    `edit` makes the links that open the editor; only those at this machine are sent them. Where `stale` is set, what is
    shown may be out of date: `waken` is called when someone comes, who then waits for the next build."""

    def __init__(self, edit: Edit | None = None) -> None:
        self.showing: Showing | None = None
        self.stale = False
        self.waken: Callable[[], None] = lambda: None
        self._edit = edit
        self._problems = (b"", b"")  # the message about them: for others, and for those at this machine
        self._site = b""  # the message about the site
        self._loop: asyncio.AbstractEventLoop | None = None
        self._bells: set[asyncio.Event] = set()
        self._closed = False

    def beside(self) -> Board:
        """A board for another edition, in the same event loop."""
        board = Board(self._edit)
        board._loop = self._loop
        return board

    def open(self, loop: asyncio.AbstractEventLoop) -> None:
        """Name the event loop in which the listeners live."""
        self._loop = loop

    def post(self, showing: Showing) -> None:
        """Show this from now on and tell every listener. Callable from any thread."""
        before = self.showing
        if before is None or before.problems is not showing.problems:
            plain = problem_news(showing)
            self._problems = plain, problem_news(showing, self._edit) if self._edit else plain
        self._site = site_news(showing)
        self.showing = showing
        self.stale = False
        self._ring_soon()

    def take(self, built: Built) -> None:
        """Show what a build gave. Callable from any thread."""
        self.post(showing_after(self.showing, built))

    def close(self) -> None:
        """End all streams and let nobody wait any longer."""
        self._closed = True
        self._ring_soon()

    async def ready(self) -> Showing | None:
        """What is shown now, waiting for the first build; None when the server stops before it is done."""
        with self._bell() as bell:
            if self.stale:
                self.waken()
            while (self.showing is None or self.stale) and not self._closed:
                await bell.wait()
                bell.clear()
        return self.showing

    async def stream(self, *, local: bool = True) -> AsyncIterator[bytes]:
        """The messages for one listener: what is current at once, then again after every change, and a beat in the
        quiet between."""
        with self._bell() as bell:
            if self.stale:
                self.waken()
            yield f"retry: {RETRY}\n\n".encode()
            problems = site = b""  # as they were told last
            while not self._closed:
                if self._site is not site and self.showing is not None:
                    news, site = self._problems[local], self._site
                    yield site if news == problems else news + site
                    problems = news
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


def problem_news(showing: Showing, edit: Edit | None = None) -> bytes:
    """The problems as a message in the format of server-sent events (WHATWG HTML, section 9.2). With `edit` each has a
    link that opens the editor at its place.

    It is sent before the one about the site, which may make a tab reload.
    """
    errors = sum(problem.severity == "error" for problem in showing.problems)
    shown = sorted(showing.problems, key=lambda problem: problem.severity != "error")[:MOST_SHOWN]
    told = [_sendable(problem, edit) for problem in shown]
    problems = {"errors": errors, "warnings": len(showing.problems) - errors, "problems": told}
    return _message("problems", problems)


def site_news(showing: Showing) -> bytes:
    """The same of the generation of the site."""
    return _message("site", {"generation": showing.generation})


def _sendable(problem: Shown, edit: Edit | None) -> dict[str, object]:
    """A problem in valid Unicode (the name of a file need not be), with its link."""
    link = edit(Spot(problem.file, max(problem.line, 1), max(problem.column, 1))) if edit and problem.file else ""
    fields: dict[str, object] = {**msgspec.to_builtins(problem), "edit": link}
    return {name: _valid(value) for name, value in fields.items()}


def _valid(value: object) -> object:
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()
    if isinstance(value, list | tuple):
        return [_valid(one) for one in value]
    if isinstance(value, dict):
        return {name: _valid(one) for name, one in value.items()}
    return value


def _message(name: str, data: object) -> bytes:
    return b"event: " + name.encode() + b"\ndata: " + msgspec.json.encode(data) + b"\n\n"
