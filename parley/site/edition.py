"""One edition of a site: all of it in one language, with its own pages, data, feeds, search, and what they wear."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from parley.model.problem import Problem
from parley.site.judged import forbidden
from parley.site.memory import EditionMemo
from parley.site.order import Order, Watcher, Work
from parley.site.shelf import Shelf

if TYPE_CHECKING:
    from parley.render.assets import Assets
    from parley.render.theme import Theme
    from parley.site.units import Units
    from parley.words.searching import Searching

INDEX = "pagefind/"


class Look(msgspec.Struct, frozen=True):
    """What all editions of a site look like; ``letters`` are the characters that social cards can be set in."""

    theme: Theme
    assets: Assets
    letters: frozenset[str]


class Edition(msgspec.Struct, frozen=True):
    """What came of one. ``within`` is its folder, below the site's top (empty for the site itself), ``index`` marks
    what the index of its search was made of, and ``notes`` tell what was left out of it."""

    within: str
    units: Units
    index: bytes = b""
    notes: tuple[str, ...] = ()

    @property
    def site(self) -> Shelf:
        """Its files, by path below its folder."""
        return self.units.site

    def flaws(self, others: Iterable[str]) -> list[Problem]:
        """What is wrong with its pages as they are, by path below the site's top. ``others`` are the files in it that
        are no pages."""
        found = list(self.units.loads)
        if not self.units.faults:  # else every link to a page that could not be made would be dead
            found += self.units.dead_links([*others, *(path for path in self.site if path.startswith(INDEX))])
        return [_below(self.within, flaw) for flaw in found] if self.within else found

    def memo(self) -> EditionMemo:
        """What is to be remembered of it, once its flaws were asked for."""
        made_of = msgspec.Raw(msgspec.msgpack.encode(self.units.made_of()))
        return EditionMemo(self.within, self.units.settled, made_of, self.index, self.site.digests)


def edition(
    order: Order, work: Work, look: Look, told: Watcher, memo: EditionMemo | None, output: Path | None
) -> Edition:
    """The edition that ``work`` is of; what is in the ``memo`` of it and stands in ``output``, the folder of the whole
    site, is not made again. Raises :class:`parley.site.order.NoWorkers`."""
    from parley.pages.desk import Desk, Dressing
    from parley.render.tokens import tokens
    from parley.site.units import Units

    found, within = work.found, work.now.settings.within
    assert found

    def units(search: Searching) -> Units:
        dressing = Dressing(look.assets.names, order.as_of, look.letters, search, tokens(look.theme.styles))
        shelf = Shelf(output / within if output else None)
        return Units(Desk(work.now, found, dressing), look.theme, shelf, memo, watch=output is not None, order=order)

    if not order.extras:
        return _dressed(Edition(within, units("disk" if order.disk else "later")), look)
    if notes := no_search():
        return _dressed(Edition(within, units("disk" if order.disk else "none"), notes=notes), look)
    done = units("disk" if order.disk else "full")
    if forbidden(list(done.faults), order):
        return _dressed(Edition(within, done), look)
    told("indexing for the search")
    notes, index = _indexed(done.site, work.now.settings.language, memo)
    return _dressed(Edition(within, units("none") if notes else done, index, notes), look)


def _dressed(made: Edition, look: Look) -> Edition:
    made.site.put_all(look.assets.files)
    return made


def _below(folder: str, flaw: Problem) -> Problem:
    return replace(flaw, place=replace(flaw.place, file=f"{folder}{flaw.place.file}"))


def no_search() -> tuple[str, ...]:
    """Why there can be no full-text search; nothing if there can."""
    from parley.search import NoIndex, program

    try:
        program()
    except NoIndex as missing:
        return (_missing(missing),)
    return ()


def _indexed(site: Shelf, language: str, memo: EditionMemo | None) -> tuple[tuple[str, ...], bytes]:
    """Put the index of the search into ``site``, or keep it where its pages are the same: what is to be told instead,
    and the mark of what it was made of."""
    from parley.search import NoIndex, index

    pages = {path: digest for path, digest in sorted(site.digests.items()) if path.endswith(".html")}
    made_of = blake2b(language.encode(), digest_size=16)
    for path, digest in pages.items():
        made_of.update(path.encode() + digest)
    if memo and memo.index == made_of.digest():
        for path, digest in memo.files.items():
            if path.startswith(INDEX):
                site.keep(path, digest)
        return (), memo.index
    try:
        site.put_all(index(site, language))
    except NoIndex as missing:
        return (_missing(missing),), b""
    return (), made_of.digest()


def _missing(why: object) -> str:
    return f"the site has no full-text search: {why}"
