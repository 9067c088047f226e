"""The full-text index: what Pagefind makes of the finished pages, as files of the site.

Readers' browsers load from it only what a search needs (https://pagefind.app). Pages say themselves whether they are
found, and under which filters, by ``data-pagefind-*`` attributes; a page without ``data-pagefind-body`` is left out.

Pagefind is a program that comes in a package of its own, so it may be missing, fail or hang. Whatever happens to it is
:class:`NoIndex`, since a site without search is still a site. Nothing is written anywhere, and Pagefind's own user
interface, which the site does not use, is left out.
"""

from __future__ import annotations

import base64
import binascii
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from parley.search.cbor import NotUnderstood
from parley.search.program import NoIndex, answers, program
from parley.search.settled import settled

__all__ = ["NoIndex", "index", "program"]

FOLDER = "pagefind/"
FOUND = b"data-pagefind-body"
NO_TEXT = (".anchor", "a.cite", ".actor-line .meta")  # marks and counts, which are not what a page is about
NEEDED = re.compile(r"pagefind(?:-worker)?\.js|pagefind-entry\.json|[^/]+\.pf_meta|(?:fragment|index|filter)/[^/]+")


def index(site: Mapping[str, bytes], language: str, limit: float | None = None) -> dict[str, bytes]:
    """The files of the index of ``site`` (path -> bytes), by path, the same for the same pages whatever their order.

    All pages go into one index, read as ``language`` (a language tag), so that a brief in another language is found,
    too. Raises :class:`NoIndex`, also where it takes longer than ``limit`` seconds, by default some twenty times as
    long as it should.
    """
    pages = sorted(path for path, body in site.items() if path.endswith(".html") and FOUND in body)
    if not pages:
        raise NoIndex("no page has anything to find")
    requests = _requests(site, pages, language)
    *_, last = answers(requests, len(pages) + 2, 60 + 0.05 * len(pages) if limit is None else limit)
    try:
        files = {file["path"]: base64.b64decode(file["content"], validate=True) for file in last["files"]}
        entry = json.loads(files["pagefind-entry.json"])
        wasm = {f"wasm.{each['wasm'] or 'unknown'}.pagefind" for each in entry["languages"].values()}
        kept = {path: body for path, body in files.items() if NEEDED.fullmatch(path) or path in wasm}
        return {f"{FOLDER}{path}": body for path, body in settled(kept).items()}
    except (KeyError, TypeError, ValueError, AttributeError, binascii.Error, NotUnderstood) as error:
        raise NoIndex(f"Pagefind's files are not as expected ({type(error).__name__}: {error})") from error


def _requests(site: Mapping[str, bytes], pages: list[str], language: str) -> Iterator[dict[str, Any]]:
    """What the program is asked, in order: an index, each page, the files."""
    yield {"type": "NewIndex", "config": {"force_language": language, "exclude_selectors": NO_TEXT}}
    for path in pages:
        text = site[path].decode("utf-8", "replace").replace("</dt><dd", "</dt> <dd")  # it would read one word
        yield {"type": "AddFile", "index_id": 0, "file_path": path, "file_contents": text, "url": None}
    yield {"type": "GetFiles", "index_id": 0}
