"""All that a worker needs which has nothing but Parley: what was read, as bytes, and what was asked for.

It is data, and the same for the same site on the same day, so that a worker can keep what it made of it. Whoever makes
a bench of a recipe finds out whether it is the very bench that was meant, and makes nothing where it is not: sources
that were saved meanwhile, another version of Parley or another table of time zones never end up in a site.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

import msgspec

from parley.pages.desk import Desk, Dressing
from parley.pages.watched import WHOLE, tables
from parley.render.theme import Theme, theme
from parley.site.entries import Entries
from parley.site.folders import beside, built_in_theme, theme_folders
from parley.site.kit import Kit, kit, unlike
from parley.site.made import Mark, mark
from parley.site.making import Bench
from parley.site.order import Order
from parley.site.work import worked_out


class Unusable(Exception):
    """Of this recipe the bench that was meant can't be made here; the text says why."""


class Recipe(msgspec.Struct, frozen=True):
    """``files`` are the sources and the site's own theme, by path below the root; ``bench`` marks what is to come of
    them, and ``built_in`` is where the built-in theme lies at home, by which faults in it are told."""

    kit: Kit
    files: Mapping[str, bytes]
    noon: dt.datetime  # of the day that it is at home, by the site's clocks
    as_of: dt.date | None
    drafts: bool
    address: str
    lang: str
    dressing: Dressing  # but its letters
    letters: str
    built_in: str
    bench: Mark


class Kept(msgspec.Struct, frozen=True):
    """A bench, and the begin of the paths of files as they are here -> as they are at home."""

    bench: Bench
    home: Mapping[str, str]


def recipe_of(order: Order, bench: Bench) -> bytes:
    """The recipe of ``bench``, which was made for ``order``, as MessagePack. Raises ``OSError``."""
    dressing = bench.desk.dressing
    zone = ZoneInfo(bench.desk.library.settings.time_zone)
    found = Recipe(
        kit=kit(),
        files=dict(sorted(_files(order.root))),
        noon=dt.datetime.combine(bench.desk.found.day, dt.time(12), zone),
        as_of=order.as_of,
        drafts=order.drafts,
        address=order.address,
        lang=order.lang,
        dressing=msgspec.structs.replace(dressing, letters=frozenset()),
        letters="".join(
            sorted(dressing.letters)
        ),  # in an order: a set has none, and would make another recipe each time
        built_in=built_in_theme().as_posix(),
        bench=bench_mark(bench.desk, bench.theme),
    )
    return msgspec.msgpack.encode(found)


def kept(data: bytes) -> Kept:
    """The bench of the recipe ``data``. Raises :class:`Unusable`."""
    try:
        recipe = msgspec.msgpack.decode(data, type=Recipe)
    except msgspec.MsgspecError as fault:
        raise Unusable(f"another version of Parley ({fault})") from None
    if why := unlike(recipe.kit, kit()):
        raise Unusable(why)
    with TemporaryDirectory(prefix="parley-") as folder:
        root = Path(folder)
        for name, body in recipe.files.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(body)
        order = Order(root, recipe.noon, recipe.as_of, drafts=recipe.drafts, address=recipe.address, lang=recipe.lang)
        work = worked_out(order)
        look = theme(theme_folders(root), work.now.settings.identity)
        dressing = msgspec.structs.replace(recipe.dressing, letters=frozenset(recipe.letters))
        home = {f"{root.as_posix()}/": "", f"{built_in_theme().as_posix()}/": f"{recipe.built_in}/"}
    if work.found is None or bench_mark(desk := Desk(work.now, work.found, dressing), look) != recipe.bench:
        raise Unusable("something else came of the sources: either they were saved meanwhile, so build again, or the "
                       "time zones that the system knows are not the same")  # fmt: skip
    return Kept(Bench(desk, look), home)


def bench_mark(desk: Desk, look: Theme) -> Mark:
    """The mark of all that pages depend on, but the dressing."""
    entries = Entries(desk)
    return mark([look.digest, *((table, entries.mark((table, WHOLE))) for table in tables(desk))])


def _files(root: Path) -> Iterator[tuple[str, bytes]]:
    """The bytes that are read of ``root``, by path below it."""
    from parley.read.files import files

    found = files(root)
    for source in (found.settings, found.actors, *found.briefs, *found.translations):
        if source:
            yield source.path, source.data
    for place in map(Path, beside(root)):
        if place.is_file():
            yield place.relative_to(root).as_posix(), place.read_bytes()
    if len(folders := theme_folders(root)) > 1:
        for path in folders[0].rglob("*"):
            if path.is_file():
                yield path.relative_to(root).as_posix(), path.read_bytes()
