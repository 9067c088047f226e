"""Links inside the site that lead nowhere, found in the finished bytes: where a reader would meet them."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from html import unescape
from urllib.parse import unquote, urlsplit

from parley.model.problem import Place, Problem

LINK = re.compile(rb'<(?:a|link|img|script)\b[^>]*?\s(?:href|src)="([^"]*)"')
ANCHOR = re.compile(rb'\sid="([^"]+)"')


def dead_links(site: Mapping[str, bytes]) -> list[Problem]:
    """A warning for each link of a page of ``site`` (path -> bytes) to a file or an anchor that does not exist."""
    anchors: dict[str, frozenset[str]] = {}
    problems = []
    for path, body in site.items():
        if not path.endswith(".html") or path == "404.html":  # its links are absolute: it is served at any depth
            continue
        for href in dict.fromkeys(LINK.findall(body)):
            if fault := _fault(unescape(href.decode()), path, site, anchors):
                problems.append(Problem(Place(path), "dead-link", f'a link to "{href.decode()}" ({fault})',
                                        "mend the address in the brief or the theme", "warning"))  # fmt: skip
    return problems


def _fault(href: str, path: str, site: Mapping[str, bytes], anchors: dict[str, frozenset[str]]) -> str:
    """What is wrong with ``href`` on the page ``path``; empty where it leads somewhere, or out of the site."""
    try:
        parts = urlsplit(href)
    except ValueError:
        return "not an address"
    if parts.scheme or parts.netloc:
        return ""
    target = path
    if parts.path:
        joined = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(parts.path)))
        folder = parts.path.endswith(("/", "/.", "/..")) or parts.path in (".", "..")
        target = posixpath.join("" if joined == "." else joined, "index.html") if folder else joined
    if target not in site:
        return "no such page"
    if not parts.fragment:
        return ""
    if target not in anchors:
        anchors[target] = frozenset(unescape(found.decode()) for found in ANCHOR.findall(site[target]))
    return "" if unquote(parts.fragment) in anchors[target] else "no such place on that page"
