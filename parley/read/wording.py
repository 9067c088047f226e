"""How messages name what was found in the place of something else, and show what would be right."""

from __future__ import annotations

from collections.abc import Sequence as Sequence_

from parley.model.forms import REFERENCES
from parley.model.problem import quoted
from parley.model.schema import Field
from parley.read.nodes import Mapping, Node, Scalar, Sequence

MOST_OFFERED = 3


def what(node: Node) -> str:
    """What stands at ``node``: a text with its beginning, a list, a map or nothing."""
    if isinstance(node, Scalar):
        text = " ".join(node.text.split())
        return f"text ({quoted(text if len(text) <= 40 else text[:37] + '...')})" if text else "nothing"
    return "a list" if isinstance(node, Sequence) else "a map"


def in_place_of(field: Field, node: Node) -> str:
    """What to write where a list or a map stands in place of text."""
    if isinstance(node, Sequence) and field.kind in REFERENCES:
        return "write the id alone, without brackets or a dash of its own"
    if isinstance(node, Sequence) and len(node.items) == 1 and isinstance(node.items[0], Sequence):
        return 'put text that begins with "[[" in quotes'
    if field.choices:
        return f"write one of {', '.join(field.choices)}"
    if isinstance(node, Mapping) and len(node.entries) == 1:
        key, (_, value) = next(iter(node.entries.items()))
        whole = f"{key}: {value.text}" if isinstance(value, Scalar) else ""
        shown = f": {quoted(whole)}" if whole and '"' not in whole else ""
        return f"a text with a colon in it needs quotes{shown}"
    return f"write {field.kind.value}"


def some(fields: dict[str, Field]) -> str:
    """The keys to begin with: the required ones, or else the first."""
    required = [field.key for field in fields.values() if field.required]
    return ", ".join(required or list(fields)[:3])


def example(field: Field) -> str:
    """How a key is written, on one line."""
    head, below, rest = field.example.partition(":\n")
    return f'{head}: with "{rest.strip()}" indented below it' if below else field.example.replace("|\n  ", "")


def did_you_mean(nearby: Sequence_[str]) -> str:
    """The question with the words that may be meant; nothing where there are none, or so many that none is likely."""
    return f"did you mean {' or '.join(map(quoted, nearby))}?" if 0 < len(nearby) <= MOST_OFFERED else ""
