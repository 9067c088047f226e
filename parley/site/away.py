"""What a worker does that has nothing but Parley: the bench of a recipe, made once and kept, and shares by it."""

from __future__ import annotations

from functools import lru_cache
from threading import Lock

import msgspec

from parley.model.problem import Problem
from parley.site.kit import kit
from parley.site.made import Made
from parley.site.making import Bench
from parley.site.recipe import Kept, kept
from parley.site.workers import Share

# One share at a time: what a bench holds is made for one, and threads of one interpreter would gain nothing by it.
_busy = Lock()
_kept = lru_cache(maxsize=2)(kept)  # by the bytes of the recipe; two, for two sites that are built in turn


def made_away(recipe: bytes, data: bytes) -> bytes:
    """The units of the share ``data``, made by ``recipe``; all three are MessagePack. Raises
    :class:`parley.site.recipe.Unusable`."""
    share = msgspec.msgpack.decode(data, type=Share)
    with _busy:
        here = _kept(recipe)
        bench = Bench(here.bench.desk, here.bench.theme, share.known, watch=share.watch)
        return msgspec.msgpack.encode([_at_home(bench.made(unit), here) for unit in share.units])


def kit_here() -> bytes:
    """What this process works with, as MessagePack."""
    return msgspec.msgpack.encode(kit())


def _at_home(made: Made, here: Kept) -> Made:
    """``made``, with its faults told by the paths that files have at home."""
    if not made.faults:
        return made
    return msgspec.structs.replace(made, faults=tuple(_told_at_home(fault, here) for fault in made.faults))


def _told_at_home(fault: Problem, here: Kept) -> Problem:
    for begin, home in here.home.items():
        if fault.place.file.startswith(begin):
            file = home + fault.place.file.removeprefix(begin)
            return msgspec.structs.replace(fault, place=msgspec.structs.replace(fault.place, file=file))
    return fault
