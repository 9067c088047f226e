"""What the tests that try many things tell: how many they tried, and how many went wrong.

A test asks for the fixture ``figures`` (``tests/conftest.py``). That makes it one of the tests of reliability: their
figures stand at the end of a run, and ``make test-long`` tries more and puts them into ``docs/reliability.md``.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path

import msgspec


class Chapter(StrEnum):
    """The promises, in the order in which they are told."""

    INCREMENTAL = "A build after edits equals a build from nothing"
    PUBLISHING = "Publishing happens at one instant, or not at all"
    FAULTS = "Crashes and faults of the system"
    BAD_INPUT = "Bad input is told, and told where"
    HOSTILE = "Content that means harm"
    PREVIEW = "The preview"
    SAME = "The same everywhere"


class Figure(msgspec.Struct, frozen=True):
    """One line of a report. ``what`` names what was tried so many times, of which so many went wrong; ``note`` says
    more, where there is more to say. ``by`` is whose figure it is, where others are tried the same way."""

    chapter: Chapter
    what: str
    tried: int
    wrong: int
    note: str = ""
    by: str = "Parley"


class Told(msgspec.Struct, frozen=True):
    """The figures of one run, and its ``share`` of a long one: 0 is the short form, 1 the whole night."""

    share: float
    figures: list[Figure]


class Figures:
    """What tests tell their figures to. With a ``share`` of 1, they try as much as a night allows."""

    def __init__(self, share: float) -> None:
        self.share = share
        self.told: list[Figure] = []

    @property
    def long(self) -> bool:
        """Whether more is tried than in every run."""
        return self.share > 0

    def many(self, short: int, long: int) -> int:
        """How much to try: ``short`` in every run, ``long`` by ``make test-long``, so far between by a share of it."""
        return short + round((long - short) * self.share)

    def tell(self, chapter: Chapter, what: str, tried: int, wrong: int, note: str = "", *, by: str = "Parley") -> None:
        """Tell one figure; whether it will do, the test says itself, afterwards."""
        self.told.append(Figure(chapter, what, tried, wrong, note, by))


def lines(figures: Iterable[Figure]) -> str:
    """The figures for a terminal: a line each, under their chapters."""
    told = sorted(figures, key=lambda one: list(Chapter).index(one.chapter))
    found: list[str] = []
    chapter = None
    for one in told:
        if one.chapter != chapter:
            chapter = one.chapter
            found.append(f"{chapter}:")
        who = "" if one.by == "Parley" else f"{one.by}: "
        found.append(f"  {who}{one.what}: {one.tried:,} tried, {one.wrong:,} wrong{one.note and f' ({one.note})'}")
    return "\n".join(found)


def kept(told: Told, file: Path) -> None:
    """Write what was ``told`` into ``file`` for the report."""
    file.write_bytes(msgspec.json.format(msgspec.json.encode(told)) + b"\n")


def recalled(file: Path) -> Told:
    """What ``file`` keeps. Raises ``msgspec.MsgspecError`` where there is nothing that can be read."""
    return msgspec.json.decode(file.read_bytes(), type=Told)
