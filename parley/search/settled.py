"""An index whose bytes depend on the pages alone.

Pagefind 1.5 writes the values of a filter, and the list of the filters, in the order of a hash table that is seeded
anew at every run; both get the order of their names here. A file's name tells its content, so the filters are named
anew, and then the list of contents (``pf_meta``), which names them, and the entry, which names that.
The other files are the same at every run, as long as the pages are added in the same order.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Mapping
from typing import Any

from parley.search.cbor import decoded, encoded

SIGNATURE = b"pagefind_dcd"  # what a file begins with, once unpacked
NAME = 10  # of a hash's digits in a name


def settled(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """``files`` (path within the index -> bytes) in a fixed order, with fixed names. Raises ``KeyError``,
    ``TypeError``, ``ValueError`` or :class:`parley.search.cbor.NotUnderstood` where they are not as Pagefind 1.5
    writes them."""
    found = {path: body for path, body in files.items() if not path.startswith("filter/")}
    entry = json.loads(found["pagefind-entry.json"])
    for language, told in sorted(entry["languages"].items()):
        version, pages, chunks, filters, *rest = decoded(_unpacked(found.pop(f"pagefind.{told['hash']}.pf_meta")))
        for each in filters:
            name, values = decoded(_unpacked(files[f"filter/{each[1]}.pf_filter"]))
            each[1], found[f"filter/{each[1]}.pf_filter"] = _named(language, [name, sorted(values)])
        told["hash"], body = _named(language, [version, pages, chunks, sorted(filters), *rest])
        found[f"pagefind.{told['hash']}.pf_meta"] = body
    entry["languages"] = dict(sorted(entry["languages"].items()))
    found["pagefind-entry.json"] = json.dumps(entry, ensure_ascii=False, separators=(",", ":")).encode()
    return dict(sorted(found.items()))


def _named(language: str, value: Any) -> tuple[str, bytes]:
    """A name that tells the content, and the packed content."""
    body = SIGNATURE + encoded(value)
    pack = zlib.compressobj(9, zlib.DEFLATED, 31)  # 31: with the header of gzip, whose time is zero
    return f"{language}_{hashlib.sha256(body).hexdigest()[:NAME]}", pack.compress(body) + pack.flush()


def _unpacked(body: bytes) -> bytes:
    try:
        body = zlib.decompress(body, 31)
    except zlib.error as error:
        raise ValueError(str(error)) from error
    if not body.startswith(SIGNATURE):
        raise ValueError("a file without its signature")
    return body.removeprefix(SIGNATURE)
