"""A repair: what some lines may be meant to be, to be tried."""

from __future__ import annotations

import msgspec

from parley.model.problem import Mend
from parley.read.syntax import Fault


class Repair(msgspec.Struct, frozen=True):
    """``lines`` by their number (from 0) as they are read on with; ``mend`` as it is shown. ``sure``: nothing else can
    be meant."""

    lines: dict[int, str]
    mend: Mend
    sure: bool = True
    fault: Fault | None = None  # what is wrong, where that is now clearer than by YAML's complaint


def one_line(at: int, text: str, *, sure: bool = True) -> Repair:
    """The repair that makes ``text`` of the line ``at`` (from 0)."""
    return Repair({at: text}, Mend(at + 1, at + 1, text), sure)
