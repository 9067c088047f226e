"""Files for machines: the sitemap and what robots may read.

A sitemap holds 50,000 addresses and 50 MB at most (sitemaps.org protocol). Long before that it is a list of sitemaps,
each with its share of the addresses. Which share an address is in follows from the address alone, so that a new page
changes one of them. The list also holds the sitemaps of the site's editions, while these are sure to be no such lists.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping

from parley.model.page import Page
from parley.pages.desk import Desk
from parley.pages.machine_views import RobotsView, SitemapEntry, SitemapsView, SitemapView
from parley.pages.parts import Frame

MOST_ADDRESSES = 20_000  # of a sitemap, in the mean of all


def sitemap(desk: Desk, addresses: Mapping[str, str]) -> list[Page]:
    """``sitemap.xml``, the sitemaps that it lists where there are several, and ``robots.txt``. ``addresses`` is path ->
    day of the last change (ISO, or empty); without an address of the site there is no sitemap, since it takes absolute
    addresses only (sitemaps.org protocol)."""
    settings = desk.library.settings
    top, found = settings.address, []
    if not settings.within:  # robots look for their file at the top of a site alone, and for all its editions
        others = tuple(f"{top}{lang}/sitemap.xml" for lang in settings.languages) if top else ()
        robots = RobotsView(sitemap=f"{top}sitemap.xml" if top else "", others=others)
        found.append(Page(path="robots.txt", template="robots.txt", view=robots))
    if not top:
        return found
    number = shares(len(addresses))
    languages = () if settings.within or len(addresses) > MOST_ADDRESSES // 2 else settings.languages
    if number == 1 and not languages:
        return [*found, _sitemap(top, "sitemap.xml", addresses)]
    parted: list[dict[str, str]] = [{} for _ in range(number)]
    for path, day in addresses.items():
        parted[share_of(path, number)][path] = day
    listed = (*(f"{top}{_file(at)}" for at in range(number)), *(f"{top}{lang}/sitemap.xml" for lang in languages))
    found.append(Page(path="sitemap.xml", template="sitemaps.xml", view=SitemapsView(sitemaps=listed)))
    return [*found, *(_sitemap(top, _file(at), some) for at, some in enumerate(parted))]


def shares(number: int) -> int:
    """Into how many sitemaps so many addresses go: a power of two, since at each other number nearly all addresses
    would change places whenever there is one sitemap more."""
    return 1 << max(0, -(-number // MOST_ADDRESSES) - 1).bit_length()


def share_of(path: str, number: int) -> int:
    """Which of so many sitemaps an address is in."""
    return zlib.crc32(path.encode()) % number


def _file(at: int) -> str:
    return f"sitemap-{at + 1}.xml"


def _sitemap(top: str, file: str, addresses: Mapping[str, str]) -> Page:
    entries = tuple(SitemapEntry(address=f"{top}{path}", changed=day) for path, day in sorted(addresses.items()))
    return Page(path=file, template="sitemap.xml", view=SitemapView(pages=entries))


def addresses_of(pages: Iterable[Page]) -> list[str]:
    """The addresses of those ``pages`` that are to be found: HTML that no frame keeps from robots."""
    return [page.path.removesuffix("index.html") for page in pages if is_indexed(page)]


def is_indexed(page: Page) -> bool:
    """Whether ``page`` is HTML that robots may find."""
    around = getattr(page.view, "frame", None)
    return isinstance(around, Frame) and around.indexed
