"""Sources from CSL-JSON, as Zotero, JabRef, pandoc and Parley itself write it (citation-style-language/schema)."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from typing import Any

from parley.exchange.days import of_parts, of_text
from parley.exchange.taken import NotRead, Remark
from parley.model.new_source import NewSource

# CSL's types -> kinds of sources; of all others nobody can tell, and "news" is what a brief takes without a kind.
DOCUMENTS = (
    *("bill", "book", "chapter", "document", "hearing", "legal_case", "legislation", "regulation", "report"),
    *("standard", "thesis", "treaty"),
)
KINDS = {"interview": "interview", "post": "social", "speech": "statement"} | dict.fromkeys(DOCUMENTS, "document")
NEWS = {"", "article", "article-magazine", "article-newspaper", "broadcast", "post-weblog"}
MARKUP = re.compile(r"</?(?:i|b|sup|sub|sc|span)\b[^>]*>")  # what CSL-JSON allows in a title
BLANK = re.compile(r"\s*")


def sources_of_csl(text: str) -> tuple[list[NewSource], list[Remark]]:
    """The sources in CSL-JSON (a list of items, or one), with remarks. Raises :class:`NotRead`."""
    sources, remarks = [], []
    for line, item in _items(text):
        if not isinstance(item, dict):
            raise NotRead("an item that is no object; CSL-JSON is a list of objects", line)
        source, told = _source(item, line)
        remarks += [Remark(line, remark) for remark in told]
        if source:
            sources.append(source)
    return sources, remarks


def _items(text: str) -> Iterator[tuple[int, Any]]:
    """Each item with the line that it begins on."""
    decoder = json.JSONDecoder()
    at = _past_blanks(text, 0)
    many = text[at : at + 1] == "["
    at = _past_blanks(text, at + 1) if many else at
    if many and text[at : at + 1] == "]":
        return
    while True:
        try:
            item, end = decoder.raw_decode(text, at)
        except json.JSONDecodeError as error:
            raise NotRead(f"no JSON: {error.msg.lower()}", error.lineno, error.colno) from None
        except RecursionError:
            raise NotRead("JSON with too many levels in one another", _line(text, at)) from None
        yield _line(text, at), item
        at = _past_blanks(text, end)
        if many and text[at : at + 1] == ",":
            at = _past_blanks(text, at + 1)
            continue
        break
    rest = text[at:].strip()
    if rest != ("]" if many else ""):
        raise NotRead('no JSON: a "," or "]" was expected' if many else "no JSON: more than one value", _line(text, at))


def _past_blanks(text: str, at: int) -> int:
    found = BLANK.match(text, at)
    return found.end() if found else at


def _line(text: str, at: int) -> int:
    return text.count("\n", 0, at) + 1


def _source(item: dict[str, Any], line: int) -> tuple[NewSource | None, list[str]]:
    key = str(item.get("id") or item.get("citation-key") or "")
    title = _plain(item.get("title"))
    if not title:
        return None, [f'"{key}" has no title; left out']
    remarks = []
    date = _date(item.get("issued"))
    if item.get("issued") and not date:
        remarks.append(f'the date of "{title}" can\'t be told; add it by hand')
    type_ = str(item.get("type", ""))
    if type_ not in KINDS and type_ not in NEWS:
        remarks.append(f'"{title}" is of the type "{type_}"; look at its kind, which is news unless you say so')
    address = _address(item)
    if _plain(item.get("URL")) and not address:
        remarks.append(f'the address of "{title}" does not begin with http; left out')
    source = NewSource(
        key=key,
        line=line,
        title=title,
        publisher=_plain(item.get("container-title")) or _plain(item.get("publisher")),
        author=tuple(name for one in _list(item.get("author")) if (name := _name(one))),
        date=date,
        url=address,
        kind=KINDS.get(type_, ""),
        lang=_plain(item.get("language")),
        accessed=_date(item.get("accessed")),
        archived=_web(_plain(item.get("archive_location"))),
    )
    return source, remarks


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _plain(value: object) -> str:
    """A text without markup, on one line."""
    return " ".join(html.unescape(MARKUP.sub("", value)).split()) if isinstance(value, str) else ""


def _name(name: object) -> str:
    if not isinstance(name, dict):
        return ""
    if literal := _plain(name.get("literal")):
        return literal
    parts = ("given", "dropping-particle", "non-dropping-particle", "family", "suffix")
    return " ".join(filter(None, (_plain(name.get(part)) for part in parts)))


def _date(value: object) -> str:
    """A date of CSL: parts of one day or of two, or a text."""
    if not isinstance(value, dict):
        return ""
    about = bool(value.get("circa"))
    days = [of_parts(day, about=about) for day in _list(value.get("date-parts")) if isinstance(day, list)]
    if days and all(days) and len(days) <= 2:
        return "/".join(days)
    return of_text(_plain(value.get("raw") or value.get("literal")))


def _address(item: dict[str, Any]) -> str:
    if address := _web(_plain(item.get("URL"))):
        return address
    doi = _plain(item.get("DOI"))
    return f"https://doi.org/{doi}" if re.fullmatch(r"10\.\d{4,}/\S+", doi) else ""


def _web(text: str) -> str:
    return text if text.startswith(("http://", "https://")) else ""
