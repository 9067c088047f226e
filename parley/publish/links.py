"""Links inside the site that lead nowhere, found in the finished bytes: where a reader would meet them.

What is to be known of a page is taken from it once, so that it need not be at hand when all links are looked at: the
pages of a large site are not held together, and in a preview only a few of them have changed.
"""

from __future__ import annotations

import posixpath
import re
from array import array
from collections.abc import Container, Mapping
from html import unescape
from urllib.parse import unquote, urlsplit

import msgspec

from parley.model.problem import Place, Problem

LINK = re.compile(rb'<(?:a|link|img|script)\b[^>]*?\s(?:href|src)="([^"]*)"')
ANCHOR = re.compile(rb'\sid="([^"]+)"')
End = tuple[str, str]  # the file that a link leads to, and the anchor in it, if any
NO_ADDRESS: End = ("", "")


class _Page(msgspec.Struct, frozen=True, gc=False):
    """The links of one page as they are written, and the number of the end of each; its anchors, one after another."""

    hrefs: tuple[bytes, ...]
    ends: array[int]
    anchors: bytes


class Links:
    """The links of the pages of a site. Many of them lead to the same places: each is kept once."""

    def __init__(self) -> None:
        self._pages: dict[str, _Page] = {}
        self._written: dict[bytes, bytes] = {}
        self._ends: dict[End, int] = {}

    def put(self, path: str, body: bytes) -> None:
        """Note the links and the anchors of the file at ``path``, in the place of those that it had."""
        anchors = b"\0".join((b"", *ANCHOR.findall(body), b""))
        hrefs, ends = [], array("I")
        if path.endswith(".html") and path != "404.html":  # its links are absolute: it is served at any depth
            for href in dict.fromkeys(LINK.findall(body)):
                if (end := _end(unescape(href.decode()), path)) is not None:
                    hrefs.append(self._written.setdefault(href, href))
                    ends.append(self._ends.setdefault(end, len(self._ends)))
        self._pages[path] = _Page(tuple(hrefs), ends, anchors)

    def keep_only(self, files: Container[str]) -> None:
        """Forget all other files."""
        self._pages = {path: page for path, page in self._pages.items() if path in files}

    def dead(self, files: Container[str]) -> list[Problem]:
        """A warning for each link to a file that is not among ``files``, or to an anchor that is not on it."""
        faults = {at: fault for end, at in self._ends.items() if (fault := self._fault(end, files))}
        return [
            _problem(path, href.decode(), faults[end])
            for path, page in self._pages.items()
            if not faults.keys().isdisjoint(page.ends)
            for href, end in zip(page.hrefs, page.ends, strict=True)
            if end in faults
        ]

    def _fault(self, end: End, files: Container[str]) -> str:
        if end == NO_ADDRESS:
            return "not an address"
        path, anchor = end
        if path not in files:
            return "no such page"
        anchors = page.anchors if anchor and (page := self._pages.get(path)) else b""
        if not anchor or f"\0{anchor}\0".encode() in anchors:
            return ""
        found = {unescape(name.decode()) for name in anchors.split(b"\0")}  # as they are written, mostly
        return "" if anchor in found else "no such place on that page"


def dead_links(site: Mapping[str, bytes]) -> list[Problem]:
    """A warning for each link of a page of ``site`` (path -> bytes) to a file or an anchor that does not exist."""
    links = Links()
    for path, body in site.items():
        links.put(path, body)
    return links.dead(site)


def _end(href: str, path: str) -> End | None:
    """Where ``href`` on the page ``path`` leads; ``None`` where that is out of the site."""
    try:
        parts = urlsplit(href)
    except ValueError:
        return NO_ADDRESS
    if parts.scheme or parts.netloc:
        return None
    if not parts.path:
        return path, unquote(parts.fragment)
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(parts.path)))
    folder = parts.path.endswith(("/", "/.", "/..")) or parts.path in (".", "..")
    file = posixpath.join("" if joined == "." else joined, "index.html") if folder else joined
    return file, unquote(parts.fragment)


def _problem(path: str, href: str, fault: str) -> Problem:
    cure = "mend the address in the brief or the theme"
    return Problem(Place(path), "dead-link", f'a link to "{href}" ({fault})', cure, "warning")
