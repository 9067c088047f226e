"""Events, updates and corrections, before and after: lists whose items nobody refers to."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from parley.compare.fields import differences
from parley.compare.matched import matched
from parley.compare.places import place
from parley.compare.version import Version
from parley.model.brief import Brief, Correction, Event, Update
from parley.model.move import Move, Thing

LISTS: tuple[tuple[Thing, str], ...] = (("event", "events"), ("update", "updates"), ("correction", "corrections"))
LEAST = 5
Entry = Event | Update | Correction


def likeness(old: Entry, new: Entry) -> int:
    """How much speaks for two entries being one: the same day, and words that are alike."""
    words = SequenceMatcher(None, _text(old).split(), _text(new).split(), autojunk=False).ratio()
    return 3 * (old.date == new.date) + round(6 * words)


def of_lists(new: Version, before: Brief, after: Brief) -> Iterator[Move]:
    """The moves in the events, updates and corrections of one brief."""
    for thing, key in LISTS:
        yield from _of_list(new, after.slug, thing, key, getattr(before, key), getattr(after, key))


def _of_list(
    new: Version, slug: str, thing: Thing, key: str, old: tuple[Entry, ...], now: tuple[Entry, ...]
) -> Iterator[Move]:
    found = matched(old, now, likeness, LEAST)
    at = {id(entry): number for number, entry in enumerate(now)}
    for entry in found.come:
        spot = place(new.library, slug, f"{key}.{at[id(entry)]}")
        yield Move(thing=thing, how="added", brief=slug, item=_id(entry), now=entry, place=spot)
    for entry in found.gone:
        yield Move(
            thing=thing, how="removed", brief=slug, item=_id(entry), was=entry, place=place(new.library, slug, key)
        )
    for was, entry in found.pairs:
        for part, before, after in differences(was, entry):
            yield Move(
                thing=thing,
                how="changed",
                brief=slug,
                item=_id(entry),
                key=part,
                was=before,
                now=after,
                within=entry,
                place=place(new.library, slug, f"{key}.{at[id(entry)]}.{part}"),
            )
    if found.reordered:
        yield Move(thing=thing, how="reordered", brief=slug, key=key, place=place(new.library, slug, key))


def _text(entry: Entry) -> str:
    return f"{entry.was} {entry.now}" if isinstance(entry, Correction) else entry.what


def _id(entry: Entry) -> str:
    return entry.id if isinstance(entry, Event) else ""
