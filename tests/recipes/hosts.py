"""A real site in a folder, and a real server that serves it by a recipe."""

from __future__ import annotations

import gzip
import http.client
import os
import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from parley.site import Order, built
from tests.sites import NOW, ROOT

RECIPES = ROOT / "recipes"
PRESSED = (".html", ".css", ".js", ".json", ".xml", ".svg", ".ics", ".csv", ".txt", ".webmanifest")
PATIENCE = 120.0  # seconds for what takes a moment on an idle machine


class PortTaken(Exception):
    """Something else has come to listen on the port that was free a moment ago."""


Answer = tuple[int, dict[str, str], bytes]
Ask = Callable[..., Answer]


def published(folder: Path) -> Path:
    """This project's own site, each of its texts with its .gz beside it, as after a build and a compression."""
    found = built(Order(ROOT, NOW))
    assert found.site is not None
    for path, body in found.site.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(body)
        if path.endswith(PRESSED):
            Path(f"{file}.gz").write_bytes(gzip.compress(body, mtime=0))
    (folder / ".parley").write_text("This folder is made by Parley.\n")
    return folder


def program(name: str, beside: str | None = None) -> str:
    """Where the program ``name`` is: ``beside`` another one, or on the PATH that .ci/servers printed.

    Without it the test is skipped, but not in CI where it is one of those that `make dev` installs.
    """
    path = os.environ.get("SERVERS") or os.environ.get("PATH", os.defpath) + ":/usr/sbin"
    found = shutil.which(name, path=f"{Path(beside).parent}:{path}" if beside else path)
    if found is None:
        (pytest.fail if beside and os.environ.get("CI") else pytest.skip)(
            f"needs {name}: see .ci/servers, or `make dev`"
        )
    return found


def free_port() -> int:
    """A port of this machine that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def running(command: list[str], port: int, trust: Path | None = None, **environment: str) -> Iterator[Ask]:
    """The server that ``command`` starts, as a function that asks it; with ``trust``, a certificate, over TLS."""
    server = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    context = ssl.create_default_context(cafile=str(trust)) if trust else None

    def ask(path: str, **headers: str) -> Answer:
        link = (
            http.client.HTTPSConnection("localhost", port, timeout=PATIENCE, context=context)
            if context
            else http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        )
        try:
            link.request("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})
            told = link.getresponse()
            return told.status, {name.lower(): value for name, value in told.getheaders()}, told.read()
        finally:
            link.close()

    try:
        _awaited(server, port)
        yield ask
    finally:
        server.terminate()
        server.communicate(timeout=PATIENCE)


def _awaited(server: subprocess.Popen[str], port: int) -> None:
    until = time.monotonic() + PATIENCE
    while server.poll() is None and time.monotonic() < until:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.02)
    server.kill()
    told = server.communicate()[0]
    raise PortTaken(told) if "ddress already in use" in told else AssertionError(told)
