"""The library of a folder and that of the day, kept from one build to the next: an edit exchanges what it touches."""

from __future__ import annotations

import datetime as dt

from parley.derive import AsOf, as_of, as_of_after
from parley.model.brief import Brief
from parley.model.edited import library_after
from parley.model.library import Library, library
from parley.read.content import Content
from parley.site.work import addressed


class KeptLibraries:
    """The libraries of one edition; with an ``address``, the site is to be found there, whatever its settings say."""

    def __init__(self, address: str) -> None:
        self._address = address
        self._read: Content | None = None
        self._known: AsOf | None = None

    def known(self, read: Content, day: dt.date) -> AsOf:
        """All that was ``read``, and what of it is known on ``day``."""
        self._known = self._after(read, day) or as_of(self._whole(read), day)
        self._read = read
        return self._known

    def _after(self, read: Content, day: dt.date) -> AsOf | None:
        """The same by way of what there was before; ``None`` where that leads nowhere."""
        before, known = self._read, self._known
        if before is None or known is None or known.day != day:
            return None
        if (edits := _edits(before, read)) is None or (whole := library_after(known.whole, edits)) is None:
            return None
        return as_of_after(known, whole, edits)

    def _whole(self, read: Content) -> Library:
        settings = addressed(read.settings, self._address)
        return library(settings, read.actors, read.briefs, read.places, read.sections)


def _edits(before: Content, after: Content) -> list[tuple[Brief, Brief]] | None:
    """The briefs that are other objects, where they are the same by name and nothing else has changed."""
    if any(getattr(before, field) != getattr(after, field) for field in ("settings", "actors", "sections", "places")):
        return None
    if len(before.briefs) != len(after.briefs):
        return None
    edits = [both for both in zip(before.briefs, after.briefs, strict=True) if both[0] is not both[1]]
    return edits if all(old.slug == new.slug for old, new in edits) else None
