"""Entries put into a writer's file, with the proof that all else in it is as it was: it is read before and after.

What is compared is everything that was read, so that no way of writing YAML that was not thought of can be broken.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from parley.cli.arguments import WrongUse
from parley.model.places import SHARED_ACTORS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from parley.model.problem import Problem
    from parley.read.files import Files, SourceFile
    from parley.read.outcome import Read
    from parley.site import Order
    from parley.write.new_entry import Lines


def added(order: Order, block: str, entries: Mapping[str, Lines], slug: str, *, write: bool = True) -> tuple[str, int]:
    """Put ``entries`` (id -> their lines) into the brief ``slug`` under ``block`` ("actors" or "sources"), or without a
    brief among the shared actors; gives the file and the line of the first.

    Raises :class:`WrongUse` where there is no such brief, and :class:`~parley.write.rewritten.NotRewritten` where no
    safe place is found or the disk refuses; then nothing is written, as without ``write``.
    """
    from parley.read.files import files
    from parley.write.rewritten import NotRewritten, rewritten

    def lines(indent: str) -> str:
        return "".join(entry(indent) for entry in entries.values())

    found = files(order.root)
    source, before, after, read = (
        _in_brief(found, block, lines, slug) if slug else _shared(order, found, lines, write=write)
    )
    if not (_is_yaml(after) and _same_but(before, read, block, frozenset(entries))):
        what = f"new {block}" if len(entries) > 1 else f"a new {block.removesuffix('s')}"
        raise NotRewritten(
            f"{order.root / source.path} is written in a way that leaves no safe place for {what}; nothing was "
            f"written. Put these lines among its {block} yourself:\n{lines('')}"
        )
    if faults := _faults(order, found, _holding(source, after)) - _faults(order, found, source):
        raise NotRewritten(f"with new {block}, check would refuse the site; nothing was written: {min(faults)}")
    if write:
        rewritten(order.root, source.path, source.data, after)
    return source.path, read.places[f"{block}.{next(iter(entries))}"][0]


Put = tuple["SourceFile", "Read", bytes, "Read"]  # the file, what it says, what it shall hold, what it says then


def brief_called(found: Files, slug: str) -> SourceFile:
    """The brief of that file name. Raises :class:`WrongUse`."""
    source = next((one for one in found.briefs if slug in (one.slug, one.path)), None)
    if source is None:
        some = found.briefs[0].slug if found.briefs else "who-pays"
        raise WrongUse(f'--brief "{slug}": no such brief; give its file name without .yaml, such as {some}')
    return source


def _in_brief(found: Files, block: str, lines: Lines, slug: str) -> Put:
    from parley.read.brief import brief_read
    from parley.write.new_entry import in_block

    source = brief_called(found, slug)
    before = brief_read(source, "UTC")
    after = in_block(source.data, block, lines, before.places)
    return source, before, after, brief_read(_holding(source, after), "UTC")


def _shared(order: Order, found: Files, lines: Lines, *, write: bool) -> Put:
    from parley.read.brief import actors_read
    from parley.read.files import SourceFile
    from parley.write.created import created
    from parley.write.editor_files import modeline
    from parley.write.new_entry import at_the_end

    source = found.actors
    if source is None:
        if write:  # refuses where something stands there that can't be read
            created(order.root, {SHARED_ACTORS: modeline(SHARED_ACTORS)})
        source = SourceFile(SHARED_ACTORS, modeline(SHARED_ACTORS).encode())
    before = actors_read(source, "UTC")
    columns = [column for key, (_, column) in before.places.items() if key.count(".") == 1]
    after = at_the_end(source.data, lines, columns[-1] if columns else 1)
    return source, before, after, actors_read(_holding(source, after), "UTC")


def _faults(order: Order, found: Files, source: SourceFile) -> set[str]:
    """What is wrong in the whole site, with the file ``source`` as it is given."""
    from parley.model.problem import errors
    from parley.read.content import content

    shared = source.path == SHARED_ACTORS
    briefs = [source if one.path == source.path else one for one in found.briefs]
    changed = msgspec.structs.replace(found, briefs=briefs, actors=source if shared else found.actors)
    return {f"{it.found}; {it.expected}" for it in errors(content(order.root, drafts=True, found=changed).problems)}


def _holding(source: SourceFile, data: bytes) -> SourceFile:
    return msgspec.structs.replace(source, data=data)


def _is_yaml(data: bytes) -> bool:
    """Whether ``data`` is YAML as it stands, for the reader may read on behind what is not."""
    import yaml

    try:
        return all(True for _ in yaml.parse(data.decode("utf-8-sig"), Loader=yaml.SafeLoader))
    except (yaml.YAMLError, UnicodeError):
        return False


def _same_but(before: Read, after: Read, block: str, new: frozenset[str]) -> bool:
    """Whether ``after`` says all that ``before`` says, no more problems, and of the ``new`` ids in ``block``."""
    if before.whole != after.whole or set(_gists(after.problems)) - set(_gists(before.problems)):
        return False
    come = new if block == "actors" else frozenset()
    if [actor for actor in after.actors if actor.id not in come] != list(before.actors):
        return False
    if sorted(actor.id for actor in after.actors if actor.id in come) != sorted(come):
        return False
    one, other = before.brief, after.brief
    if one is None or other is None:
        return one is other
    if block == "sources":
        kept = {id_: source for id_, source in other.sources.items() if id_ not in new}
        if kept != one.sources or not new <= other.sources.keys():
            return False
    alike: dict[str, object] = {"places": {}, "references": (), "actors": {}}
    alike |= {"sources": {}} if block == "sources" else {}
    return msgspec.structs.replace(one, **alike) == msgspec.structs.replace(other, **alike)


def _gists(problems: Sequence[Problem]) -> list[tuple[str, str, str]]:
    """What problems say, wherever they stand."""
    return [(problem.code, problem.found, problem.expected) for problem in problems]
