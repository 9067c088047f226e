"""How we work: what each status means, what the site promises, and every correction that was made."""

from __future__ import annotations

from parley.model.page import Link, Page
from parley.pages.brief import mends
from parley.pages.cards import badge
from parley.pages.desk import Desk
from parley.pages.frame import frame
from parley.pages.views import AboutView, BriefMend, RuleLine
from parley.words.rules import RULES


def about_page(desk: Desk) -> Page:
    """The page "How we work"."""
    here = desk.here(1)
    writer = desk.writer(here, *desk.library.actors)
    policies = desk.library.settings.policies
    found = [
        (item.date.order, brief.slug, BriefMend(brief=here.brief(brief.slug), mend=mend))
        for brief in desk.library.briefs.values()
        for item, mend in zip(brief.corrections, mends(desk, here, brief, writer), strict=True)
    ]
    found.sort(key=lambda item: item[:2], reverse=True)
    view = AboutView(
        frame=frame(desk, here, "about/", "How we work", "What each status means, and what we promise.", kind="about"),
        about=writer.prose(policies.about),
        rules=tuple(RuleLine(badge=badge(status), meaning=meaning) for status, meaning in RULES.items()),
        sources=writer.prose(policies.sources),
        corrections=writer.prose(policies.corrections),
        mends=tuple(mend for _, _, mend in found),
        privacy=writer.prose(policies.privacy),
        contact=writer.prose(policies.contact),
        style=Link(text="every part of these pages in every state", href=here.to("style/")),
    )
    return Page(path="about/index.html", template="pages/about.html", view=view)
