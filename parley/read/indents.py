"""Lines that stand too far in or out: where they may be meant to stand, by the lines around them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Sequence as Lines

from parley.model.problem import Mend
from parley.read.repair import Repair, one_line

LINES_AT_MOST = 200  # looked at above a line
TABBED = re.compile(r"[ \t]*")
LEAD = re.compile(r" *(?:- +)*")


def moved(at: int, lines: Lines[str]) -> Iterator[Repair]:
    """The line ``at``, or it and those that go with it, further in or out: where its neighbours stand."""
    text = lines[at].lstrip()
    indent = len(lines[at]) - len(text)
    if not text:
        return
    odd = lines[at][:indent].strip(" ") != ""
    if odd:
        yield from _without_tabs(at, lines)
    for depth in _depths(at, lines):
        if depth == indent and not odd:
            continue
        yield one_line(at, " " * depth + text, sure=False)
        below = _going_with(at, indent, lines)
        if below > at and not odd:
            block = {line: _shifted(lines[line], depth - indent) for line in range(at, below + 1)}
            shown = "\n".join(block[line] for line in range(at, below + 1))
            yield Repair(block, Mend(at + 1, below + 1, shown), sure=False)


def _without_tabs(at: int, lines: Lines[str]) -> Iterator[Repair]:
    """All lines from ``at`` on whose indentation has tabs, with spaces."""
    tabbed = [line for line in range(at, len(lines)) if "\t" in TABBED.match(lines[line])[0]]  # type: ignore[index]
    if len(tabbed) < 2:
        return
    for width in (2, 4):
        changed = {line: _expanded(lines[line], width) for line in tabbed}
        last = tabbed[-1]
        shown = "\n".join(changed.get(line, lines[line]) for line in range(at, last + 1))
        yield Repair(changed, Mend(at + 1, last + 1, shown), sure=False)


def _expanded(line: str, width: int) -> str:
    text = line.lstrip()
    return " " * (line[: len(line) - len(text)].count("\t") * width + line[: len(line) - len(text)].count(" ")) + text


def _depths(at: int, lines: Lines[str]) -> list[int]:
    """How far in the line ``at`` may stand: as the lines around it do."""
    found: list[int] = []
    above = next((line for line in reversed(lines[:at]) if line.strip() and not line.lstrip().startswith("#")), "")
    below = next((line for line in lines[at + 1 :] if line.strip()), "")
    for line in (above, below):
        lead = LEAD.match(line)
        if line and lead and "\t" not in line[: len(line) - len(line.lstrip())]:
            outer = len(line) - len(line.lstrip(" "))
            found += [len(lead[0]), outer]
            if line is above and line.rstrip().endswith((":", "|", ">", "|-", ">-")):
                found.insert(0, len(lead[0]) + 2)
    return list(dict.fromkeys([*found, *_further_out(at, lines)]))


def _further_out(at: int, lines: Lines[str]) -> Iterator[int]:
    """How far in those lines stand that the line ``at`` may be below."""
    depth = 1000
    for line in reversed(lines[max(at - LINES_AT_MOST, 0) : at]):
        indent = len(line) - len(line.lstrip(" "))
        if line.strip() and indent < depth and "\t" not in line[: indent + 1]:
            depth = indent
            yield indent


def _going_with(at: int, indent: int, lines: Lines[str]) -> int:
    """The last of the lines below ``at`` that stand as far in or further, up to the next item."""
    last = at
    for line in range(at + 1, len(lines)):
        text = lines[line]
        if not text.strip():
            continue
        depth = len(text) - len(text.lstrip(" "))
        if depth < indent or (depth == indent and text.lstrip().startswith("- ")):
            break
        last = line
    return last


def _shifted(line: str, by: int) -> str:
    if not line.strip():
        return line
    return " " * by + line if by > 0 else line[-by:] if not line[:-by].strip() else line
