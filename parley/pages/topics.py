"""The page of a topic: its briefs, who stands where on their proposals, what is open, and what comes next."""

from __future__ import annotations

from parley.model.brief import Brief
from parley.model.page import Link, Page, Words
from parley.pages.actor import actor_line
from parley.pages.cards import proposal_line, step_line
from parley.pages.desk import Desk
from parley.pages.entries import entries
from parley.pages.facets import topic_facets
from parley.pages.frame import frame
from parley.pages.here import Here, topic_path
from parley.pages.lists import brief_line, by_newest_change
from parley.pages.tables import positions_table
from parley.pages.views import TopicView
from parley.words import stories

MOST_ACTORS = 20


def topic_pages(desk: Desk) -> list[Page]:
    """A page for every topic that some brief names, by the topic's id."""
    newest = by_newest_change(desk)
    return [
        topic_page(desk, title, [brief for brief in newest if topic_path(title) in map(topic_path, brief.topics)])
        for title in desk.topics.values()
    ]


def topic_page(desk: Desk, title: str, briefs: list[Brief]) -> Page:
    """The page of the topic ``title``, whose ``briefs`` are in the order in which they are shown."""
    here, path, found = desk.here(2), topic_path(title), desk.found
    slugs = {brief.slug for brief in briefs}
    writer = desk.writer(here, *desk.library.actors)
    proposals = [item.id for brief in briefs for item in brief.proposals.values()]
    open_steps = [step for step in (*found.overdue, *found.coming) if step.partition("/")[0] in slugs]
    happenings = [happening for happening in found.timeline if happening.brief in slugs]
    description = f"{title}: the briefs, who stands where, what is still open, and what comes next."
    view = TopicView(
        frame=frame(
            desk,
            here,
            path,
            title,
            description,
            kind="topic",
            feed=path,
            crumbs=(Link(text="Briefs", href=here.home),),
            facets=topic_facets(title),
        ),
        briefs=tuple(brief_line(desk, here, brief) for brief in briefs),
        open=tuple(proposal_line(desk, here, item) for item in proposals if found.standings[item].status == "open"),
        positions=positions_table(desk, here, proposals),
        deadlocks=_deadlocks(desk, here, proposals),
        steps=tuple(step_line(desk, here, desk.library.steps[step]) for step in open_steps),
        actors=tuple(actor_line(desk, here, actor) for actor in _actors(desk, slugs)[:MOST_ACTORS]),
        timeline=entries(desk, here, happenings, writer),
    )
    return Page(path=f"{path}index.html", template="pages/topic.html", view=view)


def _deadlocks(desk: Desk, here: Here, proposals: list[str]) -> tuple[Words, ...]:
    found = [deadlock for item in proposals for deadlock in desk.deadlocks.get(item, ())]
    once = [deadlock for at, deadlock in enumerate(found) if deadlock not in found[:at]]
    return tuple(stories.deadlock(deadlock, here) for deadlock in once)


def _actors(desk: Desk, slugs: set[str]) -> list[str]:
    """Those who appear in most of the topic's briefs, sides before their speakers."""
    shared = {actor: len(slugs & involved.briefs.keys()) for actor, involved in desk.involved.items()}
    taking_part = [actor for actor, number in shared.items() if number]
    return sorted(taking_part, key=lambda actor: (-shared[actor], desk.library.side(actor) != actor, actor))
