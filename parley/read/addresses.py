"""Addresses that are taken twice: an alias may be neither the name of something of its kind nor an alias of two."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from parley.model.actor import Actor
from parley.model.brief import Brief
from parley.model.places import SHARED_ACTORS
from parley.model.problem import Place, Problem
from parley.model.proposal import Proposal

Places = Mapping[str, tuple[int, int]]


class _Owner(NamedTuple):
    """What has an address, as messages call it, and where its aliases stand."""

    name: str
    called: str
    places: Places
    path: str
    aliases: tuple[str, ...]
    file: str = ""


def same_addresses(briefs: Iterable[Brief], actors: Iterable[Actor], shared: Places) -> list[Problem]:
    """What is wrong with the aliases of ``briefs``, of their proposals and of ``actors``.

    ``shared`` is where the shared actors' keys stand.
    """
    briefs, actors = list(briefs), list(actors)
    problems: list[Problem] = []
    if _any_alias(briefs):
        problems += _taken(_Owner(brief.slug, brief.file, brief.places, "aliases", brief.aliases) for brief in briefs)
    for brief in briefs:
        if _any_alias(brief.proposals.values()):
            problems += _taken(
                _Owner(id_, f'"{id_}"', brief.places, f"proposals.{id_}.aliases", proposal.aliases, brief.file)
                for id_, proposal in brief.proposals.items()
            )
    if not _any_alias(actors):
        return problems
    files = {brief.slug: brief for brief in briefs}
    problems += _taken(
        _Owner(
            actor.id,
            f'"{actor.id}"',
            files[actor.brief].places if actor.brief in files else shared,
            f"actors.{actor.id}.aliases",
            actor.aliases,
            files[actor.brief].file if actor.brief in files else SHARED_ACTORS,
        )
        for actor in actors
    )
    return problems


def _any_alias(owners: Iterable[Brief | Proposal | Actor]) -> bool:
    """Whether there is anything to look at: most things have no earlier names."""
    return any(owner.aliases for owner in owners)


def _taken(owners: Iterable[_Owner]) -> list[Problem]:
    owners = list(owners)
    first = {owner.name: owner.called for owner in owners}
    problems = []
    for owner in owners:
        for alias in owner.aliases:
            if alias in first:
                place = Place(owner.file or owner.called, *owner.places.get(f"{owner.path}.{alias}", (0, 0)))
                found = f'alias "{alias}", which is taken by {first[alias]}'
                problems.append(Problem(place, "same-address", found, "remove it from one of the two"))
            first.setdefault(alias, owner.called)
    return problems
