"""The recipe for someone who looks on: first what is read and what is looked at, then what else can be told."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import msgspec

from parley.derive import InsightsInPart, advice, doubts
from parley.model.brief import Brief
from parley.model.library import Library
from parley.model.names import Names
from parley.model.problem import Problem, errors
from parley.pages.desk import Dressing
from parley.pages.every import EACH, unit_names
from parley.publish.budgets import over_budget
from parley.read.content import Content
from parley.site.judged import forbidden, in_order
from parley.site.live.desk import LiveDesk
from parley.site.live.kept import KeptLook, KeptReads, Look
from parley.site.live.libraries import KeptLibraries
from parley.site.live.shown import LiveSite
from parley.site.live.workshop import CLOSING, Workshop
from parley.site.live.world import World
from parley.site.order import Order
from parley.site.turning import NEXT_BUILD
from parley.site.work import SHARED, day_of, none_yet

PROBED = 4  # units that are tried with a changed theme before it is shown


class Stage(msgspec.Struct, frozen=True):
    """How far a build has come. ``site`` is the one to look at: that of an earlier build where a problem forbids this
    one, and ``None`` while there was none. ``problems`` is ``None`` while they are yet to be found out."""

    site: LiveSite | None
    problems: tuple[Problem, ...] | None
    names: Names
    library: Library | None = None
    drafts: tuple[Brief, ...] = ()
    pages: int = 0  # once all are made; then this is the last stage


class Live:
    """One edition of a site, built again and again."""

    def __init__(self, order: Order) -> None:
        """``order`` is without extras: what is told by them is not looked at in a preview."""
        self._order = order
        self._reads = KeptReads(order.root, drafts=order.drafts)
        self._libraries = KeptLibraries(order.address)
        self._look = KeptLook(order.root, forms=not order.lang)
        self._workshop = Workshop()
        self._shown: LiveSite | None = None  # the last one that was shown, perhaps before all was known of it
        self._good: LiveSite | None = None  # the last one of which nothing is known that forbids it
        self._trusted = False  # whether nothing forbade the last build of which that much is known
        self._digest = ""  # of the theme that was tried last
        self._doubts: list[Problem] = []  # what the last build found in the content
        self._flaws: list[Problem] = []  # what the last build that came so far found in the pages

    def stages(self, now: dt.datetime) -> Iterator[Stage | None]:
        """Build the site as it is ``now``, in stages; ``None`` says that there is no news, but time to look whether
        there is something better to do. Whoever stops midway loses nothing."""
        order = msgspec.structs.replace(self._order, now=now)
        read = self._reads.content().edition(self._order.lang)
        look = self._look.look(read.settings.identity)
        told = [*read.problems, *look.theme.problems, *look.forms.problems]
        base = Stage(self._shown, (), read.names, _library(self._shown), read.drafts)
        if SHARED & {problem.place.file for problem in errors(told)}:
            yield self._refused(base, told, order)
            return
        whole, site = self._worked_out(order, read, look)
        shown = msgspec.structs.replace(base, site=site, library=site.world.desk.library)
        faults = set[Problem]()
        if look.theme.digest != self._digest:
            self._workshop.keep_only(one.world for one in (site, self._shown, self._good) if one)
            faults.update(self._faults(site.world))
        if forbidden([*told, *faults], order):
            yield self._refused(base, [*told, *faults, *self._doubts], order)
        elif self._trusted and not order.strict:
            self._shown = site
            yield msgspec.structs.replace(shown, problems=None)
            base = msgspec.structs.replace(base, site=self._good, library=_library(self._good))
        self._doubts = _doubts(whole, site)
        told += self._doubts
        if forbidden(told, order):
            yield self._refused(base, [*told, *faults], order)
            return
        self._digest = look.theme.digest
        if not faults:
            self._shown, self._good, self._trusted = site, site, True
            yield msgspec.structs.replace(shown, problems=in_order([*told, *self._flaws], order))
        yield from self._finished(base, shown, told, faults, order)

    def _finished(
        self, base: Stage, shown: Stage, told: list[Problem], faults: set[Problem], order: Order
    ) -> Iterator[Stage | None]:
        """The stages in which all pages are made, those looked at last first. ``base`` shows the site before, ``shown``
        this one; ``told`` are the problems of what was read, ``faults`` those of its pages that are known."""
        assert shown.site is not None
        world = shown.site.world
        loads: list[Problem] = []
        every = [*unit_names(world.desk), CLOSING]
        for name in dict.fromkeys([*(name for name in self._workshop.lately() if name in set(every)), *every]):
            for unit in self._workshop.finished(world, name):
                yield None
                if unit and unit.facts:
                    loads += unit.facts.loads
                    if not faults.issuperset(unit.facts.faults):
                        faults |= set(unit.facts.faults)
                        self._good = base.site
                        yield self._refused(base, [*told, *faults], order)
        files = self._workshop.settle(world) | world.look.files.keys() | {NEXT_BUILD}
        yield None
        flaws = [*loads, *over_budget(world.look.assets.files), *faults]
        if not faults:  # else every link to a page that could not be made would be dead
            flaws += self._workshop.dead_links(world, files)
        if forbidden([*told, *flaws], order):
            self._good = base.site
            yield self._refused(base, [*told, *flaws], order)
            return
        self._flaws = flaws
        pages = sum(path.endswith(".html") for path in files)
        yield msgspec.structs.replace(shown, problems=in_order([*told, *flaws], order), pages=pages)

    def _refused(self, base: Stage, problems: list[Problem], order: Order) -> Stage:
        """The stage of a build that ``problems`` forbid: the site before it stays."""
        self._shown, self._trusted = base.site, False
        return msgspec.structs.replace(base, problems=in_order(problems, order))

    def _worked_out(self, order: Order, read: Content, look: Look) -> tuple[Library, LiveSite]:
        """The whole library, and the site as of the day."""
        day = day_of(order, read.settings.time_zone)
        known = self._libraries.known(read, day)
        whole, now = known.whole, known.now
        dressing = Dressing(look.assets.names, order.as_of, search="later", tokens=look.tokens)
        world = World(LiveDesk(now, InsightsInPart(now, day), dressing), look)
        return whole, LiveSite(world, self._workshop, self._reads.mark(look.theme.digest, str(day)), whole)

    def _faults(self, world: World) -> Iterator[Problem]:
        """The faults of a theme in some pages: those that were looked at last, and one of each sort."""
        names = list(unit_names(world.desk))
        first = {name.partition("/")[0]: name for name in reversed(names) if name.partition("/")[0] in EACH}
        lately = [name for name in self._workshop.lately() if name in set(names)]
        for name in dict.fromkeys((*lately[:PROBED], *first.values(), "missing")):
            for path in self._workshop.unit(world, name).paths[:1]:
                body = self._workshop.body(world, path)
                if isinstance(body, Problem):
                    yield body


def _library(site: LiveSite | None) -> Library | None:
    return None if site is None else site.world.desk.library


def _doubts(whole: Library, site: LiveSite) -> list[Problem]:
    """What is doubtful in ``whole``, and what an editor would mark."""
    desk = site.world.desk
    nothing = [none_yet(desk.found.day)] if whole.briefs and not desk.library.briefs else []
    return [*nothing, *doubts(whole, desk.found), *advice(whole)]
