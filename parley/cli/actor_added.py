"""An actor put into its file, with the proof that all else in it is as it was: it is read before and after.

What is compared is everything that was read, so that no way of writing YAML that was not thought of can be broken.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from parley.cli.arguments import WrongUse
from parley.model.places import SHARED_ACTORS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parley.model.problem import Problem
    from parley.read.files import Files, SourceFile
    from parley.read.outcome import Read
    from parley.site import Order
    from parley.write.new_actor import NewActor


def actor_added(order: Order, actor: NewActor, slug: str) -> tuple[str, int]:
    """Put ``actor`` into the brief ``slug``, or among the shared ones without one; gives the file and the line.

    Raises :class:`WrongUse` where there is no such brief, and :class:`~parley.write.rewritten.NotRewritten` where no
    safe place is found or the disk refuses; then nothing is written.
    """
    from parley.read.files import files
    from parley.write.new_actor import entry
    from parley.write.rewritten import NotRewritten, rewritten

    found = files(order.root)
    source, before, after, read = _in_brief(found, actor, slug) if slug else _shared(order, found, actor)
    if not (_is_yaml(after) and _same_but(before, read, actor.id)):
        raise NotRewritten(
            f"{order.root / source.path} is written in a way that leaves no safe place for a new actor; nothing was "
            f"written. Put these lines among its actors yourself:\n{entry(actor)}"
        )
    rewritten(order.root, source.path, source.data, after)
    return source.path, read.places[f"actors.{actor.id}"][0]


Put = tuple["SourceFile", "Read", bytes, "Read"]  # the file, what it says, what it shall hold, what it says then


def _in_brief(found: Files, actor: NewActor, slug: str) -> Put:
    from parley.read.brief import brief_read
    from parley.write.new_actor import in_brief

    source = next((one for one in found.briefs if slug in (one.slug, one.path)), None)
    if source is None:
        some = found.briefs[0].slug if found.briefs else "who-pays"
        raise WrongUse(f'--brief "{slug}": no such brief; give its file name without .yaml, such as {some}')
    before = brief_read(source, "UTC")
    after = in_brief(source.data, actor, before.places)
    return source, before, after, brief_read(_holding(source, after), "UTC")


def _shared(order: Order, found: Files, actor: NewActor) -> Put:
    from parley.read.brief import actors_read
    from parley.read.files import SourceFile
    from parley.write.created import created
    from parley.write.editor_files import modeline
    from parley.write.new_actor import at_the_end

    source = found.actors
    if source is None:
        created(
            order.root, {SHARED_ACTORS: modeline(SHARED_ACTORS)}
        )  # refuses where something stands there that can't be read
        source = SourceFile(SHARED_ACTORS, modeline(SHARED_ACTORS).encode())
    before = actors_read(source, "UTC")
    columns = [column for key, (_, column) in before.places.items() if key.count(".") == 1]
    after = at_the_end(source.data, actor, columns[-1] if columns else 1)
    return source, before, after, actors_read(_holding(source, after), "UTC")


def _holding(source: SourceFile, data: bytes) -> SourceFile:
    return msgspec.structs.replace(source, data=data)


def _is_yaml(data: bytes) -> bool:
    """Whether ``data`` is YAML as it stands, for the reader may read on behind what is not."""
    import yaml

    try:
        return all(True for _ in yaml.parse(data.decode("utf-8-sig"), Loader=yaml.SafeLoader))
    except (yaml.YAMLError, UnicodeError):
        return False


def _same_but(before: Read, after: Read, new: str) -> bool:
    """Whether ``after`` says all that ``before`` says, no more problems, and of one more actor: ``new``."""
    if before.whole != after.whole or set(_gists(after.problems)) - set(_gists(before.problems)):
        return False
    if [actor for actor in after.actors if actor.id != new] != list(before.actors):
        return False
    if sum(actor.id == new for actor in after.actors) != 1:
        return False
    one, other = before.brief, after.brief
    if one is None or other is None:
        return one is other
    alike: dict[str, object] = {"places": {}, "references": (), "actors": {}}
    return msgspec.structs.replace(one, **alike) == msgspec.structs.replace(other, **alike)


def _gists(problems: Sequence[Problem]) -> list[tuple[str, str, str]]:
    """What problems say, wherever they stand."""
    return [(problem.code, problem.found, problem.expected) for problem in problems]
