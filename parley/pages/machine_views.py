"""What the templates of files for machines may see: sitemap, robots, redirects, feeds."""

from parley.model.keys import Noun


class SitemapView(Noun, frozen=True, kw_only=True):
    """sitemap.xml"""

    pages: tuple["SitemapEntry", ...]


class SitemapsView(Noun, frozen=True, kw_only=True):
    """sitemaps.xml: the list of sitemaps, where there are several"""

    sitemaps: tuple[str, ...]  # their addresses


class SitemapEntry(Noun, frozen=True, kw_only=True):
    """An address with the day of its last change."""

    address: str
    changed: str


class RobotsView(Noun, frozen=True, kw_only=True):
    """robots.txt"""

    sitemap: str
    others: tuple[str, ...] = ()  # those of the editions in further languages


class RedirectView(Noun, frozen=True, kw_only=True):
    """redirect.html: an earlier address of a brief."""

    title: str
    href: str
    canonical: str
    lang: str


class FeedEntry(Noun, frozen=True, kw_only=True):
    """One dated change."""

    id: str  # a URN that stays the same
    title: str
    url: str
    date: str  # RFC 3339
    summary: str


class FeedView(Noun, frozen=True, kw_only=True):
    """feed.xml (Atom, RFC 4287) and feed.json (JSON Feed 1.1); all addresses absolute."""

    id: str
    title: str
    description: str
    home: str
    self_atom: str
    self_json: str
    author: str
    lang: str
    updated: str
    entries: tuple[FeedEntry, ...]  # newest first
