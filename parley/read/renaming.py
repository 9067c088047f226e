"""An id -> the same files with another id in its place: at its definition and wherever it is mentioned.

Only places that were read as mentions are changed, and only where the old id really stands there. Afterwards
everything is read again: no new problem, and as many references to the new id as there were to the old one.
"""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import msgspec

from parley.model.brief import Reference
from parley.model.keys import Kind
from parley.model.places import SHARED_ACTORS
from parley.model.problem import Problem, quoted
from parley.read.brief import actors_read, file_read, settings_read
from parley.read.content import content
from parley.read.files import Files, SourceFile, files
from parley.read.outcome import Read
from parley.read.tree import lines_of
from parley.read.values import Refused, slug

Also = Callable[[bytes, Sequence[str], str, str], bytes]  # the bytes, the keys to a record, its id then and now
SECTIONS = {"actor": "actors", "proposal": "proposals", "step": "next_steps", "source": "sources"}
Told = tuple[str, str]  # a file, and the code of a problem in it
KINDS: dict[str, set[Kind]] = {
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
    moved: dict[str, str] = {}  # a brief's file then -> now, and those of its translations


def renamed(root: Path, what: str, old: str, new: str, also: Also) -> Renamed:
    """The files below ``root`` with the id ``old`` of a ``what`` changed to ``new``. Raises :class:`NotRenamed`.

    ``also`` notes the earlier id of an actor, a proposal or a brief where it is defined.
    """
    found = files(root)
    reads = _reads(found)
    if unread := [*sorted(found.lost), *(read.file for read in reads if not read.whole)]:
        raise NotRenamed(f"{unread[0]} can't be read, and may mention it; mend it first (parley check shows it)")
    defined = _defined(reads)
    full = _full(defined, what, old)
    home, slash, local = full.rpartition("/")
    try:
        target = f"{home}{slash}{slug(new)}"
    except Refused as refused:
        raise NotRenamed(f"{quoted(new)} can't be an id; {refused.expected}") from None
    items = (what,) if what in ("actor", "brief") else ("proposal", "step", "source")
    if taken := [kind for kind in items if (kind, target) in defined]:
        raise NotRenamed(
            f'"{target}" is already there, among the {SECTIONS.get(taken[0], "briefs")}; choose another id'
        )
    if len([kind for kind in items if (kind, full) in defined]) > 1:
        raise NotRenamed(f'"{full}" is the id of two things; give one of them another id by hand first')
    before = content(root, drafts=True).problems
    data = {source.path: source.data for source in _sources(found)}
    spots = {read.file: _spots(read, data, what, full, defined) for read in reads}
    spots = {file: at for file, at in spots.items() if at}
    if faults := [problem for problem in before if problem.severity == "error" and problem.place.file in spots]:
        raise NotRenamed(f"{faults[0].place.file} has errors; mend them first (parley check shows them)")
    changes = {file: (data[file], _spliced(file, data[file], at, local, new)) for file, at in spots.items()}
    file = defined[what, full][0]
    moved = {}
    if what in ("actor", "proposal", "brief"):
        path = {
            "brief": [],
            "proposal": ["proposals", new],
            "actor": [new] if file == SHARED_ACTORS else ["actors", new],
        }[what]
        changes[file] = (data[file], also(changes[file][1] if file in changes else data[file], path, local, new))
    if what == "brief":
        those = [file, *(source.path for source in found.translations if source.slug == full)]
        moved = {path: posixpath.join(posixpath.dirname(path), new + _ending(path)) for path in those}
    done = Renamed(full, target, changes, {file: len(at) for file, at in spots.items()}, moved)
    _prove(root, found, done, what, reads, _kinds(before))
    return done


def _ending(path: str) -> str:
    """What follows the name of a brief in that of its file: ".yaml", or ".uk.yaml"."""
    name = posixpath.basename(path)
    return name[name.index(".") :]


def _kinds(problems: Iterable[Problem]) -> Counter[Told]:
    """How often each file has each problem."""
    return Counter((problem.place.file, problem.code) for problem in problems)


def _sources(found: Files) -> list[SourceFile]:
    return [*([found.actors] if found.actors else []), *found.briefs, *found.translations]


def _reads(found: Files) -> list[Read]:
    settings = settings_read(found.settings).settings
    zone = settings.time_zone if settings else "UTC"
    rest = [file_read(source, zone) for source in (*found.briefs, *found.translations)]
    return [actors_read(found.actors, zone), *rest]


def _defined(reads: list[Read]) -> dict[tuple[str, str], tuple[str, int, int]]:
    """(what, full id) -> the file, line and column of its definition."""
    defined = {}
    for read in (read for read in reads if read.overlay is None):
        for key, place in read.places.items():
            section, _, name = key.partition(".")
            for what, own in SECTIONS.items():
                if section == own and name and "." not in name:
                    full = name if what == "actor" else f"{read.slug}/{name}"
                    defined[what, full] = (read.file, *place)
        if read.slug:
            defined["brief", read.slug] = (read.file, 1, 1)
    return defined


def _full(defined: dict[tuple[str, str], tuple[str, int, int]], what: str, old: str) -> str:
    meant = [full for kind, full in defined if kind == what and old in (full, full.rpartition("/")[2])]
    if old in meant or len(meant) == 1:
        return old if old in meant else meant[0]
    if meant:
        raise NotRenamed(f'"{old}" is in several briefs; write {" or ".join(sorted(meant))}')
    raise NotRenamed(f'no {what} has the id "{old}"; parley list shows what there is')


def _spots(
    read: Read, data: dict[str, bytes], what: str, full: str, defined: dict[tuple[str, str], tuple[str, int, int]]
) -> list[tuple[int, int]]:
    if what == "brief":
        lines = lines_of(data.get(read.file, b""))
        return sorted((ref.line, ref.column) for ref in read.references if _names_brief(lines, ref, full))
    file, line, column = defined[what, full]
    spots = [(ref.line, ref.column) for ref in read.references if ref.kind in KINDS[what] and ref.to == full]
    own = [(line, column)] if file == read.file else _translated(read, what, full)
    return sorted([*spots, *own])


def _translated(read: Read, what: str, full: str) -> list[tuple[int, int]]:
    """Where the words of what has the id ``full`` stand in a translation: below that id."""
    home, _, local = full.rpartition("/")
    place = read.places.get(f"{SECTIONS[what]}.{local}") if read.overlay and home in ("", read.slug) else None
    return [place] if place else []


def _names_brief(lines: list[str], ref: Reference, slug: str) -> bool:
    """Whether ``ref``, which stands in ``lines``, names the brief as well, which mentions of its own items need not."""
    if ref.kind is Kind.BRIEF:
        return ref.to == slug
    typed = lines[ref.line - 1][ref.column - 1 :]
    return (
        ref.to.startswith(f"{slug}/")
        and re.match(rf"""["']?(?:\[\[ *[a-z]+: *)?{re.escape(slug)}/""", typed) is not None
    )


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


def _prove(root: Path, found: Files, done: Renamed, what: str, reads: list[Read], problems: Counter[Told]) -> None:
    """Raises where what is changed does not read as what was there."""

    def after(source: SourceFile) -> SourceFile:
        data = done.changes[source.path][1] if source.path in done.changes else source.data
        if source.path in done.moved:
            return SourceFile(done.moved[source.path], data, done.new, source.lang)
        return msgspec.structs.replace(source, data=data)

    found.actors = after(found.actors) if found.actors else None
    found.briefs = [after(source) for source in found.briefs]
    found.translations = [after(source) for source in found.translations]
    was = Counter((ref.kind, _again(done, what, ref)) for read in reads for ref in read.references)
    now = Counter((ref.kind, ref.to) for read in _reads(found) for ref in read.references)
    if was != now:
        raise NotRenamed("some mentions can't be changed safely; nothing was written")
    known = Counter({(done.moved.get(file, file), code): number for (file, code), number in problems.items()})
    if new := [file for file, _ in _kinds(content(root, drafts=True, found=found).problems) - known]:
        raise NotRenamed(f"this would make a new problem in {new[0]}; nothing was written")


def _again(done: Renamed, what: str, ref: Reference) -> str:
    """What ``ref`` leads to afterwards."""
    if what == "brief":
        own = ref.to == done.old if ref.kind is Kind.BRIEF else ref.to.startswith(f"{done.old}/")
        return done.new + ref.to.removeprefix(done.old) if own and ref.kind is not Kind.ACTOR else ref.to
    return done.new if ref.kind in KINDS[what] and ref.to == done.old else ref.to
