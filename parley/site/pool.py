"""Worker processes of this machine: they end with the build, however it ends, and it never waits for those that are
lost.

The executor of the standard library waits for ever where a system has no room for one more process or thread: for
processes that nobody gives work to, when it is left, and for the thread that gives it to them, when that one could not
begin. So processes are ended here where anything goes wrong, and a thread that is lost is noticed.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, CancelledError, Executor, Future, ProcessPoolExecutor, wait
from contextlib import contextmanager, suppress
from typing import Any, TypeVar

import msgspec

from parley.site.order import NoWorkers

LOOK = 1  # seconds without a result, after which it is looked whether anybody is there who could give one
FEW = "workers can't be started here ({}); with --jobs 1 none is needed"

Result = TypeVar("Result")


class _Executor(ProcessPoolExecutor):
    """Starts its workers when it is first given work, and says where it can't."""

    def submit(self, act: Callable[..., Result], /, *given: Any, **named: Any) -> Future[Result]:
        try:
            return super().submit(act, *given, **named)
        except BrokenExecutor:
            raise
        except (OSError, RuntimeError) as fault:
            raise NoWorkers(FEW.format(getattr(fault, "strerror", None) or fault)) from fault


class Pool(msgspec.Struct, frozen=True):
    """``executor`` gives work to worker processes. ``there`` tells whether it can."""

    executor: Executor
    there: Callable[[], bool]


@contextmanager
def pool(jobs: int, method: str, begin: Callable[..., object] | None = None, *given: Any) -> Iterator[Pool]:
    """So many workers, started by ``method`` ("fork", "spawn"), each of which begins with ``begin(*given)``. They are
    done with their work when the block ends, or ended where it ends by an exception. Giving them
    work raises :class:`parley.site.order.NoWorkers` where the system has no room for them."""
    others = multiprocessing.active_children()
    whole = False
    with _lost_threads() as lost:
        executor = _Executor(jobs, multiprocessing.get_context(method), _begun, (begin, *given))
        try:
            yield Pool(executor, lambda: not lost)
            whole = not lost
        finally:
            if not whole:
                for process in set(multiprocessing.active_children()).difference(others):
                    process.kill()
                    process.join()
            with suppress(*(() if whole else (RuntimeError,))):  # of a thread that could not be started
                executor.shutdown(cancel_futures=True)


def result(future: Future[Result], there: Callable[[], bool]) -> Result:
    """What comes of ``future``, while somebody is ``there`` who can give it. Raises
    :class:`parley.site.order.NoWorkers`."""
    try:
        while future not in wait([future], LOOK).done:
            if not there():
                raise NoWorkers("all workers were lost while they made pages")
        return future.result()
    except (BrokenExecutor, CancelledError) as fault:
        raise NoWorkers("a worker was lost while it made pages; it may have run out of memory") from fault


@contextmanager
def _lost_threads() -> Iterator[list[BaseException | None]]:
    """What ended threads that are begun meanwhile. Of them, nothing is printed."""
    before, told = frozenset(threading.enumerate()), threading.excepthook
    lost: list[BaseException | None] = []

    def noted(ended: threading.ExceptHookArgs) -> None:
        if ended.thread in before:
            told(ended)
        else:
            lost.append(ended.exc_value)

    threading.excepthook = noted
    try:
        yield lost
    finally:
        threading.excepthook = told


def _begun(begin: Callable[..., object] | None, *given: Any) -> None:
    """A worker begins: whoever builds is told to stop, not the worker, but it ends with the build."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    try:
        threading.Thread(target=_end_with_the_build, daemon=True).start()
    except RuntimeError:  # no room for a thread
        os._exit(1)
    if begin:
        begin(*given)


def _end_with_the_build() -> None:
    build = multiprocessing.parent_process()
    assert build
    build.join()
    os._exit(1)
