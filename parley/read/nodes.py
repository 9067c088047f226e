"""The nodes of a tree of plain text: a text, a list, a map, each with the place at which it was typed."""

from __future__ import annotations

import unicodedata

import msgspec

# Letters by their category that show nothing: the fillers of Hangul, and the empty pattern of Braille.
BLANK = frozenset("\u115f\u1160\u3164\uffa0\u2800")


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
    """Whether nothing was written: no text, or none that shows, or an empty list or map."""
    if isinstance(node, Scalar):
        return not node.refused and _shows_nothing(node.text)
    return not (node.items if isinstance(node, Sequence) else node.entries)


def _shows_nothing(text: str) -> bool:
    """Whether ``text`` is made of spaces and of signs that have no form of their own (Unicode: Cf, Mn, and a few)."""
    if not text or text.isspace():
        return True
    if text[0].isascii() and not text[0].isspace():
        return False
    return all(sign.isspace() or sign in BLANK or unicodedata.category(sign) in ("Cf", "Mn") for sign in text)
