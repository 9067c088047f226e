"""A thing and what is told of it, as a plain tree that becomes one object of JSON-LD."""

from __future__ import annotations

Node = dict[str, object]

EMPTY: tuple[object, ...] = ("", None, [], {})


def node(kind: str | list[str], known_as: str = "", /, **told: object) -> Node:
    """A thing of the type ``kind`` (of schema.org; a list where it is several things at once), known by the address
    ``known_as``, with the properties ``told``. A property without a value is left out: absent is not "none"."""
    found: Node = {"@type": kind}
    if known_as:
        found["@id"] = known_as
    return found | {name: value for name, value in told.items() if value not in EMPTY}


def same(known_as: str) -> Node:
    """A thing that is told of elsewhere, by its address alone."""
    return {"@id": known_as}
