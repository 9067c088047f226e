"""All units of a site, made or kept, put together: the files, and what is to be remembered of each unit."""

from __future__ import annotations

from array import array
from collections.abc import Iterable

from parley.model.problem import Problem
from parley.pages.desk import Desk, Dressing
from parley.pages.every import closing_pages, unit_names
from parley.pages.watched import Read
from parley.publish.linked_pages import LinkedPages
from parley.render.theme import Theme
from parley.site.again import again
from parley.site.entries import Entries
from parley.site.inputs import code_mark
from parley.site.made import Made, Mark, mark
from parley.site.making import Bench
from parley.site.memory import FileMemo, MadeOf, Memory, UnitMemo, opened
from parley.site.order import Order
from parley.site.shelf import Shelf
from parley.site.workers import every_made

CLOSING = ""  # the name of the unit of those files that tell of all others
NONE = UnitMemo((), b"")
MOST_REMEMBERED = 100_000  # units: past that, to recall what they were made of would take more memory than to make them


class Units:
    """What came of them. ``rendered`` tells why bytes were made, by path; ``made`` is how many units had to be made,
    and ``count`` how many there are."""

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
        self._memos: dict[str, UnitMemo] = {}
        self._linked = LinkedPages()
        self._to_be_found: list[str] = []  # paths
        self.settled = _settled(desk.dressing, theme)
        self.entries = Entries(desk)
        self._memory = memory = memory if memory and memory.settled == self.settled else None
        names = list(unit_names(desk))
        self._remembered = watch = watch and len(names) <= MOST_REMEMBERED
        self._before = before = opened(memory) if memory and watch else None
        why = again(names, before, self.entries)
        self.made, self.count = len(why), len(names)  # but for the one that tells of all others
        few = before and len(why) * 10 < len(names)  # else it costs little to forget entries that nobody looks up now
        self._numbers: dict[Read, int] = {read: at for at, read in enumerate(before.entries)} if before and few else {}
        known = {
            unit: {file.path: file.view for file in files}
            for unit in (*why, CLOSING)
            if (files := self._known(unit).files)
        }
        bench = Bench(desk, theme, known, watch=watch)
        made = every_made(bench, list(why), order)
        for name in names:
            if name in why:
                self._take(next(made), why[name])
            else:
                self._keep(name, renumber=not few)
        addresses = [path.removesuffix("index.html") for path in self._to_be_found]
        self._take(bench.made_of(CLOSING, closing_pages(desk, addresses)), "changed: what it tells of")

    def made_of(self) -> MadeOf:
        """What the units were made of, to be remembered; of very many units nothing."""
        return MadeOf(tuple(self._numbers), self.entries.marks(self._numbers), self._memos)

    def dead_links(self, others: Iterable[str]) -> list[Problem]:
        """A warning for each link of a page that leads nowhere; ``others`` are files besides those of the units."""
        return self._linked.dead_links(self.site, others)

    def _known(self, unit: str) -> UnitMemo:
        return self._before.units.get(unit, NONE) if self._before else NONE

    def _take(self, made: Made, why: str) -> None:
        """Take what was made of a unit."""
        before = {file.path: file for file in self._known(made.unit).files}
        files = []
        for file in made.files:
            if file.body is not None and file.facts:
                self.site.put(file.path, file.body, file.digest)
                self.rendered[file.path] = why
                files.append(FileMemo(file.path, file.view, file.indexed, file.facts, file.loads))
            else:
                files.append(before[file.path])
                self._keep_file(before[file.path])
        self.faults.update(made.faults)
        self._note(files)
        self._remember(made.unit, files, made.reads)

    def _keep(self, unit: str, *, renumber: bool) -> None:
        """Keep a unit as it is remembered."""
        memo = self._known(unit)
        for file in memo.files:
            self._keep_file(file)
        self._note(memo.files)
        if renumber:
            assert self._before
            self._remember(unit, memo.files, [self._before.entries[at] for at in memo.numbers()])
        else:
            self._memos[unit] = memo

    def _keep_file(self, file: FileMemo) -> None:
        assert self._memory
        self.site.keep(file.path, self._memory.files[file.path])

    def _note(self, files: Iterable[FileMemo]) -> None:
        """Note what must be known of all ``files`` of a unit together."""
        for file in files:
            self.loads += file.loads
            self._linked.add(file.path, file.facts)
            if file.indexed:
                self._to_be_found.append(file.path)

    def _remember(self, unit: str, files: Iterable[FileMemo], reads: Iterable[Read]) -> None:
        if self._remembered:
            numbers = array("I", [self._numbers.setdefault(read, len(self._numbers)) for read in reads])
            self._memos[unit] = UnitMemo(tuple(files), numbers.tobytes())


def _settled(dressing: Dressing, theme: Theme) -> Mark:
    """The mark of all that pages depend on besides the entries of the desk."""
    dress = [getattr(dressing, field) for field in dressing.__struct_fields__]
    return mark([code_mark(), theme.digest, *(sorted(each) if isinstance(each, frozenset) else each for each in dress)])
