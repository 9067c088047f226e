"""What belongs together: the briefs of a topic, the actors of a brief, the briefs of a month.

Each is worked out in one walk over the library and then looked up by key, so that a page which needs its own few never
walks over all. Without it, every page of a site costs more with each brief that is added anywhere.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from parley.model.brief import Brief
from parley.model.insight import Insights
from parley.model.library import Library


class Shelves:
    """The look-ups back that page makers share; ``Desk`` is made of it."""

    def __init__(self, library: Library, found: Insights) -> None:
        self.library = library
        self.found = found

    @cached_property
    def newest(self) -> tuple[Brief, ...]:
        """All briefs, the one that changed last first."""
        return tuple(sorted(self.library.briefs.values(), key=lambda brief: brief.updated.order, reverse=True))

    @cached_property
    def first_coming(self) -> Mapping[str, str]:
        """Brief -> the soonest of its next steps that is still to come."""
        found: dict[str, str] = {}
        for step in self.found.coming:
            found.setdefault(step.partition("/")[0], step)
        return found
