"""In which order the keys of a record stand: that of the format, an answer's own keys beside what they are about. In a
translation the day on which it was held against its original comes first.

What has no place in the format stays behind the key that it was typed behind.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from parley.model.keys import Noun
from parley.model.overlay import TRANSLATED
from parley.model.proposal import Answer
from parley.model.schema import shape

BEHIND = {"stance": "date", "instead": "quote", "unless": "quote", "if": "quote"}


@cache
def ranks(noun: type[Noun]) -> dict[str, int]:
    """The place of each key of ``noun``, from 0."""
    keys = [TRANSLATED, *shape(noun).fields]
    if issubclass(noun, Answer):
        for key in [key for key in reversed(keys) if key in BEHIND]:
            keys.remove(key)
            keys.insert(keys.index(BEHIND[key]) + 1, key)
    return {key: place for place, key in enumerate(keys)}


def in_order(keys: Sequence[str], noun: type[Noun]) -> list[int]:
    """The places of ``keys`` (as read) in the order in which they are to stand."""
    known = ranks(noun)
    found: list[int] = []
    last = -1
    for key in keys:
        last = known.get(key, last)
        found.append(last)
    return sorted(range(len(keys)), key=found.__getitem__)
