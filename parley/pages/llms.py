"""``llms.txt``: the site for language models. What it holds, how to read and to cite it, and where the rest is.

The proposal (llmstxt.org) asks for a name, a summary, notes, and lists of links by kind; a list named "Optional" may be
skipped. It does not ask for absolute links, so where the site's address is not known, there is a file with relative
ones. Where it is, links are absolute, since such a file is often read far from its site.
"""

from __future__ import annotations

from parley.model.brief import Brief
from parley.model.markdown import plain
from parley.model.page import Page
from parley.pages.brief import described
from parley.pages.calendars import FILE, exact_days
from parley.pages.chapters import described as described_chapter
from parley.pages.coded import LlmsLink, LlmsSection, LlmsView
from parley.pages.data import data_parts
from parley.pages.data_sheets import SHEETS
from parley.pages.desk import Desk
from parley.pages.here import brief_path
from parley.pages.lists import by_newest_change
from parley.words.citing import READING, citing
from parley.words.dates import day_words

MOST_BRIEFS = 300  # the newest; the data files have them all


def llms_page(desk: Desk) -> Page:
    """``llms.txt``."""
    settings = desk.library.settings
    sections = (
        LlmsSection(title="Briefs", links=_briefs(desk)),
        LlmsSection(title="Data", links=_data(desk)),
        LlmsSection(title="Feeds", links=_feeds(desk)),
        LlmsSection(title="Calendars", links=_calendars(desk)),
        *_own(desk),
        LlmsSection(title="Optional", links=_more(desk)),
    )
    view = LlmsView(
        name=settings.name,
        summary=settings.tagline,
        notes=(*READING, citing(settings.name)),
        sections=tuple(section for section in sections if section.links),
    )
    return Page(path="llms.txt", template="llms.txt", view=view)


def _link(desk: Desk, path: str, name: str, note: str) -> LlmsLink:
    return LlmsLink(name=name, url=f"{desk.library.settings.address}{path}" or "./", note=note)


def _briefs(desk: Desk) -> tuple[LlmsLink, ...]:
    return tuple(_brief(desk, brief) for brief in by_newest_change(desk)[:MOST_BRIEFS])


def _brief(desk: Desk, brief: Brief) -> LlmsLink:
    note = f"{described(desk, brief)} Updated {day_words(brief.updated)}."
    return _link(desk, brief_path(brief.slug), brief.title, note)


def _data(desk: Desk) -> tuple[LlmsLink, ...]:
    told = "What each column of the files below means; each is there as CSV, too (.csv)."
    if data_parts(desk):
        told += " They are lists of the parts that each table is in, by month of publication."
    about = _link(desk, "data/", "Data", told)
    sheets = (_link(desk, f"data/{sheet.name}.json", f"{sheet.name}.json", sheet.doc) for sheet in SHEETS)
    return (about, *sheets)


def _feeds(desk: Desk) -> tuple[LlmsLink, ...]:
    if not desk.library.settings.address or not desk.library.briefs:
        return ()
    own = "Briefs, topics and actors have their own: feed.xml below their address."
    return (
        _link(desk, "feed.xml", "Changes (Atom)", f"What was published, updated and corrected. {own}"),
        _link(desk, "feed.json", "Changes (JSON Feed)", "The same."),
    )


def _calendars(desk: Desk) -> tuple[LlmsLink, ...]:
    if not any(exact_days(step.date) for step in desk.library.steps.values()):
        return ()
    own = f"Briefs and actors with dates have their own: {FILE} below their address."
    return (_link(desk, FILE, "Next steps (iCalendar)", f"What comes next, and what became of it. {own}"),)


def _own(desk: Desk) -> tuple[LlmsSection, ...]:
    """The site's own pages, a section each."""
    return tuple(
        LlmsSection(
            title=plain(section.title),
            links=tuple(
                _link(desk, section.path(chapter), plain(chapter.title), described_chapter(chapter))
                for chapter in section.chapters
            ),
        )
        for section in desk.library.sections
    )


def _more(desk: Desk) -> tuple[LlmsLink, ...]:
    return (
        _link(desk, "about/", "How we work", "What each status and each answer means, how sources are chosen."),
        _link(desk, "actors/", "Actors", "Everyone in the briefs, with a page each."),
        _link(desk, "timeline/", "Timeline", "Everything dated in all briefs, newest first."),
        _link(desk, "next/", "Next steps", "What comes next in all briefs, and what is overdue."),
    )
