"""Everything that has a page, under each of its names: what the A to Z is made of.

An entry holds what it is the name of and not how a page links to it, so that one walk serves pages at every depth.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

import msgspec

from parley.model.insight import Insights
from parley.model.library import Library
from parley.model.markdown import plain
from parley.model.page import Link
from parley.pages.here import Here, actor_path
from parley.words import labels, searching
from parley.words.alphabet import letter, order


class Entry(msgspec.Struct, frozen=True, order=True):
    """One name: what it says, what it is the name of, and the id or address that it leads to."""

    text: str
    what: str
    kind: Literal["actor", "brief", "page", "proposal", "topic"]
    to: str


def alphabet(library: Library, found: Insights, topics: Mapping[str, str]) -> dict[str, tuple[Entry, ...]]:
    """Every brief, proposal and topic by title and every actor by each of its names, under their letters."""
    every = sorted({*_entries(library, found, topics)}, key=lambda entry: (*order(entry.text), entry))
    groups: dict[str, list[Entry]] = {}
    for entry in every:
        groups.setdefault(letter(entry.text), []).append(entry)
    return {first: tuple(entries) for first, entries in groups.items()}


def link(here: Here, entry: Entry) -> Link:
    """``entry`` as it leads from a page to its own."""
    match entry.kind:
        case "brief":
            return here.brief(entry.to)
        case "proposal":
            return here.proposal(entry.to)
        case "actor":
            return Link(text=entry.text, href=here.to(actor_path(entry.to)), kind="actor")
        case "topic":
            return Link(text=entry.text, href=here.to(entry.to), kind="topic")
        case "page":
            return Link(text=entry.text, href=here.to(entry.to))


def _entries(library: Library, found: Insights, topics: Mapping[str, str]) -> Iterator[Entry]:
    for brief in library.briefs.values():
        yield Entry(brief.title, searching.KIND["brief"], "brief", brief.slug)
    for actor in library.actors.values():
        kind = labels.ACTOR[actor.kind]
        yield Entry(actor.name, kind, "actor", actor.id)
        for alias in actor.aka:
            yield Entry(alias, f"{kind}: {actor.name}", "actor", actor.id)
    for proposal in library.proposals.values():
        status = labels.STATUS[found.standings[proposal.id].status]
        yield Entry(proposal.title, f"{labels.PROPOSAL[proposal.kind]} · {status}", "proposal", proposal.id)
    for section in library.sections:
        for chapter in section.chapters:
            yield Entry(plain(chapter.title), searching.KIND["page"], "page", section.path(chapter))
    for path, title in topics.items():
        yield Entry(title, searching.KIND["topic"], "topic", path)
