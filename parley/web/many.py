"""Many addresses at once, but few, and each machine one at a time: nobody is to be bothered by it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor, as_completed
from urllib.parse import urlsplit

from msgspec.structs import replace

from parley.model.address import Verdict
from parley.web.asked import Limits, verdict

AT_ONCE = 4


class Turns:
    """One lock for each host, made when it is first needed."""

    def __init__(self) -> None:
        self._locks: dict[str, threading.Lock] = {}
        self._own = threading.Lock()

    def at(self, host: str) -> threading.Lock:
        """The lock of ``host``: who holds it may ask."""
        with self._own:
            return self._locks.setdefault(host, threading.Lock())


def verdicts(urls: Iterable[str], limits: Limits, told: Callable[[str], None]) -> dict[str, Verdict]:
    """The verdict on each of ``urls``; ``told`` hears how far it is."""
    by_host: dict[str, list[str]] = {}
    for url in dict.fromkeys(urls):
        by_host.setdefault((urlsplit(url).hostname or "").lower(), []).append(url)
    limits = replace(limits, turn=Turns().at)  # a redirect may lead to a host that another thread is asking
    found: dict[str, Verdict] = {}
    stopped = threading.Event()

    def of_host(those: list[str]) -> dict[str, Verdict]:
        return {url: verdict(url, limits) for url in those if not stopped.is_set()}

    with ThreadPoolExecutor(AT_ONCE, thread_name_prefix="links") as pool:
        waiting = [pool.submit(of_host, those) for those in by_host.values()]
        try:
            for done in as_completed(waiting):
                found |= done.result()
                told(f"{len(found)} addresses asked")
        except BaseException:
            stopped.set()
            pool.shutdown(cancel_futures=True)
            raise
    return found
