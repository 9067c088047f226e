"""Everything that is mentioned by id must exist: checked once over the whole site, with the nearest right word.

A word that is misspelt is told wherever it stands. What was never defined is told once in a file, for it is one fault.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial

import msgspec

from parley.model.actor import Actor
from parley.model.brief import Brief, Reference
from parley.model.keys import Kind
from parley.model.problem import Mend, Place, Problem, quoted
from parley.model.schema import shape
from parley.read.mends import word_replaced
from parley.read.nearest import Words
from parley.read.values import odd_letter
from parley.read.wording import did_you_mean

Names = Mapping[str, tuple[str, ...]]
MOST_COMPARED = 100_000  # words looked at for one file: looking for the nearest takes a while on a large site
WHAT = {
    Kind.ACTOR: "actor",
    Kind.PROPOSAL: "proposal",
    Kind.SOURCE: "source",
    Kind.BRIEF: "brief",
    Kind.CONDITION: "proposal or next step",
    Kind.ITEM: "item",
}


class Known(msgspec.Struct, frozen=True):
    """What may be mentioned: full id -> the names it goes by."""

    actors: Names
    proposals: Names
    steps: Names
    sources: Names
    briefs: Names
    drafts: frozenset[str] = frozenset()  # slugs of briefs that are not built
    suspected: frozenset[str] = frozenset()  # ids that stand in files that could not be read to their end
    actors_lost: bool = False  # whether a file with actors could not be read at all


def known(
    actors: Iterable[Actor],
    briefs: Iterable[Brief],
    drafts: Iterable[str] = (),
    suspected: Iterable[str] = (),
    actors_lost: bool = False,
) -> Known:
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
        actors_lost=actors_lost,
    )


def dangling(
    file: str, slug: str, references: Iterable[Reference], world: Known, lines: Callable[[], Sequence[str]] = tuple
) -> list[Problem]:
    """The references of one file (of brief ``slug``) that lead nowhere; its ``lines`` are for the mends, and are asked
    for only where something leads nowhere."""
    places: dict[tuple[Kind, str], list[Place]] = {}
    for reference in references:
        if not stands(reference, slug, world):
            place = Place(file, reference.line, reference.column)
            places.setdefault((reference.kind, reference.to), []).append(place)
    if not places:
        return []
    search = _Search(slug, world)
    typed = lines()
    problems = []
    for (kind, to), found in places.items():
        code, what, expected, meant = search.fault(kind, to)
        if meant:
            mend = partial(_mend, typed, slug, to, meant[0] if len(meant) == 1 else "")
            problems += [Problem(place, code, what, expected, mend=mend(place)) for place in found]
        else:
            others = ", ".join(dict.fromkeys(str(place.line) for place in found[1:6]))
            more = f" (also on line {others}{' and more' if len(found) > 6 else ''})" if others else ""
            problems.append(Problem(found[0], code, f"{what}{more}", expected))
    return problems


def _mend(lines: Sequence[str], slug: str, to: str, meant: str, place: Place) -> Mend:
    """The line at ``place`` with the id that was meant, where that is one."""
    typed = (to.removeprefix(f"{slug}/"), to, to.lstrip("/")) if meant else ()
    found = (word_replaced(lines, place.line, place.column, word, meant) for word in dict.fromkeys(typed) if word)
    return next(filter(None, found), Mend())


def stands(reference: Reference, slug: str, world: Known) -> bool:
    """Whether a reference leads somewhere, or may do so once other problems are mended."""
    to = reference.to
    if world.suspected and {to.rpartition("/")[2], to.partition("/")[0]} & world.suspected:
        return True
    match reference.kind:
        case Kind.ACTOR:
            return to in world.actors or world.actors_lost
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


class _Search:
    """What a reference of one file may have meant, if it leads nowhere."""

    def __init__(self, slug: str, world: Known) -> None:
        self.slug = slug
        self.world = world
        self.left = MOST_COMPARED
        self.names: dict[Kind, Names] = {}
        self.words: dict[tuple[Kind, bool], Words] = {}
        self.otherwise: dict[Kind, str] = {}

    def fault(self, kind: Kind, to: str) -> tuple[str, str, str, tuple[str, ...]]:
        """Code, what was found, what was expected, and the words that may have been meant."""
        home, slash, local = to.partition("/")
        typed = local if home == self.slug else to.lstrip("/")
        if kind is not Kind.ACTOR and home in self.world.drafts and home != self.slug:
            found = f"{quoted(typed)}, which is in a draft" if slash else f"{quoted(typed)}, which is a draft"
            return "leads-to-draft", found, "publish the draft, or build with --drafts", ()
        code, found = f"unknown-{WHAT[kind].split()[0]}", f"unknown {WHAT[kind]} {quoted(typed)}{odd_letter(typed)}"
        if kind not in self.names:
            self.names[kind] = self._candidates(kind)
            self.otherwise[kind] = self._otherwise(kind)
        near = self._near(kind, typed.strip("[]^"), to)
        if question := did_you_mean(near):
            return code, found, question, near
        return code, found, self.otherwise[kind], ()

    def _near(self, kind: Kind, typed: str, to: str) -> tuple[str, ...]:
        """The nearest ids, as they would be typed in this brief: its own first, then those of any brief."""
        names = self.names[kind]
        self.left -= len(names)
        if self.left < 0:
            return ()
        if near := self._words(kind, own=True).nearby(typed):
            return near
        if "/" in to and (near := self._words(kind, own=False).nearby(to)):
            return tuple(word.removeprefix(f"{self.slug}/") for word in near)
        return tuple(key for key in names if key.rpartition("/")[2] == typed)

    def _words(self, kind: Kind, *, own: bool) -> Words:
        if (kind, own) not in self.words:
            self.words[kind, own] = Words(self._own(kind) if own else self.names[kind])
        return self.words[kind, own]

    def _own(self, kind: Kind) -> Names:
        """Those that can be mentioned without naming another brief, as they are typed."""
        home = f"{self.slug}/"
        return {
            key.removeprefix(home): names
            for key, names in self.names[kind].items()
            if "/" not in key or key.startswith(home)
        }

    def _candidates(self, kind: Kind) -> Names:
        """All that a reference might have meant."""
        world = self.world
        match kind:
            case Kind.ACTOR:
                return world.actors
            case Kind.BRIEF:
                return world.briefs
            case Kind.PROPOSAL:
                return world.proposals
            case Kind.SOURCE:
                return {key: names for key, names in world.sources.items() if key.startswith(f"{self.slug}/")}
            case Kind.CONDITION:
                return {**world.proposals, **world.steps}
            case _:
                sections: Names = {f"{self.slug}/{key}": () for key in shape(Brief).fields}
                return {**world.proposals, **world.steps, **world.sources, **sections}

    def _otherwise(self, kind: Kind) -> str:
        """What to do where no other word was meant."""
        if kind is Kind.ACTOR:
            return "add the actor to briefs/actors.yaml, or to a brief under actors"
        if kind is Kind.SOURCE and not self.slug:
            return "sources stand in briefs and are cited there; leave the citation out"
        own = list(self._own(kind))[:6]
        if kind in (Kind.SOURCE, Kind.BRIEF):
            return f"there are {', '.join(own)}" if own else "there are none yet"
        here = f"here there are {', '.join(own)}; " if own and self.slug else ""
        phrase = "; a condition in plain words has two words or more" if kind is Kind.CONDITION else ""
        return f'{here}write "brief/id" for one of another brief{phrase}'
