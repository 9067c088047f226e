"""Which pages exist: one list of all of them, in a fixed order."""

from __future__ import annotations

from parley.model.insight import Insights
from parley.model.library import Library
from parley.model.page import Page
from parley.pages.about import about_pages
from parley.pages.actor import actor_pages
from parley.pages.brief import brief_pages
from parley.pages.calendar import next_pages, timeline_pages
from parley.pages.calendars import calendar_pages
from parley.pages.chapters import chapter_pages
from parley.pages.citing import citing_pages
from parley.pages.data import data_pages
from parley.pages.desk import Desk, Dressing
from parley.pages.embeds import embed_pages
from parley.pages.feeds import feed_pages
from parley.pages.here import brief_path
from parley.pages.lists import actors_pages, home_pages, missing_page
from parley.pages.llms import llms_page
from parley.pages.machines import addresses_of, sitemap
from parley.pages.manifest import manifest_page
from parley.pages.proposal import proposal_pages
from parley.pages.redirects import actor_redirects, brief_redirects
from parley.pages.search import search_pages
from parley.pages.social import card_pages
from parley.pages.style.page import style_pages
from parley.pages.topics import topic_pages


def every_page(library: Library, found: Insights, dressing: Dressing) -> list[Page]:
    """All pages of the site that ``library`` and what was ``found`` of it make."""
    desk = Desk(library, found, dressing)
    pages = [*home_pages(desk), *actors_pages(desk), *timeline_pages(desk), *next_pages(desk), *about_pages(desk)]
    pages += [missing_page(desk), *search_pages(desk), *topic_pages(desk), *chapter_pages(desk)]
    for brief in library.briefs.values():
        pages += [*brief_pages(desk, brief), *brief_redirects(desk, brief), *citing_pages(desk, brief)]
    for actor in library.actors.values():
        pages += [*actor_pages(desk, actor), *actor_redirects(desk, actor)]
    for proposal in library.proposals.values():
        pages += proposal_pages(desk, proposal)
    pages += [*data_pages(desk), *feed_pages(desk), *calendar_pages(desk), *embed_pages(desk), *card_pages(desk)]
    pages += [manifest_page(desk), llms_page(desk)]
    days = {brief_path(brief.slug): brief.updated.first.isoformat() for brief in library.briefs.values()}
    return [*pages, *sitemap(desk, addresses_of(pages, days)), *style_pages(desk)]
