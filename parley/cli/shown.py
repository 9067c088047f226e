"""What came of a build, in the values that the preview understands."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from parley.cli.excerpts import Excerpts
from parley.cli.explained import explained
from parley.model.problem import Place
from parley.preview import Built, Draft, Near, Shown, Spot

if TYPE_CHECKING:
    from parley.model.brief import Brief
    from parley.model.problem import Problem
    from parley.site import Built as Made

AROUND = 2  # lines before and after the place of a problem


def shown(root: Path, made: Made, note: str) -> Built:
    """What the preview shows of ``made``; the sources are read below ``root``."""
    from parley.pages.origins import origins

    excerpts = Excerpts(root)
    problems = tuple(_problem(excerpts, problem) for problem in made.problems)
    places = origins(made.library) if made.library else {}
    drafts = tuple(_draft(brief) for brief in made.drafts)
    return Built(made.site, problems, note, {key: _spot(place) for key, place in places.items()}, drafts)


def _problem(excerpts: Excerpts, problem: Problem) -> Shown:
    place = problem.place
    found = excerpts.around(problem, before=AROUND, after=AROUND)
    near = (
        tuple(
            Near(line.number, line.text, "at", found.column) if line.number == found.line else Near(*line)
            for line in found.lines
        )
        if found
        else ()
    )
    return Shown(
        place.file,
        place.line,
        place.column,
        problem.severity,
        problem.found,
        cure=problem.expected,
        near=near,
        mend=_mend(excerpts, problem),
        code=problem.code if explained(problem.code) else "",
    )


def _mend(excerpts: Excerpts, problem: Problem) -> tuple[Near, ...]:
    """The lines to go and those to come in their place."""
    mend = problem.mend
    if not mend:
        return ()
    less = [Near(line.number, line.text, "-") for line in excerpts.numbered(problem.place.file, mend.first, mend.last)]
    more = [Near(mend.first + at, text, "+") for at, text in enumerate(mend.text.split("\n"))]
    return (*less, *more)


def _spot(place: Place) -> Spot:
    return Spot(place.file, max(place.line, 1), max(place.column, 1))


def _draft(brief: Brief) -> Draft:
    from parley.pages.here import brief_path, embed_path, proposal_path

    paths = (brief_path(brief.slug), *(at(f"{brief.slug}/").rstrip("/") + "/" for at in (proposal_path, embed_path)))
    return Draft(brief.title or brief.slug, paths, Spot(brief.file))
