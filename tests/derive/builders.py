"""Small literals for nouns: what a test does not speak of has a harmless value.

Ids are given as in a file (``ceasefire``, or ``other/ceasefire``); builders make full ids with the brief ``story``
where none is named. Answers take their list from the builder and their place from :func:`brief`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from msgspec.structs import replace

from parley.derive import insights, library_as_of
from parley.model.actor import Actor
from parley.model.brief import Brief, Correction, Event, NextStep, Outcome, Source, Update
from parley.model.dates import Date, day
from parley.model.insight import Insights, Standing
from parley.model.library import Library
from parley.model.library import library as library_of
from parley.model.proposal import Acceptance, Answer, Condition, Conditions, Proposal, Reaction, Rejection
from parley.model.settings import Settings

Ids = str | Iterable[str]
TODAY = "2025-06-01"


def ids(given: Ids, slug: str = "") -> tuple[str, ...]:
    """One id or several as a tuple; with ``slug``, as full ids."""
    several = (given,) if isinstance(given, str) else tuple(given)
    return tuple(full(one, slug) if slug else one for one in several if one)


def full(id_: str, slug: str = "story") -> str:
    return id_ if "/" in id_ or not id_ else f"{slug}/{id_}"


class Phrase(str):
    """A condition that is a phrase though it has no space in it."""

    __slots__ = ()


def conditions(given: Ids, slug: str) -> Conditions:
    """Words with a space are phrases, all others ids, as in a file."""
    several = (given,) if isinstance(given, str) else tuple(given)
    return tuple(_condition(it, slug) for it in several if it)


def _condition(word: str, slug: str) -> Condition:
    is_phrase = " " in word or isinstance(word, Phrase)
    return Condition(text=str(word)) if is_phrase else Condition(ref=full(word, slug))


def actor(id_: str, kind: Any = "state", **given: Any) -> Actor:
    for key in ("members", "part_of"):
        given[key] = ids(given.get(key, ()))
    return Actor(id=id_, name=id_.title(), kind=kind, **given)


def _dated(given: dict[str, Any], *keys: str) -> None:
    for key in keys:
        if isinstance(given.get(key), str):
            given[key] = day(given[key])


def proposal(
    id_: str,
    by: Ids = "a",
    to: Ids = "b",
    date: str = "2025-05-10",
    *,
    about: Ids = (),
    replaces: Ids = (),
    unless: Ids = (),
    source: Ids = (),
    **given: Any,
) -> Proposal:
    id_ = full(id_)
    slug = id_.partition("/")[0]
    _dated(given, "answer_by", "withdrawn")
    return Proposal(
        id=id_,
        title=id_,
        by=ids(by),
        to=ids(to),
        date=day(date),
        about=ids(about, slug),
        replaces=ids(replaces, slug),
        unless=conditions(unless, slug),
        source=ids(source, slug),
        **given,
    )


def _answer(slug: str, of: str, by: Ids, date: str, given: dict[str, Any]) -> dict[str, Any]:
    given["for_"] = given.pop("for_", "")
    given["source"] = ids(given.get("source", ()), slug)
    return {"id": f"{slug}/", "of": full(of, slug), "by": ids(by), "date": day(date), **given}


def rejection(
    of: str,
    by: Ids = "b",
    date: str = "2025-05-11",
    unless: Ids = (),
    instead: Ids = (),
    brief: str = "story",
    **given: Any,
) -> Rejection:
    base = _answer(brief, of, by, date, given)
    return Rejection(**base, unless=conditions(unless, brief), instead=ids(instead, brief))


def acceptance(
    of: str, by: Ids = "b", date: str = "2025-05-11", if_: Ids = (), brief: str = "story", **given: Any
) -> Acceptance:
    return Acceptance(**_answer(brief, of, by, date, given), if_=conditions(if_, brief))


def reaction(
    of: str, by: Ids = "b", date: str = "2025-05-11", stance: Any = "defers", brief: str = "story", **given: Any
) -> Reaction:
    return Reaction(**_answer(brief, of, by, date, given), stance=stance)


def outcome(result: Any = "done", date: str = "", source: Ids = (), brief: str = "story") -> Outcome:
    return Outcome(result=result, date=day(date) if date else None, source=ids(source, brief))


def step(
    id_: str,
    date: str = "2025-05-15",
    *,
    about: Ids = (),
    needs: Ids = (),
    who: Ids = (),
    source: Ids = (),
    **given: Any,
) -> NextStep:
    id_ = full(id_)
    slug = id_.partition("/")[0]
    return NextStep(
        id=id_,
        title=id_,
        date=day(date),
        about=ids(about, slug),
        needs=conditions(needs, slug),
        who=ids(who),
        source=ids(source, slug),
        **given,
    )


def event(
    date: str, what: str = "Something happens.", *, who: Ids = (), source: Ids = (), brief: str = "story"
) -> Event:
    name = what.lower().strip(".").replace(" ", "-")
    return Event(id=f"{brief}/{name}", date=day(date), what=what, who=ids(who), source=ids(source, brief))


def source(id_: str, date: str = "", accessed: str = "") -> Source:
    found = [day(text) if text else None for text in (date, accessed)]
    return Source(id=full(id_), title=id_, date=found[0], accessed=found[1])


def update(date: str, changed: Ids = (), brief: str = "story") -> Update:
    return Update(date=day(date), what="News.", changed=ids(changed, brief))


def correction(date: str, where: str = "", brief: str = "story") -> Correction:
    return Correction(date=day(date), was="One.", now="Two.", where=full(where, brief))


def brief(*items: Any, slug: str = "story", published: str = "2025-05-01", **given: Any) -> Brief:
    """A brief of ``items``, each put where it belongs; places are one line an item, in the order given."""
    _dated(given, "as_of", "review_by", "expires")
    maps: dict[str, dict[str, Any]] = {"proposals": {}, "next_steps": {}, "sources": {}, "actors": {}}
    lists: dict[str, list[Any]] = {key: [] for key in LISTS.values()}
    places: dict[str, tuple[int, int]] = {"published": (2, 1)}
    for line, item in enumerate(items, start=10):
        kind = type(item)
        if kind in MAPS:
            name = item.id.rpartition("/")[2]
            maps[MAPS[kind]][name] = replace(item, brief=slug) if kind is Actor else item
            places[f"{MAPS[kind]}.{name}"] = (line, 3)
        else:
            column = lists[LISTS[kind]]
            places[f"{LISTS[kind]}.{len(column)}"] = (line, 5)
            if isinstance(item, Answer):
                item = replace(item, at=len(column), id=_id_of(slug, kind, item, column))
            column.append(item)
    return Brief(
        slug=slug,
        file=f"briefs/{slug}.yaml",
        title=slug,
        published=day(published),
        what="What happened.",
        who=given.pop("who", {}),
        places=given.pop("places", places),
        **maps,
        **{key: tuple(column) for key, column in lists.items()},
        **given,
    )


MAPS: dict[type[Any], str] = {Proposal: "proposals", NextStep: "next_steps", Source: "sources", Actor: "actors"}
LISTS: dict[type[Any], str] = {
    Rejection: "rejections",
    Acceptance: "acceptances",
    Reaction: "reactions",
    Event: "events",
    Update: "updates",
    Correction: "corrections",
}


def _id_of(slug: str, kind: type[Any], answer: Answer, above: list[Answer]) -> str:
    """An id that does not depend on the answer's place, but for others of the same day."""
    of = answer.of.replace("/", ".")
    id_ = f"{slug}/{LISTS[kind]}-{'+'.join(answer.by)}-{of}-{answer.date.text.replace('/', '..')}"
    alike = sum(it.id.startswith(id_) for it in above)
    return f"{id_}-{alike + 1}" if alike else id_


def library(*parts: Any) -> Library:
    """A library of briefs and shared actors; loose items make up the brief ``story``.

    Every actor that is named and not given is a state of its own.
    """
    briefs = [part for part in parts if isinstance(part, Brief)]
    given = [part for part in parts if isinstance(part, Actor)]
    loose = [part for part in parts if not isinstance(part, (Brief, Actor))]
    if loose:
        briefs.append(brief(*loose))
    known = {it.id for it in given} | {id_ for it in briefs for id_ in it.actors}
    missing = sorted({name for it in briefs for name in _named(it)} - known)
    return library_of(Settings(), [*given, *(actor(name) for name in missing)], briefs)


def _named(brief: Brief) -> Iterable[str]:
    for item in brief.proposals.values():
        yield from (*item.by, *item.to)
    for answer in brief.answers:
        yield from (*answer.by, *([answer.for_] if answer.for_ else []))


def on(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def found(library: Library, today: str = TODAY) -> Insights:
    """The insights of a library as of a day."""
    return insights(library_as_of(library, on(today)), on(today))


def standing(*parts: Any, of: str = "plan", today: str = TODAY) -> Standing:
    """Where the proposal ``of`` stands in the library of ``parts``."""
    return found(library(*parts), today).standings[full(of)]


def date_of(text: str) -> Date:
    return day(text)
