"""The page of a topic: its briefs, who stands where on their proposals, what is open, and what comes next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from parley.model.page import Link, Page, Words
from parley.pages.actor import actor_line
from parley.pages.cards import proposal_line
from parley.pages.desk import Desk
from parley.pages.drawers import Long
from parley.pages.entries import entries
from parley.pages.facets import topic_facets
from parley.pages.frame import frame
from parley.pages.here import Here
from parley.pages.linked.collection import MOST_BRIEFS, collection_nodes
from parley.pages.list_views import TopicView
from parley.pages.lists import brief_line
from parley.pages.more import Sheet
from parley.pages.places import TOPIC_BRIEFS, TOPIC_DATED, TOPIC_OPEN, TOPIC_SIDES
from parley.pages.prose import Writer
from parley.pages.step_cards import step_line
from parley.pages.story_parts import BriefLine
from parley.pages.tables import positions_part, positions_tables
from parley.words import stories
from parley.words.sentences import said
from parley.words.tongue import figure, say

MOST_ACTORS = 20
MOST_STEPS = 10
MOST_DEADLOCKS = 10


def topic_lists(desk: Desk, path: str) -> tuple[Long, ...]:
    """The lists of the topic at ``path``, which may have pages by month."""
    here = desk.here(2)
    sheet = Sheet(desk, here, path, desk.topics[path], quiet=True)

    def briefs(some: Sequence[str], _writer: Writer) -> tuple[BriefLine, ...]:
        return tuple(brief_line(desk, here, desk.library.briefs[slug]) for slug in some)

    return (
        Long(sheet, TOPIC_BRIEFS, briefs),
        Long(sheet, TOPIC_OPEN, lambda some, _writer: tuple(proposal_line(desk, here, item) for item in some)),
        Long(sheet, TOPIC_SIDES, lambda some, _writer: positions_tables(desk, here, some)),
        Long(sheet, TOPIC_DATED, lambda some, writer: entries(desk, here, some, writer)),
    )


def topic_page(desk: Desk, path: str) -> list[Page]:
    """The page of the topic at ``path``, and those of its lists while they can be counted."""
    here, title, subject = desk.here(2), desk.topics[path], desk.subjects[path]
    briefs, open_, _sides, dated = topic_lists(desk, path)
    sheet = briefs.sheet
    told = "{topic}: the briefs, who stands where, what is still open, and what comes next."
    description = say(told, topic=title)
    first = [desk.library.briefs[slug] for slug in subject.briefs[:MOST_BRIEFS]]
    number = len(subject.briefs)
    view = TopicView(
        frame=frame(
            desk,
            here,
            path,
            title,
            description,
            kind="topic",
            feed=path,
            crumbs=(Link(text=say("Briefs"), href=here.home),),
            linked=collection_nodes(desk, path, title, description, topic=title, briefs=first, number=number),
            facets=topic_facets(title),
        ),
        briefs=sheet.cut(TOPIC_BRIEFS, subject.briefs, briefs.make),
        open=sheet.cut(TOPIC_OPEN, subject.open, open_.make),
        positions=positions_part(sheet, subject.proposals, TOPIC_SIDES),
        deadlocks=_deadlocks(desk, here, subject.proposals),
        steps=tuple(step_line(desk, here, desk.library.steps[step]) for step in subject.steps[:MOST_STEPS]),
        actors=tuple(actor_line(desk, here, actor) for actor in _actors(desk, subject.briefs)[:MOST_ACTORS]),
        timeline=sheet.cut(TOPIC_DATED, subject.happenings, dated.make),
        more=sheet.more,
    )
    return [Page(path=f"{path}index.html", template="pages/topic.html", view=view), *sheet.pages]


def _deadlocks(desk: Desk, here: Here, proposals: Sequence[str]) -> tuple[Words, ...]:
    found = dict.fromkeys(deadlock for item in proposals for deadlock in desk.deadlocks.get(item, ()))
    shown = list(found)[-MOST_DEADLOCKS:]
    told = tuple(stories.deadlock(deadlock, here) for deadlock in shown)
    if len(shown) == len(found):
        return told
    data = Link(text=say("the data"), href=here.to("data/#deadlocks"))
    return (*told, said("{number} older ones are in {data}.", number=figure(len(found) - len(shown)), data=data))


def _actors(desk: Desk, slugs: Sequence[str]) -> list[str]:
    """Those who appear in most of the topic's briefs, sides before their speakers."""
    shared = Counter(actor for slug in slugs for actor in desk.cast.get(slug, ()))
    return sorted(shared, key=lambda actor: (-shared[actor], desk.library.side(actor) != actor, actor))
