"""What a file of a site is made of besides its words: elements and attributes, keys, columns, properties.

It is the same whatever the words are, where all of them are set as words.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import lxml.etree
import lxml.html

SCHEMES = {"http", "https", "mailto", "webcal"}
LINKED = {"href", "src", "action", "formaction", "data", "poster", "srcdoc", "cite", "background", "ping", "xlink:href"}
# What Markdown makes, with the attributes that may stand there, and what names and terms in prose become.
OF_PROSE = {
    "p": set(),
    "br": set(),
    "em": set(),
    "strong": set(),
    "code": set(),
    "pre": set(),
    "ul": set(),
    "ol": {"start"},
    "li": set(),
    "blockquote": set(),
    "h3": set(),
    "h4": set(),
    "h5": set(),
    "h6": set(),
    "hr": set(),
    "a": {"href", "title"},
}  # fmt: skip
# And what it becomes on a page of the site's own, with its headings and its code in frames.
OF_OWN_PAGES = {"a", "div", "figcaption", "figure", "h2", "h3", "pre", "span"}
FORMULA = re.compile(r"[=+\-@\t\r]")  # OWASP, "CSV Injection"

Bones = Counter[tuple[str, ...]]


def bones(path: str, body: bytes, *, prose: bool = False) -> Bones:
    """The bones of the file at ``path``; with ``prose``, without what Markdown may have made of it.

    Raises ``AssertionError``, ``ValueError`` or ``SyntaxError`` (XML) for a file that breaks a rule of its format, or
    that leads where no page may lead.
    """
    ending = path.rpartition(".")[2]
    return _READERS[ending](body, prose) if ending in _READERS else Counter()


def whole(site: Mapping[str, bytes], *, prose: bool = False) -> dict[str, Bones]:
    """The bones of all files of a site; topics, whose addresses are made of their names, count as one."""
    found: dict[str, Bones] = {}
    for path, body in site.items():
        if not path.startswith(("style/", "assets/")):
            place = re.sub(r"^topics/[^/]+/", "topics/*/", path)
            found[place] = found.get(place, Counter()) + bones(path, body, prose=prose)
    return found


def strange(site: Mapping[str, bytes], known: Sequence[dict[str, Bones]], *, prose: bool = False) -> list[str]:
    """What the files of ``site`` have or lack that those of harmless sites, whose bones are ``known``, don't."""
    told: list[str] = []
    try:
        found = whole(site, prose=prose)
    except (AssertionError, ValueError, SyntaxError) as fault:  # SyntaxError: XML that is not well-formed
        return [repr(fault)]
    told += [f"{path}: which there is not with every word" for path in set(found) ^ set(known[0])]
    for path in sorted(set(found) & set(known[0])):
        harmless = [each[path] for each in known]
        counted = {key for each in (found[path], *harmless) for key in each}
        for key in counted:
            if _is_of_a_name(path, key) or _varies(path, key, harmless[0]):
                continue
            if all(found[path][key] != each[key] for each in harmless):
                told.append(f"{path}: {key}")
    return told


def _is_of_a_name(path: str, key: tuple[str, ...]) -> bool:
    """Whether it is a part of an author's name: how many parts there are, the name says itself."""
    return path.endswith(("cite.json", "sources.json")) and "author" in key


def _varies(path: str, key: tuple[str, ...], page: Bones) -> bool:
    """Whether it depends on the words how many there are: lines and shortened names in pictures, letters of the list
    from A to Z, and headings and code on a page of the site's own."""
    if path.startswith("guide/"):
        return key[0] in OF_OWN_PAGES
    drawn = key[0] in ("a", "text", "title", "tspan") and any(each[0] == "svg" for each in page)
    drawn = drawn and set(key[1:]) <= {"aria-hidden", "aria-label", "class", "dy", "href", "lang", "tabindex", "x", "y"}
    return drawn or path == "search/index.html"


def _html(body: bytes, prose: bool) -> Bones:
    text = body.decode()
    tree = lxml.html.document_fromstring(text.replace("\x01", ""), parser=lxml.html.HTMLParser(encoding=None))
    found: Bones = Counter()
    for element in tree.iter():
        names = sorted(map(str, element.attrib))
        if not isinstance(element.tag, str):
            found[("comment",)] += 1
            continue
        for name in names:
            assert not name.startswith("on"), f"{element.tag} {name}={element.get(name)}"
            if name in LINKED:
                _leads(element.tag, str(element.get(name)))
        if element.tag == "script" and "json" in str(element.get("type")):
            found.update(("linked data", *each) for each in _keys(json.loads(element.text or "")))
        if prose and element.tag in OF_PROSE and set(names) <= OF_PROSE[element.tag]:
            continue
        found[(element.tag, *names)] += 1
    return found


def _leads(tag: str, address: str) -> None:
    if tag == "link" and address.startswith("data:image/"):
        return
    read = re.sub(r"[\t\n\r]", "", address.strip("".join(map(chr, range(33)))))  # as browsers do (URL Standard, 4.4)
    scheme = re.match(r"([a-zA-Z][a-zA-Z0-9+.-]*):", read)
    assert not scheme or scheme[1].lower() in SCHEMES, f"{tag} leads to {address!r}"
    assert not re.match(r"[\\/]{2}", read), f"{tag} leads to {address!r}"


def _xml(body: bytes, prose: bool) -> Bones:
    tree = lxml.etree.fromstring(body, lxml.etree.XMLParser(resolve_entities=False, no_network=True))
    assert tree.getroottree().docinfo.internalDTD is None
    found: Bones = Counter()
    for element in tree.iter():
        found[(str(element.tag), *sorted(map(str, element.attrib)))] += 1
        for name in element.attrib:
            if name in LINKED:
                _leads(str(element.tag), str(element.get(name)))
        if element.get("type") == "html" and element.text:
            found.update({("html", *key): count for key, count in _html(element.text.encode(), prose).items()})
    return found


def _json(body: bytes, prose: bool) -> Bones:
    return Counter(_keys(json.loads(body)))


def _keys(value: Any, at: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    if isinstance(value, dict):
        return [found for key, each in value.items() for found in [(*at, key), *_keys(each, (*at, key))]]
    if isinstance(value, list):
        return [found for each in value for found in _keys(each, (*at, "[]"))]
    return [(*at, type(value).__name__)]


def _calendar(body: bytes, prose: bool) -> Bones:
    lines = body.split(b"\r\n")
    assert lines.pop() == b"", "the end is missing"
    for line in lines:
        assert len(line) <= 75, line  # RFC 5545, 3.1
        assert not re.search(rb"[\x00-\x08\x0a-\x1f\x7f]", line), line
        line.decode()  # no letter is cut in two
    unfolded = b"\r\n".join(lines).replace(b"\r\n ", b"").decode().split("\r\n")
    return Counter((line.partition(":")[0].partition(";")[0],) for line in unfolded)


def _table(body: bytes, prose: bool) -> Bones:
    rows = list(csv.reader(io.StringIO(body.decode("utf-8-sig"), newline=""), strict=True))
    for row in rows:
        assert len(row) == len(rows[0])
        for cell in row:
            assert not FORMULA.match(cell), cell
    return Counter({("rows",): len(rows), ("columns",): len(rows[0])})


def _bibtex(body: bytes, prose: bool) -> Bones:
    text = re.sub(r"\\.", "", body.decode())
    assert text.count("{") == text.count("}")
    return Counter((name,) for name in re.findall(r"^(?:@\w+(?=\{)|  \w+(?= = \{))", text, re.MULTILINE))


def _text(body: bytes, prose: bool) -> Bones:
    lines = body.decode().split("\n")
    return Counter(re.findall(r"^([#>-]*)()", line)[0] for line in lines)


_READERS = {
    "html": _html,
    "xml": _xml,
    "svg": _xml,
    "json": _json,
    "webmanifest": _json,
    "ics": _calendar,
    "csv": _table,
    "bib": _bibtex,
    "txt": _text,
}
