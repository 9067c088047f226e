"""One unit made: the way from a desk to bytes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from parley.model.page import Page
from parley.model.problem import Problem
from parley.pages.desk import Desk
from parley.pages.every import unit_pages
from parley.pages.machines import is_indexed
from parley.pages.watched import WatchedDesk
from parley.publish.budgets import load_faults
from parley.publish.link_facts import page_facts
from parley.render.pages import page_bytes
from parley.render.theme import Theme
from parley.site.made import Made, MadeFile, Mark, view_mark
from parley.site.memory import digest_of

Known = Mapping[str, Mapping[str, Mark]]  # unit -> path -> the mark of a file whose bytes are at hand


class Bench:
    """All that units are made with. Files that are ``known`` need no bytes; with ``watch``, what each unit looks up is
    noted."""

    def __init__(self, desk: Desk, theme: Theme, known: Known | None = None, *, watch: bool = False):
        self.desk, self.theme = desk, theme
        self.known: Known = known or {}
        self.watch = watch

    def made(self, unit: str) -> Made:
        """The unit of that name."""
        if not self.watch:
            return self.made_of(unit, unit_pages(self.desk, unit))
        watch = WatchedDesk(self.desk)
        pages = unit_pages(watch, unit)
        return self.made_of(unit, pages, {table: frozenset(keys) for table, keys in watch.looks.items() if keys})

    def made_of(self, unit: str, pages: Iterable[Page], reads: Mapping[str, frozenset[str]] = {}) -> Made:
        """The unit that consists of ``pages``, for which ``reads`` (table -> keys) were looked up."""
        files, faults = [], []
        known = self.known.get(unit, {})
        for page in pages:
            view = view_mark(page)
            body = None if known.get(page.path) == view else page_bytes(page, self.theme)
            if isinstance(body, Problem):
                faults.append(body)
            else:
                files.append(_file(page, view, body))
        return Made(unit, tuple(files), tuple(faults), dict(reads))


def _file(page: Page, view: Mark, body: bytes | None) -> MadeFile:
    if body is None:
        return MadeFile(page.path, view, None, is_indexed(page))
    loads, facts = tuple(load_faults(page.path, body)), page_facts(page.path, body)
    return MadeFile(page.path, view, body, is_indexed(page), digest_of(body), loads, facts)
