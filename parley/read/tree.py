"""Bytes -> a tree of plain text with places: one pass over YAML events, and where YAML gives up, another.

After the first fault YAML reads no further. So a line that it can't read is mended in memory, if it can be told how it
is meant, and the rest is read on: that way all faults of a file are told in one run. Where it can't be told, what
stands above is still read. Nothing is built from a file that was mended in memory; it is only looked at for more.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import msgspec
import yaml

from parley.model.problem import Mend, Place, Problem
from parley.read.builder import Builder, Refused
from parley.read.events import events, parsed
from parley.read.nodes import Node
from parley.read.repair import Repair
from parley.read.repairs import repairs
from parley.read.syntax import Fault, escape_fault, syntax_fault
from parley.read.text import MAX_BYTES, text

MOST_READ_AGAIN = 1_000_000  # characters in all: a file is told about in a second
MOST_FAULTS = 40
UNFINISHED = frozenset({"missing-key", "empty"})  # what may be wrong only because the rest is not there

LONGEST_SHOWN = 100
SHOWN = re.compile(r"put (?:it|the (?:whole )?text) in quotes|write a (?:plain colon|dash) and a space")

Judge = Callable[[Node, list[str]], Sequence[Problem]]


class Tree(msgspec.Struct):
    """What a file says: ``root`` is ``None`` where it could not be read or is empty. ``stuck`` is the line (from 1)
    from which on it could not be read, or 0."""

    root: Node | None
    lines: list[str]  # as they were read: those that YAML can't read are mended
    problems: list[Problem]
    whole: bool = True  # whether the file was read to its end
    stuck: int = 0
    doubtful: frozenset[int] = frozenset()  # lines that were mended only to read on
    guessed: frozenset[int] = frozenset()  # lines that may also be meant otherwise
    mended: bool = False  # whether any line was mended in memory


class _Try(msgspec.Struct):
    """One reading of the lines: ``fault`` is the first that YAML told."""

    lines: list[str]
    root: Node | None
    problems: list[Problem]
    fault: Fault | None = None
    refused: bool = False


def tree(data: bytes, file: str, judge: Judge | None = None) -> Tree:
    """The tree of ``data``, the bytes of ``file`` (a path, for the problems' places). Never raises on bad input.

    ``judge`` tells the problems of a tree that can be read: of several ways to mend a line, the one with the fewest
    is meant.
    """
    told: list[Problem] = []
    found = text(data, file, told)
    if found is None:
        return Tree(None, _undecoded(data), told, whole=False)
    read = _Reader(file, judge)
    now = first = _read(found.split("\n"), file)
    guessed: set[int] = set()
    while now.fault and not now.refused and len(told) < MOST_FAULTS:
        way = read.mended(now)
        told.append(_problem(now.fault, file, way))
        if way is None:
            break
        guessed |= set() if way.repair.sure else {at + 1 for at in way.repair.lines}
        now = way.reached
    else:
        told += [_problem(now.fault, file, None)] if now.fault else []
    stuck = now.fault.line + 1 if now.fault else 0
    return Tree(
        root=None if now.refused else now.root,
        lines=now.lines,
        problems=[*told, *(it for it in now.problems if not stuck or it.place.line < stuck)],
        whole=not stuck and not now.refused,
        stuck=stuck,
        doubtful=frozenset(read.doubtful),
        guessed=frozenset(guessed),
        mended=now.lines is not first.lines,
    )


def lines_of(data: bytes) -> list[str]:
    """The lines of ``data`` as :func:`tree` reads them, before any of them is mended."""
    found = text(data, "", [])
    return _undecoded(data) if found is None else found.split("\n")


def _undecoded(data: bytes) -> list[str]:
    """The lines of what is no text, as far as they can be made out."""
    return data[:MAX_BYTES].decode("utf-8", "replace").split("\n")


def _read(lines: list[str], file: str) -> _Try:
    problems: list[Problem] = []
    faults: list[Exception] = []
    found = "\n".join(lines)
    try:
        return _Try(lines, Builder(file, lines, problems).root(parsed(found)), problems)
    except Refused:
        return _Try(lines, None, problems, refused=True)
    except (yaml.MarkedYAMLError, ValueError, OverflowError):  # the last two: PyYAML without libyaml
        problems.clear()  # they are told again, up to the same fault
    root: Node | None = None
    try:
        root = Builder(file, lines, problems).root(events(found, faults))
    except Refused:
        if not faults:
            return _Try(lines, None, problems, refused=True)
    error = faults[0]
    fault = syntax_fault(error, lines) if isinstance(error, yaml.MarkedYAMLError) else escape_fault(lines)
    return _Try(lines, root, problems, fault)


class _Way(msgspec.Struct):
    """A repair that leads on, and the reading that it leads to. ``true``: no problem is left on lines it changed."""

    repair: Repair
    reached: _Try
    problems: list[Problem]
    true: bool


class _Reader:
    """Tries one repair after the other, as long as that does not take too much time."""

    def __init__(self, file: str, judge: Judge | None) -> None:
        self.file = file
        self.judge = judge
        self.left = MOST_READ_AGAIN
        self.doubtful: set[int] = set()

    def mended(self, now: _Try) -> _Way | None:
        """The way that leads on from the fault of ``now`` with the fewest problems, or none."""
        assert now.fault
        ways: list[_Way] = []
        for repair in repairs(now.fault, now.lines):
            way = self._tried(now, now.fault, repair)
            if way is None:
                continue
            ways.append(way)
            if repair.sure and way.true:
                break
        best = min(ways, key=lambda way: (not way.true, len(way.problems), -_end(way.reached)), default=None)
        if best and not best.true:
            self.doubtful |= {at + 1 for at in best.repair.lines}
        return best

    def _tried(self, now: _Try, fault: Fault, repair: Repair) -> _Way | None:
        self.left -= sum(map(len, now.lines)) + len(now.lines)
        if self.left < 0:
            return None
        reached = _read([repair.lines.get(at, line) for at, line in enumerate(now.lines)], self.file)
        last = max(repair.lines)
        if reached.refused or _end(reached) <= max(fault.line, last) + (0 if repair.sure else 1):
            return None
        problems = [
            *reached.problems,
            *(self.judge(reached.root, reached.lines) if self.judge and reached.root else ()),
        ]
        if reached.fault:
            edge = reached.fault.line
            problems = [it for it in problems if it.code not in UNFINISHED and it.place.line < edge]
        true = not any(it.place.line - 1 in repair.lines for it in problems)
        return _Way(repair, reached, problems, true)


def _end(reached: _Try) -> int:
    """The line up to which a reading goes, from 0."""
    return reached.fault.line if reached.fault else len(reached.lines) + 2


def _problem(fault: Fault, file: str, way: _Way | None) -> Problem:
    """The problem with its mend, of which the message shows the beginning where it is one line."""
    mend = way.repair.mend if way and way.true else Mend()
    fault = way.repair.fault if way and way.true and way.repair.fault else fault
    line = mend.text.strip()
    shown = SHOWN.fullmatch(fault.expected) and line and "\n" not in line
    more = f": {line if len(line) <= LONGEST_SHOWN else line[: LONGEST_SHOWN - 3] + '...'}" if shown else ""
    place = Place(file, fault.line + 1, fault.column + 1)
    return Problem(place, fault.code, fault.found, f"{fault.expected}{more}", mend=mend)
