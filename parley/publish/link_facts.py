"""What the check of links must know of a page, taken from its bytes alone: small enough to be kept for every page.

A *target* is a file of the site or a place in a page. It is kept as a number of 64 bits, a digest of its name that is
the same in every process, so that the facts of a million pages can be held against each other in little memory. Two
names could have the same number, once in 10^19 pairs; then a dead link would not be told.
"""

from __future__ import annotations

import posixpath
import re
from array import array
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from hashlib import blake2b
from html import unescape
from urllib.parse import unquote, urlsplit

import msgspec

# A link that begins with its language leads to the same page in another edition of the site, of which less is known.
LINK = re.compile(rb'<(?:a|link|img|script)\b(?! hreflang=)[^>]*?\s(?:href|src)="([^"]*)"')
ANCHOR = re.compile(rb'id="(?<=\sid=")([^"]+)"')  # the blank is looked for last: what begins with letters is found fast
# Addresses as nearly all are: one climbs, then goes down by names that mean just what they say, perhaps to a place; the
# other names another host. They are told apart from what has to be read by the rules (RFC 3986).
ORDINARY = re.compile(rb"((?:\.\./)*(?:\w[\w.-]*/)*)(\w[\w.-]*)?(?:#([\w.-]+))?")
ELSEWHERE = re.compile(rb"https?://[\w.-]+(?:[/?#]|$)")
NUMBERS = "Q"  # unsigned, of 64 bits
AT_ONCE = 1_000_000  # numbers that are held against each other at a time: in sets, each takes some 100 bytes
KEPT = 2**15  # of the texts whose numbers are kept, and of the addresses that were read: those of some thousand pages


Target = tuple[str, str]  # a file, and a place in it or nothing
HERE = ""  # in place of a path: the page itself
NO_ADDRESS: Target = ("", "!")  # there is no such file


class Facts(msgspec.Struct, frozen=True):
    """Of a page, or of several: the targets in it, and those it leads to that are not in it; sorted, each once."""

    has: bytes
    leads_to: bytes


def page_facts(path: str, body: bytes) -> Facts:
    """The facts of the file ``path`` of a site, a normal one, below its top. Only pages have places and lead on."""
    page = _number(path)
    if not path.endswith(".html"):
        return Facts(_packed((page,)), b"")
    has = {page ^ _place(unescape(anchor.decode())) for anchor in ANCHOR.findall(body)}
    has.add(page)
    leads_to = _leads_to(path, set(LINK.findall(body))) if is_checked(path) else set[int]()
    return Facts(_packed(has), _packed(leads_to - has))


def merged(facts: Iterable[Facts]) -> Facts:
    """The facts of several pages as those of one."""
    has, leads_to = set[int](), set[int]()
    for each in facts:
        has.update(_numbers(each.has))
        leads_to.update(_numbers(each.leads_to))
    return Facts(_packed(has), _packed(leads_to - has))


def missing(facts: Collection[Facts]) -> frozenset[int]:
    """The targets that some of ``facts`` lead to and none has.

    They are looked at in stretches of numbers, few enough at a time. Many pages are best merged in shares first, which
    leaves one of what all of them lead to.
    """
    has, leads_to = [_numbers(each.has) for each in facts], [_numbers(each.leads_to) for each in facts]
    stretches = 1 + sum(map(len, (*has, *leads_to))) // AT_ONCE
    lost = set[int]()
    for at in range(stretches):
        first, end = (2**64 * edge // stretches for edge in (at, at + 1))
        lost |= _stretch(leads_to, first, end) - _stretch(has, first, end)
    return frozenset(lost)


def leads_to_any(facts: Facts, targets: frozenset[int]) -> bool:
    """Whether ``facts`` lead to any of ``targets``."""
    return bool(targets) and not targets.isdisjoint(_numbers(facts.leads_to))


def is_checked(path: str) -> bool:
    """Whether the links of the file ``path`` are looked at: those of pages are, but for the page that is served at any
    depth where there is no other, whose links are absolute."""
    return path.endswith(".html") and path.rpartition("/")[2] != "404.html"


def targets(path: str, hrefs: Iterable[bytes]) -> Iterator[Target | None]:
    """The file and the place in it, if any, that each of ``hrefs`` leads to on the page ``path``; ``None`` for what
    leads out of the site, ``NO_ADDRESS`` for what can't be read."""
    folder = posixpath.dirname(path)
    for href in hrefs:
        address = _address(href)
        if address is None or address == NO_ADDRESS:
            yield address
        else:
            down, anchor = address
            yield (posixpath.normpath(posixpath.join(folder, down)) if down != HERE else path), anchor


def _leads_to(path: str, hrefs: Iterable[bytes]) -> set[int]:
    """The numbers of what ``hrefs`` lead to on the page ``path``."""
    depth = path.count("/")
    numbers, others = set[int](), []
    for href in hrefs:
        number = _number_from_top(href, depth)
        if number is None:
            others.append(href)
        else:
            numbers.add(number)
    numbers.update(_target_number(found) for found in targets(path, others) if found is not None)
    return numbers


@lru_cache(maxsize=KEPT)
def _number_from_top(href: bytes, depth: int) -> int | None:
    """The number of what ``href`` leads to on any page so deep, where it climbs to the top of the site and goes down
    from there, as the links from page to page do, which are most; else ``None``."""
    address = _address(href)
    to_top = "../" * depth
    if address is None or address == NO_ADDRESS or address[0] == HERE or not address[0].startswith(to_top):
        return None
    return _target_number((address[0][len(to_top) :], address[1]))  # the rest is normal, since the whole is


@lru_cache(maxsize=KEPT)
def _address(href: bytes) -> Target | None:
    """``href`` read: the normal path to follow from the page's folder, and the place there."""
    if ordinary := ORDINARY.fullmatch(href):
        folder, name, place = (part.decode() for part in ordinary.groups(b""))
        return (folder + (name or "index.html") if folder or name else HERE), place
    if ELSEWHERE.match(href):
        return None
    try:
        parts = urlsplit(unescape(href.decode()))
    except ValueError:
        return NO_ADDRESS
    if parts.scheme or parts.netloc:
        return None
    if not parts.path:
        return HERE, unquote(parts.fragment)
    down = posixpath.normpath(unquote(parts.path))
    if parts.path.endswith(("/", "/.", "/..")) or parts.path in (".", ".."):
        down = posixpath.normpath(posixpath.join(down, "index.html"))
    return down, unquote(parts.fragment)


def _target_number(found: Target) -> int:
    file, anchor = found
    return _number(file) ^ _place(anchor) if anchor else _number(file)


@lru_cache(maxsize=KEPT)
def _number(text: str) -> int:
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


def _place(anchor: str) -> int:
    """The number of a place, to be joined with that of its page. What stands before it is in no path of a file."""
    return _number(f"\0{anchor}")


def _packed(numbers: Iterable[int]) -> bytes:
    return array(NUMBERS, sorted(numbers)).tobytes()


def _numbers(packed: bytes) -> array[int]:
    return array(NUMBERS, packed)


def _stretch(lists: Iterable[array[int]], first: int, end: int) -> set[int]:
    """The numbers from ``first`` up to ``end`` in ``lists``, each of which is sorted."""
    found = set[int]()
    for numbers in lists:
        found.update(numbers[bisect_left(numbers, first) : bisect_left(numbers, end)])
    return found
