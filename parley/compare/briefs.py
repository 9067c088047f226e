"""Briefs as wholes, before and after: which are there, and what a brief says outside of its items."""

from __future__ import annotations

from collections.abc import Iterator

from parley.compare.answers import of_answers
from parley.compare.fields import differences
from parley.compare.items import in_other_order, of_items
from parley.compare.lists import of_lists
from parley.compare.places import place
from parley.compare.renames import Renames
from parley.compare.version import Version
from parley.model.brief import Brief
from parley.model.move import Move

# Told of by others, item by item.
ITEMS = frozenset(
    {"actors", "proposals", "rejections", "acceptances", "reactions", "next_steps"}
    | {"events", "sources", "updates", "corrections"}
)
MAPS = ("who", "glossary")


def of_briefs(old: Version, new: Version, renames: Renames) -> Iterator[Move]:
    """The moves in the briefs that both versions could read, and which briefs came and went.

    ``old`` speaks of what has another id by its new one.
    """
    unread = old.unread | new.unread
    for slug, brief in new.library.briefs.items():
        at = place(new.library, slug, "title")
        if slug in old.library.briefs:
            yield from _within(old, new, old.library.briefs[slug], brief)
        elif slug not in unread:
            how = "published" if slug in old.drafts else ""
            yield Move(thing="brief", how="added", brief=slug, key=how, now=brief, place=at)
    for slug, brief in old.library.briefs.items():
        if slug not in new.library.briefs and slug not in unread:
            how = "draft" if slug in new.drafts else ""
            yield Move(thing="brief", how="removed", brief=slug, key=how, was=brief, place=place(new.library, slug, ""))
    for was, now in renames.briefs.items():
        yield Move(thing="brief", how="renamed", brief=now, was=was, now=now, place=place(new.library, now, ""))


def _within(old: Version, new: Version, before: Brief, after: Brief) -> Iterator[Move]:
    """The moves within one brief."""
    yield from of_answers(old, new, before, after)
    yield from of_items(new, before, after)
    yield from of_lists(new, before, after)
    for key, was, now in differences(before, after, ITEMS):
        at = place(new.library, after.slug, key)
        yield Move(thing="brief", how="changed", brief=after.slug, key=key, was=was, now=now, within=after, place=at)
    for key in MAPS:
        if in_other_order(getattr(before, key), getattr(after, key)):
            yield Move(
                thing="brief", how="reordered", brief=after.slug, key=key, place=place(new.library, after.slug, key)
            )
