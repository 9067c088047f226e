"""Whether all do the same work: as many pages, about as many bytes, the same links, and none that leads nowhere.

A contestant that builds less than the others would win for nothing; the bench stops where that is so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import combinations
from pathlib import Path, PurePosixPath
from posixpath import normpath
from typing import NamedTuple
from urllib.parse import urlsplit

HREF = re.compile(r'<a\b[^>]*?\bhref="?([^"\s>]*)')
ID = re.compile(r'\bid="?([^"\s>]+)')
PAGES, BYTES, LINKS = 0.10, 0.25, 0.10  # how far two may be apart, as a share of the smaller


class Site(NamedTuple):
    """What there is of a finished site. ``links`` is how many links within the site a brief's page has on average;
    ``dead`` are links that lead to no page, or to no place on one."""

    pages: int
    size: int  # bytes of its pages
    links: float
    dead: tuple[str, ...]


class Unfair(Exception):
    """The contestants do not do the same work; the text says who is how far from whom."""


def looked_at(folder: Path) -> Site:
    """The site in ``folder``, in which briefs lie in ``briefs/``."""
    texts = {path.relative_to(folder).as_posix(): path.read_text() for path in sorted(folder.rglob("*.html"))}
    hrefs = {name: [href for href in HREF.findall(text) if not urlsplit(href).scheme] for name, text in texts.items()}
    anchors = {name: {"", *ID.findall(text)} for name, text in texts.items()}
    briefs = [name for name in texts if name.startswith("briefs/")]
    return Site(
        pages=len(texts),
        size=sum(len(text.encode()) for text in texts.values()),
        links=sum(len(hrefs[name]) for name in briefs) / len(briefs),
        dead=tuple(_dead(hrefs, anchors)),
    )


def _dead(hrefs: Mapping[str, Iterable[str]], anchors: Mapping[str, set[str]]) -> Iterable[str]:
    for name, found in hrefs.items():
        for href in found:
            path, _, anchor = href.partition("#")
            there = _file(name, path)
            if anchor not in anchors.get(there, ()):
                yield f"{name}: {href}"


def _file(name: str, path: str) -> str:
    """The file that ``path`` means on the page ``name``."""
    if not path:
        return name
    base = PurePosixPath("/") if path.startswith("/") else PurePosixPath("/", name).parent
    file = normpath(f"{base}/{path}").lstrip("/")
    return file if file.endswith(".html") else f"{file}/index.html".lstrip("/")


def hold_to_the_same_work(sites: Mapping[str, Site]) -> None:
    """Raise :class:`Unfair` unless all of ``sites`` (by contestant) are of the same work."""
    told = [f"{name} has dead links, such as {site.dead[0]}" for name, site in sites.items() if site.dead]
    for (one, here), (other, there) in combinations(sites.items(), 2):
        for what, most, some, more in (
            ("pages", PAGES, here.pages, there.pages),
            ("bytes of pages", BYTES, here.size, there.size),
            ("links on a brief's page", LINKS, here.links, there.links),
        ):
            if max(some, more) > min(some, more) * (1 + most):
                told.append(f"{what}: {one} {some:,.1f}, {other} {more:,.1f}, more than {most:.0%} apart")
    if told:
        raise Unfair("not the same work:\n" + "\n".join(told))
