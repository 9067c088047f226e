"""Circles among actors: who speaks for whom, and who belongs to whom."""

from __future__ import annotations

from collections.abc import Iterator

from parley.derive.circles import circles
from parley.derive.problems.places import place_of, round_of
from parley.model.library import Library
from parley.model.problem import Problem


def of_actors(library: Library) -> Iterator[Problem]:
    """One problem for each circle."""
    actors = library.actors
    for way in circles({id_: (actor.speaks_for,) for id_, actor in actors.items() if actor.speaks_for}):
        yield Problem(
            place_of(library, actors[way[0]], "speaks_for"),
            "speaks-for-circle",
            f"actors who speak for one another in a circle: {round_of(way)}",
            'take out one "speaks_for": the last of a row is the side',
        )
    for way in circles({id_: actor.members for id_, actor in actors.items()}):
        yield Problem(
            place_of(library, actors[way[0]], "members"),
            "members-circle",
            f"groups that are members of one another in a circle: {round_of(way)}",
            'take one of them out of "members"',
        )
