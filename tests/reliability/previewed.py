"""The real ``build.py serve`` over a small site, and what can be seen of it from outside."""

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
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.sites import FILES, ROOT, STORY, written

BRIDGE = "/briefs/bridge/"
BUILT = re.compile(r"Built in |\d+ (error|warning)s?\b.*: (still showing|no site)")


def story(title: str) -> str:
    """The brief with another title."""
    return STORY.replace("title: The bridge", f"title: {title}")


def apart(title: str) -> str:
    """A brief that may stand beside the other one."""
    actor = title.lower().replace(" ", "-")
    return (
        f"title: {title}\npublished: 2025-05-01\nsummary: It is short.\nwhat: Somebody says {title}.\n"
        f"who: {{{actor}: Speaks.}}\nactors: {{{actor}: {{name: {title}, kind: person}}}}\n"
    )


class Preview:
    """``root`` being previewed at ``port``; ``lines`` is what was told so far."""

    def __init__(self, root: Path, *options: str, port: int = 0) -> None:
        self.root, self.lines = root, list[str]()
        port = port or free_port()
        command = [sys.executable, str(ROOT / "build.py"), "serve", "--root", str(root), "--port", str(port), *options]
        self.process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        assert until(lambda: self.builds() or self.process.poll() is not None, 60), self.lines
        found = re.search(r"http://\S+:(\d+)/", "\n".join(self.lines))
        assert found, self.lines
        self.port = int(found[1])
        self.address = f"http://127.0.0.1:{self.port}"

    def _read(self) -> None:
        assert self.process.stderr is not None
        for line in self.process.stderr:
            self.lines.append(line.rstrip("\n"))

    def builds(self) -> int:
        """How many builds there were."""
        return sum(bool(BUILT.match(line)) for line in self.lines)

    def page(self, path: str, timeout: float = 10) -> tuple[int, str]:
        with contextlib.closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)) as connection:
            connection.request("GET", path)
            answer = connection.getresponse()
            return answer.status, answer.read().decode()

    def shows(self, text: str, path: str = BRIDGE, within: float = 1.0, status: int = 200) -> bool:
        """Whether a page comes to hold ``text`` in so many seconds."""

        def there() -> bool:
            found = self.page(path)
            return found[0] == status and text in found[1]

        return until(there, within, 0.01)

    def raw(self, request: bytes, timeout: float = 5) -> bytes:
        """The first bytes of the answer to what is sent just so; none where there is no answer."""
        with socket.create_connection(("127.0.0.1", self.port), timeout) as connection:
            connection.sendall(request)
            try:
                return connection.recv(4096)
            except (ConnectionError, TimeoutError):
                return b""

    def save(self, name: str, text: str) -> None:
        (self.root / name).write_text(text)

    def settled(self, calm: float = 0.5) -> int:
        """Wait until nothing is built any more; how many builds there were."""
        seen = -1
        while (now := self.builds()) != seen:
            seen = now
            time.sleep(calm)
        return seen

    def holds(self) -> tuple[int, int, int]:
        """Its memory in kB, its open files and its threads."""
        about = Path(f"/proc/{self.process.pid}")
        told = dict(line.split(":", 1) for line in (about / "status").read_text().splitlines())
        return int(told["VmRSS"].split()[0]), len(list((about / "fd").iterdir())), int(told["Threads"])

    def stop(self) -> float:
        """Stop it by Ctrl-C; the seconds that took."""
        began = time.monotonic()
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
        try:
            self.process.wait(10)
        finally:
            self.process.kill()
            self._reader.join(5)
            assert self.process.stderr is not None
            self.process.stderr.close()
        return time.monotonic() - began


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return int(taken.getsockname()[1])


def until(holds: Callable[[], object], within: float, step: float = 0.02) -> bool:
    """Whether something comes to hold in so many seconds."""
    end = time.monotonic() + within
    while not holds():
        if time.monotonic() > end:
            return False
        time.sleep(step)
    return True


def busy() -> bool:
    """Whether so much else wants to run on this machine that nobody can promise a second: then what took longer is told
    and not judged."""
    return os.getloadavg()[0] > 1.2 * len(os.sched_getaffinity(0))


@contextlib.contextmanager
def previewed(root: Path, *options: str, files: dict[str, str] | None = None, port: int = 0) -> Iterator[Preview]:
    """A preview of a small site in ``root``, of ``files`` if they are given."""
    found = Preview(written(root, FILES if files is None else files), *options, port=port)
    try:
        yield found
    finally:
        found.stop()
