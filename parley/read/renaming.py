"""An id -> the same files with another id in its place: at its definition and wherever it is mentioned.

Only places that were read as mentions are changed, and only where the old id really stands there. Afterwards
everything is read again: no new problem, and as many references to the new id as there were to the old one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import msgspec

from parley.model.keys import Kind
from parley.model.problem import Problem
from parley.read.brief import Read, actors_read, brief_read, settings_read
from parley.read.content import content
from parley.read.files import Files, SourceFile, files
from parley.read.values import Refused, slug

SECTIONS = {"actor": "actors", "proposal": "proposals", "step": "next_steps", "source": "sources"}
KINDS = {
    "actor": {Kind.ACTOR},
    "proposal": {Kind.PROPOSAL, Kind.CONDITION, Kind.ITEM},
    "step": {Kind.CONDITION, Kind.ITEM},
    "source": {Kind.SOURCE, Kind.ITEM},
}


class NotRenamed(Exception):
    """The id can't be changed; the text says why, and what to do. Nothing was changed."""


class Renamed(msgspec.Struct, frozen=True):
    """File -> bytes before and after, and how many places differ in each; ``old`` and ``new`` are full ids."""

    old: str
    new: str
    changes: dict[str, tuple[bytes, bytes]]
    places: dict[str, int]


def renamed(root: Path, what: str, old: str, new: str) -> Renamed:
    """The files below ``root`` with the id ``old`` of a ``what`` changed to ``new``. Raises :class:`NotRenamed`."""
    found = files(root)
    reads = _reads(found)
    if unread := [*sorted(found.lost), *(read.reading.file for read in reads if not read.whole)]:
        raise NotRenamed(f"{unread[0]} can't be read, and may mention it; mend it first (parley check shows it)")
    defined = _defined(reads)
    full = _full(defined, what, old)
    home, slash, local = full.rpartition("/")
    try:
        target = f"{home}{slash}{slug(new)}"
    except Refused as refused:
        raise NotRenamed(f"{refused.found} can't be an id; {refused.expected}") from None
    items = ("actor",) if what == "actor" else ("proposal", "step", "source")
    if taken := [kind for kind in items if (kind, target) in defined]:
        raise NotRenamed(f'"{target}" is already there, among the {SECTIONS[taken[0]]}; choose another id')
    if len([kind for kind in items if (kind, full) in defined]) > 1:
        raise NotRenamed(f'"{full}" is the id of two things; give one of them another id by hand first')
    before = content(root, drafts=True).problems
    data = {source.path: source.data for source in _sources(found)}
    spots = {read.reading.file: _spots(read, what, full, defined) for read in reads}
    spots = {file: at for file, at in spots.items() if at}
    if faults := [problem for problem in before if problem.severity == "error" and problem.place.file in spots]:
        raise NotRenamed(f"{faults[0].place.file} has errors; mend them first (parley check shows them)")
    changes = {file: (data[file], _spliced(file, data[file], at, local, new)) for file, at in spots.items()}
    _prove(root, found, changes, what, full, target, reads, _kinds(before))
    return Renamed(full, target, changes, {file: len(at) for file, at in spots.items()})


def _kinds(problems: Iterable[Problem]) -> Counter[tuple[str, str]]:
    """How often each file has each problem."""
    return Counter((problem.place.file, problem.code) for problem in problems)


def _sources(found: Files) -> list[SourceFile]:
    return [*([found.actors] if found.actors else []), *found.briefs]


def _reads(found: Files) -> list[Read]:
    settings = settings_read(found.settings).settings
    zone = settings.time_zone if settings else "UTC"
    return [actors_read(found.actors, zone), *(brief_read(source, zone) for source in found.briefs)]


def _defined(reads: list[Read]) -> dict[tuple[str, str], tuple[str, int, int]]:
    """(what, full id) -> the file, line and column of its definition."""
    defined = {}
    for read in reads:
        for key, place in read.reading.places.items():
            section, _, name = key.partition(".")
            for what, own in SECTIONS.items():
                if section == own and name and "." not in name:
                    full = name if what == "actor" else f"{read.reading.slug}/{name}"
                    defined[what, full] = (read.reading.file, *place)
    return defined


def _full(defined: dict[tuple[str, str], tuple[str, int, int]], what: str, old: str) -> str:
    meant = [full for kind, full in defined if kind == what and old in (full, full.rpartition("/")[2])]
    if old in meant or len(meant) == 1:
        return old if old in meant else meant[0]
    if meant:
        raise NotRenamed(f'"{old}" is in several briefs; write {" or ".join(sorted(meant))}')
    raise NotRenamed(f'no {what} has the id "{old}"; parley list shows what there is')


def _spots(
    read: Read, what: str, full: str, defined: dict[tuple[str, str], tuple[str, int, int]]
) -> list[tuple[int, int]]:
    file, line, column = defined[what, full]
    spots = [(ref.line, ref.column) for ref in read.reading.references if ref.kind in KINDS[what] and ref.to == full]
    return sorted([*spots, *([(line, column)] if file == read.reading.file else [])])


def _spliced(file: str, data: bytes, spots: list[tuple[int, int]], old: str, new: str) -> bytes:
    """``data`` with ``new`` at every one of ``spots``, each of which must hold ``old``."""
    lines = data.decode("utf-8-sig").split("\n")
    form = re.compile(rf"""(["']?(?:\[\[ *(?:[a-z]+: *)?|\[\^ *)?(?:[a-z0-9-]+/)?){re.escape(old)}(?![\w-])""")
    for line, column in reversed(spots):
        text = lines[line - 1]
        match = form.match(text, column - 1)
        if not match:
            raise NotRenamed(f'{file}:{line}:{column}: "{old}" is not found as it was typed; change this one by hand')
        lines[line - 1] = f"{text[: match.end(1)]}{new}{text[match.end() :]}"
    mark = b"\xef\xbb\xbf" if data.startswith(b"\xef\xbb\xbf") else b""
    return mark + "\n".join(lines).encode()


def _prove(
    root: Path,
    found: Files,
    changes: dict[str, tuple[bytes, bytes]],
    what: str,
    old: str,
    new: str,
    reads: list[Read],
    problems: Counter[tuple[str, str]],
) -> None:
    """Raises where what is changed does not read as what was there."""

    def after(source: SourceFile) -> SourceFile:
        return msgspec.structs.replace(source, data=changes[source.path][1]) if source.path in changes else source

    found.actors = after(found.actors) if found.actors else None
    found.briefs = [after(source) for source in found.briefs]
    again = _reads(found)

    def count(all_reads: list[Read], to: str) -> Counter[str]:
        return Counter(
            r.reading.file
            for r in all_reads
            for ref in r.reading.references
            if ref.kind in KINDS[what] and ref.to == to
        )

    if count(again, new) != count(reads, old) or count(again, old):
        raise NotRenamed("some mentions can't be changed safely; nothing was written")
    told = content(root, drafts=True, found=found).problems
    if _kinds(told) - problems:
        raise NotRenamed(
            f"this would make a new problem in {next(iter(_kinds(told) - problems))[0]}; nothing was written"
        )
