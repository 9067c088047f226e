"""Conditions as they are on the day: met, or still standing.

An id is met when that proposal is accepted, without conditions, or when that step is done. Free text is never
met by itself: nobody but an editor can tell. Statuses do not depend on conditions (a side's answer stands
until the side answers again), so statuses come first and conditions are read off them.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from parley.model.insight import Position, Stand, Standing
from parley.model.library import Library
from parley.model.proposal import Condition, Conditions


def is_met(library: Library, standings: Mapping[str, Standing], condition: Condition) -> bool:
    """Whether ``condition`` has come about."""
    if standing := standings.get(condition.ref):
        return standing.status == "accepted"
    step = library.steps.get(condition.ref)
    return bool(step and step.outcome and step.outcome.result == "done")


def stands(library: Library, standings: Mapping[str, Standing], conditions: Conditions) -> tuple[Stand, ...]:
    """Each of ``conditions`` with whether it is met."""
    return tuple(Stand(condition=condition, met=is_met(library, standings, condition)) for condition in conditions)


def with_conditions(library: Library, standings: Mapping[str, Standing]) -> dict[str, Standing]:
    """``standings`` with the conditions of the answers that count, and of warnings."""
    some = hanging(library)
    return {id_: standing_with_conditions(library, standings, it, some) for id_, it in standings.items()}


def hanging(library: Library) -> set[str]:
    """The proposals that were answered with conditions."""
    return {answer.of for answers in library.answers.values() for answer in answers if answer.conditions}


def standing_with_conditions(
    library: Library, standings: Mapping[str, Standing], standing: Standing, some: set[str]
) -> Standing:
    """One of ``standings`` with its conditions; ``some`` is what :func:`hanging` gives."""
    if standing.proposal in some or library.proposals[standing.proposal].unless:
        return _with_conditions(library, standings, standing)
    return standing


def needs(library: Library, standings: Mapping[str, Standing]) -> dict[str, tuple[Stand, ...]]:
    """What must come before each next step that needs something."""
    return {step.id: stands(library, standings, step.needs) for step in library.steps.values() if step.needs}


def _with_conditions(library: Library, standings: Mapping[str, Standing], standing: Standing) -> Standing:
    return replace(
        standing,
        unless=stands(library, standings, library.proposals[standing.proposal].unless),
        positions=tuple(_hanging(library, standings, position) for position in standing.positions),
    )


def _hanging(library: Library, standings: Mapping[str, Standing], position: Position) -> Position:
    latest = position.latest
    if not latest or not latest.conditions:
        return position
    return replace(position, conditions=stands(library, standings, latest.conditions))
