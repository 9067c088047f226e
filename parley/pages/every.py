"""Which pages exist: one list of all of them, in a fixed order."""

from __future__ import annotations

from parley.model.insight import Insights
from parley.model.library import Library
from parley.model.page import Page
from parley.pages.about import about_page
from parley.pages.actor import actor_page
from parley.pages.brief import brief_page, redirects
from parley.pages.calendar import next_page, timeline_page
from parley.pages.data import data_pages
from parley.pages.desk import Desk, Dressing, updated
from parley.pages.feeds import feed_pages
from parley.pages.here import brief_path
from parley.pages.lists import actors_page, home_page, missing_page
from parley.pages.machines import addresses_of, sitemap
from parley.pages.proposal import proposal_page
from parley.pages.style.page import style_pages
from parley.pages.topics import topic_pages


def every_page(library: Library, found: Insights, dressing: Dressing) -> list[Page]:
    """All pages of the site that ``library`` and what was ``found`` of it make."""
    desk = Desk(library, found, dressing)
    pages = [home_page(desk), actors_page(desk), timeline_page(desk), next_page(desk), about_page(desk)]
    pages += [missing_page(desk), *topic_pages(desk)]
    for brief in library.briefs.values():
        pages += [brief_page(desk, brief), *redirects(desk, brief)]
    pages += [actor_page(desk, actor) for actor in library.actors.values()]
    pages += [proposal_page(desk, proposal) for proposal in library.proposals.values()]
    pages += [*data_pages(desk), *feed_pages(desk)]
    days = {brief_path(brief.slug): updated(brief).first.isoformat() for brief in library.briefs.values()}
    return [*pages, *sitemap(desk, addresses_of(pages, days)), *style_pages(desk)]
