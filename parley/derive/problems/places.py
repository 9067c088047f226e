"""Where in the files a problem stands, and how it names what it tells of."""

from __future__ import annotations

from parley.model.places import SHARED_ACTORS, key_of, place_in, place_of

__all__ = ["SHARED_ACTORS", "key_of", "name", "place_in", "place_of", "round_of"]
LONG = 8  # ids told of a circle


def name(id_: str) -> str:
    """A full id as a writer would quote it, without the brief's slug."""
    return f'"{id_.rpartition("/")[2]}"'


def round_of(ids: list[str]) -> str:
    """A circle of ids, each leading to the next and the last to the first; the middle of a long one is left out."""
    told = [name(id_) for id_ in ids]
    if len(told) > LONG:
        told[LONG - 1 : -1] = [f"... ({len(told) - LONG} more)"]
    return " -> ".join([*told, told[0]])
