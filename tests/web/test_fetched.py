"""A file is fetched whole, or it is said why not."""

from __future__ import annotations

import time
from http.server import BaseHTTPRequestHandler

import pytest

from parley.web import NotFetched, fetched
from tests.web.servers import Handling, plainly, serving

AGENT = "Parley/test"


def slow(handler: BaseHTTPRequestHandler) -> None:
    """A beginning, and then nothing."""
    handler.send_response(200)
    handler.send_header("Content-Length", "100")
    handler.end_headers()
    handler.wfile.write(b"x")
    handler.wfile.flush()
    time.sleep(2)


def short(handler: BaseHTTPRequestHandler) -> None:
    """Less than was promised."""
    handler.send_response(200)
    handler.send_header("Content-Length", "100")
    handler.end_headers()
    handler.wfile.write(b"x")


def test_a_file_is_fetched_by_way_of_redirects() -> None:
    with serving({"/a": plainly(302, "/b"), "/b": plainly(200, body=b"the file")}) as server:
        assert fetched(f"{server.at}/a", AGENT, 10, 8) == b"the file"
        assert server.agents == {AGENT}


@pytest.mark.parametrize(
    ("handling", "why"),
    [
        (plainly(404), "answers 404"),
        (plainly(200, body=b"123456789"), "larger than 8 bytes"),
        (plainly(302, "file:///etc/passwd"), "answers 302"),
        (slow, "timed out"),
        (short, "cut off"),
    ],
)
def test_what_can_t_be_had_is_told(handling: Handling, why: str) -> None:
    with serving({"/a": handling}) as server, pytest.raises(NotFetched, match=why):
        fetched(f"{server.at}/a", AGENT, 0.5, 8)


def test_no_machine_and_no_address_are_told() -> None:
    with pytest.raises(NotFetched, match="refused"):
        fetched("http://127.0.0.1:1/a", AGENT, 5, 8)
    for address in ("file:///etc/passwd", "ftp://127.0.0.1/a", "nothing"):
        with pytest.raises(NotFetched, match="begins with https"):
            fetched(address, AGENT, 5, 8)
