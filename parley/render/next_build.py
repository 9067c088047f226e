"""When a site changes next by itself -> JSON, for whatever starts builds.

A site that grows has more that changes on one day, and this file should not grow with it: of each sort of change it
tells how many there are, and names a few.
"""

from __future__ import annotations

from itertools import groupby, islice
from typing import Any

import msgspec

from parley.model.turns import NextBuild

MOST_NAMED = 20  # of one sort of change


def next_build_json(found: NextBuild) -> bytes:
    """``found`` as JSON: ``as_of``, ``time_zone``, ``next`` and ``why``. What is not to be known before its day
    is neither named nor counted."""
    told: dict[str, Any] = {"as_of": found.as_of, "time_zone": found.time_zone, "next": found.next, "why": []}
    for change, turns in groupby(found.why, key=lambda turn: turn.change):
        ids = [turn.id for turn in turns if turn.id]
        named = {"number": len(ids), "ids": list(islice(ids, MOST_NAMED))} if ids else {}
        told["why"].append({"change": change, **named})
    return msgspec.json.format(msgspec.json.encode(told), indent=1) + b"\n"
