"""How we work: what each status means, what the site promises, and every correction that was made."""

from __future__ import annotations

from collections.abc import Sequence

from parley.model.page import Link, Page, Prose
from parley.pages.cards import badge
from parley.pages.changes import mend
from parley.pages.desk import Desk
from parley.pages.drawers import Long
from parley.pages.facets import about_facets
from parley.pages.frame import frame
from parley.pages.linked.site import about_nodes
from parley.pages.more import Sheet
from parley.pages.places import CORRECTIONS
from parley.pages.prose import Writer
from parley.pages.text_views import AboutView, BriefMend, RuleLine
from parley.words.rules import RULES
from parley.words.tongue import say


def corrections_list(desk: Desk) -> Long:
    """All corrections, which may have pages by month."""
    here = desk.here(1)
    sheet = Sheet(desk, here, "about/", say("How we work"), quiet=True)

    def lines(some: Sequence[tuple[str, int]], writer: Writer) -> tuple[BriefMend, ...]:
        briefs = desk.library.briefs
        return tuple(
            BriefMend(brief=here.brief(slug), mend=mend(desk, here, briefs[slug], briefs[slug].corrections[at], writer))
            for slug, at in some
        )

    return Long(sheet, CORRECTIONS, lines)


def policy(desk: Desk, writer: Writer, text: str) -> Prose:
    """One of the site's own texts, in the language that it is in."""
    return writer.prose(text, lang=desk.library.settings.lang_of(text))


def about_page(desk: Desk) -> list[Page]:
    """The page "How we work", and those of its list of corrections while they can be counted."""
    here, long = desk.here(1), corrections_list(desk)
    sheet, writer = long.sheet, long.sheet.writer
    policies = desk.library.settings.policies
    title, description = say("How we work"), say("What each status means, and what we promise.")
    nodes = about_nodes(desk, title, description)
    view = AboutView(
        frame=frame(desk, here, "about/", title, description, kind="about", linked=nodes, facets=about_facets()),
        about=policy(desk, writer, policies.about),
        rules=tuple(RuleLine(badge=badge(status), meaning=meaning) for status, meaning in RULES.items()),
        sources=policy(desk, writer, policies.sources),
        corrections=policy(desk, writer, policies.corrections),
        mends=sheet.cut(CORRECTIONS, desk.corrections, long.make),
        more=sheet.more,
        privacy=policy(desk, writer, policies.privacy),
        contact=policy(desk, writer, policies.contact),
        style=Link(text=say("every part of these pages in every state"), href=here.to("style/")),
    )
    return [Page(path="about/index.html", template="pages/about.html", view=view), *sheet.pages]
