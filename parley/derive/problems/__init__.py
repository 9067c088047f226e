"""What an editor must know before readers see it: contradictions in what was typed, and work that is due.

Each is a located problem. An error is what cannot be true, or what leaves the status a guess; a warning is
what may well be meant. References to things that do not exist are no matter of this room: the reader of the
files tells them.
"""

from __future__ import annotations

from parley.derive.problems.actors import of_actors
from parley.derive.problems.answers import of_answers
from parley.derive.problems.briefs import of_briefs
from parley.derive.problems.proposals import of_proposals
from parley.derive.problems.same_day import of_same_day
from parley.derive.problems.sourcing import of_sourcing
from parley.derive.problems.steps import of_steps
from parley.derive.problems.unused import of_terms, of_unused
from parley.derive.problems.wording import of_wording
from parley.model.brief import Brief
from parley.model.insight import Insights
from parley.model.library import Library
from parley.model.problem import Problem


def doubts(library: Library, found: Insights) -> list[Problem]:
    """The problems of ``library`` by file, line and column.

    ``library`` is the whole one, so that no mistake hides behind a day; ``found`` are the insights of the
    day, which tell what is due and where things stand.
    """
    return sorted(
        [
            *of_actors(library),
            *of_answers(library, found),
            *of_briefs(library, found),
            *of_proposals(library, found),
            *of_same_day(library),
            *of_steps(library, found),
        ]
    )


def advice(library: Library) -> list[Problem]:
    """What an editor would mark in ``library``, each a warning: claims without a source, a no without a reason, what
    is too long, takes sides, or is defined and never used."""
    told = (problem for brief in library.briefs.values() for problem in advice_on(library, brief))
    return sorted([*told, *of_unused(library)])


def advice_on(library: Library, brief: Brief) -> list[Problem]:
    """The part of :func:`advice` that follows from ``brief`` alone: all but actors that are never used."""
    return [*of_sourcing(library, brief), *of_terms(brief), *of_wording(library, brief)]
