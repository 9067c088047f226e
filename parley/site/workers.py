"""Units made in shares by whoever can take them: a map through the ``concurrent.futures.Executor`` interface.

Workers of this machine are forked, and so have the bench without its being sent to them. Where a system can't fork, and
on other machines, a worker has nothing: it is given a recipe and makes the bench of it. What comes of a unit does not
depend on how many workers there are, where they are, nor on which of them made it: shares come back in their order, as
data (MessagePack), and a fault that many meet is told once.
"""

from __future__ import annotations

import gc
import multiprocessing
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future
from contextlib import AbstractContextManager, contextmanager
from typing import Any

import msgspec

from parley.pages.every import SHARED
from parley.site.made import Made
from parley.site.making import Bench, Known
from parley.site.order import Order
from parley.site.pool import pool, result
from parley.site.processors import processors

WORTH_FORKING = 150  # units, below which workers cost more time than they save
MOST_IN_SHARE = 60  # units: few enough for workers to end at about the same time, and to hold little
AHEAD = 8  # shares for each worker that are asked for before they are needed


class Share(msgspec.Struct, frozen=True):
    """What one worker makes at one go, and what it has to know of it."""

    units: list[str]
    known: Known
    watch: bool


class Workers(msgspec.Struct, frozen=True):
    """``count`` workers behind ``executor``. Each calls ``makes`` with what it is ``given`` and a share. ``there``
    tells whether anybody is still there who could."""

    executor: Executor
    makes: Callable[..., bytes]
    given: tuple[Any, ...]
    count: int
    there: Callable[[], bool] = lambda: True


def every_made(bench: Bench, units: Sequence[str], order: Order) -> Iterator[Made]:
    """What comes of ``units``, in their order, by the workers that ``order`` asks for. Raises
    :class:`parley.site.order.NoWorkers`."""
    jobs = min(order.jobs or processors(), len(units) // WORTH_FORKING + 1)
    if order.executor and units:
        from parley.site.cluster import cluster
        from parley.site.recipe import recipe_of

        return _made(cluster(order.executor, recipe_of(order, bench)), bench, units)
    if jobs == 1:
        return map(bench.made, units)
    if "fork" in multiprocessing.get_all_start_methods():
        return _made(forked(bench, jobs), bench, units)
    from parley.site.recipe import recipe_of

    return _made(spawned(recipe_of(order, bench), jobs), bench, units)


def shares(units: Iterable[str]) -> list[list[str]]:
    """``units`` in the pieces that workers take: those that the whole site shares one by one, since they are large."""
    found: list[list[str]] = []
    for unit in units:
        if unit in SHARED or not found or len(found[-1]) == MOST_IN_SHARE or found[-1][-1] in SHARED:
            found.append([])
        found[-1].append(unit)
    return found


def _made(hired: AbstractContextManager[Workers], bench: Bench, units: Sequence[str]) -> Iterator[Made]:
    with hired as workers:
        waiting: deque[Future[bytes]] = deque()
        try:
            for share in shares(units):
                known = {unit: bench.known[unit] for unit in share if unit in bench.known}
                data = msgspec.msgpack.encode(Share(share, known, bench.watch))
                waiting.append(workers.executor.submit(workers.makes, *workers.given, data))
                if len(waiting) > AHEAD * workers.count:
                    yield from _result(waiting.popleft(), workers)
            while len(waiting) > 1:
                yield from _result(waiting.popleft(), workers)
            last = _result(waiting.popleft(), workers) if waiting else []
        finally:
            for future in waiting:
                future.cancel()
    yield from last  # when the workers are gone, for nobody may ask for what comes after it


def _result(future: Future[bytes], workers: Workers) -> list[Made]:
    return msgspec.msgpack.decode(result(future, workers.there), type=list[Made])


_bench: Bench  # of a worker that was forked


@contextmanager
def forked(bench: Bench, jobs: int) -> Iterator[Workers]:
    """So many workers of this machine, who have ``bench`` as it is now."""
    global _bench
    _bench = bench
    gc.collect()
    gc.freeze()  # what workers share stays shared: their collectors do not touch it
    try:
        with pool(jobs, "fork") as hired:
            yield Workers(hired.executor, _by_fork, (), jobs, hired.there)
    finally:
        del _bench
        gc.unfreeze()


@contextmanager
def spawned(recipe: bytes, jobs: int) -> Iterator[Workers]:
    """So many workers of this machine, who have nothing and are given ``recipe`` once."""
    with pool(jobs, "spawn", _given, recipe) as hired:
        yield Workers(hired.executor, _by_recipe, (), jobs, hired.there)


_recipe = b""  # of a worker that was spawned


def _given(recipe: bytes) -> None:
    global _recipe
    _recipe = recipe


def _by_fork(data: bytes) -> bytes:
    share = msgspec.msgpack.decode(data, type=Share)
    return msgspec.msgpack.encode([_bench.made(unit) for unit in share.units])


def _by_recipe(data: bytes) -> bytes:
    from parley.site.away import made_away

    return made_away(_recipe, data)
