"""A tool that serves a site, and readers of it."""

from __future__ import annotations

import asyncio
import contextlib
import http.client
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tests.reliability.peers.tools import Tool, killed, settled


class NotUp(Exception):
    """A server did not begin to answer in its time."""


class Served(NamedTuple):
    """``tool`` serves ``root`` at ``port``."""

    tool: Tool
    root: Path
    port: int

    def page(self, slug: str, host: str = "") -> tuple[int, str]:
        """The status and the text of the page of a story, asked for by the name of ``host``."""
        with contextlib.closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)) as connection:
            connection.request("GET", f"/{self.tool.page.format(slug)}", headers={"Host": host} if host else {})
            answer = connection.getresponse()
            return answer.status, answer.read().decode(errors="replace")

    def within(self, seconds: float, slug: str, status: int, text: str = "") -> bool:
        """Whether the page of a story comes to be of that ``status`` and to hold ``text`` in so many ``seconds``."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            with contextlib.suppress(OSError, http.client.HTTPException):
                got, page = self.page(slug)
                if got == status and text in page:
                    return True
            time.sleep(0.02)
        return False


@contextlib.contextmanager
def served(tool: Tool, root: Path, slug: str) -> Iterator[Served]:
    """``root`` served by ``tool``, once the page of the story ``slug`` is there. Raises :class:`NotUp`."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = int(taken.getsockname()[1])
    command = [part.format(port) for part in tool.serve]
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(command, cwd=root, env=settled(), stdout=quiet, stderr=quiet, start_new_session=True)
    try:
        found = Served(tool, root, port)
        if not found.within(60, slug, 200):
            raise NotUp(f"{tool.name} did not answer in a minute")
        yield found
    finally:
        killed(process)


class Crowd(NamedTuple):
    """What readers got who all came at once: how many answers were whole, and the seconds that each took, in order."""

    whole: int
    seconds: list[float]


def crowd(served: Served, slug: str, text: str, readers: int, each: int) -> Crowd:
    """So many ``readers``, all at once, who ask for the page of a story ``each`` so many times, on a connection of its
    own every time. An answer is whole where it has the ``text`` of the story and comes to its end."""
    ask = f"GET /{served.tool.page.format(slug)} HTTP/1.1\r\nHost: 127.0.0.1:{served.port}\r\nConnection: close\r\n\r\n"

    async def reader() -> list[float]:
        took = []
        for _ in range(each):
            began = time.monotonic()
            try:
                incoming, outgoing = await asyncio.open_connection("127.0.0.1", served.port)
                try:
                    outgoing.write(ask.encode())
                    answer = await asyncio.wait_for(incoming.read(), 30)
                finally:
                    outgoing.close()
                    await outgoing.wait_closed()
            except (OSError, TimeoutError):
                continue
            if b" 200 " in answer[:15] and text.encode() in answer and answer.rstrip().endswith(b"</html>"):
                took.append(time.monotonic() - began)
        return took

    async def all_of_them() -> list[list[float]]:
        return await asyncio.gather(*(reader() for _ in range(readers)))

    seconds = sorted(one for took in asyncio.run(all_of_them()) for one in took)
    return Crowd(len(seconds), seconds)
