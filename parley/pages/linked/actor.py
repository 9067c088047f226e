"""Who an actor is, to schema.org.

A person is a ``Person``. An organisation is an ``Organization``; so is a group, which schema.org has no other word for,
with its members. A state is a ``Country``, which to schema.org is a place and can't act, and therefore an
``Organization``, too. Nobody is called a ``GovernmentOrganization``: the format does not tell. Nor does it tell a
nationality: a person's ``country`` may be the one that they work for.
"""

from __future__ import annotations

from collections.abc import Iterable

from parley.model.actor import Actor, ActorKind
from parley.pages.desk import Desk
from parley.pages.here import actor_path
from parley.pages.linked import known
from parley.pages.linked.node import Node, node, same

TYPES: dict[ActorKind, str | list[str]] = {
    "person": "Person",
    "state": ["Country", "Organization"],
    "organisation": "Organization",
    "group": "Organization",
}


def mentioned(desk: Desk, actors: Iterable[str]) -> list[Node]:
    """``actors`` in short: what each is, and its name. The rest is told on its own page."""
    found = [desk.library.actors[actor] for actor in actors]
    return [node(TYPES[actor.kind], known.actor(desk, actor.id), name=actor.name) for actor in found]


def actor_nodes(desk: Desk, actor: Actor, summary: str) -> list[Node]:
    """The actor in full, with its ``summary`` in plain text."""
    person, wider = actor.kind == "person", _bodies(desk, actor.part_of)
    groups = _bodies(desk, desk.library.groups.get(actor.id, ()))
    outer = actor.kind == "organisation"
    return [
        node(
            TYPES[actor.kind],
            known.actor(desk, actor.id),
            name=actor.name,
            alternateName=list(actor.aka),
            description=summary or ("" if person else actor.role),
            jobTitle=actor.role if person else "",
            affiliation=_bodies(desk, (actor.speaks_for,)) if person and actor.speaks_for else [],
            parentOrganization=wider if outer else [],
            memberOf=groups if outer else [*wider, *(body for body in groups if body not in wider)],
            member=mentioned(desk, actor.members),
            identifier=_code(actor),
            sameAs=_elsewhere(actor),
            mainEntityOfPage=known.page(desk, actor_path(actor.id)),
        )
    ]


def _bodies(desk: Desk, actors: Iterable[str]) -> list[Node]:
    """Those of ``actors`` that one can belong to: nobody is a member of a person."""
    return [same(known.actor(desk, actor)) for actor in actors if desk.library.actors[actor].kind != "person"]


def _code(actor: Actor) -> Node | None:
    """The code of a state; of anyone else ``country`` only says where they belong."""
    if actor.kind != "state" or not actor.country:
        return None
    return node("PropertyValue", propertyID="ISO 3166-1 alpha-2", value=actor.country)


def _elsewhere(actor: Actor) -> list[str]:
    """Pages of others that are about this very actor."""
    wikidata = f"https://www.wikidata.org/wiki/{actor.wikidata}" if actor.wikidata else ""
    return [address for address in (wikidata, actor.url) if address]
