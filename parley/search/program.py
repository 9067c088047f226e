"""A conversation with the Pagefind program, which serves requests on its standard input.

The package's own Python interface waits a tenth of a second for each page and can't take an answer of more than 2 MiB,
so the requests of that interface are sent from here: each is JSON in base64 with a comma behind it, and so is each
answer, in the same order. The program is always ended, and never outlives its time limit.
"""

from __future__ import annotations

import base64
import contextlib
import json
import os
import subprocess
import threading
from collections.abc import Iterable
from pathlib import Path
from typing import IO, Any


class NoIndex(Exception):
    """There is no index, and why."""


def answers(requests: Iterable[dict[str, Any]], number: int, limit: float) -> list[dict[str, Any]]:
    """The answers to ``requests``, ``number`` of them, in their order. Raises :class:`NoIndex` where the program is
    missing, ends early, refuses a request, or needs more than ``limit`` seconds."""
    try:
        process = subprocess.Popen(
            [program(), "--service"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={name: value for name, value in os.environ.items() if not name.startswith("PAGEFIND_")},
        )
    except OSError as error:
        raise NoIndex(f"Pagefind can't be run ({error.strerror or error})") from error
    assert process.stdin
    assert process.stdout
    late = threading.Event()

    def end() -> None:
        late.set()
        process.kill()

    timer = threading.Timer(limit, end)
    asking = threading.Thread(target=_ask, args=(process, process.stdin, requests), daemon=True)
    try:
        timer.start()
        asking.start()
        found = [_payload(answer) for answer in _parts(process.stdout, number)]
    except RuntimeError as error:  # no room for a thread
        raise NoIndex(f"Pagefind can't be run ({error})") from error
    finally:
        timer.cancel()
        process.kill()
        process.wait()
        if asking.ident:
            asking.join()
        for pipe in (process.stdin, process.stdout):
            with contextlib.suppress(OSError):
                pipe.close()
    if late.is_set():
        raise NoIndex(f"Pagefind was not done after {limit:g} seconds")
    if len(found) < number:
        raise NoIndex(f"Pagefind ended early, with code {process.returncode}")
    return found


def program() -> Path:
    """Where the Pagefind program lies. Raises :class:`NoIndex`."""
    try:
        from pagefind.service import get_executable
    except ImportError as error:
        raise NoIndex("the package pagefind is not installed") from error
    try:
        found = get_executable()
    except OSError:
        found = None
    if found is None or not found.is_file():
        raise NoIndex("the package pagefind has no program for this machine")
    return found


def _ask(process: subprocess.Popen[bytes], pipe: IO[bytes], requests: Iterable[dict[str, Any]]) -> None:
    """Sends every request; the pipe stays open, since the program ends, answered or not, when it is closed. Where not
    all can be sent, whatever the reason, the program is ended, which shows where its answers are read."""
    sent = False
    try:
        with contextlib.suppress(OSError):
            for at, request in enumerate(requests):
                pipe.write(base64.b64encode(json.dumps({"message_id": at, "payload": request}).encode()) + b",")
            pipe.flush()
            sent = True
    finally:
        if not sent:
            process.kill()


def _parts(pipe: IO[bytes], number: int) -> list[bytes]:
    """The first ``number`` answers, or fewer where there is no more to read."""
    read, commas = bytearray(), 0
    while commas < number:
        more = os.read(pipe.fileno(), 1 << 20)
        if not more:
            break
        commas += more.count(b",")
        read += more
    return bytes(read).split(b",")[:-1][:number]


def _payload(answer: bytes) -> dict[str, Any]:
    try:
        payload = json.loads(base64.b64decode(answer))["payload"]
        if payload["type"] == "Error":
            raise NoIndex(f"Pagefind refused: {payload['message']}")
    except (ValueError, KeyError, TypeError) as error:
        raise NoIndex("Pagefind's answer can't be read") from error
    return payload  # type: ignore[no-any-return]
