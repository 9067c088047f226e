"""The proof that a file put in order says what it said: both are read by the reader, and compared.

Only the order of a record's own keys may differ. Everything else, the order of lists, of maps by id and of whatever
the format does not know, and every comment, must be the same.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from parley.read.nodes import Mapping, Node
    from parley.write.layout.arranged import Meant


def changed(before: bytes, after: bytes, meant: Meant) -> str:
    """What ``after`` says otherwise than ``before``, in words; nothing where both say the same. ``before`` can be read
    without problems."""
    from parley.read.tree import tree
    from parley.write.layout.outside import comments
    from parley.write.put_in_order import text_of

    was, now = tree(before, ""), tree(after, "")
    if now.problems:
        return f"it would have {now.problems[0].found}"
    if was.root is None or now.root is None:
        return "nothing would be left of it"
    if where := _difference(was.root, now.root, meant):
        return f"{where} would change"
    if Counter(comments(text_of(before))) != Counter(comments(text_of(after))):
        return "a comment would change"
    return ""


def _difference(was: Node, now: Node, meant: Meant) -> str:
    """Where ``now`` says something else, as "line N"; ``meant`` tells which maps are records."""
    from parley.model.schema import Field, shape
    from parley.read.nodes import Mapping, Scalar, Sequence

    here = f"line {was.line}"
    if isinstance(was, Scalar) and isinstance(now, Scalar):
        return "" if (was.text, was.plain) == (now.text, now.plain) else here
    item = meant.noun if isinstance(meant, Field) else None
    if isinstance(was, Sequence) and isinstance(now, Sequence):
        if len(was.items) != len(now.items):
            return here
        return next(filter(None, (_difference(a, b, item) for a, b in zip(was.items, now.items, strict=True))), "")
    if not isinstance(was, Mapping) or not isinstance(now, Mapping):
        return here
    noun = item if isinstance(meant, Field) and meant.form == "record" else meant
    if isinstance(noun, type):
        fields = shape(noun).fields
        return _of_maps(was, now, {key: fields.get(key) for key in was.entries}, ordered=False)
    by_id = isinstance(meant, Field) and meant.form == "record-map"
    return _of_maps(was, now, dict.fromkeys(was.entries, item if by_id else None), ordered=True)


def _of_maps(was: Mapping, now: Mapping, meant: dict[str, Meant], *, ordered: bool) -> str:
    if set(was.entries) != set(now.entries) or (ordered and list(was.entries) != list(now.entries)):
        return f"line {was.line}"
    for key, (node, value) in was.entries.items():
        key_now, value_now = now.entries[key]
        where = f"line {node.line}" if node.plain != key_now.plain else _difference(value, value_now, meant[key])
        if where:
            return where
    return ""
