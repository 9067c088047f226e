"""Who was involved where: what each actor did and was asked, over all briefs, worked out in one walk over them."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from parley.model.brief import NextStep
from parley.model.library import Library
from parley.model.proposal import Answer, Proposal
from parley.model.sides import sides_of
from parley.words.tongue import counted


class Involved(msgspec.Struct):
    """What an actor did and was asked, over all briefs; a side also has what its speakers did."""

    briefs: dict[str, None] = {}
    made: dict[str, None] = {}
    received: dict[str, None] = {}
    said: dict[str, Answer] = {}
    heard: dict[str, Answer] = {}  # answers to what it proposed
    steps: dict[str, None] = {}
    met: dict[str, int] = {}  # the other actors, and how many exchanges there were

    @property
    def counts(self) -> str:
        """How much there is: "3 briefs · 2 proposals made · 4 answers"."""
        parts = [
            counted(len(self.briefs), "brief", "briefs") if self.briefs else "",
            counted(len(self.made), "proposal made", "proposals made") if self.made else "",
            counted(len(self.said), "answer", "answers") if self.said else "",
        ]
        return " · ".join(filter(None, parts))


def involvement(library: Library) -> dict[str, Involved]:
    """Actor -> what it did and was asked; everyone in the library has an entry."""
    found = {actor: Involved() for actor in library.actors}
    for brief in library.briefs.values():
        for actor in brief.who:
            found[actor].briefs[brief.slug] = None
    for proposal in library.proposals.values():
        _proposal(library, found, proposal)
    for answers in library.answers.values():
        for answer in answers:
            _answer(library, found, answer)
    for step in library.steps.values():
        for actor in rolled(library, step.who or _concerned(library, step)):
            found[actor].steps[step.id] = None
            found[actor].briefs[step.brief] = None
    return found


def rolled(library: Library, actors: tuple[str, ...]) -> list[str]:
    """``actors`` with the sides they speak for, each once."""
    return list(dict.fromkeys([*actors, *(library.side(actor) for actor in actors)]))


def _concerned(library: Library, step: NextStep) -> tuple[str, ...]:
    """Who is concerned by a step of which nobody said who takes part: the sides of what it is about."""
    about = (library.proposals[item] for item in step.about)
    return tuple(actor for proposal in about for actor in (*proposal.by, *proposal.to))


def _proposal(library: Library, found: dict[str, Involved], proposal: Proposal) -> None:
    by, to = rolled(library, proposal.by), rolled(library, proposal.to)
    for actor in by:
        found[actor].made[proposal.id] = None
        _meet(found[actor], (other for other in to if other not in by))
    for actor in to:
        found[actor].received[proposal.id] = None
        _meet(found[actor], (other for other in by if other not in to))
    for actor in {*by, *to}:
        found[actor].briefs[proposal.brief] = None


def _answer(library: Library, found: dict[str, Involved], answer: Answer) -> None:
    by = list(dict.fromkeys([*answer.by, *sides_of(library, answer)]))
    proposal = library.proposals[answer.of]
    to = rolled(library, proposal.by)
    for actor in by:
        found[actor].said[answer.id] = answer
        found[actor].briefs[answer.brief] = None
        _meet(found[actor], (other for other in to if other not in by))
    for actor in to:
        found[actor].heard[answer.id] = answer
        _meet(found[actor], (other for other in by if other not in to))


def _meet(involved: Involved, others: Iterable[str]) -> None:
    for other in others:
        involved.met[other] = involved.met.get(other, 0) + 1
