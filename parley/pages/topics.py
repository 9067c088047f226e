"""The page of a topic: its briefs, who stands where on their proposals, what is open, and what comes next."""

from __future__ import annotations

from parley.model.brief import Brief
from parley.model.page import Link, Page, Words
from parley.pages.actor import actor_line
from parley.pages.cards import proposal_line
from parley.pages.desk import Desk
from parley.pages.entries import entries
from parley.pages.facets import topic_facets
from parley.pages.frame import frame
from parley.pages.here import Here, topic_path
from parley.pages.linked.collection import collection_nodes
from parley.pages.list_views import TopicView
from parley.pages.lists import brief_line, by_newest_change
from parley.pages.more import Sheet
from parley.pages.places import TIMELINE, Part
from parley.pages.step_cards import step_line
from parley.pages.tables import positions_part
from parley.words import stories

MOST_ACTORS = 20
MOST_STEPS = 10
BRIEFS = Part("briefs", "Briefs", 20, "newest first", "briefs")
OPEN = Part("open", "Open proposals", 15, "newest first", "lines")


def topic_pages(desk: Desk) -> list[Page]:
    """A page for every topic that some brief names, by the topic's id."""
    place = {brief.slug: at for at, brief in enumerate(by_newest_change(desk))}
    pages: list[Page] = []
    for path, title in desk.topics.items():
        pages += _pages(desk, title, sorted(desk.briefs_on[path], key=lambda brief: place[brief.slug]))
    return pages


def _pages(desk: Desk, title: str, briefs: list[Brief]) -> list[Page]:
    """The page of the topic ``title``, whose ``briefs`` come newest first, and those of lists too long for it."""
    here, path, found = desk.here(2), topic_path(title), desk.found
    slugs = {brief.slug for brief in briefs}
    sheet = Sheet(desk, here, path, title, desk.library.actors)
    dated = [item for brief in briefs for item in brief.proposals.values()]
    proposals = [item.id for item in sorted(dated, key=lambda item: (item.date.order, item.id))]
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
            linked=collection_nodes(desk, path, title, description, topic=title, briefs=briefs),
            facets=topic_facets(title),
        ),
        briefs=sheet.cut(BRIEFS, briefs, lambda some, _writer: tuple(brief_line(desk, here, brief) for brief in some)),
        open=sheet.cut(
            OPEN,
            [item for item in proposals[::-1] if found.standings[item].status == "open"],
            lambda some, _writer: tuple(proposal_line(desk, here, item) for item in some),
        ),
        positions=positions_part(sheet, proposals),
        deadlocks=_deadlocks(desk, here, proposals),
        steps=tuple(step_line(desk, here, desk.library.steps[step]) for step in open_steps[:MOST_STEPS]),
        actors=tuple(actor_line(desk, here, actor) for actor in _actors(desk, slugs)[:MOST_ACTORS]),
        timeline=sheet.cut(TIMELINE, happenings, lambda some, writer: entries(desk, here, some, writer)),
        more=sheet.more,
    )
    return [Page(path=f"{path}index.html", template="pages/topic.html", view=view), *sheet.pages]


def _deadlocks(desk: Desk, here: Here, proposals: list[str]) -> tuple[Words, ...]:
    found = [deadlock for item in proposals for deadlock in desk.deadlocks.get(item, ())]
    once = [deadlock for at, deadlock in enumerate(found) if deadlock not in found[:at]]
    return tuple(stories.deadlock(deadlock, here) for deadlock in once)


def _actors(desk: Desk, slugs: set[str]) -> list[str]:
    """Those who appear in most of the topic's briefs, sides before their speakers."""
    shared = {actor: len(slugs & involved.briefs.keys()) for actor, involved in desk.involved.items()}
    taking_part = [actor for actor, number in shared.items() if number]
    return sorted(taking_part, key=lambda actor: (-shared[actor], desk.library.side(actor) != actor, actor))
