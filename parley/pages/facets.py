"""What a page is found by: its kind, its actors, topics and statuses, for the filters of the search."""

from __future__ import annotations

from collections.abc import Iterable

from parley.model.actor import Actor
from parley.model.brief import Brief
from parley.model.proposal import Proposal
from parley.pages.desk import Desk
from parley.pages.here import topic_path
from parley.pages.parts import Facet
from parley.words import labels, searching
from parley.words.tongue import speaking


def brief_facets(desk: Desk, brief: Brief) -> tuple[Facet, ...]:
    """A brief: everyone in it, its topics, and the statuses of its proposals."""
    found = {desk.found.standings[item.id].status for item in brief.proposals.values()}
    actors, topics = _names(desk, desk.cast.get(brief.slug, ())), _topics(desk, brief)
    with speaking(desk.library.settings.language):  # one word each for the whole site, whatever the brief is in
        statuses = (label for status, label in labels.STATUS.items() if status in found)
        return _facets(searching.KIND["brief"], actors, topics, statuses)


def proposal_facets(desk: Desk, proposal: Proposal) -> tuple[Facet, ...]:
    """A proposal: its status, who made it, the sides that were asked or have spoken, and the topics of its brief."""
    standing = desk.found.standings[proposal.id]
    actors = (*desk.rolled(proposal.by), *proposal.to, *(position.side for position in standing.positions))
    topics = _topics(desk, desk.library.briefs[proposal.brief])
    with speaking(desk.library.settings.language):
        return _facets(searching.KIND["proposal"], _names(desk, actors), topics, [labels.STATUS[standing.status]])


def actor_facets(actor: Actor) -> tuple[Facet, ...]:
    """An actor: its kind and itself."""
    return _facets(labels.ACTOR[actor.kind], [actor.name])


def topic_facets(title: str) -> tuple[Facet, ...]:
    """A topic: itself."""
    return _facets(searching.KIND["topic"], (), [title])


def about_facets() -> tuple[Facet, ...]:
    """The page that tells how the site works."""
    return _facets(searching.KIND["about"])


def chapter_facets() -> tuple[Facet, ...]:
    """A page of the site's own."""
    return _facets(searching.KIND["page"])


def _names(desk: Desk, actors: Iterable[str]) -> list[str]:
    return [desk.library.actors[actor].name for actor in actors]


def _topics(desk: Desk, brief: Brief) -> list[str]:
    """The topics of ``brief``, spelt as on their pages."""
    return [desk.topics[topic_path(topic)] for topic in brief.topics]


def _facets(
    kind: str, actors: Iterable[str] = (), topics: Iterable[str] = (), statuses: Iterable[str] = ()
) -> tuple[Facet, ...]:
    """Each value once."""
    named = {"kind": [kind], "actor": actors, "topic": topics, "status": statuses}
    return tuple(Facet(name=name, value=value) for name, values in named.items() for value in dict.fromkeys(values))
