"""Briefs that an editor should look at again."""

from __future__ import annotations

from collections.abc import Iterator

from parley.derive.problems.places import place_in
from parley.model.insight import Happening, Insights
from parley.model.library import Library
from parley.model.problem import Problem


def of_briefs(library: Library, found: Insights) -> Iterator[Problem]:
    """The briefs past their review or their end (one that has ended needs no review), and those that tell of later
    things than they say they know of."""
    due = set(found.stale)
    yield from _ahead_of_themselves(library, found)
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


def _ahead_of_themselves(library: Library, found: Insights) -> Iterator[Problem]:
    newest: dict[str, Happening] = {}
    for happening in found.timeline:
        if happening.kind != "step" and happening.date.first <= found.day:
            newest[happening.brief] = happening  # the timeline is in the order of time
    for slug, brief in library.briefs.items():
        if (last := newest.get(slug)) and last.date.first > brief.updated.last:
            yield Problem(
                place_in(brief, "as_of" if brief.as_of else "updates" if brief.updates else "published"),
                "update-missing",
                f"something dated {last.date}, but readers are told that this brief ends on {brief.updated}",
                'add an entry to "updates" that says what is new',
                "warning",
            )
