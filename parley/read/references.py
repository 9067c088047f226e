"""Everything that is mentioned by id must exist: checked once over the whole site, with the nearest right word."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from parley.model.actor import Actor
from parley.model.brief import Brief, Reference
from parley.model.keys import Kind
from parley.model.problem import Place, Problem
from parley.read.nearest import nearest_of
from parley.read.schema import shape

Names = Mapping[str, tuple[str, ...]]


class Known(msgspec.Struct, frozen=True):
    """What may be mentioned: full id -> the names it goes by."""

    actors: Names
    proposals: Names
    steps: Names
    sources: Names
    briefs: Names
    drafts: frozenset[str] = frozenset()  # slugs of briefs that are not built
    suspected: frozenset[str] = frozenset()  # ids that stand in files that could not be read to their end


def known(actors: Iterable[Actor], briefs: Iterable[Brief], drafts: Iterable[str], suspected: Iterable[str]) -> Known:
    """All that ``actors`` and ``briefs`` define."""
    briefs = list(briefs)
    return Known(
        actors={actor.id: (actor.name or "", *(actor.aka or ())) for actor in actors},
        proposals={item.id: (item.title or "",) for brief in briefs for item in brief.proposals.values()},
        steps={item.id: (item.title or "",) for brief in briefs for item in brief.next_steps.values()},
        sources={item.id: () for brief in briefs for item in brief.sources.values()},
        briefs={brief.slug: (brief.title or "",) for brief in briefs},
        drafts=frozenset(drafts),
        suspected=frozenset(suspected),
    )


def dangling(file: str, slug: str, references: Iterable[Reference], world: Known) -> list[Problem]:
    """The references of one file (of brief ``slug``) that lead nowhere."""
    problems = []
    for reference in references:
        if problem := _problem(reference, slug, world):
            code, found, expected = problem
            problems.append(Problem(Place(file, reference.line, reference.column), code, found, expected))
    return problems


def _problem(reference: Reference, slug: str, world: Known) -> tuple[str, str, str] | None:
    to = reference.to
    if (
        _exists(reference, slug, world)
        or to.rpartition("/")[2] in world.suspected
        or to.partition("/")[0] in world.suspected
    ):
        return None
    home, _, local = to.partition("/")
    typed = local if home == slug else to.lstrip("/")
    what = {
        Kind.ACTOR: "actor",
        Kind.PROPOSAL: "proposal",
        Kind.SOURCE: "source",
        Kind.BRIEF: "brief",
        Kind.CONDITION: "proposal or next step",
        Kind.ITEM: "item",
    }[reference.kind]
    code = f"unknown-{what.split()[0]}"
    if (home if "/" in to else to) in world.drafts and home != slug:
        return "leads-to-draft", f'"{typed}", which is in a draft', "publish the draft, or build with --drafts"
    found = f'unknown {what} "{typed}"'
    names = _candidates(reference, slug, world)
    if near := _near(typed, to, slug, names):
        return code, found, f'did you mean "{near}"?'
    return code, found, _expected(reference.kind, slug, names)


def _exists(reference: Reference, slug: str, world: Known) -> bool:
    to = reference.to
    match reference.kind:
        case Kind.ACTOR:
            return to in world.actors
        case Kind.BRIEF:
            return to in world.briefs
        case Kind.PROPOSAL:
            return to in world.proposals
        case Kind.SOURCE:
            return to in world.sources and to.startswith(f"{slug}/")
        case Kind.CONDITION:
            return to in world.proposals or to in world.steps
        case _:
            items = to in world.proposals or to in world.steps or to in world.sources
            return items or (to.startswith(f"{slug}/") and to.removeprefix(f"{slug}/") in shape(Brief).fields)


def _candidates(reference: Reference, slug: str, world: Known) -> Names:
    """All that the reference might have meant; only asked where it leads nowhere."""
    match reference.kind:
        case Kind.ACTOR:
            return world.actors
        case Kind.BRIEF:
            return world.briefs
        case Kind.PROPOSAL:
            return world.proposals
        case Kind.SOURCE:
            return {key: names for key, names in world.sources.items() if key.startswith(f"{slug}/")}
        case Kind.CONDITION:
            return {**world.proposals, **world.steps}
        case _:
            return {**world.proposals, **world.steps, **world.sources, **dict.fromkeys(_sections(slug), ())}


def _sections(slug: str) -> list[str]:
    """The keys of a brief, as what a correction or an update may name."""
    return [f"{slug}/{key}" for key in shape(Brief).fields]


def _near(typed: str, to: str, slug: str, names: Names) -> str | None:
    """The nearest id, as it would be typed in this brief: one of its own first, then one of any brief."""
    own = {
        key.removeprefix(f"{slug}/"): value
        for key, value in names.items()
        if key.startswith(f"{slug}/") or "/" not in key
    }
    if near := nearest_of(typed, own):
        return near
    if near := nearest_of(to, names):
        return near.removeprefix(f"{slug}/")
    elsewhere = [key for key in names if key.rpartition("/")[2] == typed]
    return elsewhere[0] if len(elsewhere) == 1 else None


def _expected(kind: Kind, slug: str, names: Names) -> str:
    if kind is Kind.ACTOR:
        return "add the actor to briefs/actors.yaml, or to this brief under actors"
    if kind is Kind.SOURCE and not slug:
        return "shared actors have no sources of their own; leave the citation out"
    own = [key.removeprefix(f"{slug}/") for key in names if key.startswith(f"{slug}/") or "/" not in key][:6]
    if kind in (Kind.PROPOSAL, Kind.CONDITION, Kind.ITEM) and slug:
        here = f"here there are {', '.join(own)}; " if own else ""
        return f'{here}write "brief/id" for one of another brief'
    return f"there are {', '.join(own)}" if own else "there are none yet"
