"""The sources of a brief, for reference managers."""

from __future__ import annotations

from parley.model.brief import Brief, Source, SourceKind
from parley.model.citation import Bibliography, Day, SourceItem
from parley.model.dates import Date, Point
from parley.model.page import Page
from parley.pages.here import brief_path
from parley.words.citations import author_name

FILE = "sources.json"
# The types of CSL 1.0.2 (appendix III), and whether a piece of that kind stands in something: a paper, a site.
TYPES: dict[SourceKind, tuple[str, bool]] = {
    "news": ("article-newspaper", True),
    "official": ("webpage", True),
    "statement": ("speech", False),
    "document": ("document", False),
    "interview": ("interview", True),
    "social": ("post", True),
}


def bibliography_pages(brief: Brief) -> list[Page]:
    """The file of the sources of ``brief``; none where it has no source."""
    items = tuple(_item(source) for source in brief.sources.values())
    view = Bibliography(items=items)
    return [Page(path=f"{brief_path(brief.slug)}{FILE}", template=FILE, view=view)] if items else []


def _item(source: Source) -> SourceItem:
    kind, inside = TYPES[source.kind]
    return SourceItem(
        key=source.id.rpartition("/")[2],
        type=kind,
        title=" ".join(source.title.split()),
        authors=tuple(author_name(author, source.publisher) for author in source.author),
        container=source.publisher if inside else "",
        publisher="" if inside else source.publisher,
        issued=_days(source.date) if source.date else (),
        about=source.date.start.about if source.date else False,
        accessed=_day(source.accessed.start) if source.accessed else (),
        address=source.url,
        archived=source.archived,
        lang=source.lang,
    )


def _days(date: Date) -> tuple[Day, ...]:
    return tuple(_day(point) for point in (date.start, date.end) if point)


def _day(point: Point) -> Day:
    return tuple(part for part in (point.year, point.month, point.day) if part)
