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
    """Actors of a brief whom it does not mention, and shared actors whom no brief does (all in one)."""
    if not library.briefs:
        return
    used = _used(library)
    idle = [actor for actor in library.actors.values() if actor.id not in used]
    for actor in idle:
        if actor.brief:
            yield _actor(library, [actor], "this brief does not mention")
    shared = [actor for actor in idle if not actor.brief]
    if shared:
        shared.sort(key=lambda actor: library.places.get(f"actors.{actor.id}", (0, 0)))
        yield _actor(library, shared, "no brief uses")


def _said(brief: Brief) -> str:
    """All that the brief says, in one line, to look for names and terms in."""
    own = [typed.text for typed in texts(brief) if typed.key != "glossary"]
    quotes = [*(item.quote for item in brief.proposals.values()), *(item.quote for item in brief.answers)]
    return " ".join(" ".join([*own, *quotes]).split()).casefold()


def _used(library: Library) -> set[str]:
    """The actors that are mentioned by id or by name, and those by way of whom they are shown. What briefs say is
    looked at only where somebody is not mentioned by id."""
    used = {ref.to for brief in library.briefs.values() for ref in brief.references if ref.kind is Kind.ACTOR}
    used |= set(_named(library, [actor for actor in library.actors.values() if actor.id not in used]))
    waiting = sorted(used)
    while waiting:
        known = library.actors.get(waiting.pop())
        if known:
            near = {known.speaks_for, *known.members, *known.part_of} - {""} - used
            used |= near
            waiting += sorted(near)
    return used


def _named(library: Library, idle: list[Actor]) -> Iterator[str]:
    """Those of ``idle`` whose names some brief says; an actor of one brief's own is looked for in that brief alone."""
    said = {slug: _said(brief) for slug, brief in library.briefs.items()} if idle else {}
    words = {word for text in said.values() for word in WORD.findall(text)}
    for actor in idle:
        places: Iterable[str] = [said[actor.brief]] if actor.brief in said else said.values()
        names = [name.casefold() for name in (actor.name, *actor.aka) if len(name) > 1]
        if any(name in text for name in names if words.issuperset(WORD.findall(name)) for text in places):
            yield actor.id


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


def of_terms(brief: Brief) -> Iterator[Problem]:
    """Terms of the glossary of ``brief`` that it does not use."""
    said = _said(brief) if brief.glossary else ""
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
