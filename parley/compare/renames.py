"""What goes by another id than before and says the same: briefs, actors, proposals, next steps and sources.

Taken for renamed is only what left one id and came under one other, with no second candidate on either side. A guess
that can't be sure is no rename: the one is told as gone and the other as new, which is as true.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping
from typing import Any

from parley.compare.places import place
from parley.compare.version import Version
from parley.model.keys import Noun
from parley.model.library import Library
from parley.model.move import Move, Thing
from parley.model.places import SHARED_ACTORS, nearest

Look = Callable[[Any], Hashable]  # what two nouns must share to be one; falsy where a noun can't be told by it


class Renames(Noun, frozen=True, kw_only=True):
    """Old id -> new id. Those of ``items`` are full ids, the new ones with the brief's new slug."""

    briefs: Mapping[str, str] = {}
    actors: Mapping[str, str] = {}
    items: Mapping[str, str] = {}

    def __bool__(self) -> bool:
        return bool(self.briefs or self.actors or self.items)


def renames(old: Library, new: Library) -> Renames:
    """What of ``old`` goes by another id in ``new``."""
    briefs = _briefs(old, new)
    items: dict[str, str] = {}
    for slug, before in old.briefs.items():
        after = new.briefs.get(briefs.get(slug, slug))
        if after is None:
            continue
        for key, look in (("proposals", _proposal), ("next_steps", _step), ("sources", _source)):
            for was, now in _same(getattr(before, key), getattr(after, key), look).items():
                items[f"{slug}/{was}"] = f"{after.slug}/{now}"
    actors = _same(old.actors, new.actors, lambda actor: (actor.name, actor.kind))
    return Renames(briefs=briefs, actors=actors, items=items)


def of_renames(old: Library, new: Version, found: Renames) -> Iterator[Move]:
    """The renames of actors and items as moves."""
    for was, now in found.actors.items():
        actor = new.library.actors[now]
        path = f"actors.{now}"
        at = place(new.library, actor.brief, path) if actor.brief else nearest(SHARED_ACTORS, new.library.places, path)
        yield Move(thing="actor", how="renamed", brief=actor.brief, item=now, was=was, now=now, within=actor, place=at)
    for was, now in found.items.items():
        slug, _, name = now.partition("/")
        brief = new.library.briefs[slug]
        maps: tuple[tuple[Thing, str], ...] = (("proposal", "proposals"), ("step", "next_steps"), ("source", "sources"))
        for thing, key in maps:
            if name in getattr(brief, key) and was.partition("/")[2] in getattr(_before(old, was), key):
                at = place(new.library, slug, f"{key}.{name}")
                old_name = was.partition("/")[2]
                noun = getattr(brief, key)[name]
                yield Move(
                    thing=thing, how="renamed", brief=slug, item=now, was=old_name, now=name, within=noun, place=at
                )


def _before(old: Library, id_: str) -> Any:
    return old.briefs[id_.partition("/")[0]]


def _briefs(old: Library, new: Library) -> dict[str, str]:
    """A brief that names its earlier slug among its aliases, or that has kept its title and its day."""
    gone = [slug for slug in old.briefs if slug not in new.briefs]
    found = {
        alias: slug for slug, brief in new.briefs.items() if slug not in old.briefs for alias in brief.aliases
        if alias in gone
    }  # fmt: skip
    if len(set(found.values())) < len(found):  # two briefs were put together into one
        found = {}
    rest_old = {slug: brief for slug, brief in old.briefs.items() if slug not in found}
    rest_new = {slug: brief for slug, brief in new.briefs.items() if slug not in found.values()}
    return found | _same(rest_old, rest_new, lambda brief: (brief.title, brief.published.text))


def _same(old: Mapping[str, Any], new: Mapping[str, Any], look: Look) -> dict[str, str]:
    """Ids of ``old`` that are not in ``new`` -> the one id that is new and looks the same."""
    gone = _by_look({id_: item for id_, item in old.items() if id_ not in new}, look)
    come = _by_look({id_: item for id_, item in new.items() if id_ not in old}, look)
    return {was[0]: come[it][0] for it, was in gone.items() if len(was) == 1 and len(come.get(it, ())) == 1}


def _by_look(items: Mapping[str, Any], look: Look) -> dict[Hashable, list[str]]:
    found: dict[Hashable, list[str]] = {}
    for id_, item in items.items():
        if seen := look(item):
            found.setdefault(seen, []).append(id_)
    return found


def _proposal(proposal: Any) -> Hashable:
    return (proposal.title, proposal.date.text, len(proposal.by))


def _step(step: Any) -> Hashable:
    return (step.title, step.date.text)


def _source(source: Any) -> Hashable:
    return source.url or (source.title, source.publisher, source.date)
