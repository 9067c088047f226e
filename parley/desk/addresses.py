"""The addresses that sources stand at, and what is said of one that has moved or is gone."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection
from urllib.parse import urlsplit

from parley.model.address import Verdict
from parley.model.brief import Source
from parley.model.keys import Noun
from parley.model.library import Library
from parley.model.places import place_in
from parley.model.problem import Mend, Place, Problem, quoted

ARCHIVE = "https://web.archive.org/web/"
SIMPLE = re.compile(r"https?://[\w./~%?=&;+:@!$()*-]+", re.ASCII)  # stands in any YAML as it is


class SourceAddress(Noun, frozen=True, kw_only=True):
    """One address as it is typed: that of a source, or of its kept copy."""

    url: str
    place: Place
    name: str  # the source's id in its brief
    copy: bool  # whether it is the kept copy's
    archived: str  # the address of the kept copy; empty where there is none
    day: dt.date | None  # when the source was as it was read


def addresses(library: Library, files: Collection[str] = ()) -> list[SourceAddress]:
    """Every address of a source and of its kept copy, those in ``files`` alone where some are given."""
    found = []
    for brief in library.briefs.values():
        if files and brief.file not in files:
            continue
        for id_, source in brief.sources.items():
            name = id_.rpartition("/")[2]
            for key, url in (("url", source.url), ("archived", source.archived)):
                if url:
                    place = place_in(brief, f"sources.{name}.{key}")
                    found.append(
                        SourceAddress(
                            url=url,
                            place=place,
                            name=name,
                            copy=key == "archived",
                            archived=source.archived,
                            day=_day(source),
                        )
                    )
    return found


def problem(address: SourceAddress, verdict: Verdict, line: str) -> Problem | None:
    """What ``verdict`` means for whoever wrote ``line``, where the address stands; ``None`` where all is well, or
    nothing can be told."""
    if verdict.state == "dead":
        return _dead(address, verdict)
    if verdict.state == "moved":
        return _moved(address, verdict, line)
    return None


def _dead(address: SourceAddress, verdict: Verdict) -> Problem:
    kept = f"{ARCHIVE}{address.day.strftime('%Y%m%d') if address.day else '2'}/{address.url}"
    what = f"{'the kept copy' if address.copy else 'the address'} of {quoted(address.name)} is dead: {verdict.why}"
    if address.copy:
        return Problem(address.place, "dead-source", what, "look for another copy and put its address here")
    if address.archived:
        expected = f"readers have the kept copy, {address.archived}; look whether the page stands elsewhere now"
        return Problem(address.place, "dead-source", what, expected, "warning")
    expected = f'look for a copy, at {kept} for one, and put its address under "archived"'
    return Problem(address.place, "dead-source", what, expected)


def _moved(address: SourceAddress, verdict: Verdict, line: str) -> Problem:
    what = f"{'the kept copy' if address.copy else 'the page'} of {quoted(address.name)} has moved for good"
    if _is_front(verdict.now) and not _is_front(address.url):
        expected = f"it leads to a front page, {verdict.now}: look whether the page is still there, or keep a copy"
        return Problem(address.place, "moved-source", what, expected, "warning")
    mend = Mend()
    if line.count(address.url) == 1 and SIMPLE.fullmatch(verdict.now):
        mend = Mend(address.place.line, address.place.line, line.replace(address.url, verdict.now))
    return Problem(address.place, "moved-source", what, f"write {verdict.now}", "warning", mend)


def _is_front(url: str) -> bool:
    parts = urlsplit(url)
    return parts.path in ("", "/") and not parts.query


def _day(source: Source) -> dt.date | None:
    date = source.accessed or source.date
    return date.first if date else None
