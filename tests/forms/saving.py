"""A desk with a form editor: its site as it is built and served, and the server that the editor saves by."""

from __future__ import annotations

import functools
import http.server
import os
import shutil
import socket
import subprocess
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.browser.conftest import Quiet
from tests.sites import ROOT, run, written

SITE = "name: The Desk\nlanguage: en\ntime_zone: Europe/Kyiv\n"


class Desk:
    """The folder of the site, and where it is served."""

    def __init__(self, root: Path, address: str, server: str) -> None:
        self.root = root
        self.address = address
        self.server = server

    def text(self, name: str) -> str:
        return (self.root / "briefs" / name).read_text("utf-8")


def made(root: Path, forms: Path, port: int) -> Path:
    """A site of the briefs of this repository with a form editor that saves by way of ``port``."""
    written(root, {"site.yaml": SITE})
    shutil.copytree(ROOT / "briefs", root / "briefs")
    shutil.copytree(forms / "admin", root / "admin")
    backend = f"{{name: proxy, proxy_url: 'http://127.0.0.1:{port}/api/v1', branch: main}}"
    (root / "admin/config.yml").write_text(f"backend: {backend}\n")
    for command in (("new", "admin", "--registry", "http://127.0.0.1:1"), ("build",)):  # of what is there already
        done = run(*command, cwd=root, SOURCE_DATE_EPOCH="1747051200")
        assert done.returncode == 0, done.stderr
    return root


@contextmanager
def desk(folder: Path, forms: Path) -> Iterator[Desk]:
    """A desk in ``folder``, with both servers running."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    root = made(folder, forms, port)
    server = subprocess.Popen(
        [forms / "node", forms / "node_modules/decap-server/dist/index.js"],
        env={**os.environ, "PORT": str(port), "BIND_HOST": "127.0.0.1", "GIT_REPO_DIRECTORY": str(root)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait(port)
        handler = functools.partial(Quiet, directory=str(root / "output"))
        with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as site:
            threading.Thread(target=site.serve_forever, daemon=True).start()
            yield Desk(root, f"http://127.0.0.1:{site.server_address[1]}", f"http://127.0.0.1:{port}")
            site.shutdown()
    finally:
        server.terminate()
        server.wait(10)


def _wait(port: int) -> None:
    """Wait until the server answers."""
    until = time.monotonic() + 30
    while True:
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=5)
        except urllib.error.HTTPError:
            return
        except OSError:
            assert time.monotonic() < until, "decap-server did not start"
            time.sleep(0.1)
