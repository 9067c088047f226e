"""What belongs to no single brief: actors, wherever they are defined, and the site's settings."""

from __future__ import annotations

from collections.abc import Iterator

from parley.compare.fields import differences
from parley.compare.places import place
from parley.compare.version import Version
from parley.model.actor import Actor
from parley.model.move import Move
from parley.model.places import SETTINGS, SHARED_ACTORS, nearest
from parley.model.problem import Place


def of_actors(old: Version, new: Version) -> Iterator[Move]:
    """The moves in the actors. Those of a brief that came or went come and go with it."""
    before, after = old.library.actors, new.library.actors
    unread = old.unread | new.unread
    for id_, actor in after.items():
        if id_ not in before:
            if not actor.brief or (actor.brief in old.library.briefs and actor.brief not in unread):
                at = _place(new, actor)
                yield Move(thing="actor", how="added", brief=actor.brief, item=id_, now=actor, place=at)
            continue
        if before[id_].brief != actor.brief:
            yield Move(
                thing="actor",
                how="shared",
                brief=actor.brief,
                item=id_,
                was=before[id_].brief,
                now=actor.brief,
                within=actor,
                place=_place(new, actor),
            )
        for key, was, now in differences(before[id_], actor):
            yield Move(
                thing="actor",
                how="changed",
                brief=actor.brief,
                item=id_,
                key=key,
                was=was,
                now=now,
                within=actor,
                place=_place(new, actor, key),
            )
    for id_, actor in before.items():
        if id_ not in after and (not actor.brief or (actor.brief in new.library.briefs and actor.brief not in unread)):
            at = place(new.library, actor.brief, "actors") if actor.brief else Place(SHARED_ACTORS)
            yield Move(thing="actor", how="removed", brief=actor.brief, item=id_, was=actor, place=at)


def of_settings(old: Version, new: Version) -> Iterator[Move]:
    """The moves in ``site.yaml``."""
    settings = new.library.settings
    for key, was, now in differences(old.library.settings, settings):
        yield Move(thing="settings", how="changed", key=key, was=was, now=now, within=settings, place=Place(SETTINGS))


def _place(new: Version, actor: Actor, key: str = "") -> Place:
    path = f"actors.{actor.id}" + (f".{key}" if key else "")
    if actor.brief:
        return place(new.library, actor.brief, path)
    return nearest(SHARED_ACTORS, new.library.places, path)
