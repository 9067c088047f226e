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


def addresses_of(pages: Iterable[Page]) -> list[str]:
    """The addresses of those ``pages`` that are to be found: HTML that no frame keeps from robots."""
    return [page.path.removesuffix("index.html") for page in pages if is_indexed(page)]


def is_indexed(page: Page) -> bool:
    """Whether ``page`` is HTML that robots may find."""
    around = getattr(page.view, "frame", None)
    return isinstance(around, Frame) and around.indexed
