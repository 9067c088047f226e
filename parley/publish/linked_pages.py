"""The check of links while pages are made, one after the other: what is known of them so far, folded.

A site may have millions of pages, each with some facts for the check (``publish.link_facts``). Kept apart they would
take more memory than the pages' own words; but most of what pages lead to is told by many. So the facts of a stretch of
pages are merged as soon as they are there. Only where something is missing in the end are the pages of a stretch that
leads to it read again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from parley.model.problem import Problem
from parley.publish.link_facts import Facts, leads_to_any, merged, missing, page_facts
from parley.publish.links import link_faults

STRETCH = 2_000  # pages and other files


class LinkedPages:
    """The files of a site as far as links need them: added one by one, then asked once."""

    def __init__(self) -> None:
        self._stretches: list[tuple[list[str], Facts]] = []  # their paths, and their facts as those of one
        self._paths: list[str] = []  # of the stretch that is not full
        self._facts: list[Facts] = []

    def add(self, path: str, facts: Facts) -> None:
        """There is the file ``path``, with these facts."""
        self._paths.append(path)
        self._facts.append(facts)
        if len(self._paths) == STRETCH:
            self._fold()

    def add_all(self, files: Mapping[str, Facts]) -> None:
        """The same for each of ``files``, by path."""
        for path, facts in files.items():
            self.add(path, facts)

    def dead_links(self, site: Mapping[str, bytes], others: Iterable[str]) -> list[Problem]:
        """A warning for each link of the pages that leads nowhere in ``site``, in their order; ``others`` are files
        there that were not added, and are no pages."""
        self._fold()
        lost = missing([*(facts for _, facts in self._stretches), *(page_facts(path, b"") for path in others)])
        return link_faults(
            (path for paths, facts in self._stretches if leads_to_any(facts, lost) for path in paths), site
        )

    def _fold(self) -> None:
        self._stretches.append((self._paths, merged(self._facts)))
        self._paths, self._facts = [], []
