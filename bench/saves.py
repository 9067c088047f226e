"""From save to screen: ``python -m bench.saves --peers DIR``.

A brief's page is open in Chromium; its file is saved with another summary; the time ends when that has been painted.

`parley serve` and `hugo server` take turns, save by save, and each save waits until both are quiet, so that what one of
them does in the background takes nothing from the other. The browser itself says when it has painted: with the first
frame after the text has come, which is when a second one is asked for (HTML, "update the rendering").
"""

from __future__ import annotations

import argparse
import contextlib
import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from queue import Empty, Queue
from typing import TYPE_CHECKING, NamedTuple

from bench import generator
from bench.contestants import OURS, ROOT, Part, edit, for_hugo
from bench.measure import busy
from bench.results import Saves, saves_table

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

EDITED = 7
ADDRESS = f"briefs/brief-{EDITED}/"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
LONGEST = 900.0  # seconds that a server may take to begin, or to become quiet
LOOKS = 0.25  # seconds between two looks at whether a server is quiet
QUIET = 0.08  # of a processor, at the most
WATCH = """
(() => {
  let seen = "";
  const look = () => {
    const found = /The save (\\d+) is new/.exec(document.querySelector("main")?.textContent ?? "")?.[1] ?? "";
    if (found === seen) return;
    seen = found;
    requestAnimationFrame(() => requestAnimationFrame(() => window.painted(found, Date.now())));
  };
  new MutationObserver(look).observe(document, { childList: true, characterData: true, subtree: true });
  document.addEventListener("DOMContentLoaded", look);
})();
"""
Painted = tuple[str, float]  # which save, and when: seconds since 1970


class Server(NamedTuple):
    """``command`` serves what ``prepare`` has put into a folder, at the port that stands for {}."""

    name: str
    part: Part
    prepare: Callable[[Path, int], None]
    command: tuple[str, ...]
    source: str  # the edited brief
    environment: Mapping[str, str] = {}


class Patience(NamedTuple):
    """How many saves there are with each server: ``saves``, or as many as there is time for in ``seconds``, and one."""

    saves: int
    seconds: float


class NotShown(Exception):
    """A save that never came to the screen."""


def servers(peers: Path) -> list[Server]:
    """Ours, and Hugo's, which keeps its site in memory and renders what is looked at first, as it does by itself."""
    ours = (sys.executable, str(ROOT / "build.py"), "serve", "--port", "{}")
    hugo = (str(peers / "hugo"), "server", "--port", "{}", "--bind", "127.0.0.1", "--logLevel", "error")
    return [
        Server(
            "parley serve",
            "ours",
            generator.for_parley,
            ours,
            f"briefs/brief-{EDITED}.yaml",
            OURS,
        ),
        Server("hugo server", "peer", for_hugo, hugo, f"content/briefs/brief-{EDITED}.md", {"GOGC": "400"}),
    ]


def saved(
    taking: Sequence[Server], briefs: int, patience: Patience, browser: str, tell: Callable[[str], None]
) -> list[Saves]:
    """So many saves of a brief with each of the servers, with ``browser`` (a Chromium). Raises :class:`NotShown`."""
    from playwright.sync_api import sync_playwright

    with contextlib.ExitStack() as stack:
        base = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="parley-bench-")))
        chromium = stack.enter_context(sync_playwright()).chromium.launch(executable_path=browser, args=FLAGS)
        stack.callback(chromium.close)
        open_ = [
            stack.enter_context(_opened(server, base / str(at), briefs, chromium)) for at, server in enumerate(taking)
        ]
        times: dict[str, list[float]] = {server.name: [] for server in taking}
        until = time.monotonic() + patience.seconds
        for number in range(-1, patience.saves):  # the first one warms up, and does not count
            if number > 0 and time.monotonic() > until:
                break
            for shown in open_:
                for each in open_:
                    each.quiet()
                taken = shown.save(number + 2)
                if number >= 0:
                    times[shown.server.name].append(taken)
                tell(f"{briefs:,} briefs, save, {shown.server.name}: {1000 * taken:.0f} ms")
    return [Saves(briefs, server.name, server.part, tuple(times[server.name])) for server in taking]


class _Shown:
    """A server at work, and a page of it in the browser."""

    def __init__(self, server: Server, folder: Path, process: subprocess.Popen[bytes], page: Page) -> None:
        self.server, self.page = server, page
        self._file, self._process = folder / server.source, process
        self._painted: Queue[Painted] = Queue()
        page.expose_function("painted", lambda save, at: self._painted.put((save, at / 1000)))
        page.add_init_script(WATCH)

    def save(self, number: int) -> float:
        """The seconds from the end of a save to its paint."""
        edit(self._file, f"save {number}")
        began = time.time()
        while time.time() < began + LONGEST:
            self.page.wait_for_timeout(5)  # lets what the page says come in
            with contextlib.suppress(Empty):
                while True:
                    save, at = self._painted.get_nowait()
                    if save == str(number):
                        return at - began
        raise NotShown(f"{self.server.name} did not show save {number} within {LONGEST:.0f} seconds")

    def quiet(self) -> None:
        """Wait until the server does nothing."""
        until = time.monotonic() + LONGEST
        before = busy(self._process.pid)
        while time.monotonic() < until:
            self.page.wait_for_timeout(1000 * LOOKS)
            now = busy(self._process.pid)
            if now - before <= QUIET * LOOKS:
                return
            before = now


@contextlib.contextmanager
def _opened(server: Server, folder: Path, briefs: int, browser: Browser) -> Iterator[_Shown]:
    """The page of the brief, as ``server`` serves it from ``folder``."""
    folder.mkdir()
    server.prepare(folder, briefs)
    port = _free_port()
    address = f"http://127.0.0.1:{port}/{ADDRESS}"
    process = subprocess.Popen(
        [part.format(port) for part in server.command],
        cwd=folder,
        env={**os.environ, **server.environment},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait_for(address, process)
        page = browser.new_context().new_page()
        shown = _Shown(server, folder, process, page)
        page.goto(address)
        yield shown
    finally:
        process.terminate()
        process.wait()


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _wait_for(address: str, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + LONGEST
    while time.monotonic() < until and process.poll() is None:
        with contextlib.suppress(urllib.error.URLError, OSError), urllib.request.urlopen(address) as answer:
            if answer.status == 200:
                return
        time.sleep(0.1)
    raise NotShown(f"nothing is served at {address}")


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.saves", description="From save to screen, beside Hugo.")
    parser.add_argument("--peers", type=Path, required=True, help="the folder with `hugo`")
    parser.add_argument("--briefs", type=int, nargs="+", default=[1000], help="how many (default: 1000)")
    parser.add_argument("--saves", type=int, default=15, help="saves with each (default: 15)")
    parser.add_argument("--seconds", type=float, default=600, help="no further save after so long (default: 600)")
    parser.add_argument("--only", nargs="+", default=[], metavar="NAME", help="these servers alone")
    wish = parser.parse_args()
    browser = os.environ.get("CHROMIUM", "/usr/bin/chromium")
    taking = [server for server in servers(wish.peers) if not wish.only or server.name in wish.only]
    found = []
    for briefs in wish.briefs:
        patience = Patience(wish.saves, wish.seconds)
        found += saved(taking, briefs, patience, browser, lambda line: print(line, file=sys.stderr, flush=True))
    print(saves_table(found))
    return 0


if __name__ == "__main__":
    sys.exit(main())
