"""The site as it can be opened from a disk, without a server (file://). Everything else about it stays the same.

Three things are different there. A link to a folder shows what lies in it, so such links lead to its index.html.
Modules are not loaded, so scripts become plain ones, each in a scope of its own. And what only a host needs is left
out: what robots read, the page for what is not there, the manifest of an app that can't be installed.

Links are known as the templates write them: with quotes, and with every "<" and ">" of a text escaped.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterator, Mapping
from urllib.parse import unquote

# Also below the folder of an edition in another language, which its tag names.
HOSTS = re.compile(
    r"(?:[A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*/)?"
    r"(?:404\.html|robots\.txt|sitemap[\w-]*\.xml|sitemaps?/.*|manifest\.webmanifest|next-build\.json)"
)
_LINK = re.compile(
    rb'(<(?:a|area|form|iframe|link)\b[^>]*?\s(?:href|action|src)="|<meta http-equiv="refresh" content="\d+; url=)'
    rb'([^"?#:&]*)((?:[?#][^"]*)?")'
)
_MANIFEST = re.compile(rb'<link rel="manifest"[^>]*>\n?')
_MODULE = re.compile(rb'(<script src="[^"]*") type="module">')


def from_disk(site: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """Each file of ``site`` that is of use on a disk, in the order of paths, with the bytes that work there."""
    paths = frozenset(site)
    for path in sorted(paths):
        if HOSTS.fullmatch(path):
            continue
        body = site[path]
        if path.endswith(".html"):
            body = page_from_disk(path, body, paths)
        elif path.endswith(".js"):
            body = b'(() => {"use strict";\n' + body + b"\n})();\n"
        yield path, body


def page_from_disk(path: str, body: bytes, paths: Collection[str]) -> bytes:
    """The page ``path`` with links that lead to files; ``paths`` are those of the site. Links to other hosts stay."""

    def led(link: re.Match[bytes]) -> bytes:
        before, target, after = link.groups()
        name = target.rpartition(b"/")[2]
        if not target or target.startswith(b"/") or name not in (b"", b".", b".."):
            return link[0]
        file = (target if target.endswith(b"/") else target + b"/") + b"index.html"
        there = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(file.decode())))
        return before + file + after if there in paths else link[0]

    return _MODULE.sub(rb"\1 defer>", _LINK.sub(led, _MANIFEST.sub(b"", body)))
