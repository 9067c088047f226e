"""What comes of one unit: its files, what they were made of, and the faults on the way. Plain data, that can travel
between processes and be remembered."""

from __future__ import annotations

from hashlib import blake2b

import msgspec

from parley.model.kept_places import KeptPlaces
from parley.model.page import Page
from parley.model.problem import Problem
from parley.publish.link_facts import Facts

Mark = bytes  # eight bytes that tell one value from another


class MadeFile(msgspec.Struct, frozen=True):
    """One file: ``view`` marks what it was made of. ``body`` is ``None`` where that is the same as remembered."""

    path: str
    view: Mark
    body: bytes | None
    indexed: bool  # a page that is to be found
    digest: bytes | None = None  # of the body
    loads: tuple[Problem, ...] = ()  # what the body weighs too much
    facts: Facts | None = None  # where the body leads, and what can be led to in it


class Made(msgspec.Struct, frozen=True):
    """One unit. ``reads`` are the keys of the entries that it looked up, by table; none where nobody asked."""

    unit: str
    files: tuple[MadeFile, ...]
    faults: tuple[Problem, ...] = ()
    reads: dict[str, frozenset[str]] = {}


def mark(value: object) -> Mark:
    """The mark of plain data: nouns, views, texts, numbers, days, and mappings and lists of such."""
    return blake2b(msgspec.msgpack.encode(value, enc_hook=_plain), digest_size=8).digest()


def _plain(value: object) -> object:
    if isinstance(value, KeptPlaces):
        return value.data
    raise TypeError(f"{type(value).__name__} is no plain data")


def view_mark(page: Page) -> Mark:
    """The mark of all that a page's bytes depend on, but the theme."""
    return mark((page.template, page.lang, page.view))
