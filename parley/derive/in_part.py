"""The insights for those who ask only for a few of them, and at once: each is worked out when it is asked for.

What comes out is what :func:`parley.derive.insights` gives.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import cached_property

from msgspec.structs import replace

from parley.derive.agenda import coming, expired, overdue, stale
from parley.derive.by_side import by_group, by_side
from parley.derive.chains import chains, counters, replacements
from parley.derive.conditions import hanging, needs, standing_with_conditions
from parley.derive.deadlocks import deadlocks
from parley.derive.each import Each
from parley.derive.positions import positions
from parley.derive.standings import standings
from parley.derive.status import standing
from parley.derive.timeline import timeline
from parley.derive.ways import way
from parley.model.insight import Deadlock, Happening, Position, Stand, Standing
from parley.model.library import Library


class InsightsInPart:
    """All that follows from ``library`` on ``day``, by the names of :class:`parley.model.insight.Insights`."""

    def __init__(self, library: Library, day: dt.date) -> None:
        self._library = library
        self.day = day

    @cached_property
    def standings(self) -> Mapping[str, Standing]:
        return Each(self._standing, lambda: standings(self._library, self.day))

    @cached_property
    def by_side(self) -> Mapping[str, tuple[Position, ...]]:
        return by_side(self._library, self.standings)

    @cached_property
    def by_group(self) -> Mapping[str, tuple[Position, ...]]:
        return by_group(self._library, self.by_side)

    @cached_property
    def deadlocks(self) -> tuple[Deadlock, ...]:
        some = hanging(self._library)
        held = {id_: self.standings[id_] for id_ in self._library.proposals if id_ in some}
        return deadlocks(self._library, held, self.needs)

    @cached_property
    def chains(self) -> Mapping[str, tuple[str, ...]]:
        return chains(self._library)

    @cached_property
    def timeline(self) -> tuple[Happening, ...]:
        return timeline(self._library)

    @cached_property
    def overdue(self) -> tuple[str, ...]:
        return overdue(self._library, self.day)

    @cached_property
    def coming(self) -> tuple[str, ...]:
        return coming(self._library, self.day)

    @cached_property
    def stale(self) -> tuple[str, ...]:
        return stale(self._library, self.day)

    @cached_property
    def expired(self) -> frozenset[str]:
        return expired(self._library, self.day)

    @cached_property
    def needs(self) -> Mapping[str, tuple[Stand, ...]]:
        return needs(self._library, self._bare)

    @cached_property
    def _bare(self) -> Mapping[str, Standing]:
        """The standings without conditions and ways."""
        library = self._library
        replaced_by = replacements(library)

        def one(id_: str) -> Standing:
            proposal = library.proposals[id_]
            return standing(proposal, positions(library, proposal), replaced_by.get(id_, ()), self.day)

        return Each(one, lambda: {id_: one(id_) for id_ in library.proposals})

    @cached_property
    def _conditioned(self) -> Mapping[str, Standing]:
        library, bare = self._library, self._bare
        some = hanging(library)

        def one(id_: str) -> Standing:
            return standing_with_conditions(library, bare, bare[id_], some)

        return Each(one, lambda: {id_: one(id_) for id_ in library.proposals})

    @cached_property
    def _answers_to(self) -> Mapping[str, tuple[str, ...]]:
        return counters(self._library)

    def _standing(self, id_: str) -> Standing:
        found = self._conditioned[id_]
        own_way = way(self._library, self._conditioned, id_)
        return replace(found, way=own_way, answers_to=self._answers_to.get(id_, ()))
