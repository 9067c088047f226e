"""All units of a site, made or kept, put together: the files, and what is to be remembered of each unit."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from parley.model.problem import Problem
from parley.pages.desk import Desk, Dressing
from parley.pages.every import closing_pages, unit_names
from parley.pages.watched import Read
from parley.publish.link_facts import Facts, leads_to_any, missing, page_facts
from parley.publish.links import link_faults
from parley.render.theme import Theme
from parley.site.again import again
from parley.site.entries import Entries
from parley.site.inputs import code_mark
from parley.site.looked_up import LookedUp, reads_by_number
from parley.site.made import Made, Mark, mark
from parley.site.making import Bench
from parley.site.memory import FileMemo, MadeOf, Memory, UnitMemo, opened, unit_memo
from parley.site.order import Order
from parley.site.shelf import Shelf
from parley.site.workers import every_made

CLOSING = ""  # the name of the unit of those files that tell of all others
NONE = unit_memo((), ())


class Units:
    """What came of them. ``rendered`` tells why bytes were made, by path; ``memos`` is what to remember by unit;
    ``made`` is how many of them had to be made."""

    def __init__(
        self, desk: Desk, theme: Theme, site: Shelf, memory: Memory | None, *, watch: bool, order: Order
    ) -> None:
        """Every unit of ``desk`` goes into ``site``; of what is in ``memory`` only what has changed is made, by the
        workers that ``order`` asks for. With ``watch``, what each looks up is noted, to be remembered. Raises
        :class:`parley.site.order.NoWorkers`."""
        self.site = site
        self.faults: set[Problem] = set()
        self.loads: list[Problem] = []
        self.rendered: dict[str, str] = {}
        self.memos: dict[str, UnitMemo] = {}
        self._unbroken: frozenset[str] | None = None
        self.settled = _settled(desk.dressing, theme)
        self.entries = Entries(desk)
        memory = memory if memory and memory.settled == self.settled else None
        self._files = memory.files if memory else {}
        self._before = before = opened(memory) if memory else None
        names = list(unit_names(desk))
        why = again(names, before, self.entries)
        self.made = len(why)
        few = before and len(why) * 10 < len(names)  # else it costs little to forget entries that nobody looks up now
        self._looked_up = LookedUp(before.tables if before and few else {})
        self._same_links = before is not None and before.units.keys() == {*names, CLOSING}
        known = {unit: {file.path: file.view for file in self._known(unit).opened()} for unit in (*why, CLOSING)}
        bench = Bench(desk, theme, known, watch=watch)
        made = every_made(bench, list(why), order)
        numbered = reads_by_number(before.tables) if before and not few else None
        for name in names:
            if name in why:
                self._take(next(made), why[name])
            else:
                self._keep(name, numbered)
        addresses = [path.removesuffix("index.html") for memo in self.memos.values() for path in memo.pages]
        self._take(bench.made_of(CLOSING, closing_pages(desk, addresses)), "changed: what it tells of")

    def made_of(self) -> MadeOf:
        """What the units were made of, to be remembered; asked for after the links were checked."""
        return MadeOf(self._looked_up.memos(self.entries), self.memos, self._unbroken)

    def dead_links(self, others: Iterable[str]) -> list[Problem]:
        """A warning for each link of a page that leads nowhere; ``others`` are files besides those of the units."""
        others = frozenset(others)
        if self._same_links and self._before and self._before.unbroken == others:
            self._unbroken = others
            return []
        facts = {file.path: file.facts for memo in self.memos.values() for file in memo.opened()}
        lost = missing([*facts.values(), *(page_facts(path, b"") for path in others)])
        self._unbroken = None if lost else others
        return link_faults([path for path, told in facts.items() if leads_to_any(told, lost)], self.site)

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
        self._same_links &= _facts(files) == _facts(before.values())
        self._remember(made.unit, unit_memo(files, self._looked_up.numbered(made.reads)))

    def _keep(self, unit: str, numbered: Mapping[int, Read] | None) -> None:
        """Keep a unit as it is remembered; ``numbered`` are the entries that it looked up where they get new
        numbers."""
        memo = self._known(unit)
        self.site.keep_all({path: self._files[path] for path in (*memo.pages, *memo.others)})
        if numbered is not None:
            reads = self._looked_up.numbered(numbered[at] for at in memo.numbers())
            memo = replace(memo, reads=array("I", reads).tobytes())
        self._remember(unit, memo)

    def _remember(self, unit: str, memo: UnitMemo) -> None:
        self.loads += memo.loads
        self.memos[unit] = memo


def _facts(files: Iterable[FileMemo]) -> dict[str, Facts]:
    """By path, what the check of links has to know of ``files``."""
    return {file.path: file.facts for file in files}


def _settled(dressing: Dressing, theme: Theme) -> Mark:
    """The mark of all that pages depend on besides the entries of the desk."""
    dress = [getattr(dressing, field) for field in dressing.__struct_fields__]
    return mark([code_mark(), theme.digest, *(sorted(each) if isinstance(each, frozenset) else each for each in dress)])
