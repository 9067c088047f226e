"""Files for machines: the sitemap and what robots may read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from parley.model.page import Page
from parley.pages.desk import Desk
from parley.pages.machine_views import RobotsView, SitemapEntry, SitemapView
from parley.pages.parts import Frame


def sitemap(desk: Desk, addresses: Mapping[str, str]) -> list[Page]:
    """``sitemap.xml`` and ``robots.txt``. ``addresses`` is path -> day of the last change (ISO, or empty); without an
    address of the site there is no sitemap, since it takes absolute addresses only (sitemaps.org protocol)."""
    top = desk.library.settings.address
    robots = RobotsView(sitemap=f"{top}sitemap.xml" if top else "")
    found = [Page(path="robots.txt", template="robots.txt", view=robots)]
    if top:
        entries = tuple(SitemapEntry(address=f"{top}{path}", changed=day) for path, day in sorted(addresses.items()))
        found.append(Page(path="sitemap.xml", template="sitemap.xml", view=SitemapView(pages=entries)))
    return found


def addresses_of(pages: Iterable[Page], days: Mapping[str, str]) -> dict[str, str]:
    """The indexed HTML pages by address, with the day of their last change where it is known."""
    found = {}
    for page in pages:
        if isinstance(around := getattr(page.view, "frame", None), Frame) and around.indexed:
            path = page.path.removesuffix("index.html")
            found[path] = days.get(path, "")
    return found
