"""The pages that lead to others: home, the index of actors, and "not found"."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlsplit

from parley.model.brief import Brief
from parley.model.page import Page, Words
from parley.pages.about import policy
from parley.pages.actor import actor_line
from parley.pages.brief import described, topic_links
from parley.pages.cards import counts, when
from parley.pages.desk import Desk
from parley.pages.drawers import Long
from parley.pages.frame import frame
from parley.pages.here import Here
from parley.pages.linked.collection import MOST_BRIEFS, collection_nodes
from parley.pages.linked.site import site_nodes
from parley.pages.list_views import ActorGroup, ActorsView, HomeView
from parley.pages.more import Sheet
from parley.pages.places import HOME_ARCHIVE, HOME_BRIEFS, Part
from parley.pages.prose import Writer
from parley.pages.step_cards import step_line
from parley.pages.story_parts import ActorLine, BriefLine
from parley.pages.text_views import MissingView
from parley.words import labels
from parley.words.dates import date_words
from parley.words.sentences import said
from parley.words.tongue import say

MOST_STEPS = 6
MOST_ACTORS = 10
MOST_MISSING = 5
MOST_OF_A_KIND = 100


def home_lists(desk: Desk) -> tuple[Long, ...]:
    """The lists of home that may have pages by the month in which a brief was published."""
    here = desk.here(0)
    sheet = Sheet(desk, here, "", desk.library.settings.name, quiet=True)

    def lines(briefs: Sequence[str], _writer: Writer) -> tuple[BriefLine, ...]:
        return tuple(brief_line(desk, here, desk.library.briefs[slug]) for slug in briefs)

    return Long(sheet, HOME_BRIEFS, lines), Long(sheet, HOME_ARCHIVE, lines)


def home_page(desk: Desk) -> list[Page]:
    """The home page: briefs by newest change, what is coming up, and who is most involved."""
    here = desk.here(0)
    library, found, settings = desk.library, desk.found, desk.library.settings
    briefs, archive = home_lists(desk)
    sheet = briefs.sheet
    first = [library.briefs[slug] for slug in desk.kept[:MOST_BRIEFS]]
    nodes = site_nodes(desk, first, len(desk.kept))
    view = HomeView(
        frame=frame(desk, here, "", settings.name, settings.tagline, kind="home", linked=nodes),
        briefs=sheet.cut(HOME_BRIEFS, desk.kept, briefs.make),
        archive=sheet.cut(HOME_ARCHIVE, desk.archived, archive.make),
        coming=tuple(step_line(desk, here, library.steps[step]) for step in found.coming[:MOST_STEPS]),
        overdue=tuple(step_line(desk, here, library.steps[step]) for step in found.overdue[-MOST_STEPS:]),
        actors=tuple(actor_line(desk, here, actor) for actor in desk.busiest[:MOST_ACTORS]),
        about=policy(desk, sheet.writer, settings.policies.about),
        more=sheet.more,
        search=desk.search_href(here),
    )
    return [Page(path="index.html", template="pages/home.html", view=view), *sheet.pages]


def actors_lists(desk: Desk) -> tuple[Long, ...]:
    """The actors of each kind, which may have pages by letter."""
    here = desk.here(1)
    sheet = Sheet(desk, here, "actors/", say("Actors"))

    def lines(some: Sequence[str], _writer: Writer) -> tuple[ActorLine, ...]:
        return tuple(actor_line(desk, here, actor) for actor in some)

    return tuple(
        Long(sheet, Part(f"{kind}s", title, MOST_OF_A_KIND, "by name", "actors", drawers="letters"), lines)
        for kind, title in labels.ACTORS.items()
        if kind in desk.by_kind
    )


def actors_page(desk: Desk) -> list[Page]:
    """The index of actors, and the pages of its lists while they can be counted."""
    here, lists = desk.here(1), actors_lists(desk)
    sheet = lists[0].sheet if lists else Sheet(desk, here, "actors/", say("Actors"))
    groups = []
    for part, make in ((long.part, long.make) for long in lists):
        lines = sheet.cut(part, desk.by_kind[part.name[:-1]], make)
        more = sheet.left.get(part.name, ())
        groups.append(ActorGroup(anchor=part.name, title=part.heading, actors=lines, more=more))
    description = say(
        "Everyone in the briefs: people, states, organisations and groups, with what they proposed and answered."
    )
    nodes = collection_nodes(desk, "actors/", say("Actors"), description)
    around = frame(desk, here, "actors/", say("Actors"), description, kind="actors", linked=nodes)
    view = ActorsView(frame=around, groups=tuple(groups))
    return [Page(path="actors/index.html", template="pages/actors.html", view=view), *sheet.pages]


def missing_page(desk: Desk) -> Page:
    """The page for addresses that lead nowhere. It is served at any depth, so its links begin at the host's top."""
    settings = desk.library.settings
    here = Here(desk.library, 0, root=urlsplit(settings.address).path or f"/{settings.within}")
    newest = by_newest_change(desk)[:MOST_MISSING]
    description = say("This page is not here.")
    view = MissingView(
        frame=frame(
            desk, here, "404.html", say("Page not found"), description, kind="missing", indexed=False, shared=False
        ),
        briefs=tuple(here.brief(brief.slug) for brief in newest),
        search=desk.search_href(here),
    )
    return Page(path="404.html", template="pages/404.html", view=view)


def by_newest_change(desk: Desk) -> list[Brief]:
    """All briefs, the one that changed last first."""
    return list(desk.newest)


def brief_line(desk: Desk, here: Here, brief: Brief) -> BriefLine:
    """A brief in a list: title, one sentence, status counts, the next date."""
    writer = desk.quiet_writer(here)
    return BriefLine(
        link=here.brief(brief.slug),
        sentence=writer.prose(brief.summary or described(desk, brief), brief.slug),
        counts=counts(desk.found.standings[item.id] for item in brief.proposals.values()),
        updated=when(brief.updated),
        next=_next(desk, here, brief),
        topics=topic_links(here, brief),
    )


def _next(desk: Desk, here: Here, brief: Brief) -> Words:
    """The soonest step of the brief that is still to come."""
    step = desk.first_coming.get(brief.slug)
    if step is None:
        return ()
    return said("{step}, {when}", step=here.step(step), when=date_words(desk.library.steps[step].date))
