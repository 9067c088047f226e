"""Units made when they are asked for, and kept while nothing that they were made of has changed."""

from __future__ import annotations

import threading
from array import array
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import chain
from typing import NamedTuple

import msgspec

from parley.model.page import Page
from parley.model.problem import Problem
from parley.pages.every import closing_pages, unit_names, unit_pages
from parley.pages.machines import is_indexed
from parley.pages.watched import WatchedDesk
from parley.publish.budgets import over_budget
from parley.publish.link_facts import Facts as LinkFacts
from parley.publish.link_facts import leads_to_any, missing, page_facts
from parley.publish.links import link_faults
from parley.render.pages import page_bytes
from parley.site.live.owners import owners
from parley.site.live.world import Differences, Numbers, World

CLOSING = ""  # the unit of those files that tell of all others
OF_ONE = ("brief/", "actor/", "proposal/")  # units whose files are known by their addresses
MOST_HELD = 24  # units whose pages stay in memory: those that were asked for last


class Facts(msgspec.Struct, frozen=True, gc=False):
    """What stays known of a unit whose bytes are not kept."""

    faults: tuple[Problem, ...]
    missing: tuple[str, ...]  # the files that these forbid
    loads: tuple[Problem, ...]


class Unit:
    """What is known of one unit, as it is in ``world``."""

    def __init__(self, world: World, reads: array[int] | None, pages: Sequence[Page]) -> None:
        """``reads`` are the numbers of the entries that were looked up for its ``pages``; ``None``: of too many."""
        self.world = world
        self.reads = reads
        self.paths = tuple(page.path for page in pages)
        self.indexed = tuple(page.path for page in pages if is_indexed(page))
        self.facts: Facts | None = None


class Held(NamedTuple):
    """The pages of a unit, and the bytes of those that were asked for."""

    unit: Unit
    pages: Mapping[str, Page]
    bodies: dict[str, bytes | Problem]


class _Made(Mapping[str, bytes]):
    """Those of the files of ``world`` that there are, for whoever does not look at them as a reader."""

    def __init__(self, workshop: Workshop, world: World, files: Set[str]) -> None:
        self._workshop, self._world, self._files = workshop, world, files

    def __getitem__(self, path: str) -> bytes:
        body = self._world.look.files.get(path) or self._workshop.body(self._world, path)
        if not isinstance(body, bytes):
            raise KeyError(path)
        return body

    def __contains__(self, path: object) -> bool:
        return path in self._files

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)


class Workshop:
    """The units of one edition. Several threads may ask for files; only one may finish units."""

    def __init__(self) -> None:
        self._links: dict[str, LinkFacts] = {}  # of all files whose bytes were made
        self._units: dict[str, Unit] = {}
        self._owners: dict[str, str] = {}  # path -> unit, of all units that were ever made
        self._all_made = False
        self._held: OrderedDict[str, Held] = OrderedDict()
        self._asked: OrderedDict[str, None] = OrderedDict()  # the units of pages that were looked at last
        self._numbers = Numbers()
        self._compared: tuple[World | None, dict[World, Differences]] = None, {}
        self._lock = threading.Lock()

    def body(self, world: World, path: str) -> bytes | Problem | None:
        """The bytes of the file at ``path`` in ``world``, or why there are none; ``None``: there is no such file."""
        name = self.owner(world, path)
        if name is None:
            return None
        held = self._hold(world, name)
        if path not in held.bodies:
            held.bodies[path] = page_bytes(held.pages[path], world.theme)
        return held.bodies[path]

    def looked_at(self, path: str) -> None:
        """Note that somebody looks at the file at ``path``, which is made."""
        name = self._owners[path]
        with self._lock:
            self._asked[name] = None
            self._asked.move_to_end(name)
            if len(self._asked) > MOST_HELD:
                self._asked.popitem(last=False)

    def owner(self, world: World, path: str) -> str | None:
        """The unit that makes the file at ``path`` in ``world``; ``None``: there is no such file."""
        known = self._owners.get(path)
        likely = [*([known] if known is not None else ()), *owners(path, world.desk.library)]
        others = () if self._all_made else (name for name in unit_names(world.desk) if not name.startswith(OF_ONE))
        closing = () if "/" in path or path.endswith(".html") else (CLOSING,)
        names = chain(dict.fromkeys(likely), others, closing)  # others only where no likely one makes it: it takes long
        return next((name for name in names if self._makes(world, name, path)), None)

    def paths(self, world: World) -> Iterator[str]:
        """All files that units make in ``world``."""
        for name in (*unit_names(world.desk), CLOSING):
            yield from self.unit(world, name).paths

    def unit(self, world: World, name: str) -> Unit:
        """The unit ``name`` as it is in ``world``. Raises ``KeyError`` where there is none of that name."""
        known = self._units.get(name)
        if known and (known.world is world or self._stays(known, world)):
            known.world = world
            return known
        return self._made(world, name).unit

    def finished(self, world: World, name: str) -> Iterator[Unit | None]:
        """The same with its facts, and its links noted; ``None`` comes after each step of the way."""
        unit = self.unit(world, name)
        if unit.facts is None:
            held = self._hold(world, name)
            yield None
            for path, page in held.pages.items():
                if path not in held.bodies:
                    held.bodies[path] = page_bytes(page, world.theme)
                    yield None
            unit.facts = self._facts(held)
            if name not in self._asked:
                self._held.pop(name, None)
        yield unit

    def settle(self, world: World) -> set[str]:
        """Forget what is no more in ``world``, all units of which are finished; all its files."""
        names = {*unit_names(world.desk), CLOSING}
        with self._lock:
            self._units = {name: unit for name, unit in self._units.items() if name in names}
            self._owners = {path: name for name, unit in self._units.items() for path in unit.paths}
            self._held = OrderedDict((name, held) for name, held in self._held.items() if name in names)
            self._all_made = True
            self._compared = None, {}
        forbidden = {path for unit in self._units.values() if unit.facts for path in unit.facts.missing}
        files = self._owners.keys() - forbidden
        self._links = {path: facts for path, facts in self._links.items() if path in files}
        return files

    def keep_only(self, worlds: Iterable[World]) -> None:
        """Forget the units that can't be as they are in one of ``worlds``: each holds a whole theme, and until the next
        build without errors there may be many themes."""
        settled = [world.settled for world in worlds]
        with self._lock:
            self._units = {name: unit for name, unit in self._units.items() if unit.world.settled in settled}

    def dead_links(self, world: World, files: Set[str]) -> list[Problem]:
        """A warning for each link of a page in ``world`` that leads to none of ``files``, or to no place in it."""
        others = [page_facts(path, b"") for path in files if path not in self._links]
        lost = missing([*self._links.values(), *others])
        pages = [path for path, told in self._links.items() if leads_to_any(told, lost)]
        return link_faults(pages, _Made(self, world, files))

    def lately(self) -> list[str]:
        """The units of pages that were looked at last, the latest first."""
        with self._lock:
            return list(reversed(self._asked))

    def _makes(self, world: World, name: str, path: str) -> bool:
        try:
            return path in self.unit(world, name).paths
        except KeyError:
            return False

    def _stays(self, unit: Unit, world: World) -> bool:
        """Whether ``unit`` would come out the same in ``world``."""
        if unit.reads is None or unit.world.settled != world.settled:
            return False
        compared, since = self._compared
        if compared is not world:
            since = {}
            self._compared = world, since
        before = unit.world
        if before not in since:
            since[before] = Differences(before, world, self._numbers)
        return not since[before].any(unit.reads)

    def _hold(self, world: World, name: str) -> Held:
        """The pages of a unit, made anew where they are not held."""
        unit = self.unit(world, name)
        with self._lock:
            held = self._held.get(name)
            if held and held.unit is unit:
                self._held.move_to_end(name)
                return held
        return self._made(world, name)

    def _made(self, world: World, name: str) -> Held:
        desk = WatchedDesk(world.desk)
        closing = name == CLOSING
        pages = closing_pages(world.desk, self._addresses(world)) if closing else unit_pages(desk, name)
        with self._lock:
            reads = array("I", self._numbers.of(desk.reads)) if not closing else None
            held = Held(Unit(world, reads, pages), {page.path: page for page in pages}, {})
            known = self._units.get(name)
            if known and known.world is world:  # only its pages were not at hand
                held = held._replace(unit=known)
            self._units[name] = held.unit
            self._owners |= dict.fromkeys(held.pages, name)
            self._held[name] = held
            self._held.move_to_end(name)
            if len(self._held) > MOST_HELD:
                self._held.popitem(last=False)
        return held

    def _addresses(self, world: World) -> list[str]:
        names = unit_names(world.desk)
        return [path.removesuffix("index.html") for name in names for path in self.unit(world, name).indexed]

    def _facts(self, held: Held) -> Facts:
        made = {path: body for path, body in held.bodies.items() if isinstance(body, bytes)}
        for path, body in made.items():
            self._links[path] = page_facts(path, body)
        faults = tuple(body for body in held.bodies.values() if isinstance(body, Problem))
        missing = tuple(path for path, body in held.bodies.items() if isinstance(body, Problem))
        return Facts(faults, missing, tuple(over_budget(made)))
