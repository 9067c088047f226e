"""A brief without what is not known yet, and without references to it.

What is not touched stays the same object, so that a later stage can see that nothing has changed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any, TypeVar

from msgspec.structs import replace

from parley.derive.later import Gone, is_later, outcome_is_later
from parley.model.brief import Brief, Correction, NextStep, Outcome, Source, Update
from parley.model.keys import Kind, Noun
from parley.model.proposal import Acceptance, Answer, Condition, Conditions, Proposal, Rejection

N = TypeVar("N", bound=Noun)
LISTS = ("rejections", "acceptances", "reactions", "events", "updates", "corrections")
MAPS = ("proposals", "next_steps", "sources")
OF_PROPOSALS: Mapping[type[Noun], tuple[str, ...]] = {
    Proposal: ("about", "replaces"),
    Rejection: ("instead",),
    NextStep: ("about",),
}
CONDITIONS: Mapping[type[Noun], str] = {
    Proposal: "unless",
    Rejection: "unless",
    Acceptance: "if_",
    NextStep: "needs",
}


def brief_without(brief: Brief, gone: Gone) -> Brief:
    """``brief`` (one that is published by then) without what is ``gone``."""
    changes: dict[str, Any] = {}
    kept: dict[str, dict[str, str]] = {}  # key of the brief -> name of an item as it was -> as it is
    for key in MAPS:
        old: Mapping[str, Noun] = getattr(brief, key)
        new = {name: _trimmed(item, gone) for name, item in old.items() if _is_known(item, gone)}
        kept[key] = {name: name for name in new}
        _note(changes, key, old.values(), new.values(), new)
    for key in LISTS:
        items: tuple[Noun, ...] = getattr(brief, key)
        known = [(at, item) for at, item in enumerate(items) if _is_known(item, gone)]
        kept[key] = {str(at): str(new_at) for new_at, (at, _) in enumerate(known)}
        moved = tuple(_trimmed(_at(item, new_at), gone) for new_at, (_, item) in enumerate(known))
        _note(changes, key, items, moved, moved)
    if is_later(brief.as_of, gone.day):
        changes["as_of"] = None
    references = tuple(it for it in brief.references if it.to not in _named(it.kind, gone))
    _note(changes, "references", brief.references, references, references)
    if changes:
        changes["places"] = _moved_places(brief.places, kept)
    return replace(brief, **changes) if changes else brief


def _note(changes: dict[str, Any], key: str, old: Collection[Any], new: Collection[Any], value: Any) -> None:
    """Note the new ``value`` of ``key`` where its items are no longer all the same objects."""
    if len(old) != len(new) or any(one is not other for one, other in zip(old, new, strict=True)):
        changes[key] = value


def _is_known(item: Noun, gone: Gone) -> bool:
    match item:
        case Proposal():
            return item.id not in gone.proposals
        case NextStep():
            return item.id not in gone.steps
        case Source():
            return item.id not in gone.sources
        case Answer():
            return item.of not in gone.proposals and not is_later(item.date, gone.day)
        case _:
            return not is_later(getattr(item, "date", None), gone.day)


def _at(item: N, at: int) -> N:
    """``item`` of a list with its place in it, for those that know their place."""
    return replace(item, at=at) if isinstance(item, Answer) and item.at != at else item


def _trimmed(item: N, gone: Gone) -> N:
    """``item`` without dates to come and without references to what is ``gone``."""
    changes: dict[str, Any] = {}

    def put(field: str, value: Any) -> None:
        if value != getattr(item, field):
            changes[field] = value

    for field in OF_PROPOSALS.get(type(item), ()):
        put(field, _without(getattr(item, field), gone.proposals))
    if field := CONDITIONS.get(type(item), ""):
        put(field, _as_told(getattr(item, field), gone))
    if hasattr(item, "source"):
        put("source", _without(item.source, gone.sources))
    match item:
        case Proposal() if is_later(item.withdrawn, gone.day):
            changes["withdrawn"] = None
        case NextStep(outcome=Outcome() as outcome):
            put("outcome", None if outcome_is_later(item, gone.day) else _trimmed(outcome, gone))
        case Source() if is_later(item.accessed, gone.day):
            changes["accessed"] = None
        case Update():
            put("changed", _without(item.changed, gone.items))
        case Correction() if item.where in gone.items:
            changes["where"] = ""
    return replace(item, **changes) if changes else item


def _without(ids: Iterable[str], gone: Collection[str]) -> tuple[str, ...]:
    return tuple(id_ for id_ in ids if id_ not in gone)


def _as_told(conditions: Conditions, gone: Gone) -> Conditions:
    """``conditions`` in which an id that is not known yet has become the phrase that it stands for."""
    return tuple(
        Condition(text=condition.ref.rpartition("/")[2].replace("-", " "))
        if condition.ref in gone.conditions
        else condition
        for condition in conditions
    )


def _named(kind: Kind, gone: Gone) -> Collection[str]:
    """The ids that a reference of ``kind`` can no longer name."""
    match kind:
        case Kind.PROPOSAL:
            return gone.proposals
        case Kind.SOURCE:
            return gone.sources
        case Kind.CONDITION:
            return gone.conditions
        case Kind.ITEM:
            return gone.items
        case Kind.BRIEF:
            return gone.briefs
        case _:
            return ()


def _moved_places(
    places: Mapping[str, tuple[int, int]], kept: Mapping[str, Mapping[str, str]]
) -> dict[str, tuple[int, int]]:
    """``places`` of what is still there, under the keys by which it is found now."""
    found = {}
    for key, place in places.items():
        top, _, rest = key.partition(".")
        if not rest or top not in kept:
            found[key] = place
            continue
        name, dot, inner = rest.partition(".")
        if name in kept[top]:
            found[f"{top}.{kept[top][name]}{dot}{inner}"] = place
    return found
