"""What readers see now: the last good site, its generation and the problems of the last build. Values, made anew by
each build.

The generation says whether a tab shows this site. It is made from the content, not counted, so that a server that was
stopped and started again, or a build that changed no byte, reloads no tab. A site that is made while it is looked at
says itself what marks it; of another one, unchanged pages are not hashed again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

import msgspec

from parley.preview.built import Built, Draft, Shown, Spots, no_spots

_MODULUS = 1 << 128
_NOTHING: Mapping[str, bytes] = {}


class Showing(msgspec.Struct, frozen=True):
    """`site` is None until a first build succeeded; `fingerprint` is the number behind its generation. `spots` are
    those of the site, `drafts` those of the last build."""

    site: Mapping[str, bytes] | None
    fingerprint: int
    generation: str
    problems: tuple[Shown, ...]
    spots: Spots = no_spots
    drafts: tuple[Draft, ...] = ()


def showing_after(before: Showing | None, built: Built) -> Showing:
    """What is to be seen after a build: its site, or the last good one, with the problems of this build."""
    problems = built.problems
    if problems is None:
        problems = before.problems if before is not None else ()
    if built.site is not None and built.mark:
        return Showing(built.site, 0, built.mark, problems, built.spots, built.drafts)
    old = before.site if before is not None and before.site is not None else _NOTHING
    old_fingerprint = before.fingerprint if before is not None else 0
    if built.site is not None:
        site = dict(built.site)  # a copy: the builder may go on working on its own
        fingerprint = _fingerprint_after(old, old_fingerprint, site)
        return Showing(site, fingerprint, f"{fingerprint:032x}", problems, built.spots, built.drafts)
    if before is not None and before.site is not None:
        return msgspec.structs.replace(before, problems=problems, drafts=built.drafts)
    return Showing(None, 0, f"none-{_problems_digest(problems)}", problems, drafts=built.drafts)


def _fingerprint_after(old: Mapping[str, bytes], fingerprint: int, new: Mapping[str, bytes]) -> int:
    """The sum of the marks of all files, from the sum before and what differs (equal bytes cost a comparison, the
    same object nothing)."""
    for path, data in new.items():
        known = old.get(path)
        if known == data:
            continue
        fingerprint += _mark(path, data) - (0 if known is None else _mark(path, known))
    for path in old.keys() - new.keys():
        fingerprint -= _mark(path, old[path])
    return fingerprint % _MODULUS


def _mark(path: str, data: bytes) -> int:
    digest = hashlib.blake2b(path.encode("utf-8", "surrogatepass") + b"\0", digest_size=16)
    digest.update(data)
    return int.from_bytes(digest.digest(), "big")


def _problems_digest(problems: tuple[Shown, ...]) -> str:
    return hashlib.blake2b(repr(problems).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
