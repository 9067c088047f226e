"""The pages that lead to others: home, the index of actors, and "not found"."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlsplit

from parley.model.brief import Brief
from parley.model.page import Page, Words
from parley.pages.actor import actor_line
from parley.pages.brief import described, topic_links
from parley.pages.cards import counts, when
from parley.pages.desk import Desk
from parley.pages.frame import frame
from parley.pages.here import Here
from parley.pages.linked.collection import collection_nodes
from parley.pages.linked.site import site_nodes
from parley.pages.list_views import ActorGroup, ActorsView, HomeView
from parley.pages.more import Sheet
from parley.pages.places import Part
from parley.pages.prose import Writer
from parley.pages.step_cards import step_line
from parley.pages.story_parts import BriefLine
from parley.pages.text_views import MissingView
from parley.words import labels
from parley.words.dates import date_words
from parley.words.sentences import said

MOST_STEPS = 6
MOST_ACTORS = 10
MOST_MISSING = 5
MOST_OF_A_KIND = 100


BRIEFS = Part("briefs", "Briefs", 25, "newest first", "briefs")
ARCHIVE = Part("archive", "No longer kept up to date", 10, "newest first", "briefs")


def home_pages(desk: Desk) -> list[Page]:
    """The home page: briefs by newest change, what is coming up, and who is most involved."""
    here = desk.here(0)
    library, found, settings = desk.library, desk.found, desk.library.settings
    sheet = Sheet(desk, here, "", settings.name, library.actors)
    ordered = by_newest_change(desk)
    kept = [brief for brief in ordered if brief.slug not in found.expired]
    busiest = sorted(library.actors, key=lambda actor: (-_weight(desk, actor), actor))

    def lines(briefs: Sequence[Brief], _writer: Writer) -> tuple[BriefLine, ...]:
        return tuple(brief_line(desk, here, brief) for brief in briefs)

    view = HomeView(
        frame=frame(desk, here, "", settings.name, settings.tagline, kind="home", linked=site_nodes(desk, kept)),
        briefs=sheet.cut(BRIEFS, kept, lines),
        archive=sheet.cut(ARCHIVE, [brief for brief in ordered if brief.slug in found.expired], lines),
        coming=tuple(step_line(desk, here, library.steps[step]) for step in found.coming[:MOST_STEPS]),
        overdue=tuple(step_line(desk, here, library.steps[step]) for step in found.overdue[-MOST_STEPS:]),
        actors=tuple(actor_line(desk, here, actor) for actor in busiest[:MOST_ACTORS] if _weight(desk, actor)),
        about=sheet.writer.prose(settings.policies.about),
        more=sheet.more,
        search=desk.search_href(here),
    )
    return [Page(path="index.html", template="pages/home.html", view=view), *sheet.pages]


def actors_pages(desk: Desk) -> list[Page]:
    """Everyone, by kind and then by name."""
    here = desk.here(1)
    sheet = Sheet(desk, here, "actors/", "Actors")
    groups = []
    for kind, title in labels.ACTORS.items():
        ids = [actor.id for actor in desk.library.actors.values() if actor.kind == kind]
        ids.sort(key=lambda actor: (desk.library.actors[actor].name.casefold(), actor))
        if ids:
            part = Part(f"{kind}s", title, MOST_OF_A_KIND, "by name", "actors")
            lines = sheet.cut(part, ids, lambda some, _writer: tuple(actor_line(desk, here, actor) for actor in some))
            groups.append(ActorGroup(anchor=part.name, title=title, actors=lines, more=sheet.left.get(part.name, ())))
    description = (
        "Everyone in the briefs: people, states, organisations and groups, with what they proposed and answered."
    )
    nodes = collection_nodes(desk, "actors/", "Actors", description)
    around = frame(desk, here, "actors/", "Actors", description, kind="actors", linked=nodes)
    view = ActorsView(frame=around, groups=tuple(groups))
    return [Page(path="actors/index.html", template="pages/actors.html", view=view), *sheet.pages]


def missing_page(desk: Desk) -> Page:
    """The page for addresses that lead nowhere. It is served at any depth, so its links begin at the host's top."""
    here = Here(desk.library, 0, root=urlsplit(desk.library.settings.address).path or "/")
    newest = by_newest_change(desk)[:MOST_MISSING]
    description = "This page is not here."
    view = MissingView(
        frame=frame(desk, here, "404.html", "Page not found", description, kind="missing", indexed=False),
        briefs=tuple(here.brief(brief.slug) for brief in newest),
        search=desk.search_href(here),
    )
    return Page(path="404.html", template="pages/404.html", view=view)


def by_newest_change(desk: Desk) -> list[Brief]:
    """All briefs, the one that changed last first."""
    by_slug = sorted(desk.library.briefs.values(), key=lambda brief: brief.slug)
    return sorted(by_slug, key=lambda brief: brief.updated.order, reverse=True)


def _weight(desk: Desk, actor: str) -> int:
    involved = desk.involved[actor]
    return len(involved.made) + len(involved.received) + len(involved.said)


def brief_line(desk: Desk, here: Here, brief: Brief) -> BriefLine:
    """A brief in a list: title, one sentence, status counts, the next date."""
    writer = desk.plain_writer(here)
    return BriefLine(
        link=here.brief(brief.slug),
        sentence=writer.prose(brief.summary or described(desk, brief), brief.slug, brief.lang),
        counts=counts(desk.found.standings[item.id] for item in brief.proposals.values()),
        updated=when(brief.updated),
        next=_next(desk, here, brief),
        topics=topic_links(here, brief),
    )


def _next(desk: Desk, here: Here, brief: Brief) -> Words:
    """The soonest step of the brief that is still to come."""
    coming = [step.id for step in brief.next_steps.values() if step.id in desk.coming]
    step = min(coming, key=desk.turns.__getitem__, default=None)
    if step is None:
        return ()
    return said("{step}, {when}", step=here.step(step), when=date_words(desk.library.steps[step].date))
