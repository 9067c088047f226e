"""The nodes of a tree of plain text: a text, a list, a map, each with the place at which it was typed."""

from __future__ import annotations

import msgspec


class Scalar(msgspec.Struct, gc=False):
    """Text with its place (line and column from 1). ``plain``: without quotes; ``refused``: a problem is told already,
    and the text is not to be looked at."""

    text: str
    line: int
    column: int
    end: int  # the line on which it ends
    plain: bool = False
    refused: bool = False
    stop: int = 0  # the column, from 0, behind its last sign, quotes and all; 0 where that is not known


class Sequence(msgspec.Struct, gc=False):
    """A list with its place. ``refused``: a problem is told already, so that there shall be no other of the whole."""

    items: list[Node]
    line: int
    column: int
    refused: bool = False


class Mapping(msgspec.Struct, gc=False):
    """A map with its place: key text -> (the key, the value), in the order typed."""

    entries: dict[str, tuple[Scalar, Node]]
    line: int
    column: int
    refused: bool = False


Node = Scalar | Sequence | Mapping


def is_empty(node: Node) -> bool:
    """Whether nothing was written: no text, or an empty list or map."""
    if isinstance(node, Scalar):
        return not node.refused and (not node.text or node.text.isspace())
    return not (node.items if isinstance(node, Sequence) else node.entries)
