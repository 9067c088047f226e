"""To which entry or block each comment belongs: by where it stands, as a reader would take it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from parley.write.layout.nouns import Block, Entry, Line, Scalar
from parley.write.layout.outside import Outside

TIGHT = re.compile(r"#[^\s#]")  # what the reader takes for a text that is cut off, where it stands behind a plain value


def attach(text: str, found: Outside, entries: Sequence[Entry], begin: int) -> None:
    """Give every comment from ``begin`` up to the document's end to the one of ``entries`` (in the order typed), or to
    its block."""
    starts = [entry.start for entry in entries]
    for start, end in found.comments:
        if not begin <= start < found.end:
            continue
        at = bisect_left(starts, start)
        last = entries[at - 1] if at else None
        following = entries[at] if at < len(entries) else None
        line = found.line_start(start)
        lead = found.shown[line:start]
        comment = Line(text[start:end], not lead.strip(" \t") and found.blank_above(line))
        if last and _waits(last, start):
            last.above.append(comment)
        elif lead.strip(" \t") and last:
            _behind(last, start, comment, lead)
        else:
            _own_line(last, following, start, start - line, comment)


def _waits(last: Entry, start: int) -> bool:
    """Whether the comment stands between a key and its scalar."""
    return isinstance(last.value, Scalar) and bool(last.value.text) and start < last.value.start


def _behind(last: Entry, start: int, line: Line, lead: str) -> None:
    """A comment behind something: a value, a key or an opening bracket, or a bracket that closes."""
    while last.parent and last.parent.owner and last.parent.flow and last.parent.end <= start:
        last = last.parent.owner
    if last.parent and last.parent.flow and TIGHT.match(line.text):
        last.above.append(line)
        return
    gap = lead[len(lead.rstrip(" \t")) :]
    line.gap = gap if gap and not gap.strip(" ") else "  "
    last.behind.append(line)


def _own_line(last: Entry | None, following: Entry | None, start: int, column: int, line: Line) -> None:
    """A comment on a line of its own: of the entry below it, or at the end of a block that it is indented with, or in
    the place of a value that is not there."""
    if last and _is_empty(last) and column > last.column and not (following and following.above):
        last.below.append(line)
        return
    chain = _chain(last)
    inside = next((block for block in chain if block.flow and block.start < start < block.end), None)
    if inside and (following is None or following.start > inside.end):
        inside.tail.append(line)
        return
    closing = _closing(chain, following, column)
    if following and (inside or following.above or not closing):
        following.above.append(line)
    else:
        (closing or chain[-1:])[0].tail.append(line)


def _is_empty(entry: Entry) -> bool:
    """Whether a key has no value yet."""
    in_brackets = entry.parent is not None and entry.parent.flow
    return bool(entry.key) and not in_brackets and isinstance(entry.value, Scalar) and not entry.value.text


def _chain(last: Entry | None) -> list[Block]:
    """The blocks that ``last`` stands in, the innermost first."""
    chain: list[Block] = []
    block = last.parent if last else None
    if last and isinstance(last.value, Block) and not last.value.entries:
        block = last.value
    while block:
        chain.append(block)
        block = block.owner.parent if block.owner else None
    return chain


def _closing(chain: list[Block], following: Entry | None, column: int) -> list[Block]:
    """The blocks that end here and that a comment at ``column`` may belong to; none inside one that has its comment
    already, so that comments keep their order."""
    ended = max((at for at, block in enumerate(chain) if block.tail), default=0)
    return [
        block
        for block in chain[ended:]
        if not block.flow and _indent(block) <= column and not (following and _holds(block, following))
    ]


def _indent(block: Block) -> int:
    """The indentation from which on a comment belongs to ``block``; a list may stand at its key's own column."""
    owner = block.owner
    return owner.column + 1 if owner and owner.key and block.column <= owner.column else block.column


def _holds(block: Block, entry: Entry) -> bool:
    """Whether ``entry`` stands in ``block``, at any depth."""
    inner: Block | None = entry.parent
    while inner:
        if inner is block:
            return True
        inner = inner.owner.parent if inner.owner else None
    return False
