"""The pages that lead to others: home, the index of actors, and "not found"."""

from __future__ import annotations

from urllib.parse import urlsplit

from parley.model.brief import Brief
from parley.model.page import Page, Words
from parley.pages.actor import actor_line
from parley.pages.brief import described, topic_links
from parley.pages.cards import counts, step_line, when
from parley.pages.desk import Desk, updated
from parley.pages.frame import frame
from parley.pages.here import Here
from parley.pages.parts import BriefLine
from parley.pages.views import ActorGroup, ActorsView, HomeView, MissingView
from parley.words import labels
from parley.words.dates import date_words
from parley.words.sentences import said

MOST_STEPS = 6
MOST_ACTORS = 10
MOST_MISSING = 5


def home_page(desk: Desk) -> Page:
    """The home page: briefs by newest change, what is coming up, and who is most involved."""
    here = desk.here(0)
    library, found, settings = desk.library, desk.found, desk.library.settings
    writer = desk.writer(here, *library.actors)
    ordered = by_newest_change(desk)
    kept = [brief for brief in ordered if not _over(desk, brief)]
    busiest = sorted(library.actors, key=lambda actor: (-_weight(desk, actor), actor))
    view = HomeView(
        frame=frame(desk, here, "", "Briefs", settings.tagline, kind="home"),
        briefs=tuple(brief_line(desk, here, brief) for brief in kept),
        archive=tuple(brief_line(desk, here, brief) for brief in ordered if _over(desk, brief)),
        coming=tuple(step_line(desk, here, library.steps[step]) for step in found.coming[:MOST_STEPS]),
        overdue=tuple(step_line(desk, here, library.steps[step]) for step in found.overdue[-MOST_STEPS:]),
        actors=tuple(actor_line(desk, here, actor) for actor in busiest[:MOST_ACTORS] if _weight(desk, actor)),
        about=writer.prose(settings.policies.about),
        search=desk.search_href(here),
    )
    return Page(path="index.html", template="pages/home.html", view=view)


def actors_page(desk: Desk) -> Page:
    """Everyone, by kind and then by name."""
    here = desk.here(1)
    groups = []
    for kind, title in labels.ACTORS.items():
        ids = [actor.id for actor in desk.library.actors.values() if actor.kind == kind]
        ids.sort(key=lambda actor: (desk.library.actors[actor].name.casefold(), actor))
        if ids:
            lines = tuple(actor_line(desk, here, actor) for actor in ids)
            groups.append(ActorGroup(anchor=f"{kind}s", title=title, actors=lines))
    description = (
        "Everyone in the briefs: people, states, organisations and groups, with what they proposed and answered."
    )
    view = ActorsView(frame=frame(desk, here, "actors/", "Actors", description, kind="actors"), groups=tuple(groups))
    return Page(path="actors/index.html", template="pages/actors.html", view=view)


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
    return sorted(by_slug, key=lambda brief: updated(brief).order, reverse=True)


def _over(desk: Desk, brief: Brief) -> bool:
    return brief.expires is not None and brief.expires.last < desk.found.day


def _weight(desk: Desk, actor: str) -> int:
    involved = desk.involved[actor]
    return len(involved.made) + len(involved.received) + len(involved.said)


def brief_line(desk: Desk, here: Here, brief: Brief) -> BriefLine:
    """A brief in a list: title, one sentence, status counts, the next date."""
    writer = desk.writer(here, *desk.library.actors)
    return BriefLine(
        link=here.brief(brief.slug),
        sentence=writer.prose(brief.summary or described(desk, brief), brief.slug, brief.lang),
        counts=counts(desk.found.standings[item.id] for item in brief.proposals.values()),
        updated=when(updated(brief)),
        next=_next(desk, here, brief),
        topics=topic_links(here, brief),
    )


def _next(desk: Desk, here: Here, brief: Brief) -> Words:
    """The soonest step of the brief that is still to come."""
    step = next((step for step in desk.found.coming if step.partition("/")[0] == brief.slug), None)
    if step is None:
        return ()
    return said("{step}, {when}", step=here.step(step), when=date_words(desk.library.steps[step].date))
