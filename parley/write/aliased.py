"""An earlier id noted among the ``aliases`` of what has a new one, every other sign of the file as it was."""

from __future__ import annotations

from collections.abc import Sequence

from parley.write.layout.entries import layout
from parley.write.layout.nouns import Block, Entry, Scalar
from parley.write.put_in_order import with_text


class NoPlace(Exception):
    """There is no safe place for the alias; it is to be written by hand."""


def aliased(data: bytes, path: Sequence[str], old: str, new: str) -> bytes:
    """``data`` with ``old`` among the aliases of the record at ``path`` (keys from the top), whose id is ``new`` now.

    An alias that is the new id gives way to the old one. Raises :class:`NoPlace`.
    """
    return with_text(data, lambda text: _aliased(text, path, old, new))


def _aliased(text: str, path: Sequence[str], old: str, new: str) -> str:
    found = layout(text)
    block = found.root if found else None
    for key in path:
        entry = next((entry for entry in block.entries if entry.name == key), None) if block else None
        block = entry.value if entry and isinstance(entry.value, Block) else None
    if block is None or block.kind != "map" or not block.entries:
        raise NoPlace
    aliases = next((entry for entry in block.entries if entry.name == "aliases"), None)
    return _with(text, aliases, old, new) if aliases else _first(text, block, old)


def _with(text: str, aliases: Entry, old: str, new: str) -> str:
    """``text`` with one more in a list of aliases that is there."""
    value = aliases.value
    if isinstance(value, Scalar):
        if not value.text:
            raise NoPlace
        again = old if value.text.strip("\"'") == new else f"[{value.text}, {old}]"
        return f"{text[: value.start]}{again}{text[value.end :]}"
    for item in value.entries:
        if isinstance(item.value, Scalar) and item.value.text.strip("\"'") == new:
            return f"{text[: item.value.start]}{old}{text[item.value.end :]}"
    if value.flow:
        return f"{text[: value.start + 1]}{old}{', ' if value.entries else ''}{text[value.start + 1 :]}"
    first = value.entries[0]
    return f"{text[: first.start]}- {old}\n{' ' * _column(text, first.start)}{text[first.start :]}"


def _first(text: str, block: Block, old: str) -> str:
    """``text`` with the first alias of a record: behind its first line that is short, or before all others."""
    if block.flow:
        start = block.entries[0].start
        return f"{text[:start]}aliases: {old}, {text[start:]}"
    indent = " " * _column(text, block.entries[0].start)
    for entry in block.entries:
        value = entry.value
        if isinstance(value, Scalar) and value.text and not value.block and "\n" not in text[entry.start : value.end]:
            end = text.find("\n", value.end)
            end = end if end >= 0 else len(text)
            return f"{text[:end]}\n{indent}aliases: {old}{text[end:]}"
    start = block.entries[0].start
    return f"{text[:start]}aliases: {old}\n{indent}{text[start:]}"


def _column(text: str, at: int) -> int:
    return at - text.rfind("\n", 0, at) - 1
