"""What is measured at which size: `make bench` is to end in minutes, and the rest is measured when it is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from bench.contestants import Contestant

GROWING = 10_000  # from as many briefs on, ours are built with a tenth of them, too: for the figures of growth
ALONE = 50_000  # from as many briefs on, ours are built alone, and once
SAVED = range(1_000, ALONE)  # sizes at which saves are timed


class Plan(NamedTuple):
    """For one size: who takes part in the turns, who is built once, and once more with a tenth of the briefs."""

    turns: tuple[Contestant, ...] = ()
    once: tuple[Contestant, ...] = ()
    tenth: tuple[Contestant, ...] = ()
    saves: bool = False


def plan(everyone: Sequence[Contestant], briefs: int, sizes: Sequence[int]) -> Plan:
    """What is measured with so many ``briefs``, in a run of the bench at all of ``sizes``."""
    taking = tuple(one for one in everyone if briefs <= one.most)
    ours = tuple(one for one in taking if one.part == "ours")
    tenth = ours if briefs >= GROWING and briefs // 10 not in sizes else ()
    if briefs >= ALONE:
        return Plan(once=ours, tenth=tenth)
    return Plan(turns=taking, tenth=tenth, saves=briefs in SAVED)
