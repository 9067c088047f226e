"""All pages of one kind, whatever units they are in: those of a list with all months and letters, or all feeds."""

from __future__ import annotations

from collections.abc import Callable

from parley.model.page import Page
from parley.pages.desk import Desk
from parley.pages.every import unit_names, unit_pages


def _of(*owners: str) -> Callable[[Desk], list[Page]]:
    """The pages of the units of ``owners``, and of the drawers of their lists."""

    def pages(desk: Desk) -> list[Page]:
        names = (name for name in unit_names(desk) if _owner(name) in owners)
        return [page for name in names for page in unit_pages(desk, name)]

    return pages


def _owner(name: str) -> str:
    kind, _, key = name.partition("/")
    return _owner(key.split("/", 2)[2]) if kind == "drawer" else kind


def _by(*templates: str) -> Callable[[Desk], list[Page]]:
    """All pages that take one of ``templates``."""

    def pages(desk: Desk) -> list[Page]:
        every = (page for name in unit_names(desk) for page in unit_pages(desk, name))
        return [page for page in every if page.template in templates]

    return pages


home_pages, actors_pages, timeline_pages, next_pages = _of("home"), _of("actors"), _of("timeline"), _of("next")
about_pages, search_pages, data_pages = _of("about"), _of("search", "letter"), _of("data")
feed_pages, calendar_pages, card_pages = _by("feed.xml", "feed.json"), _by("calendar.ics"), _by("card.png")


def topic_pages(desk: Desk) -> list[Page]:
    """The pages of all topics, without their feeds."""
    return [page for page in _of("topic")(desk) if page.template != "feed.xml"]
