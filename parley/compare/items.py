"""Proposals, next steps and sources, before and after: what has an id of its own in a brief."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from parley.compare.fields import differences
from parley.compare.places import place
from parley.compare.version import Version
from parley.model.brief import Brief
from parley.model.keys import Noun
from parley.model.move import Move, Thing

MAPS: tuple[tuple[Thing, str], ...] = (("proposal", "proposals"), ("step", "next_steps"), ("source", "sources"))


def of_items(new: Version, before: Brief, after: Brief) -> Iterator[Move]:
    """The moves in the proposals, next steps and sources of one brief."""
    for thing, key in MAPS:
        yield from _of_map(new, after.slug, thing, key, getattr(before, key), getattr(after, key))


def _of_map(
    new: Version, slug: str, thing: Thing, key: str, old: Mapping[str, Noun], now: Mapping[str, Noun]
) -> Iterator[Move]:
    for name, item in now.items():
        at = place(new.library, slug, f"{key}.{name}")
        id_ = f"{slug}/{name}"
        if name not in old:
            yield Move(thing=thing, how="added", brief=slug, item=id_, now=item, place=at)
            continue
        for part, was, is_now in differences(old[name], item):
            at = place(new.library, slug, f"{key}.{name}.{part}")
            yield Move(
                thing=thing,
                how="changed",
                brief=slug,
                item=id_,
                key=part,
                was=was,
                now=is_now,
                within=item,
                place=at,
            )
    for name, item in old.items():
        if name not in now:
            at = place(new.library, slug, key)
            yield Move(thing=thing, how="removed", brief=slug, item=f"{slug}/{name}", was=item, place=at)
    if in_other_order(old, now):
        yield Move(thing=thing, how="reordered", brief=slug, key=key, place=place(new.library, slug, key))


def in_other_order(old: Mapping[str, object], new: Mapping[str, object]) -> bool:
    """Whether what both maps hold stands in another order."""
    return [name for name in old if name in new] != [name for name in new if name in old]
