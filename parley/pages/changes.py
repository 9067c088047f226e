"""What changed in a brief since it was published: its updates and its corrections."""

from __future__ import annotations

from parley.model.brief import Brief, Correction, Update
from parley.model.page import Link
from parley.pages.cards import when
from parley.pages.desk import Desk
from parley.pages.here import Here, brief_path
from parley.pages.prose import Writer
from parley.pages.story_parts import Change, Mend
from parley.words.tongue import Labels


def changes(desk: Desk, here: Here, brief: Brief, writer: Writer) -> tuple[Change, ...]:
    """The updates, newest first."""
    ordered = sorted(brief.updates, key=lambda update: update.date.order, reverse=True)
    return tuple(_change(desk, here, brief, update, writer) for update in ordered)


def _change(desk: Desk, here: Here, brief: Brief, update: Update, writer: Writer) -> Change:
    items = tuple(link for item in update.changed if (link := _item(desk, here, brief, item)))
    return Change(date=when(update.date), what=writer.prose(update.what, brief.slug), items=items, minor=update.minor)


def mends(desk: Desk, here: Here, brief: Brief, writer: Writer) -> tuple[Mend, ...]:
    """The corrections of ``brief``, in the order in which they were written."""
    return tuple(mend(desk, here, brief, item, writer) for item in brief.corrections)


def mend(desk: Desk, here: Here, brief: Brief, item: Correction, writer: Writer) -> Mend:
    """The correction ``item`` of ``brief``."""
    return Mend(
        date=when(item.date),
        was=writer.prose(item.was, brief.slug),
        now=writer.prose(item.now, brief.slug),
        where=_item(desk, here, brief, item.where) if item.where else None,
    )


def _item(desk: Desk, here: Here, brief: Brief, item: str) -> Link | None:
    """A link to what an update or a correction names: a proposal, a step, a source, or a part of the page."""
    if item in desk.library.proposals or item in desk.library.steps:
        return here.item(item)
    slug, _, name = item.partition("/")
    if slug == brief.slug and name in brief.sources:
        return Link(text=brief.sources[name].title, href=here.source_href(item), kind="source")
    return Link(text=SECTIONS[name], href=here.to(f"{brief_path(brief.slug)}#{name}")) if name in SECTIONS else None


SECTIONS = Labels(
    {  # a key of the brief, which is also the id of its section -> the words for it
        "title": "the headline",
        "summary": "the summary",
        "what": "What happened",
        "who": "Who is involved",
        "why_it_matters": "Why it matters",
        "background": "Background",
        "proposals": "Proposals",
        "rejections": "Rejections",
        "events": "Timeline",
        "next_steps": "Next steps",
        "unknown": "Not known",
        "glossary": "Terms",
        "sources": "Sources",
    }
)
