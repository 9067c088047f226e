"""What is asked of the recipe, and what comes of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from pathlib import Path

import msgspec

from parley.model.brief import Brief
from parley.model.insight import Insights
from parley.model.library import Library
from parley.model.names import Names
from parley.model.problem import Problem
from parley.read.content import Content
from parley.site.memory import Memory

Watcher = Callable[[str], None]  # is told which stage begins, for whoever watches


def untold(_stage: str) -> None:
    """Nobody watches."""


class Order(msgspec.Struct, frozen=True):
    """What is to be built: the folder, and the day as of which; without one, the day of ``now`` in the site's zone."""

    root: Path
    now: dt.datetime  # with its offset
    as_of: dt.date | None = None
    drafts: bool = False
    strict: bool = False
    address: str = ""  # where the site is looked at, in place of the address in its settings
    extras: bool = True  # social cards and the search index, which a preview does without
    disk: bool = False  # to be opened from a disk, where there is no search
    jobs: int = 0  # workers; 0: as many as there are processors
    lang: str = ""  # the edition in this further language of the site, in place of the site itself
    executor: str = ""  # where workers are that are not on this machine: "dask://host:port"


class Built(msgspec.Struct, frozen=True):
    """What came of it: ``site`` from path to bytes, or ``None`` where a problem forbids publishing."""

    site: Mapping[str, bytes] | None
    problems: tuple[Problem, ...]
    briefs: int = 0
    pages: int = 0
    notes: tuple[str, ...] = ()  # what was left out of the site, and why; no fault of the content
    names: Names | None = None  # of all that was read, drafts and broken briefs too; none where nothing had to be read
    library: Library | None = None  # what the site shows, for who wants to know where it was written
    drafts: tuple[Brief, ...] = ()  # all drafts, built or not, with whatever faults they have
    rendered: Mapping[str, str] = {}  # path -> why its bytes were made now; the others were as remembered
    units: tuple[int, int] = (0, 0)  # how many were made now, and how many there are
    memory: Memory | None = None  # for the next build, once this one is published
    steady: bool = True  # whether the sources stayed as they were while they were read


class NoWorkers(Exception):
    """The workers that were asked for can't be had, or were lost; the text says why, in one line."""


class Unsteady(Exception):
    """The sources never stayed as they were for the time that a build takes; the text says so, in one line."""


class Work(msgspec.Struct, frozen=True):
    """The library as of the day, what follows from it, and every problem. ``found`` is ``None`` where the files that
    all briefs share can't be relied on."""

    now: Library
    found: Insights | None
    problems: list[Problem]
    whole: Library  # with what is dated later
    content: Content  # what was read, with all its editions
