"""A real browser looking at the built site over real HTTP."""

from __future__ import annotations

import functools
import http.server
import os
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.sites import ROOT, run

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
]


NOON = "1747051200"  # 12 May 2025, 12:00 UTC


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves files without a word."""

    def log_message(self, *_: Any) -> None:
        """Nothing."""


@pytest.fixture(scope="session")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site as it is built on 12 May 2025."""
    folder = tmp_path_factory.mktemp("site") / "output"
    done = run("build", "--root", str(ROOT), "--output", str(folder), SOURCE_DATE_EPOCH=NOON)
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture(scope="module")
def address(output: Path) -> Iterator[str]:
    """Where it is served."""
    handler = functools.partial(Quiet, directory=str(output))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


@pytest.fixture(scope="module")  # while one is open, no other event loop can run in this thread
def browser() -> Iterator[Browser]:
    """Chromium; `make test` says where it is."""
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=FLAGS)
        yield found
        found.close()


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A phone's page, without script, whose every error or request to another host fails the test."""
    context = browser.new_context(base_url=address, viewport={"width": 360, "height": 740}, java_script_enabled=False)
    found = context.new_page()
    wrong: list[str] = []
    found.on("console", lambda message: wrong.append(message.text) if message.type in ("error", "warning") else None)
    found.on("request", lambda request: wrong.append(request.url) if not request.url.startswith(address) else None)
    found.on("response", lambda answer: wrong.append(f"{answer.status} {answer.url}") if answer.status >= 400 else None)
    yield found
    context.close()
    assert wrong == []


@pytest.fixture
def scripted(browser: Browser, address: str) -> Iterator[Page]:
    """A page with script on a desktop, whose every error or violation of the policy fails the test."""
    context = browser.new_context(base_url=address, viewport={"width": 1280, "height": 720})
    context.add_init_script("addEventListener('securitypolicyviolation', (e) => console.error(e.violatedDirective))")
    found = context.new_page()
    wrong: list[str] = []
    found.on("console", lambda message: wrong.append(message.text) if message.type in ("error", "warning") else None)
    found.on("pageerror", lambda error: wrong.append(str(error)))
    yield found
    context.close()
    assert wrong == []
