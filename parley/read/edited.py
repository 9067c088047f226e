"""The content of a folder in which some briefs were edited: what was read before, with these exchanged.

Most edits change what a brief says and leave alone what others may mention. Then nothing has to be looked at again but
the files that were edited, however many there are. Where it can't be told at a glance, this gives nothing, and
:func:`parley.read.content.content` says what there is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain
from typing import Any

import msgspec

from parley.model.brief import Brief
from parley.model.names import Named, Names, names
from parley.model.problem import errors
from parley.read.content import Content, own_problems
from parley.read.outcome import Read

Edit = tuple[Read, Read]  # what came of a file, before and now
AMISS = ("unknown-", "leads-to-draft")  # codes of problems whose words depend on what else there is


def content_after(before: Content, edits: Sequence[Edit]) -> Content | None:
    """``before`` with ``edits``, exactly as it would be read; ``None`` where that takes a look at everything. It must
    have come of the same settings, shared actors and sections."""
    if not before.names.whole or any(
        problem.severity == "error" or problem.code.startswith(AMISS) for problem in before.problems
    ):
        return None
    if not all(_says_otherwise_only(old, new) for old, new in edits):
        return None
    files = {new.file for _, new in edits}
    kept = [problem for problem in before.problems if problem.place.file not in files]
    problems = {*kept, *chain.from_iterable(own_problems(new) for _, new in edits)}
    if errors(problems):
        return None
    briefs = {new.slug: new.brief for _, new in edits if new.brief}
    slugs = {brief.slug for brief in before.briefs}
    if not briefs.keys() <= slugs:  # a draft that is not kept
        return None
    named = before.names
    for old, new in edits:
        assert old.brief
        assert new.brief
        named = _names_after(named, old.brief, new.brief)
    return msgspec.structs.replace(
        before,
        briefs=tuple(briefs.get(brief.slug, brief) for brief in before.briefs),
        problems=tuple(sorted(problems)),
        names=named,
        drafts=tuple(briefs.get(brief.slug, brief) for brief in before.drafts),
    )


def _says_otherwise_only(old: Read, new: Read) -> bool:
    """Whether all that others may know of a brief, or it of others, is as it was."""
    if not (old.brief and new.brief and new.whole) or old.mended or new.mended:
        return False
    meant = {(one.kind, one.to) for one in old.abroad}
    return (
        _known_by(old.brief) == _known_by(new.brief)
        and (old.slug, old.actors, old.suspected, old.unread, old.keys)
        == (new.slug, new.actors, new.suspected, new.unread, new.keys)
        and all((one.kind, one.to) in meant for one in new.abroad)
    )


def _known_by(brief: Brief) -> tuple[Any, ...]:
    """By what the things in ``brief`` are known."""
    return (
        (brief.slug, brief.draft, brief.aliases),
        [(item.id, item.aliases) for item in brief.proposals.values()],
        [item.id for item in brief.next_steps.values()],
        [item.id for item in brief.sources.values()],
    )


def _names_after(before: Names, old: Brief, new: Brief) -> Names:
    """``before`` with the names in ``old`` as they are in ``new``, which has the same ids."""
    was, now = names((), [old]), names((), [new])
    changed: dict[str, Mapping[str, Named]] = {}
    for field in ("proposals", "steps", "sources"):
        if (found := getattr(now, field)) != getattr(was, field):
            changed[field] = {**getattr(before, field), **found}
    return msgspec.structs.replace(before, **changed) if changed else before
