"""What is defined and never used: actors and terms. Each is a slip, or work that nobody sees."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from parley.derive.problems.places import SHARED_ACTORS, place_in, place_of
from parley.derive.problems.texts import texts
from parley.model.actor import Actor
from parley.model.brief import Brief
from parley.model.keys import Kind
from parley.model.library import Library
from parley.model.problem import Problem, quoted

WORD = re.compile(r"\w+")
MOST_NAMED = 5


def of_unused(library: Library) -> Iterator[Problem]:
    """Actors of a brief whom it does not mention, shared actors whom no brief does (all in one), and terms of a
    glossary that its brief does not use."""
    if not library.briefs:
        return
    said = {slug: _said(brief) for slug, brief in library.briefs.items()}
    used = _used(library, said)
    idle = [actor for actor in library.actors.values() if actor.id not in used]
    for actor in idle:
        if actor.brief:
            yield _actor(library, [actor], "this brief does not mention")
    shared = [actor for actor in idle if not actor.brief]
    if shared:
        shared.sort(key=lambda actor: library.places.get(f"actors.{actor.id}", (0, 0)))
        yield _actor(library, shared, "no brief uses")
    for slug, brief in library.briefs.items():
        yield from _terms(brief, said[slug])


def _said(brief: Brief) -> str:
    """All that the brief says, in one line, to look for names and terms in."""
    own = " ".join(typed.text for typed in texts(brief) if typed.key != "glossary")
    quotes = " ".join([item.quote for item in brief.proposals.values()] + [item.quote for item in brief.answers])
    return re.sub(r"\s+", " ", f"{own} {quotes}").casefold()


def _used(library: Library, said: dict[str, str]) -> set[str]:
    """The actors that are mentioned by id or by name, and those by way of whom they are shown."""
    used = {ref.to for brief in library.briefs.values() for ref in brief.references if ref.kind is Kind.ACTOR}
    idle = [actor for actor in library.actors.values() if actor.id not in used]
    words = set(WORD.findall(" ".join(said.values()))) if idle else set()
    for actor in idle:
        places: Iterable[str] = [said[actor.brief]] if actor.brief in said else said.values()
        names = [name.casefold() for name in (actor.name, *actor.aka) if len(name) > 1]
        if any(name in text for name in names if words.issuperset(WORD.findall(name)) for text in places):
            used.add(actor.id)
    waiting = sorted(used)
    while waiting:
        known = library.actors.get(waiting.pop())
        if known:
            near = {known.speaks_for, *known.members, *known.part_of} - {""} - used
            used |= near
            waiting += sorted(near)
    return used


def _actor(library: Library, idle: list[Actor], what: str) -> Problem:
    names = ", ".join(f'"{actor.id}"' for actor in idle[:MOST_NAMED])
    more = f" and {len(idle) - MOST_NAMED} more" if len(idle) > MOST_NAMED else ""
    where = SHARED_ACTORS if not idle[0].brief else "the brief"
    return Problem(
        place_of(library, idle[0]),
        "actor-not-used",
        f"{'an actor' if len(idle) == 1 else f'{len(idle)} actors'} whom {what}: {names}{more}",
        f"name {'it' if len(idle) == 1 else 'them'} where {'it belongs' if len(idle) == 1 else 'they belong'}, "
        f"or take {'it' if len(idle) == 1 else 'them'} out of {where}",
        "warning",
    )


def _terms(brief: Brief, said: str) -> Iterator[Problem]:
    for term in brief.glossary:
        chief = re.sub(r"\s*\([^()]*\)$", "", term)
        if not any(form.casefold() in said for form in (term, chief)):
            yield Problem(
                place_in(brief, "glossary"),
                "term-not-used",
                f"the term {quoted(term)}, which this brief explains and never uses",
                "use it in the text, or take it out of the glossary",
                "warning",
            )
