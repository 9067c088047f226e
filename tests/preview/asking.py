"""Asks an ASGI application without a network: one request, the whole answer."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote

from parley.preview.app import Preview
from parley.preview.built import Built, Shown
from parley.preview.events import Board
from parley.preview.hosts import hosts_for
from parley.preview.showing import showing_after
from tests.preview.conftest import in_own_loop


@dataclass
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes


def ask(
    app: Any, target: str, method: str = "GET", headers: dict[str, str] | None = None, client: str = "127.0.0.1"
) -> Answer:
    """The answer to a request; `target` is as in a request line, a Host of this machine is added when none is given."""
    path, _, query = target.partition("?")
    sent = {"host": "127.0.0.1:8000", **{name.lower(): value for name, value in (headers or {}).items()}}
    scope = {
        "type": "http",
        "asgi": {"version": "3.0", "spec_version": "2.3"},
        "http_version": "1.1",
        "method": method,
        "path": unquote(path),
        "raw_path": path.encode(),
        "query_string": query.encode(),
        "root_path": "",
        "scheme": "http",
        "client": (client, 5000) if client else None,
        "headers": [(name.encode(), value.encode()) for name, value in sent.items()],
    }
    return in_own_loop(_answer(app, scope))


async def _answer(app: Any, scope: dict[str, Any]) -> Answer:
    messages: list[dict[str, Any]] = []
    requests: list[dict[str, Any]] = [{"type": "http.request", "body": b"", "more_body": False}]

    async def receive() -> dict[str, Any]:
        if not requests:
            await asyncio.Event().wait()  # the reader stays and says nothing more
        return requests.pop()

    async def send(message: dict[str, Any]) -> None:
        messages.append(message)

    async with asyncio.timeout(5):  # an event stream that was not refused would never end
        await app(scope, receive, send)
    start, *bodies = messages
    headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in start["headers"]}
    return Answer(start["status"], headers, b"".join(message.get("body", b"") for message in bodies))


def app_of(site: dict[str, bytes] | None, *problems: Shown, host: str = "127.0.0.1") -> Preview:
    """The application after one build."""
    board = Board()
    board.post(showing_after(None, Built(site, problems, "built")))
    return Preview(board, hosts_for(host))
