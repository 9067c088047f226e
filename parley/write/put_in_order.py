"""A file's bytes -> the same file in order: its mark at the beginning, its line ends and its last line as they were."""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from collections.abc import Callable

from parley.model.actor import Actor
from parley.model.brief import Brief
from parley.model.overlay import noun_in
from parley.model.schema import shape
from parley.write.layout.arranged import Meant, arranged

ENDS = re.compile(r"\r\n|\r|\n")


def meant_by(path: str) -> Meant:
    """What the file at ``path`` (below the site's root) holds, or translates: settings, a map of actors, or a brief."""
    noun = noun_in(path)
    return shape(Brief).fields["actors"] if noun is Actor else noun


def put_in_order(data: bytes, meant: Meant) -> bytes:
    """``data``, UTF-8, as it should be typed. Where its lines end in several ways, they end in the commonest.

    Raises ``yaml.YAMLError`` where it can't be read or be put in order, with the reason.
    """
    return with_text(data, lambda text: arranged(text, meant))


def with_text(data: bytes, change: Callable[[str], str]) -> bytes:
    """``data``, UTF-8, with what ``change`` makes of its text; that has line ends as ``\\n`` and no mark in front."""
    mark, text = _parted(data)
    ends = ENDS.findall(text)
    end = max(("\n", "\r\n", "\r"), key=ends.count)
    return mark + change(ENDS.sub("\n", text)).replace("\n", end).encode()


def text_of(data: bytes) -> str:
    """``data`` as text with line ends as ``\\n``, without the mark at its beginning."""
    return ENDS.sub("\n", _parted(data)[1])


def _parted(data: bytes) -> tuple[bytes, str]:
    mark = BOM_UTF8 if data.startswith(BOM_UTF8) else b""
    return mark, data[len(mark) :].decode("utf-8")
