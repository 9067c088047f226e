"""Units made in shares by as many workers as there are: the way from a desk to bytes.

Workers are forked where the system can do that, and so have the desk without its being sent to them. What comes of a
unit does not depend on how many there are, nor on which of them made it.
"""

from __future__ import annotations

import gc
import multiprocessing
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor

from parley.model.page import Page
from parley.model.problem import Problem
from parley.pages.desk import Desk
from parley.pages.every import SHARED, unit_pages
from parley.pages.machines import is_indexed
from parley.pages.watched import Read, WatchedDesk
from parley.publish.budgets import load_faults
from parley.publish.link_facts import page_facts
from parley.render.pages import page_bytes
from parley.render.theme import Theme
from parley.site.made import Made, MadeFile, Mark, view_mark
from parley.site.memory import digest_of
from parley.site.processors import processors

WORTH_FORKING = 150  # units, below which workers cost more time than they save
MOST_IN_SHARE = 60  # units: few enough for workers to end at about the same time, and to hold little


class Bench:
    """All that units are made with. ``known`` are the marks of files whose bytes are at hand, by path; with ``watch``,
    what each unit looks up is noted."""

    def __init__(self, desk: Desk, theme: Theme, known: Mapping[str, Mark] | None = None, *, watch: bool = False):
        self.desk, self.theme = desk, theme
        self.known = known or {}
        self.watch = watch

    def made(self, unit: str) -> Made:
        """The unit of that name."""
        if not self.watch:
            return self.made_of(unit, unit_pages(self.desk, unit))
        watch = WatchedDesk(self.desk)
        return self.made_of(unit, unit_pages(watch, unit), frozenset(watch.reads))

    def made_of(self, unit: str, pages: Iterable[Page], reads: frozenset[Read] = frozenset()) -> Made:
        """The unit that consists of ``pages``, for which ``reads`` were looked up."""
        files, faults = [], []
        for page in pages:
            view = view_mark(page)
            known = self.known.get(page.path) == view
            body = None if known else page_bytes(page, self.theme)
            if isinstance(body, Problem):
                faults.append(body)
            else:
                files.append(_file(page, view, body))
        return Made(unit, tuple(files), tuple(faults), reads)


def _file(page: Page, view: Mark, body: bytes | None) -> MadeFile:
    if body is None:
        return MadeFile(page.path, view, None, is_indexed(page))
    loads, facts = tuple(load_faults(page.path, body)), page_facts(page.path, body)
    return MadeFile(page.path, view, body, is_indexed(page), digest_of(body), loads, facts)


def every_made(bench: Bench, units: Sequence[str], jobs: int = 0) -> Iterator[Made]:
    """What comes of ``units``, in their order, by so many workers (0: as many as there are processors for us)."""
    jobs = min(jobs or processors(), len(units) // WORTH_FORKING + 1)
    if jobs == 1 or "fork" not in multiprocessing.get_all_start_methods():
        return map(bench.made, units)
    return _by_workers(bench, units, jobs)


def shares(units: Iterable[str]) -> list[list[str]]:
    """``units`` in the pieces that workers take: those that the whole site shares one by one, since they are large."""
    found: list[list[str]] = []
    for unit in units:
        if unit in SHARED or not found or len(found[-1]) == MOST_IN_SHARE or found[-1][-1] in SHARED:
            found.append([])
        found[-1].append(unit)
    return found


_bench: Bench  # of a worker: the one that it was forked with


def _by_workers(bench: Bench, units: Sequence[str], jobs: int) -> Iterator[Made]:
    global _bench
    _bench = bench
    gc.collect()
    gc.freeze()  # what workers share stays shared: their collectors do not touch it
    try:
        with ProcessPoolExecutor(jobs, multiprocessing.get_context("fork")) as workers:
            for made in workers.map(_share, shares(units)):
                yield from made
    finally:
        del _bench
        gc.unfreeze()


def _share(units: list[str]) -> list[Made]:
    return [_bench.made(unit) for unit in units]
