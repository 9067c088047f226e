"""Units made in shares by whoever can take them: a map through the ``concurrent.futures.Executor`` interface.

Workers of this machine are forked, and so have the bench without its being sent to them. Where a system can't fork, and
on other machines, a worker has nothing: it is given a recipe and makes the bench of it. What comes of a unit does not
depend on how many workers there are, where they are, nor on which of them made it: shares come back in their order, as
data (MessagePack), and a fault that many meet is told once.

A forked worker shares the memory of the build until it looks at something: then that becomes its own, since Python
counts who looks at what beside the thing itself. On a large site each worker would come to hold all of it once more, so
there the workers are forked anew time and again, and what walks over the whole site is made by the build itself.
"""

from __future__ import annotations

import gc
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from typing import TYPE_CHECKING, Any

import msgspec

from parley.pages.every import SHARED
from parley.pages.watched import tables
from parley.site.made import Made
from parley.site.making import Bench, Known
from parley.site.order import Order
from parley.site.processors import forks, processors

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future

WORTH_FORKING = 150  # units, below which workers cost more time than they save
MOST_IN_SHARE = 60  # units: few enough for workers to end at about the same time, and to hold little
MOST_LOOKS = 480  # in a share; see LOOKS_AT
MOST_FOR_ONE_FORK = 6_000  # units, past which workers are forked anew time and again
# How much a unit of a kind looks at, to a proposal, roughly; and after how much of it workers are forked anew: so much
# that forking costs little beside it, and so little that workers stay small.
LOOKS_AT = {"proposal": 1, "brief": 2, "actor": 30, "drawer": 120, "data": 300}
AT_MUCH = 3_000  # the others: those that the whole site shares, topics, letters
BETWEEN_FORKS = 3_000
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
    if forks():
        tables(bench.desk)  # worked out once, for all workers
        return _made_in_turns(bench, units, jobs) if len(units) > MOST_FOR_ONE_FORK else _by_forked(bench, units, jobs)
    from parley.site.recipe import recipe_of

    return _made(spawned(recipe_of(order, bench), jobs), bench, units)


def shares(units: Iterable[str]) -> list[list[str]]:
    """``units`` in the pieces that workers take: those that the whole site shares one by one, since they are large."""
    found: list[list[str]] = []
    looks = 0
    for unit in units:
        full = looks >= MOST_LOOKS or not found or len(found[-1]) == MOST_IN_SHARE
        if full or unit in SHARED or found[-1][-1] in SHARED:
            found.append([])
            looks = 0
        found[-1].append(unit)
        looks += looks_at(unit)
    return found


def looks_at(unit: str) -> int:
    """At how much ``unit`` looks, to a proposal's page, roughly."""
    return AT_MUCH if unit in SHARED else LOOKS_AT.get(unit.partition("/")[0], AT_MUCH)


def _by_forked(bench: Bench, units: Sequence[str], jobs: int) -> Iterator[Made]:
    with frozen():
        yield from _made(forked(bench, jobs), bench, units)


def _made_in_turns(bench: Bench, units: Sequence[str], jobs: int) -> Iterator[Made]:
    """The same by workers that are forked anew again and again, so that none of them gets to hold all of a site."""
    at = next((at for at, unit in enumerate(units) if looks_at(unit) < AT_MUCH), len(units))
    yield from map(bench.made, units[:at])
    with frozen():
        for some in turns(units[at:]):
            yield from _made(forked(bench, jobs), bench, some)


def turns(units: Iterable[str]) -> Iterator[list[str]]:
    """``units`` in the pieces for which workers are forked."""
    turn: list[str] = []
    looks = 0
    for unit in units:
        turn.append(unit)
        looks += looks_at(unit)
        if looks >= BETWEEN_FORKS:
            yield turn
            turn, looks = [], 0
    if turn:
        yield turn


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
    from parley.site.pool import result

    return msgspec.msgpack.decode(result(future, workers.there), type=list[Made])


_bench: Bench  # of a worker that was forked


@contextmanager
def frozen() -> Iterator[None]:
    """Meanwhile what there is now stays shared with workers who are forked: no collector touches it."""
    gc.collect()
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


@contextmanager
def forked(bench: Bench, jobs: int) -> Iterator[Workers]:
    """So many workers of this machine, who have ``bench`` as it is now."""
    from parley.site.pool import pool

    global _bench
    _bench = bench
    try:
        with pool(jobs, "fork") as hired:
            yield Workers(hired.executor, _by_fork, (), jobs, hired.there)
    finally:
        del _bench


@contextmanager
def spawned(recipe: bytes, jobs: int) -> Iterator[Workers]:
    """So many workers of this machine, who have nothing and are given ``recipe`` once."""
    from parley.site.pool import pool

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
