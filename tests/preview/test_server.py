from __future__ import annotations

import contextlib
import http.client
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from parley.preview import serve, server
from tests.preview.conftest import PROJECT, eventually
from tests.preview.tiny_site import TinySite


@contextlib.contextmanager
def listening(running, number: int = 1) -> Iterator[list[http.client.HTTPResponse]]:
    """Open event streams, each read up to its first line."""
    with contextlib.ExitStack() as stack:
        streams = []
        for _ in range(number):
            connection = stack.enter_context(contextlib.closing(running.connect()))
            connection.request("GET", "/_parley/events", headers={"Sec-Fetch-Site": "same-origin"})
            stream = stack.enter_context(contextlib.closing(connection.getresponse()))
            stream.readline()
            streams.append(stream)
        yield streams


def test_importing_the_preview_loads_no_server_and_no_watcher():
    script = (
        "import sys, parley.preview; print(sorted({'uvicorn', 'starlette', 'watchdog', 'asyncio'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, cwd=PROJECT, check=True)
    assert done.stdout.strip() == "[]"


def test_a_save_is_served(preview, figure):
    running = preview()
    assert b"first" in running.get("/")[2]
    times = []
    for number in range(5):
        start = time.monotonic()
        running.save("index", f"text {number}")
        assert eventually(lambda: f"text {number}".encode() in running.get("/")[2], 1)  # noqa: B023
        times.append(time.monotonic() - start)
        time.sleep(0.1)
    figure(f"save to served page: {min(times):.3f} to {max(times):.3f} s")


def test_a_broken_source_leaves_the_last_good_site_and_a_deleted_page_becomes_404(preview):
    running = preview()
    running.save("index", "! broken")
    assert eventually(lambda: running.builds() == 2)
    assert [running.get(path)[0] for path in ("/", "/other/")] == [200, 200]
    assert b"first" in running.get("/")[2]
    running.save("index", "mended")
    (running.folder / "other.txt").unlink()
    assert eventually(lambda: running.get("/other/")[0] == 404, 1)
    assert b"mended" in running.get("/")[2]


def test_a_builder_that_raises_is_said_in_one_line_and_served_over(preview):
    running = preview()
    running.save("other", "RAISE")
    line = "the build stopped unexpectedly: KeyError: 'raised by the builder'"
    assert eventually(lambda: line in running.lines)
    assert running.get("/")[0] == 200
    running.save("other", "fine")
    assert eventually(lambda: b"fine" in running.get("/other/")[2])
    assert running.lines.count(line) == 1
    assert not any("Traceback" in line for line in running.lines)


def test_foreign_hosts_and_foreign_pages_are_refused_on_the_wire(standing):
    assert standing.get("/", Host="evil.example")[0] == 403
    assert standing.get("/", Host=f"localhost:{standing.port}")[0] == 200
    assert standing.get("/_parley/events", Sec_Fetch_Site="cross-site")[0] == 403
    assert standing.get("/_parley/events", Origin="http://evil.example")[0] == 403
    with listening(standing) as [stream]:
        assert (stream.status, stream.getheader("content-type")) == (200, "text/event-stream; charset=utf-8")
        assert stream.getheader("access-control-allow-origin") is None


@pytest.mark.parametrize(
    "request_line",
    [
        b"GET /../../../etc/passwd HTTP/1.1",
        b"GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1",
        b"GET /..%2f..%2fetc%2fpasswd HTTP/1.1",
        b"GET //etc/passwd HTTP/1.1",
        b"GET /index.html%00 HTTP/1.1",
        b"GET /%ff%fe HTTP/1.1",
        b"GET /" + b"a/" * 3000 + b" HTTP/1.1",
    ],
)
def test_paths_that_are_no_keys_are_404_on_the_wire(standing, request_line):
    with socket.create_connection(("127.0.0.1", standing.port), 5) as connection:
        connection.sendall(request_line + b"\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        answer = b"".join(iter(lambda: connection.recv(65536), b""))
    assert answer.startswith(b"HTTP/1.1 404 ")
    assert b"root:" not in answer


def test_an_address_of_somebody_else_is_refused_on_the_wire(standing):
    with socket.create_connection(("127.0.0.1", standing.port), 5) as connection:
        connection.sendall(
            b"GET http://evil.example/etc/passwd HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
        )
        assert b"".join(iter(lambda: connection.recv(65536), b"")).startswith(b"HTTP/1.1 400 ")


def test_what_is_no_http_is_refused_and_said_to_nobody(standing):
    for nonsense in (b"\x16\x03\x01\x02\x00\x01", b"GET / HTTP/1.1\r\n\r\n", b"GET / HTTP/9\r\nHost: a\r\n\r\n"):
        with socket.create_connection(("127.0.0.1", standing.port), 5) as connection:
            connection.sendall(nonsense + b"\r\n\r\n")
            assert connection.recv(65536).split(b" ")[1] in {b"400", b"403"}
    assert standing.get("/", "POST")[0] == 405
    assert standing.get("/")[0] == 200
    assert len(standing.lines) == 4


def test_two_hundred_clients_at_once_are_answered_whole(standing, figure):
    whole = standing.get("/long/")
    assert len(whole[2]) > 100_000
    gate = threading.Barrier(200)
    times: list[float] = []

    def read(_: int) -> bool:
        gate.wait(20)
        start = time.monotonic()
        answer = standing.get("/long/")
        times.append(time.monotonic() - start)
        return (answer[0], answer[2]) == (whole[0], whole[2])

    with ThreadPoolExecutor(200) as pool:
        right = sum(pool.map(read, range(200)))
    figure(f"200 clients at once, {len(whole[2]) // 1000} kB each: {right} whole, the slowest {max(times):.2f} s")
    assert right == 200


def test_many_half_open_connections_keep_nobody_out(standing, figure):
    idle = [socket.create_connection(("127.0.0.1", standing.port), 5) for _ in range(1000)]
    for connection in idle:
        connection.sendall(b"GET / HTTP/1.1\r\nHost: loc")
    times = []
    for _ in range(5):
        start = time.monotonic()
        assert standing.get("/")[0] == 200
        times.append(time.monotonic() - start)
    figure(f"with 1,000 half-open connections the next page takes {sorted(times)[2] * 1000:.1f} ms")
    assert sorted(times)[2] < 0.1
    for connection in idle:
        connection.close()


def test_listeners_that_leave_are_forgotten(standing):
    before = len(list(Path(f"/proc/{standing.process.pid}/fd").iterdir())) if sys.platform == "linux" else 0
    with listening(standing, 50):
        pass
    if sys.platform == "linux":
        assert eventually(lambda: len(list(Path(f"/proc/{standing.process.pid}/fd").iterdir())) <= before + 1)
    assert standing.get("/")[0] == 200


ROOM = 3.0  # seconds; a second is what it is held to, which a figure tells and a busy machine may not have to give


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_it_within_a_second_whatever_is_open(preview, number, figure, briefs):
    (briefs / "big.txt").write_text("x" * 12_000_000)
    running = preview()
    place = ("127.0.0.1", running.port)
    with (
        listening(running, 20) as streams,
        socket.create_connection(place, 5) as half,
        socket.create_connection(place, 5) as deaf,  # asks for much and reads nothing of it
    ):
        half.sendall(b"GET / HT")
        deaf.sendall(b"GET /big/ HTTP/1.1\r\nHost: localhost\r\n\r\n")
        time.sleep(0.1)
        took = running.stop(number)
        assert all(stream.read().endswith(b"\n\n") for stream in streams)
    figure(f"{number.name} with 20 streams, a half-open and a deaf reader: gone after {took:.2f} s")
    assert took < ROOM
    assert running.process.returncode == 0
    assert running.lines[4:] == []


def test_a_signal_during_a_long_build_ends_it_within_a_second(briefs):
    program = [sys.executable, str(Path(__file__).with_name("tiny_site.py")), str(briefs), "--slow", "30"]
    environment = {**os.environ, "PYTHONPATH": str(PROJECT)}
    with subprocess.Popen(program, stdout=subprocess.PIPE, text=True, env=environment) as process:
        first = process.stdout.readline()
        time.sleep(0.3)
        start = time.monotonic()
        process.send_signal(signal.SIGINT)
        assert process.wait(5) == 0
        assert time.monotonic() - start < ROOM
    assert first.startswith("Preview:  http://127.0.0.1:")


def test_a_port_in_use_is_one_line_and_exit_1_and_costs_no_build(preview, briefs):
    running = preview()
    second = preview(port=running.port)
    assert second.process.wait(30) == 1
    assert eventually(lambda: second.lines)
    (line,) = second.lines
    said = re.fullmatch(rf"port {running.port} is in use; try --port (\d+)", line)
    assert said, line
    assert running.port < int(said[1]) < running.port + 50, "the next one that is free: others may be in use as well"
    assert running.get("/")[0] == 200


def test_the_address_is_said_and_another_host_is_warned_of(preview):
    assert preview().lines[0].startswith("Preview:  http://127.0.0.1:")
    running = preview("--host", "0.0.0.0")
    assert running.lines[3] == "warning: everyone who can reach this machine can read this preview, drafts included"
    assert running.get("/", Host="192.168.7.7")[0] == 200
    assert running.get("/", Host="evil.example")[0] == 403


def test_a_restart_on_the_same_port_is_possible_at_once(preview):
    running = preview()
    with listening(running):
        running.stop()
        again = preview(port=running.port)
        assert again.get("/")[0] == 200


def test_the_end_of_serving_is_the_end_of_all_its_threads(briefs, monkeypatch):
    """In a thread of this process, where no signals come; what they would call is kept and called instead."""
    stops, said = [], []
    monkeypatch.setattr(server, "stopped_by_signals", lambda stop: contextlib.nullcontext(stops.append(stop)))
    before = set(threading.enumerate())
    with ThreadPoolExecutor(1) as pool:
        code = pool.submit(serve, TinySite(briefs), [briefs], host="127.0.0.1", port=0, say=said.append)
        assert eventually(lambda: len(said) == 4)
        port = int(said[0].rsplit(":", 1)[1].split("/")[0])
        with contextlib.closing(http.client.HTTPConnection("127.0.0.1", port, timeout=5)) as connection:
            connection.request("GET", "/other/")
            assert b"the other page" in connection.getresponse().read()
        stops[0]()
        assert code.result(5) == 0
    assert eventually(lambda: set(threading.enumerate()) <= before, 1)
    assert said[3:] == ["built 1: 2 pages, 0 problems"]


def test_an_address_that_is_not_ours_is_one_line_and_exit_1(briefs):
    said: list[str] = []
    assert serve(TinySite(briefs), [briefs], host="192.0.2.1", port=0, say=said.append) == 1
    assert len(said) == 1
    assert said[0].startswith("cannot listen on 192.0.2.1")
