"""Connections to the preview, and room for one more: whoever opens very many and asks for nothing keeps nobody out.

A connection is an open file, and a process may have only so many. When they become scarce, the connection that has
been idle for longest is given up: one that has sent no whole request yet, or none since its last answer. None with a
request under way is touched.
"""

from __future__ import annotations

import asyncio
from typing import Any

from uvicorn.protocols.http.h11_impl import H11Protocol

AT_ONCE = 32  # connections that are let in before those that came in before are looked at
_SPARE = 256  # open files for sources, watches and the few hundreds that come in before there is room again


def most_connections(files: int) -> int:
    """How many connections to keep where a process may open so many `files`."""
    return max(files - _SPARE, files // 2)


class Connection(H11Protocol):
    """As uvicorn's, but one of `most` at most, as long as others are idle."""

    most = most_connections(1024)

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """What asyncio calls."""
        super().connection_made(transport)
        self._quiet_since = self.loop.time()
        if len(self.connections) > self.most:
            self._make_room()

    def on_response_complete(self) -> None:
        """What the end of an answer calls."""
        super().on_response_complete()
        self._quiet_since = self.loop.time()

    def _make_room(self) -> None:
        idle = [one for one in self.connections if isinstance(one, Connection) and one is not self and one.is_idle]
        if idle:
            min(idle, key=lambda one: one._quiet_since).transport.abort()

    @property
    def is_idle(self) -> bool:
        cycle: Any = self.cycle
        return (cycle is None or cycle.response_complete) and not self.transport.is_closing()
