"""Runs the preview: takes the address, starts watcher, builder and server, and ends them all within a second of
Ctrl-C.

The order matters. The address first (a port in use costs no build), then the watcher, then the first build: so a save
during the first build is seen. A browser that comes before the build is done waits for it.
"""

from __future__ import annotations

import asyncio
import contextlib
import socket
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import uvicorn

from parley.preview.app import Preview
from parley.preview.built import Built
from parley.preview.events import Board
from parley.preview.hosts import address, hosts_for, is_loopback
from parley.preview.listening import BACKLOG, CannotListenError, listening_sockets
from parley.preview.loop import BuildLoop
from parley.preview.process import Say, allow_many_connections, faults_said, one_at_a_time, stopped_by_signals
from parley.preview.showing import showing_after
from parley.preview.watcher import Watcher

_GRACE = 0.3  # seconds that answers on their way get when the server stops
_LAST_BUILD = 0.2  # seconds that a build gets then


def run(
    build: Callable[[], Built],
    watched: Sequence[Path],
    *,
    host: str,
    port: int,
    say: Say,
    ignored: Sequence[Path],
    polling: bool,
) -> int:
    """See `parley.preview.serve`."""
    say = one_at_a_time(say)
    board = Board()
    server = _Server(board, host)

    def deliver(built: Built) -> None:
        board.post(showing_after(board.showing, built))
        say(built.note)

    with stopped_by_signals(server.stop), faults_said(say, ("uvicorn.error", "asyncio")):
        try:
            sockets = listening_sockets(host, port)
        except CannotListenError as reason:
            say(str(reason))
            return 1
        allow_many_connections()
        say(f"serving {address(host, sockets[0].getsockname()[1])} (Ctrl-C stops)")
        if not is_loopback(host):
            say("warning: everyone who can reach this machine can read this preview, drafts included")
        builder = BuildLoop(build, deliver)
        watcher = Watcher(watched, ignored, builder.change, say, polling=polling)
        asyncio.run(_serve(server, board, builder, watcher, sockets))
    return 0


async def _serve(
    server: _Server, board: Board, builder: BuildLoop, watcher: Watcher, sockets: list[socket.socket]
) -> None:
    board.open(asyncio.get_running_loop())
    try:
        watcher.start()
        builder.start()
        await server.serve(sockets)
    finally:
        builder.stop(_LAST_BUILD)
        watcher.stop()


class _Server(uvicorn.Server):
    """Uvicorn, with its own signals left alone and with an end to waiting for readers when it stops."""

    def __init__(self, board: Board, host: str) -> None:
        self._board = board
        super().__init__(
            uvicorn.Config(
                Preview(board, hosts_for(host)),
                loop="asyncio",
                http="h11",
                ws="none",
                lifespan="off",
                backlog=BACKLOG,
                log_config=None,
                access_log=False,
                server_header=False,
                proxy_headers=False,
                timeout_graceful_shutdown=1,
            )
        )

    def stop(self) -> None:
        """Let the server come to an end, from a signal handler as well."""
        self.should_exit = True

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Uvicorn would raise the signal again when all is done; here Ctrl-C is the way to stop and no failure."""
        yield

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """End the event streams, let answers on their way be finished, and hang up on those who do not read theirs."""
        self._board.close()
        asyncio.get_running_loop().call_later(_GRACE, self._hang_up)
        await super().shutdown(sockets)

    def _hang_up(self) -> None:
        for connection in list(self.server_state.connections):
            connection.transport.abort()
