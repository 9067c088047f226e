"""A scalar's lines at another indentation: moved as a whole, so that what each says against the others stays.

The text below a bar means what its indentation says, and its blank-looking lines may be part of it. The further lines
of other texts are folded by YAML: their indentation says nothing, but must be more than that of their key.
"""

from __future__ import annotations

import re

from parley.write.layout.nouns import Entry, Scalar

STEP = 2
INDICATED = re.compile(r"[|>][-+]?[1-9]")


def scalar_lines(entry: Entry, value: Scalar, indent: int) -> list[str]:
    """The lines of ``value``, of ``entry``, as they stand where the entry stands at the column ``indent``; the first
    without its indentation."""
    first, *rest = value.text.split("\n")
    typed = [_indentation(line) for line in rest if line.strip(" ")]
    if not typed:
        return [first, *rest]
    if value.block:
        by = indent - entry.column if INDICATED.match(first) else indent + STEP - typed[0]
    elif value.below:
        by = max(indent + STEP - value.column, indent + 1 - min(typed))
    elif entry.parent and entry.parent.flow:
        by = indent + STEP - min(typed)
    else:
        by = max(indent - entry.column, indent + 1 - min(typed))
    return [first, *(_shifted(line, by) for line in rest)]


def _indentation(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _shifted(line: str, by: int) -> str:
    if by >= 0:
        return " " * by + line if line else line
    return line[min(-by, _indentation(line)) :]
