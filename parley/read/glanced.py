"""The ids of a site at a glance: found by the look of the lines, so fast that a shell can offer them at a keystroke.

It reads no YAML. What is typed in another way than `parley fmt` leaves it, such as a map in braces, may be missed; of a
file with faults it gives what can be seen. So it is for offers, which nobody has to take: whoever must know, reads.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from parley.read.files import Files, files

ENTRY = re.compile(rb"^(?P<space> *)(?P<id>[a-z0-9]+(?:-[a-z0-9]+)*)[ ]*:(?=\s|$)", re.MULTILINE)
LINES = rb":[ \t]*(?:#.*)?\r?\n(?P<lines>(?:(?:[ #\r].*)?\n)*(?: .*)?)"  # all that is indented, up to the next key


class Glance:
    """What is seen of the site in ``root``, which is looked at once."""

    def __init__(self, root: Path) -> None:
        self.found: Files = files(root)

    def briefs(self) -> Iterator[str]:
        """The slugs of the briefs."""
        return (source.slug for source in self.found.briefs)

    def actors(self, shared: bool = True) -> Iterator[str]:
        """The ids of actors, with those that the briefs share or without."""
        if shared and self.found.actors:
            yield from _entries(self.found.actors.data)
        for source in self.found.briefs:
            yield from _below(source.data, "actors")

    def of_briefs(self, key: str) -> Iterator[str]:
        """What stands under ``key``, such as proposals, in each brief: "bridge/keep-open"."""
        for source in self.found.briefs:
            yield from (f"{source.slug}/{id_}" for id_ in _below(source.data, key))


def _below(data: bytes, key: str) -> Iterator[str]:
    """The ids under a key of a brief."""
    for block in re.finditer(rb"^" + key.encode() + LINES, data, re.MULTILINE):
        yield from _entries(block["lines"])


def _entries(lines: bytes) -> Iterator[str]:
    """The keys that are indented as the first one is."""
    space: bytes | None = None
    for entry in ENTRY.finditer(lines.removeprefix(b"\xef\xbb\xbf")):
        if space is None:
            space = entry["space"]
        if entry["space"] == space:
            yield entry["id"].decode()
