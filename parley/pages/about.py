"""How we work: what each status means, what the site promises, and every correction that was made."""

from __future__ import annotations

from parley.model.page import Link, Page
from parley.pages.cards import badge
from parley.pages.changes import mends
from parley.pages.desk import Desk
from parley.pages.facets import ABOUT
from parley.pages.frame import frame
from parley.pages.linked.site import about_nodes
from parley.pages.more import Sheet
from parley.pages.places import Part
from parley.pages.text_views import AboutView, BriefMend, RuleLine
from parley.words.rules import RULES

MENDS = Part("mends", "Corrections", 30, "newest first", "mends")


def about_pages(desk: Desk) -> list[Page]:
    """The page "How we work"."""
    here = desk.here(1)
    sheet = Sheet(desk, here, "about/", "How we work", quiet=True)
    writer = sheet.writer
    policies = desk.library.settings.policies
    found = [
        (item.date.order, brief.slug, BriefMend(brief=here.brief(brief.slug), mend=mend))
        for brief in desk.library.briefs.values()
        for item, mend in zip(brief.corrections, mends(desk, here, brief, writer), strict=True)
    ]
    found.sort(key=lambda item: item[:2], reverse=True)
    title, description = "How we work", "What each status means, and what we promise."
    nodes = about_nodes(desk, title, description)
    view = AboutView(
        frame=frame(desk, here, "about/", title, description, kind="about", linked=nodes, facets=ABOUT),
        about=writer.prose(policies.about),
        rules=tuple(RuleLine(badge=badge(status), meaning=meaning) for status, meaning in RULES.items()),
        sources=writer.prose(policies.sources),
        corrections=writer.prose(policies.corrections),
        mends=sheet.cut(MENDS, [mend for _, _, mend in found], lambda some, _writer: tuple(some)),
        more=sheet.more,
        privacy=writer.prose(policies.privacy),
        contact=writer.prose(policies.contact),
        style=Link(text="every part of these pages in every state", href=here.to("style/")),
    )
    return [Page(path="about/index.html", template="pages/about.html", view=view), *sheet.pages]
