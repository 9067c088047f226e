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
from parley.preview.connections import AT_ONCE, Connection, most_connections
from parley.preview.editions import DRAFTS, Editions
from parley.preview.events import Board
from parley.preview.hosts import address, hosts_for, is_loopback
from parley.preview.listening import BACKLOG, CannotListenError, listening_sockets
from parley.preview.loop import BuildLoop
from parley.preview.more import More
from parley.preview.mounts import quiet_mount
from parley.preview.observing import INTERVAL
from parley.preview.process import Say, allow_many_connections, faults_said, one_at_a_time, stopped_by_signals
from parley.preview.watcher import Watcher

_GRACE = 0.3  # seconds that answers on their way get when the server stops
_NAMED = 6  # folders and files that are named at the start
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
    more: More,
) -> int:
    """See `parley.preview.serve`."""
    say = one_at_a_time(say)
    board = Board(more.edit)
    editions = Editions({"": board})
    app = Preview(editions, hosts_for(host), edit=more.edit, neighbours=more.neighbours, explained=more.explained)
    server = _Server(app, editions)

    def deliver(built: Built) -> None:
        if more.edition and built.editions is not None:
            follow(built.editions, more.edition)
        board.take(built)
        if built.note:
            say(built.note)

    def follow(named: Sequence[str], edition: Callable[[str], Callable[[], Built]]) -> None:
        known = editions.asides.keys() - {DRAFTS}
        if known == set(named):
            return
        for begin in known - set(named):
            editions.end(begin)
        for begin in dict.fromkeys(named):
            if begin not in known:
                editions.aside(begin, edition(begin), say, builder.ask)
        builder.take([*editions.asides.values()])

    with stopped_by_signals(server.stop), faults_said(say, ("uvicorn.error", "asyncio")):
        try:
            sockets = listening_sockets(host, port)
        except CannotListenError as reason:
            say(str(reason))
            return 1
        Connection.most = most_connections(allow_many_connections())
        why = "as asked for with --poll" if polling else _why_to_poll(watched)
        here = address(host, sockets[0].getsockname()[1])
        for line in _greeting(here, watched, why):
            say(line)
        if not all(is_loopback(one.getsockname()[0]) for one in sockets):  # `host` may be a name, or "127.1"
            say("warning: everyone who can reach this machine can read this preview, drafts included")
        builder = BuildLoop(build, deliver)
        if more.drafts:
            editions.aside(DRAFTS, more.drafts, say, builder.ask)
        builder.take([*editions.asides.values()])
        watcher = Watcher(watched, ignored, builder.change, say, polling=bool(why))
        more.ready(here)
        asyncio.run(_serve(server, editions, builder, watcher, sockets))
    return 0


def _greeting(here: str, watched: Sequence[Path], why: str) -> tuple[str, str, str]:
    """The first lines: where it is to be seen, what is watched and how, how it ends."""
    apart = [path for path in watched if path.exists() and not set(path.parents).intersection(watched)]
    names = [*dict.fromkeys(f"{path.name}/" if path.is_dir() else path.name for path in apart)]
    rest = [f"and {len(names) - _NAMED} more"] if len(names) > _NAMED else []
    told = ", ".join([*names[:_NAMED], *rest]) or "what is to come"
    how = f"looking every {INTERVAL} s, {why}" if why else "a save shows at once"
    return f"Preview:  {here}", f"Watching: {told} ({how})", "To stop:  press Ctrl-C"


def _why_to_poll(watched: Sequence[Path]) -> str:
    """Why the system can't be relied on to tell of changes; "" where it can."""
    for path in watched:
        if found := quiet_mount(path):
            return f"since {path.name} is on {found}, which does not tell of changes"
    return ""


async def _serve(
    server: _Server, editions: Editions, builder: BuildLoop, watcher: Watcher, sockets: list[socket.socket]
) -> None:
    for board in editions.boards.values():
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

    def __init__(self, app: Preview, editions: Editions) -> None:
        self._editions = editions
        super().__init__(
            uvicorn.Config(
                app,
                loop="asyncio",
                http=Connection,
                ws="none",
                lifespan="off",
                backlog=AT_ONCE,  # asyncio takes this for both, and lets in as many as may wait
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

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to answer."""
        await super().startup(sockets)
        for one in sockets or ():
            one.listen(BACKLOG)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """End the event streams, let answers on their way be finished, and hang up on those who do not read theirs."""
        for board in self._editions.boards.values():
            board.close()
        asyncio.get_running_loop().call_later(_GRACE, self._hang_up)
        await super().shutdown(sockets)

    def _hang_up(self) -> None:
        for connection in list(self.server_state.connections):
            connection.transport.abort()
