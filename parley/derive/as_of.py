"""The library as it stood on a day: without what is dated later, and without a trace of it.

Dated later means that the first day a date may mean comes after the day. What is decided here where the
format is silent:

- A next step is planned ahead, so its own date does not say when it became known. It goes with its brief, and
  it is left out while none of the proposals it is about has been made, or none of its sources has appeared
  (where all of them are dated). ``answer_by``, ``review_by`` and ``expires`` are plans too, and stay.
- An outcome without a date is taken to be known once the step's date has passed; that of an open span, once
  begun.
- What is left out leaves no id behind: references to it go; a condition that names it becomes free text, the
  words of its id; an answer to it goes with it. Items of lists move up, as if the later ones had been deleted
  by hand.
- An override of a status has no date and stays.

Prose has no date either and may mention what is left out: whoever makes links must look whether their ends
exist.
"""

from __future__ import annotations

import datetime as dt

from parley.derive.cast import with_cast
from parley.derive.later import Gone, has_later, is_later, is_unknown
from parley.derive.trimmed import brief_without
from parley.model.keys import Noun
from parley.model.library import Library
from parley.model.library import library as library_of


class AsOf(Noun, frozen=True, kw_only=True):
    """A library as it stood on a day: ``now``, which is the ``whole`` but for what is ``gone``."""

    day: dt.date
    whole: Library
    gone: Gone | None  # nothing is later than the day
    now: Library


def as_of(library: Library, day: dt.date) -> AsOf:
    """``library`` without what is dated after ``day``; the same object where nothing is."""
    if not any(has_later(brief, day) for brief in library.briefs.values()):
        return AsOf(day=day, whole=library, gone=None, now=library)
    gone = _gone(library, day)
    kept = [brief for slug, brief in library.briefs.items() if slug not in gone.briefs]
    shared, briefs = with_cast(library, [brief_without(brief, gone) for brief in kept])
    now = library_of(library.settings, shared, briefs, sections=library.sections)
    return AsOf(day=day, whole=library, gone=gone, now=now)


def library_as_of(library: Library, day: dt.date) -> Library:
    """``library`` without what is dated after ``day``; the same object where nothing is."""
    return as_of(library, day).now


def _gone(library: Library, day: dt.date) -> Gone:
    """What of ``library`` is not known on ``day``."""
    briefs = {slug for slug, brief in library.briefs.items() if is_later(brief.published, day)}
    proposals = {id_ for id_, it in library.proposals.items() if it.brief in briefs or is_later(it.date, day)}
    sources: set[str] = set()
    known_sources: set[str] = set()
    for brief in library.briefs.values():
        for source in brief.sources.values():
            later = brief.slug in briefs or is_later(source.date, day)
            (sources if later else known_sources).add(source.id)
    steps = {id_ for id_, it in library.steps.items() if it.brief in briefs or is_unknown(it, proposals, sources)}
    known = (library.proposals.keys() - proposals) | (library.steps.keys() - steps)
    conditions = (proposals | steps) - known  # a proposal and a step may share an id
    return Gone(
        day=day,
        briefs=frozenset(briefs),
        proposals=frozenset(proposals),
        steps=frozenset(steps),
        sources=frozenset(sources),
        conditions=frozenset(conditions),
        items=frozenset((conditions | sources) - known - known_sources),
    )
