"""The recipe of a comparison: two folders, or two days of one, become moves and what is to be said of them.

Both sides are taken as of the same day, so that what is told is the edit and not the calendar; or else one folder is
taken as of two days, and what is told is what time alone brought about. Briefs that one side can't read are left out of
both, so that nobody is told they are gone.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import msgspec

from parley.compare import Draft, Version, drafts, moves, moves_by_time, renamed, renames, uncorrected
from parley.derive import insights, library_as_of
from parley.model.library import Library
from parley.model.library import library as library_of
from parley.model.move import Move
from parley.model.problem import Problem, errors
from parley.read.files import SourceFile, files
from parley.site import SHARED, Order, Work, worked_out


class Unreadable(Exception):
    """The files that all briefs of one side share have errors, so that nothing can be said of it: of the
    older one or not, and their problems."""

    def __init__(self, problems: list[Problem], *, older: bool) -> None:
        super().__init__("nothing can be said")
        self.problems, self.older = problems, older


class Comparison(msgspec.Struct, frozen=True):
    """What came of it. ``old`` is the older library as it was written; ``unread`` are the briefs (slugs) that could not
    be used, of the old side and of the new; ``only_typed`` are files that differ in nothing that readers see;
    ``problems`` are those of the new side."""

    moves: tuple[Move, ...]
    warnings: tuple[Problem, ...]
    drafts: tuple[Draft, ...]
    old: Library
    new: Library
    days: tuple[dt.date, dt.date]
    unread: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
    only_typed: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


def compared(old: Order, new: Order) -> Comparison:
    """The moves from the folder of ``old`` to that of ``new``, both as of the day of ``new``. Raises
    :class:`Unreadable`."""
    after = _read(new)
    assert after.found
    day = after.found.day
    before = _read(msgspec.structs.replace(old, as_of=day), older=True)
    not_read = _unread(old, before), _unread(new, after)
    unread = not_read[0] | not_read[1]
    older, newer = _without(before.whole, unread), _without(after.whole, unread)
    found = renames(older, newer)
    was = _version(renamed(older, found), day, unread, _asleep(before))
    now = _version(newer, day, unread, _asleep(after))
    told = moves(was, now, found, older)
    return Comparison(
        moves=told,
        warnings=uncorrected(was, now, told),
        drafts=drafts(told, now),
        old=older,
        new=newer,
        days=(day, day),
        unread=(tuple(sorted(not_read[0])), tuple(sorted(not_read[1]))),
        only_typed=() if found else _only_typed(old.root, new.root, told, unread),
        problems=tuple(sorted(set(after.problems))),
    )


def compared_days(order: Order, first: dt.date, last: dt.date) -> Comparison:
    """What time alone moves in one folder from ``first`` to ``last``. Raises :class:`Unreadable`."""
    work = _read(msgspec.structs.replace(order, as_of=last))
    unread = _unread(order, work)
    then, now = library_as_of(work.whole, first), library_as_of(work.whole, last)
    was = Version(library=then, found=insights(then, first), drafts=_asleep(work))
    is_now = Version(library=now, found=insights(now, last), drafts=_asleep(work))
    told = moves_by_time(was, is_now)
    days = (first, last)
    problems = tuple(sorted(set(work.problems)))
    return Comparison(told, (), drafts(told, is_now), then, now, days, ((), tuple(sorted(unread))), problems=problems)


def _read(order: Order, *, older: bool = False) -> Work:
    work = worked_out(order)
    if work.found is None:
        raise Unreadable(_shared(work.problems), older=older)
    return work


def _shared(problems: list[Problem]) -> list[Problem]:
    return sorted(problem for problem in errors(problems) if problem.place.file in SHARED)


def _unread(order: Order, work: Work) -> frozenset[str]:
    """The briefs that are there and could not be used."""
    there = {source.slug for source in files(order.root).briefs}
    return frozenset(there - set(work.whole.briefs) - _asleep(work))


def _asleep(work: Work) -> frozenset[str]:
    """The briefs that are drafts."""
    return frozenset(brief.slug for brief in work.content.drafts)


def _without(library: Library, unread: frozenset[str]) -> Library:
    """``library`` without the briefs that the other side can't show."""
    if not unread & library.briefs.keys():
        return library
    kept = [brief for slug, brief in library.briefs.items() if slug not in unread]
    shared = [actor for actor in library.actors.values() if not actor.brief]
    return library_of(library.settings, shared, kept, library.places)


def _version(library: Library, day: dt.date, unread: frozenset[str], asleep: frozenset[str]) -> Version:
    return Version(library=library, found=insights(library_as_of(library, day), day), unread=unread, drafts=asleep)


def _only_typed(old: Path, new: Path, told: tuple[Move, ...], unread: frozenset[str]) -> tuple[str, ...]:
    """The files of both sides whose bytes differ and of which no move tells."""
    before, after = _sources(old), _sources(new)
    heard = {move.place.file for move in told}
    both = [(path, source, after[path]) for path, source in before.items() if path in after]
    return tuple(
        sorted(path for path, was, now in both if was.data != now.data and path not in heard and now.slug not in unread)
    )


def _sources(root: Path) -> dict[str, SourceFile]:
    found = files(root)
    alone = [source for source in (found.settings, found.actors) if source]
    return {source.path: source for source in [*alone, *found.briefs]}
