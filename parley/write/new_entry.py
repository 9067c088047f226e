"""New entries in a writer's file: put at the end of the block they belong to, every other byte as it was.

Where they go is worked out from a few lines alone. Whoever asks for it reads the result back and compares; what can't
be done so (a file in braces, say) is left to the writer, with the lines to paste.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

STEP = "  "
Lines = Callable[[str], str]  # entries as lines of YAML, each begun with an indent that is given


def at_the_end(data: bytes, lines: Lines, column: int = 1) -> bytes:
    """The file ``data``, which holds entries and nothing else, with new ones at its end; they begin at ``column`` (from
    1)."""
    return _closed(data) + _lines(data, lines(" " * (column - 1)))


def in_block(data: bytes, key: str, lines: Lines, places: Mapping[str, tuple[int, int]]) -> bytes:
    """The brief ``data`` with entries at the end of the block under ``key``, which it is given where it has none.

    ``places`` is where its keys stand: "actors" and "actors.reed" to line and column.
    """
    if key not in places:
        return _closed(data) + _lines(data, f"\n{key}:\n" + lines(STEP))
    columns = [column for path, (_, column) in places.items() if re.fullmatch(rf"{key}\.[^.]+", path)]
    rows = data.splitlines(keepends=True) if b"\r\n" in data or b"\r" not in data else [data]
    start = places[key][0]
    end = next((at for at in range(start, len(rows)) if _begins_a_key(rows[at])), len(rows))
    while end > start and _is_between(rows[end - 1]):
        end -= 1
    head, tail = b"".join(rows[:end]), b"".join(rows[end:])
    return _closed(head) + _lines(data, lines(" " * (columns[0] - 1) if columns else STEP)) + tail


def _begins_a_key(line: bytes) -> bool:
    """Whether a line (of a block that has begun) stands at the left edge, and so ends the block."""
    return bool(line.strip()) and not line.startswith((b" ", b"\t", b"#"))


def _is_between(line: bytes) -> bool:
    """Whether a line before the next key belongs to that key: empty, or a comment at the left edge."""
    return not line.strip() or line.startswith(b"#")


def _closed(data: bytes) -> bytes:
    """``data`` with its last line ended."""
    body = data.removeprefix(b"\xef\xbb\xbf")
    return data if not body or body.endswith(b"\n") else data + _end(data)


def _lines(data: bytes, text: str) -> bytes:
    """``text`` with the line ends that ``data`` has."""
    return text.encode().replace(b"\n", _end(data))


def _end(data: bytes) -> bytes:
    return b"\r\n" if b"\r\n" in data else b"\n"
