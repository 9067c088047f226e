"""All units of a site, made or kept, put together: the files, and what is to be remembered of each unit."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from parley.model.problem import Problem
from parley.pages.desk import Desk, Dressing
from parley.pages.every import closing_pages, unit_names
from parley.pages.watched import Read
from parley.publish.link_facts import Facts
from parley.publish.linked_pages import LinkedPages
from parley.render.theme import Theme
from parley.site.again import again
from parley.site.entries import Entries
from parley.site.inputs import code_mark
from parley.site.looked_up import LookedUp, by_table, reads_by_number
from parley.site.made import Made, Mark, mark
from parley.site.making import Bench
from parley.site.memory import EditionMemo, FileMemo, MadeOf, UnitMemo, opened, unit_memo
from parley.site.order import Order
from parley.site.shelf import Shelf
from parley.site.workers import every_made

CLOSING = ""  # the name of the unit of those files that tell of all others
NONE = unit_memo((), ())
MOST_REMEMBERED = 100_000  # units: past that, to recall what they were made of would take more memory than to make them


class Units:
    """What came of them. ``rendered`` tells why bytes were made, by path; ``made`` is how many units had to be made,
    and ``count`` how many there are."""

    def __init__(
        self, desk: Desk, theme: Theme, site: Shelf, memory: EditionMemo | None, *, watch: bool, order: Order
    ) -> None:
        """Every unit of ``desk`` goes into ``site``; of what is in ``memory`` only what has changed is made, by the
        workers that ``order`` asks for. With ``watch``, what each looks up is noted, to be remembered. Raises
        :class:`parley.site.order.NoWorkers`."""
        self.site = site
        self.faults: set[Problem] = set()
        self.loads: list[Problem] = []
        self.rendered: dict[str, str] = {}
        self._memos: dict[str, UnitMemo] = {}
        self._kept: list[UnitMemo] = []  # those that stayed as they are
        self._linked = LinkedPages()
        self._unbroken: frozenset[str] | None = None
        self._to_be_found: list[str] = []  # paths
        self.settled = _settled(desk.dressing, theme)
        self.entries = Entries(desk)
        memory = memory if memory and memory.settled == self.settled else None
        self._files = memory.files if memory else {}
        names = list(unit_names(desk))
        self._remembered = watch = watch and len(names) <= MOST_REMEMBERED
        self._before = before = opened(memory) if memory and watch else None
        why = again(names, before, self.entries)
        self.made, self.count = len(why), len(names)  # but for the one that tells of all others
        few = before and len(why) * 10 < len(names)  # else it costs little to forget entries that nobody looks up now
        self._looked_up = LookedUp(before.tables if before and few else {})
        self._same_links = before is not None and before.units.keys() == {*names, CLOSING}
        known = {
            unit: {file.path: file.view for file in files}
            for unit in (*why, CLOSING)
            if (files := self._known(unit).opened())
        }
        bench = Bench(desk, theme, known, watch=watch)
        made = every_made(bench, list(why), order)
        numbered = reads_by_number(before.tables) if before and not few else None
        for name in names:
            if name in why:
                self._take(next(made), why[name])
            else:
                self._keep(name, numbered)
        addresses = [path.removesuffix("index.html") for path in self._to_be_found]
        self._take(bench.made_of(CLOSING, closing_pages(desk, addresses)), "changed: what it tells of")

    def made_of(self) -> MadeOf:
        """What the units were made of, to be remembered; asked for after the links were checked. Nothing of very many
        units."""
        return MadeOf(self._looked_up.memos(self.entries), self._memos, self._unbroken)

    def dead_links(self, others: Iterable[str]) -> list[Problem]:
        """A warning for each link of a page that leads nowhere; ``others`` are files besides those of the units."""
        others = frozenset(others)
        if self._same_links and self._before and self._before.unbroken == others:
            self._unbroken = others
            return []
        for memo in self._kept:
            self._linked.add_all(_facts(memo.opened()))
        dead = self._linked.dead_links(self.site, others)
        self._unbroken = None if dead else others
        return dead

    def _known(self, unit: str) -> UnitMemo:
        return self._before.units.get(unit, NONE) if self._before else NONE

    def _take(self, made: Made, why: str) -> None:
        """Take what was made of a unit."""
        before = {file.path: file for file in self._known(made.unit).opened()}
        files = []
        for file in made.files:
            if file.body is not None and file.facts:
                self.site.put(file.path, file.body, file.digest)
                self.rendered[file.path] = why
                files.append(FileMemo(file.path, file.view, file.indexed, file.facts, file.loads))
            else:
                files.append(before[file.path])
                self.site.keep(file.path, self._files[file.path])
        self.faults.update(made.faults)
        self.loads += [load for file in files for load in file.loads]
        self._to_be_found += [file.path for file in files if file.indexed]
        facts = _facts(files)
        self._same_links &= facts == _facts(before.values())
        self._linked.add_all(facts)
        if self._remembered:
            self._memos[made.unit] = unit_memo(files, self._looked_up.numbered(made.reads))

    def _keep(self, unit: str, numbered: Mapping[int, Read] | None) -> None:
        """Keep a unit as it is remembered; ``numbered`` are the entries that it looked up where they get new
        numbers."""
        memo = self._known(unit)
        self.site.keep_all({path: self._files[path] for path in (*memo.pages, *memo.others)})
        self.loads += memo.loads
        self._to_be_found += memo.pages
        self._kept.append(memo)
        if numbered is not None:
            reads = self._looked_up.numbered(by_table(numbered[at] for at in memo.numbers()))
            memo = replace(memo, reads=array("I", reads).tobytes())
        self._memos[unit] = memo


def _facts(files: Iterable[FileMemo]) -> dict[str, Facts]:
    """By path, what the check of links has to know of ``files``."""
    return {file.path: file.facts for file in files}


def _settled(dressing: Dressing, theme: Theme) -> Mark:
    """The mark of all that pages depend on besides the entries of the desk."""
    dress = [getattr(dressing, field) for field in dressing.__struct_fields__]
    return mark([code_mark(), theme.digest, *(sorted(each) if isinstance(each, frozenset) else each for each in dress)])
