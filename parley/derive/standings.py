"""Where every proposal stands: first the statuses, then the conditions that hang on them, then the ways."""

from __future__ import annotations

import datetime as dt

from msgspec.structs import replace

from parley.derive.chains import counters, replacements
from parley.derive.conditions import with_conditions
from parley.derive.positions import positions
from parley.derive.status import standing
from parley.derive.ways import way
from parley.model.insight import Standing
from parley.model.library import Library


def standings(library: Library, day: dt.date) -> dict[str, Standing]:
    """Every proposal's standing."""
    replaced_by, answers_to = replacements(library), counters(library)
    found = {
        id_: standing(proposal, positions(library, proposal), replaced_by.get(id_, ()), day)
        for id_, proposal in library.proposals.items()
    }
    found = with_conditions(library, found)
    return {
        id_: replace(one, way=way(library, found, id_), answers_to=answers_to.get(id_, ()))
        for id_, one in found.items()
    }
