"""``promote`` moves an actor from a brief to briefs/actors.yaml, where several briefs can share it."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from parley.cli.arguments import WrongUse
from parley.cli.command import Command
from parley.cli.telling import say, say_and, show

if TYPE_CHECKING:
    from parley.read.content import Content
    from parley.read.files import Files, SourceFile
    from parley.site import Order


def promote(order: Order, wish: argparse.Namespace) -> int:
    """Move the actor; both files are written, or none."""
    from parley.write.created import InTheWay
    from parley.write.promoted import NoLines
    from parley.write.rewritten import NotRewritten

    try:
        source = _promoted(order, wish.actor, wish.brief, write=not wish.dry_run)
    except NoLines:
        return say_and(2, f'parley: "{wish.actor}" does not stand on lines of its own; run parley fmt, then try again')
    except (NotRewritten, InTheWay) as refused:
        return say_and(2, f"parley: {refused}")
    show(f"{order.root / source.path} -> {order.root / 'briefs/actors.yaml'}")
    say(f"{'Would move' if wish.dry_run else 'Moved'} {wish.actor}. Its page keeps its address.")
    return 0


def _promoted(order: Order, actor: str, slug: str, *, write: bool) -> SourceFile:
    """The brief that the actor was moved out of. Raises :class:`WrongUse`, and what the writing raises."""
    import msgspec

    from parley.read.brief import brief_read
    from parley.read.content import content
    from parley.read.files import SourceFile, files
    from parley.write.created import created
    from parley.write.editor_files import modeline
    from parley.write.promoted import SHARED, promoted
    from parley.write.written_together import written_together

    found = files(order.root)
    source = _home(found, actor, slug)
    shared = found.actors.data if found.actors else None
    before = content(order.root, drafts=True, found=found)
    brief, everyone = promoted(source.data, shared, actor, brief_read(source, "UTC").places)
    found.briefs = [msgspec.structs.replace(one, data=brief) if one == source else one for one in found.briefs]
    found.actors = SourceFile(SHARED, everyone)
    if _said(before) != _said(content(order.root, drafts=True, found=found)):
        raise WrongUse(f'"{actor}" is typed in a way that can\'t be moved safely; nothing was written, move it by hand')
    if write:
        if shared is None:
            shared = modeline(SHARED).encode()
            created(order.root, {SHARED: shared.decode()})
        written_together(order.root, {SHARED: (shared, everyone), source.path: (source.data, brief)})
    return source


def _home(found: Files, actor: str, slug: str) -> SourceFile:
    """The brief that defines the actor. Raises :class:`WrongUse`."""
    from parley.read.brief import actors_read, brief_read

    if found.actors and any(one.id == actor for one in actors_read(found.actors, "UTC").actors):
        raise WrongUse(f'"{actor}" is in briefs/actors.yaml already')
    homes = [one for one in found.briefs if f"actors.{actor}" in brief_read(one, "UTC").places]
    if not homes:
        raise WrongUse(f'no brief has an actor "{actor}" of its own; give the id under "actors"')
    if len(homes) > 1:
        told = " and ".join(one.path for one in homes)
        raise WrongUse(f'"{actor}" is in {told}; if it is the same one, delete it in all but one, then try again')
    if slug and slug not in (homes[0].slug, homes[0].path):
        raise WrongUse(f'"{actor}" is in {homes[0].path}, not in "{slug}"')
    return homes[0]


def _said(content: Content) -> object:
    """All that the sources say, wherever an actor stands."""
    from msgspec.structs import replace

    actors = [*content.actors, *(actor for brief in content.briefs for actor in brief.actors.values())]
    briefs = [replace(brief, actors={}, places={}, references=()) for brief in content.briefs]
    problems = sorted((problem.code, problem.found) for problem in content.problems)
    return {actor.id: replace(actor, brief="") for actor in actors}, briefs, problems


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("actor", metavar="ACTOR", help="the actor's id, such as reed")
    parser.add_argument("--from", dest="brief", metavar="BRIEF", default="", help="the brief that it stands in")
    parser.add_argument("--dry-run", action="store_true", help="tell what would be moved, and move nothing")


PROMOTE = Command("promote", "move an actor from a brief to the file that all share", promote, _arguments)
