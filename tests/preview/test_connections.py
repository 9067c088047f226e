from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from parley.preview.connections import most_connections
from tests.preview.conftest import PROJECT

FILES = 600  # that the preview may open


@pytest.mark.parametrize(("files", "most"), [(256, 128), (600, 344), (1024, 768), (8192, 7936)])
def test_some_files_are_spared_for_what_is_no_connection(files, most):
    assert most_connections(files) == most


def asked(port: int, text: bytes = b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n") -> socket.socket:
    found = socket.create_connection(("127.0.0.1", port), 5)
    found.sendall(text)
    return found


@pytest.mark.skipif(sys.platform == "win32", reason="has no limit of that kind")
def test_more_idle_connections_than_files_keep_nobody_out_and_end_no_stream(briefs):
    program = [sys.executable, str(Path(__file__).with_name("tiny_site.py")), str(briefs)]
    command = ["sh", "-c", f'ulimit -n {FILES} && exec "$@"', "sh", *program]
    environment = {**os.environ, "PYTHONPATH": str(PROJECT)}
    with (
        subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process,
        contextlib.ExitStack() as stack,
    ):
        stack.callback(process.kill)
        port = int(process.stdout.readline().rsplit(":", 1)[1].split("/")[0])
        stream = stack.enter_context(asked(port, b"GET /_parley/events HTTP/1.1\r\nHost: localhost\r\n\r\n"))
        assert stream.recv(100).startswith(b"HTTP/1.1 200")
        oldest, *_ = [stack.enter_context(asked(port, b"GET / HT")) for _ in range(2 * FILES)]
        for _ in range(3):
            with asked(port) as reader:
                assert reader.recv(100).startswith(b"HTTP/1.1 200")
        assert oldest.recv(1) == b"", "the oldest was given up"
        (briefs / "index.txt").write_text("! broken")
        end = time.monotonic() + 5
        heard = b""
        while b"broken" not in heard and time.monotonic() < end:
            heard += stream.recv(4096)
        assert b"broken" in heard, "the stream is still there"
        process.kill()
        assert "out of system resource" not in process.stdout.read()
