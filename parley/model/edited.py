"""A library in which briefs were edited: the one before, with what stands in these exchanged.

Tables are copied, which takes a fraction of the time of making them anew: what is in them is not looked at.
"""

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

import msgspec

from parley.model.brief import Brief
from parley.model.library import Library

V = TypeVar("V")


def library_after(before: Library, edits: Iterable[tuple[Brief, Brief]]) -> Library | None:
    """``before`` with ``edits`` (each brief as it was in it, and as it is now), exactly as it would be made; ``None``
    where more has changed than can be exchanged one for one."""
    edits = list(edits)
    if not edits:
        return before
    if not all(_same_things(old, new) for old, new in edits):
        return None
    news = [new for _, new in edits]
    changed: dict[str, Any] = {
        "briefs": {**before.briefs, **{brief.slug: brief for brief in news}},
        "proposals": _with(before.proposals, (item for brief in news for item in brief.proposals.values())),
        "steps": _with(before.steps, (item for brief in news for item in brief.next_steps.values())),
    }
    answers = {id(old): new for was, now in edits for old, new in zip(was.answers, now.answers, strict=True)}
    answered = {answer.of for brief in news for answer in brief.answers}
    if answered:
        found = {of: tuple(answers.get(id(it), it) for it in before.answers[of]) for of in answered}
        changed["answers"] = {**before.answers, **found}
    return msgspec.structs.replace(before, **changed)


def _with(table: Mapping[str, V], items: Iterable[V]) -> Mapping[str, V]:
    return {**table, **{item.id: item for item in items}}  # type: ignore[attr-defined]


def _same_things(old: Brief, new: Brief) -> bool:
    """Whether both hold the same things in the same order, and the same actors."""
    return (
        (old.slug, old.actors) == (new.slug, new.actors)
        and [item.id for item in old.proposals.values()] == [item.id for item in new.proposals.values()]
        and [item.id for item in old.next_steps.values()] == [item.id for item in new.next_steps.values()]
        and [answer.of for answer in old.answers] == [answer.of for answer in new.answers]
    )
