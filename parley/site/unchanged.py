"""The shortest way: where no source has changed, the site is what stands there."""

from __future__ import annotations

from pathlib import Path

from parley.site.inputs import inputs_mark
from parley.site.memory import Memory
from parley.site.order import Built, Order
from parley.site.shelf import Shelf
from parley.site.work import day_of


def unchanged(order: Order, memory: Memory, output: Path) -> Built | None:
    """The site as it stands in ``output``, if nothing that it depends on has changed since; worked out from nothing but
    the bytes of the sources."""
    if not memory.inputs or day_of(order, memory.zone) != memory.day or _left_out(memory):
        return None
    try:
        if inputs_mark(order, memory.beside) != memory.inputs:
            return None
    except OSError:
        return None
    site, told = Shelf(output), memory.told
    site.keep_all(memory.files)
    return Built(site, told.problems, told.briefs, told.pages, told.notes, memory=memory, units=(0, told.units))


def _left_out(memory: Memory) -> bool:
    """Whether something was left out of that build which might not be left out now: its reason may have passed."""
    if not memory.told.notes:
        return False
    from parley.site.edition import no_search

    return memory.told.notes != no_search()
