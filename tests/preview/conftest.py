"""A preview that runs as a program of its own, a browser, and the figures that the tests measured."""

from __future__ import annotations

import asyncio
import http.client
import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeVar

import pytest

PROGRAM = Path(__file__).with_name("tiny_site.py")
PROJECT = Path(__file__).parents[2]
FIGURES: list[str] = []
Result = TypeVar("Result")


@pytest.fixture
def figure() -> Callable[[str], None]:
    """Keep one line with a measured figure; all are printed at the end."""
    return FIGURES.append


def pytest_terminal_summary(terminalreporter: Any) -> None:
    if FIGURES:
        terminalreporter.section("preview: figures")
        for line in FIGURES:
            terminalreporter.line(line)


def eventually(holds: Callable[[], object], within: float = 5.0, step: float = 0.005) -> bool:
    """Whether something comes to hold in time."""
    end = time.monotonic() + within
    while not holds():
        if time.monotonic() > end:
            return False
        time.sleep(step)
    return True


def in_own_loop(main: Coroutine[Any, Any, Result]) -> Result:
    """The result of a coroutine, in a thread of its own: in this one a browser may be driven by another loop."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, main).result()


class Running:
    """A preview of `folder` as a process of its own; `lines` is what it said so far."""

    def __init__(self, folder: Path, *options: str, port: int = 0) -> None:
        self.folder = folder
        self.lines: list[str] = []
        self.process = subprocess.Popen(
            [sys.executable, PROGRAM, str(folder), "--port", str(port), *options],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            env={**os.environ, "PYTHONPATH": str(PROJECT)},
        )
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        assert eventually(lambda: self.builds() or self.process.poll() is not None, 15), self.lines
        found = re.search(r"http://\S+:(\d+)/", "\n".join(self.lines))
        self.port = int(found[1]) if found else 0
        self.address = f"http://127.0.0.1:{self.port}/"

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.lines.append(line.rstrip("\n"))

    def builds(self) -> int:
        return sum(line.startswith("built ") for line in self.lines)

    def save(self, name: str, text: str) -> None:
        (self.folder / f"{name}.txt").write_text(text)

    def connect(self) -> http.client.HTTPConnection:
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)

    def get(self, path: str, method: str = "GET", **headers: str) -> tuple[int, dict[str, str], bytes]:
        connection = self.connect()
        try:
            named = {name.replace("_", "-"): value for name, value in headers.items()}
            connection.request(method, path, headers=named)
            answer = connection.getresponse()
            return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()
        finally:
            connection.close()

    def stop(self, number: int = signal.SIGINT) -> float:
        """Send a signal; the seconds until the process was gone."""
        start = time.monotonic()
        if self.process.poll() is None:
            self.process.send_signal(number)
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            raise
        finally:
            took = time.monotonic() - start
            self._reader.join(5)
            if self.process.stdout is not None:
                self.process.stdout.close()
        return took


@pytest.fixture
def briefs(tmp_path: Path) -> Path:
    folder = tmp_path / "briefs"
    folder.mkdir()
    (folder / "index.txt").write_text("first")
    (folder / "other.txt").write_text("the other page")
    return folder


@pytest.fixture
def preview(briefs: Path) -> Iterator[Callable[..., Running]]:
    """Start a preview of the briefs; all are stopped at the end."""
    started: list[Running] = []

    def start(*options: str, **named: Any) -> Running:
        started.append(Running(briefs, *options, **named))
        return started[-1]

    yield start
    for one in started:
        one.stop(signal.SIGKILL)  # how it ends when asked to has its own tests


@pytest.fixture(scope="module")
def standing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A preview for tests that change nothing."""
    folder = tmp_path_factory.mktemp("standing")
    (folder / "index.txt").write_text("first")
    (folder / "long.txt").write_text("word " * 20_000)
    running = Running(folder)
    yield running
    running.stop()


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright  # while it is open, no other event loop runs in this thread

    options = (
        "--no-sandbox --disable-gpu --disable-background-networking --disable-component-update --disable-sync"
        " --no-first-run"
    )
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=options.split()
        )
        yield browser
        browser.close()


@pytest.fixture
def tabs(chromium: Any) -> Iterator[Any]:
    """A fresh browser profile; whatever its pages log as an error fails the test."""
    context = chromium.new_context()
    complaints: list[str] = []
    context.on("weberror", lambda error: complaints.append(str(error.error)))
    context.on("console", lambda said: complaints.append(said.text) if is_complaint(said) else None)
    yield context
    context.close()
    assert complaints == []


def is_complaint(said: Any) -> bool:
    """An error on the console but the browser's own note on an answer of 404 or 503 or on a server that is away."""
    return said.type == "error" and "Failed to load resource" not in said.text and "ERR_" not in said.text
