"""The whole recipe: how a folder of text becomes a site. The only place that knows the order of the stages."""

from __future__ import annotations

from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from parley.model.library import Library
from parley.site.folders import beside, theme_folders
from parley.site.inputs import inputs_mark, saves_mark
from parley.site.judged import forbidden, in_order
from parley.site.memory import Memory, Told
from parley.site.order import Built, Order, Watcher, untold
from parley.site.shelf import Shelf
from parley.site.turning import NEXT_BUILD, next_build_file
from parley.site.work import day_of, worked_out

if TYPE_CHECKING:
    from parley.read.content import Reads
    from parley.site.order import Work
    from parley.site.units import Units
    from parley.words.searching import Searching

INDEX = "pagefind/"


def built(
    order: Order,
    told: Watcher = untold,
    memory: Memory | None = None,
    output: Path | None = None,
    reads: Reads | None = None,
) -> Built:
    """The whole site of ``order``. Reads the folder and the theme; writes nothing.

    With an ``output``, what the next build there needs to know is remembered; with the ``memory`` of the build that
    stands there, only what has changed since is made. The bytes are the same either way; asking for some that stand
    there no more raises :class:`parley.site.shelf.NotAsRemembered`.
    """
    from parley.pages.desk import Desk, Dressing
    from parley.publish.budgets import over_budget
    from parley.read.admin import Admin, admin
    from parley.render.assets import assets
    from parley.render.theme import theme
    from parley.render.tokens import tokens
    from parley.render.typefaces import card_letters
    from parley.site.units import Units

    before = _stand(order) if output else NOWHERE
    work = worked_out(order, told, reads)
    look = theme(theme_folders(order.root), work.now.settings.identity)
    letters, bad_fonts = card_letters(look) if _carded(order, work.now) else (frozenset[str](), [])
    forms = Admin() if order.disk else admin(order.root)
    problems = [*work.problems, *look.problems, *bad_fonts, *forms.problems]

    def steady() -> bool:
        return not output or _stand(order) == before

    def refused() -> Built:
        return Built(None, in_order(problems, order), names=work.names, drafts=work.drafts, steady=steady())

    if (found := work.found) is None or forbidden(problems, order):
        return refused()
    told("rendering")
    dress = assets(look)
    files = {**dress.files, **forms.files, NEXT_BUILD: next_build_file(work.whole, work.now, found.day)}

    def units(search: Searching) -> Units:
        dressing = Dressing(dress.names, order.as_of, letters, search, tokens(look.styles))
        desk = Desk(work.now, found, dressing)
        return Units(desk, look, Shelf(output), memory, watch=output is not None, order=order)

    notes, index = no_search() if order.extras else (), b""
    done = units("disk" if order.disk else "later" if not order.extras else "none" if notes else "full")
    if order.extras and not notes and not forbidden([*problems, *done.faults], order):
        told("indexing for the search")
        notes, index = _indexed(done.site, work.now.settings.language, memory)
        if notes:
            done = units("none")
    indexed = [path for path in done.site if path.startswith(INDEX)]
    done.site.put_all(files)
    told("checking links")
    problems += [*done.faults, *done.loads, *over_budget(dress.files)]
    if not done.faults:  # else every link to a page that could not be made would be dead
        problems += done.dead_links([*files, *indexed])
    if forbidden(problems, order):
        return refused()
    html = sum(path.endswith(".html") for path in done.site)
    shown = Told(in_order(problems, order), notes, len(work.now.briefs), html, done.count)
    return Built(
        site=done.site,
        problems=shown.problems,
        briefs=shown.briefs,
        pages=shown.pages,
        notes=notes,
        names=work.names,
        library=work.now,
        drafts=work.drafts,
        rendered=done.rendered,
        units=(done.made + 1, done.count + 1),  # one tells of all others, and is made each time
        memory=_memory(order, before.inputs, work, done, index, shown) if output else None,
        steady=steady(),
    )


class _Stand(NamedTuple):
    """How the sources stand at some time: when each was last saved, and what they hold."""

    saves: bytes
    inputs: bytes


NOWHERE = _Stand(b"", b"")


def _stand(order: Order) -> _Stand:
    """How they stand now; nothing where that can't be told."""
    try:
        also = beside(order.root)
        return _Stand(saves_mark(order, also), inputs_mark(order, also))
    except OSError:
        return NOWHERE


def _memory(order: Order, inputs: bytes, work: Work, done: Units, index: bytes, shown: Told) -> Memory:
    """What is to be remembered of a build."""
    zone = work.now.settings.time_zone
    return Memory(
        inputs=inputs,
        settled=done.settled,
        day=day_of(order, zone),
        zone=zone,
        beside=tuple(beside(order.root)),
        made_of=msgspec.Raw(msgspec.msgpack.encode(done.made_of())),
        index=index,
        files=done.site.digests,
        told=shown,
    )


def no_search() -> tuple[str, ...]:
    """Why there can be no full-text search; nothing if there can."""
    from parley.search import NoIndex, program

    try:
        program()
    except NoIndex as missing:
        return (_missing(missing),)
    return ()


def _indexed(site: Shelf, language: str, memory: Memory | None) -> tuple[tuple[str, ...], bytes]:
    """Put the index of the search into ``site``, or keep it where its pages are the same: what is to be told instead,
    and the mark of what it was made of."""
    from parley.search import NoIndex, index

    pages = {path: digest for path, digest in sorted(site.digests.items()) if path.endswith(".html")}
    made_of = blake2b(language.encode(), digest_size=16)
    for path, digest in pages.items():
        made_of.update(path.encode() + digest)
    if memory and memory.index == made_of.digest():
        for path, digest in memory.files.items():
            if path.startswith(INDEX):
                site.keep(path, digest)
        return (), memory.index
    try:
        site.put_all(index(site, language))
    except NoIndex as missing:
        return (_missing(missing),), b""
    return (), made_of.digest()


def _missing(why: object) -> str:
    return f"the site has no full-text search: {why}"


def _carded(order: Order, now: Library) -> bool:
    """Whether social cards are made: they are shown by their full address only."""
    return order.extras and bool(now.settings.address)
