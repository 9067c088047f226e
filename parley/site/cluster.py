"""Workers on other machines, as Dask runs them (docs.dask.org): the only place that knows of it.

The recipe is sent once, to all workers; shares only name it. Dask gives the share of a worker that was lost to another.
Refused before anything is made: a cluster that is not there, has no workers, or whose workers would not make the same
bytes.
"""

from __future__ import annotations

import logging
import socket
import threading
import warnings
from collections.abc import Iterator
from concurrent.futures import CancelledError
from contextlib import contextmanager, suppress
from typing import Any
from urllib.parse import urlsplit

import msgspec

from parley.site.away import kit_here, made_away
from parley.site.kit import Kit, kit, unlike
from parley.site.order import NoWorkers
from parley.site.recipe import Unusable
from parley.site.workers import Workers

PATIENCE = 5  # seconds until a scheduler that does not answer counts as not there


@contextmanager
def cluster(address: str, recipe: bytes) -> Iterator[Workers]:
    """The workers of the cluster at ``address`` ("dask://host:port"), who are given ``recipe``. Raises
    :class:`parley.site.order.NoWorkers`, also where they are lost later."""
    place = urlsplit(address).netloc
    client = _client(address)
    from distributed.scheduler import KilledWorker

    try:
        count = _alike(client, place)
        given = client.scatter(recipe, broadcast=True)
        yield Workers(client.get_executor(pure=False), made_away, (given,), count, lambda: _there(client))
    except Unusable as fault:
        raise NoWorkers(f"a worker of {place} can't take part: {fault}") from fault
    except (KilledWorker, CancelledError, OSError, TimeoutError) as fault:
        raise NoWorkers(f"the workers of {place} were lost while they made pages ({type(fault).__name__})") from fault
    finally:
        with suppress(Exception):  # nothing is wanted of it any more, and it may be gone
            client.close(timeout=PATIENCE)


def _client(address: str) -> Any:
    """What speaks to the scheduler at ``address``. Raises :class:`parley.site.order.NoWorkers`."""
    place = urlsplit(address)
    try:
        socket.create_connection((place.hostname, place.port), PATIENCE).close()  # Dask would try again and again
    except OSError as fault:
        why = fault.strerror or "it does not answer"
        raise NoWorkers(f"no Dask scheduler can be reached at {place.netloc}: {why}") from fault
    found: list[Any] = []
    thread = threading.Thread(target=_connect, args=(place.netloc, found), daemon=True)
    thread.start()  # apart, since Dask waits for ever where something else answers
    thread.join(2 * PATIENCE)
    if not found or isinstance(found[0], Exception):
        raise NoWorkers(f"what answers at {place.netloc} is no Dask scheduler that can be spoken to")
    return found[0]


def _connect(place: str, found: list[Any]) -> None:
    try:
        import distributed

        _quiet()
        found.append(distributed.Client(f"tcp://{place}", timeout=PATIENCE, set_as_default=False))
    except Exception as fault:  # told by whoever waits
        found.append(fault)


def _alike(client: Any, place: str) -> int:
    """How many threads the workers have, if all of them work with what we work with."""
    threads: dict[str, int] = client.nthreads()
    for worker, found in sorted(client.run(kit_here, on_error="return").items()):
        if isinstance(found, OSError):  # it left just now, and others go on
            threads.pop(worker, None)
        elif isinstance(found, BaseException):  # Parley itself is missing there, or is too old to answer
            raise NoWorkers(f"the worker {worker} can't take part: {found}")
        elif why := unlike(kit(), _kit_of(found)):
            raise NoWorkers(f"the worker {worker} would not make the same bytes: it has {why}")
    if not threads:
        raise NoWorkers(f"the Dask scheduler at {place} has no workers")
    return sum(threads.values())


def _there(client: Any) -> bool:
    """Whether the scheduler is there and has workers; it would be waited for without end."""
    return client.status == "running" and bool(client.nthreads())


def _kit_of(data: bytes) -> Kit:
    return msgspec.msgpack.decode(data, type=Kit)


def _quiet() -> None:
    """Keep Dask from telling what is told here in one line."""
    warnings.filterwarnings("ignore", module="distributed")
    for name in ("distributed", *(name for name in logging.root.manager.loggerDict if name.startswith("distributed."))):
        logging.getLogger(name).setLevel(logging.CRITICAL)
