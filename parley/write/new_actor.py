"""A new actor: its entry as it is typed, and the file with the entry put in, every other byte as it was.

Where the entry goes is worked out from a few lines alone. Whoever asks for it reads the result back and compares; what
can't be done so (a file in braces, say) is left to the writer, with the lines to paste.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from parley.model.keys import Noun
from parley.model.typed import as_typed

STEP = "  "


class NewActor(Noun, frozen=True, kw_only=True):
    """What is known of an actor that is to be added."""

    id: str
    name: str
    kind: str
    role: str = ""
    speaks_for: str = ""
    country: str = ""
    aka: tuple[str, ...] = ()


def entry(actor: NewActor, indent: str = "") -> str:
    """``actor`` as lines of YAML, each begun with ``indent`` and ended with a line feed."""
    inner = indent + STEP
    lines = [f"{indent}{actor.id}:", f"{inner}name: {as_typed(actor.name)}", f"{inner}kind: {actor.kind}"]
    lines += [
        f"{inner}{key}: {value}"
        for key, value in (
            ("role", actor.role and as_typed(actor.role)),
            ("speaks_for", actor.speaks_for),
            ("country", actor.country),
        )
        if value
    ]
    if actor.aka:
        lines += [f"{inner}aka:", *(f"{inner}{STEP}- {as_typed(name)}" for name in actor.aka)]
    return "".join(f"{line}\n" for line in lines)


def at_the_end(data: bytes, actor: NewActor, column: int = 1) -> bytes:
    """The shared actors' file ``data`` with ``actor`` at its end; entries begin at ``column`` (from 1)."""
    return _closed(data) + _lines(data, entry(actor, " " * (column - 1)))


def in_brief(data: bytes, actor: NewActor, places: Mapping[str, tuple[int, int]]) -> bytes:
    """The brief ``data`` with ``actor`` at the end of its ``actors``, which it is given where it has none.

    ``places`` is where its keys stand: "actors" and "actors.reed" to line and column.
    """
    if "actors" not in places:
        return _closed(data) + _lines(data, "\nactors:\n" + entry(actor, STEP))
    columns = [column for path, (_, column) in places.items() if re.fullmatch(r"actors\.[^.]+", path)]
    lines = data.splitlines(keepends=True) if b"\r\n" in data or b"\r" not in data else [data]
    start = places["actors"][0]
    end = next((at for at in range(start, len(lines)) if _begins_a_key(lines[at])), len(lines))
    while end > start and _is_between(lines[end - 1]):
        end -= 1
    head, tail = b"".join(lines[:end]), b"".join(lines[end:])
    return _closed(head) + _lines(data, entry(actor, " " * (columns[0] - 1) if columns else STEP)) + tail


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
