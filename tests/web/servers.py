"""A real web server on this machine that answers as the worst of the web does."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Handling = Callable[[BaseHTTPRequestHandler], None]


class Server:
    """Where it listens, what it was asked ("HEAD /path"), in whose name, and how many it served at once at most."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.at = f"http://127.0.0.1:{port}"
        self.asked: list[str] = []
        self.agents: set[str] = set()
        self.busy = 0
        self.most = 0
        self.lock = threading.Lock()


def plainly(status: int, location: str = "", body: bytes = b"") -> Handling:
    """An answer with this status; HEAD and GET alike."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        if location:
            handler.send_header("Location", location)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        if handler.command == "GET":
            handler.wfile.write(body)

    return answer


def only_get(status_of_head: int, status: int = 200) -> Handling:
    """An answer to GET alone."""
    return lambda handler: plainly(status if handler.command == "GET" else status_of_head)(handler)


def silent(handler: BaseHTTPRequestHandler) -> None:
    """No answer, for longer than anybody waits here."""
    handler.close_connection = True
    time.sleep(3)


def dripping(handler: BaseHTTPRequestHandler) -> None:
    """A head that goes on and on, a line at a time: each comes in time, the end never does."""
    handler.close_connection = True
    try:
        handler.wfile.write(b"HTTP/1.0 200 OK\r\n")
        for at in range(60):
            handler.wfile.write(b"X-More: %d\r\n" % at)
            handler.wfile.flush()
            time.sleep(0.1)
    except OSError:
        return


def endless(handler: BaseHTTPRequestHandler) -> None:
    """A body without an end, to whoever asks GET."""
    if handler.command == "HEAD":
        plainly(405)(handler)
        return
    handler.close_connection = True
    handler.send_response(200)
    handler.end_headers()
    try:
        while True:
            handler.wfile.write(b"x" * 65536)
    except OSError:
        return


def babble(handler: BaseHTTPRequestHandler) -> None:
    """What is no HTTP at all."""
    handler.close_connection = True
    handler.wfile.write(b"220 mail.example ESMTP\r\n")


@contextmanager
def serving(pages: Mapping[str, Handling], pause: float = 0) -> Iterator[Server]:
    """A server of ``pages`` (path -> what it does), 404 for others; ``pause`` seconds go by before each answer."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            with server.lock:
                server.asked.append(f"{self.command} {self.path}")
                server.agents.add(self.headers.get("User-Agent", ""))
                server.busy += 1
                server.most = max(server.most, server.busy)
            try:
                time.sleep(pause)
            finally:
                with server.lock:
                    server.busy -= 1  # before the answer: who has it may ask again at once
            pages.get(self.path, plainly(404))(self)

        do_HEAD = do_GET  # noqa: N815

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    http.daemon_threads = True
    http.block_on_close = False
    server = Server(http.server_port)
    thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        http.shutdown()
        http.server_close()
        thread.join()
