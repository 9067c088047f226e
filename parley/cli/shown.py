"""How far a build has come, in the values that the preview understands."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from parley.cli.excerpts import Excerpts
from parley.cli.explained import explained
from parley.model.problem import Place
from parley.preview import Built, Draft, Near, Shown, Spot

if TYPE_CHECKING:
    from parley.model.brief import Brief
    from parley.model.problem import Problem
    from parley.site.live import Stage

EXCERPTED = 100  # problems, of which a tab is sent no more either
AROUND = 2  # lines before and after the place of a problem


def shown(root: Path, stage: Stage, note: str, rest: Iterator[Built | None] | None = None) -> Built:
    """What the preview shows at a ``stage`` of a build, whose ``rest`` follows; the sources are read below ``root``."""
    from parley.pages.origins import origins

    library = stage.library

    def spots(page: str) -> Mapping[str, Spot]:
        found = origins(library, page) if library else {}
        return {anchor: _spot(place) for anchor, place in found.items()}

    return Built(
        stage.site,
        None if stage.problems is None else problems_shown(root, stage.problems),
        note,
        spots,
        tuple(_draft(brief) for brief in stage.drafts),
        mark="" if stage.site is None else stage.site.mark,
        rest=rest,
        editions=None if library is None else tuple(f"{lang}/" for lang in library.settings.languages),
    )


def problems_shown(root: Path, problems: Sequence[Problem]) -> tuple[Shown, ...]:
    """``problems`` with the lines around the most severe of them: nobody is shown more."""
    excerpts, nothing = Excerpts(root), Excerpts(Path(os.devnull))
    worst = sorted(range(len(problems)), key=lambda at: problems[at].severity != "error")[:EXCERPTED]
    near = dict.fromkeys(worst, excerpts)
    return tuple(_problem(near.get(at, nothing), problem) for at, problem in enumerate(problems))


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
