"""Briefs that an editor should look at again."""

from __future__ import annotations

from collections.abc import Iterator

from parley.derive.problems.places import place_in
from parley.model.insight import Insights
from parley.model.library import Library
from parley.model.problem import Problem


def of_briefs(library: Library, found: Insights) -> Iterator[Problem]:
    """The briefs past their review or their end. One that has ended needs no review."""
    due = set(found.stale)
    for slug, brief in library.briefs.items():
        if slug in found.expired:
            yield Problem(
                place_in(brief, "expires"),
                "brief-expired",
                f'"{slug}" expired on {brief.expires}',
                'check whether it still helps readers; then set a later "expires" or leave it as it is',
                "warning",
            )
        elif brief.review_by and slug in due:
            yield Problem(
                place_in(brief, "review_by"),
                "review-due",
                f'"{slug}" was to be reviewed by {brief.review_by}',
                'look at it again, then set a later "review_by" or take it out',
                "warning",
            )
