"""Where what stands on the pages was written: for the marks by which a writer comes from a page to its source.

It says nothing of
pages that are made from everything, such as the timeline; it refuses to guess where a reader of the file kept no place.
"""

from __future__ import annotations

from collections.abc import Iterator

from parley.model.actor import Actor
from parley.model.brief import Brief
from parley.model.library import Library
from parley.model.places import SETTINGS, SHARED_ACTORS
from parley.model.problem import Place
from parley.model.proposal import Answer
from parley.pages.here import answer_anchor, answer_anchor_apart, event_anchor

SECTIONS = {
    "title": "title", "summary": "summary", "what": "what", "who": "who", "why_it_matters": "why_it_matters",
    "background": "background", "unknown": "unknown", "next_steps": "next_steps", "events": "events",
    "proposals": "proposals", "sources": "sources", "glossary": "glossary", "updates": "updates",
    "corrections": "corrections",
}  # fmt: skip


def origins(library: Library, page: str) -> dict[str, Place]:
    """Where the file ``page`` was written (under ""), and each thing with an anchor on it. Items that lie on a page of
    their own beside a long brief (see :mod:`parley.pages.places`) are found by the page's file only."""
    if page == "index.html":
        return {"": Place(SETTINGS, 1, 1)}
    match page.split("/"):
        case "briefs", slug, "index.html" if slug in library.briefs:
            return _on_brief(library, library.briefs[slug])
        case "proposals", slug, name, "index.html" if (proposal := f"{slug}/{name}") in library.proposals:
            return _on_proposal(library, proposal)
        case "actors", actor, "index.html" if actor in library.actors:
            return {"": _actor(library, library.actors[actor])}
    return {}


def _on_brief(library: Library, brief: Brief) -> dict[str, Place]:
    found = {"": Place(brief.file, 1, 1), **dict(_anchors(brief))}
    for proposal in brief.proposals.values():
        for answer, place in _answers_to(library, proposal.id):
            found.setdefault(answer_anchor_apart(answer), place)
    return found


def _on_proposal(library: Library, proposal: str) -> dict[str, Place]:
    known = library.proposals[proposal]
    brief = library.briefs[known.brief]
    found = {"": _place(brief, f"proposals.{proposal.partition('/')[2]}")}
    for answer, place in _answers_to(library, proposal):
        found |= {answer_anchor_apart(answer): place, answer_anchor(answer): place}
    return found


def _actor(library: Library, actor: Actor) -> Place:
    """A shared actor's place is known to the library, that of another to its brief."""
    key = f"actors.{actor.id}"
    if key in library.places:
        return Place(SHARED_ACTORS, *library.places[key])
    return _place(library.briefs[actor.brief], key) if actor.brief in library.briefs else Place(SHARED_ACTORS, 1, 1)


def _anchors(brief: Brief) -> Iterator[tuple[str, Place]]:
    for anchor, key in SECTIONS.items():
        if key in brief.places:
            yield anchor, _place(brief, key)
    for kind, key, ids in (
        ("proposal", "proposals", brief.proposals),
        ("step", "next_steps", brief.next_steps),
        ("source", "sources", brief.sources),
    ):
        for id_ in ids:
            yield f"{kind}-{id_}", _place(brief, f"{key}.{id_}")
    for at, event in enumerate(brief.events):
        yield event_anchor(event.id), _place(brief, f"events.{at}")
    for answer in brief.answers:
        yield answer_anchor(answer), _of_answer(brief, answer)


def _answers_to(library: Library, proposal: str) -> Iterator[tuple[Answer, Place]]:
    for answer in library.answers.get(proposal, ()):
        yield answer, _of_answer(library.briefs[answer.brief], answer)


def _of_answer(brief: Brief, answer: Answer) -> Place:
    """Answers know their place in their list; the list is that of their kind."""
    for key, answers in (
        ("rejections", brief.rejections),
        ("acceptances", brief.acceptances),
        ("reactions", brief.reactions),
    ):
        if any(one.id == answer.id for one in answers):
            return _place(brief, f"{key}.{answer.at}")
    return Place(brief.file, 1, 1)


def _place(brief: Brief, key: str) -> Place:
    return Place(brief.file, *brief.places.get(key, (1, 1)))
