"""The library as of a day after briefs were edited: the one before, with these exchanged.

What is not known yet on the day follows from dates, and from what next steps are about; while an edit leaves those
alone, only the edited briefs have to be trimmed again.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from msgspec.structs import replace

from parley.derive.as_of import AsOf
from parley.derive.cast import named, with_own
from parley.derive.later import Gone, has_later
from parley.derive.trimmed import brief_without
from parley.model.brief import Brief
from parley.model.edited import library_after
from parley.model.library import Library


def as_of_after(before: AsOf, whole: Library, edits: Sequence[tuple[Brief, Brief]]) -> AsOf | None:
    """``before`` after ``edits`` (each brief as it was, and as it is), which have made it ``whole``, exactly as it is
    worked out; ``None`` where everything has to be looked at for that."""
    day = before.day
    if any(has_later(old, day) != has_later(new, day) or _dated(old) != _dated(new) for old, new in edits):
        return None
    if before.gone is None:
        return AsOf(day=day, whole=whole, gone=None, now=whole)
    known = [(old.slug, new) for old, new in edits if old.slug not in before.gone.briefs]
    trimmed = [(before.now.briefs[slug], _trimmed(before, new, before.gone)) for slug, new in known]
    if any(set(named(old)) != set(named(new)) for old, new in trimmed):
        return None
    now = library_after(before.now, trimmed)
    return replace(before, whole=whole, now=now) if now else None


def _trimmed(before: AsOf, brief: Brief, gone: Gone) -> Brief:
    return with_own(brief_without(brief, gone), before.now.actors.keys())


def _dated(brief: Brief) -> tuple[Any, ...]:
    """What decides whether the things in ``brief`` are known on a day, where others may name them."""
    return (
        brief.published,
        [(item.id, item.date) for item in brief.proposals.values()],
        [(item.id, item.about, item.source) for item in brief.next_steps.values()],
        [(item.id, item.date) for item in brief.sources.values()],
    )
