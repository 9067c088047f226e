"""The id that is defined at a key: ids never come from titles or positions, so what can be none is told."""

from __future__ import annotations

from parley.model.forms import MAX_ID
from parley.read.mends import NONE, renamed
from parley.read.nodes import Node, Scalar
from parley.read.reading import Reading
from parley.read.unsettled import unsettled
from parley.read.values import Refused, slug

Entries = dict[str, tuple[Scalar, Node]]


def own_id(reading: Reading, key: Scalar, entries: Entries) -> str:
    """The id that is defined at ``key``, one of ``entries``; where it can be none, that is told, and what was meant is
    returned."""
    if unsettled(reading, key, key.text):
        return key.text
    try:
        return slug(key.text)
    except Refused as refused:
        sure = refused.meant and len(key.text) <= MAX_ID
        mend = renamed(reading.lines, key, refused.meant, entries) if sure else NONE
        reading.tell(key, refused.code, refused.found, refused.expected, mend)
        return refused.meant or key.text
