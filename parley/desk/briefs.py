"""Briefs to look at again, drafts, and what is left to write."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from parley.desk.row import Row, row
from parley.model.insight import Insights
from parley.model.library import Library
from parley.model.places import place_in
from parley.model.problem import Problem
from parley.words.todo import TodoKind, has_expired, is_draft, to_review

# Kinds that are problems as well, by code: what is told of them is what `check` tells.
TOLD: dict[str, TodoKind] = {"claim-without-source": "unsourced", "todo": "todo"}


def of_reviews(library: Library, found: Insights) -> Iterator[Row]:
    """One row for each brief past its end or its review; one that has ended needs no review."""
    for slug in dict.fromkeys([*sorted(found.expired), *found.stale]):
        brief = library.briefs[slug]
        if slug in found.expired and brief.expires:
            due, key = brief.expires, "expires"
            told = has_expired(brief, due, (found.day - due.last).days)
        elif brief.review_by:
            due, key = brief.review_by, "review_by"
            told = to_review(brief, due, (found.day - due.last).days)
        else:
            continue
        days = (found.day - due.last).days
        yield row("review", told, place_in(brief, key), slug, library, due.last, days, tuple(brief.who))


def of_drafts(whole: Library, found: Insights) -> Iterator[Row]:
    """One row for each draft, be its date to come."""
    for slug, brief in whole.briefs.items():
        if brief.draft:
            since = brief.published.first
            days = (found.day - since).days
            told = is_draft(brief, days)
            yield row("drafts", told, place_in(brief, "draft"), slug, whole, since, days, tuple(brief.who))


def of_problems(whole: Library, problems: Sequence[Problem]) -> Iterator[Row]:
    """One row for each problem of a kind that the desk lists. Nothing is known of whom it concerns."""
    by_file = {brief.file: brief for brief in whole.briefs.values()}
    for problem in problems:
        if kind := TOLD.get(problem.code):
            brief = by_file.get(problem.place.file)
            yield Row(
                kind=kind,
                what=f"{problem.found[:1].upper()}{problem.found[1:]}.",
                place=problem.place,
                brief=brief.slug if brief else "",
                draft=bool(brief and brief.draft),
            )
