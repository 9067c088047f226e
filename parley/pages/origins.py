"""Where what stands on the pages was written: for the marks by which a writer comes from a page to its source.

Keys are files of the site ("briefs/bridge/index.html"), with "#" and an anchor for what has one. It says nothing of
pages that are made from everything, such as the timeline; it refuses to guess where a reader of the file kept no place.
"""

from __future__ import annotations

from collections.abc import Iterator

from parley.model.brief import Brief
from parley.model.library import Library
from parley.model.problem import Place
from parley.model.proposal import Answer
from parley.pages.here import (
    actor_path,
    answer_anchor,
    answer_anchor_apart,
    brief_path,
    event_anchor,
    proposal_path,
)

ACTORS, SETTINGS = "briefs/actors.yaml", "site.yaml"
SECTIONS = {
    "title": "title", "summary": "summary", "what": "what", "who": "who", "why_it_matters": "why_it_matters",
    "background": "background", "unknown": "unknown", "next_steps": "next_steps", "events": "events",
    "proposals": "proposals", "sources": "sources", "glossary": "glossary", "updates": "updates",
    "corrections": "corrections",
}  # fmt: skip


def origins(library: Library) -> dict[str, Place]:
    """Where each page, and each thing with an anchor on it, was written. Items that lie on a page of their own beside
    a long brief (see :mod:`parley.pages.places`) are found by the page's file only."""
    found = {"index.html": Place(SETTINGS, 1, 1)}
    for actor, place in _actors(library).items():
        found[f"{actor_path(actor)}index.html"] = place
    for brief in library.briefs.values():
        page = f"{brief_path(brief.slug)}index.html"
        found[page] = Place(brief.file, 1, 1)
        found |= {f"{page}#{anchor}": place for anchor, place in _anchors(brief)}
        for id_, proposal in brief.proposals.items():
            place = _place(brief, f"proposals.{id_}")
            own = f"{proposal_path(proposal.id)}index.html"
            found[own] = place
            for answer, at in _answers_to(library, proposal.id):
                found[f"{own}#{answer_anchor_apart(answer)}"] = at
                found[f"{own}#{answer_anchor(answer)}"] = at
    for proposal_id, answers in library.answers.items():
        for answer in answers:  # on the page of the brief that the proposal is from, too
            page = f"{brief_path(proposal_id.partition('/')[0])}index.html"
            found.setdefault(f"{page}#{answer_anchor_apart(answer)}", _of_answer(library.briefs[answer.brief], answer))
    return found


def _actors(library: Library) -> dict[str, Place]:
    shared = {
        id_: Place(ACTORS, *library.places[f"actors.{id_}"])
        for id_ in library.actors
        if f"actors.{id_}" in library.places
    }
    own = {
        id_: _place(brief, f"actors.{id_}")
        for brief in library.briefs.values()
        for id_ in brief.actors
        if id_ not in shared
    }
    return shared | own


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
