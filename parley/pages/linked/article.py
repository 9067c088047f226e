"""A brief: a background article, with whom and what it is about, its sources, its corrections and its events."""

from __future__ import annotations

from collections.abc import Iterable

from parley.model.brief import Brief, Correction
from parley.model.page import Prose, plain_prose
from parley.pages.desk import Desk
from parley.pages.linked import known
from parley.pages.linked.actor import mentioned
from parley.pages.linked.dates import iso
from parley.pages.linked.event import event_node
from parley.pages.linked.node import Node, node, same
from parley.pages.linked.proposal import mentioned_proposals
from parley.pages.linked.site import publisher_node
from parley.pages.linked.source import source_node
from parley.pages.places import SOURCES, stays
from parley.pages.terms import term_anchors


def article_nodes(desk: Desk, brief: Brief, description: str, image: str = "") -> list[Node]:
    """``brief``, described in plain text, with the address of its picture, and those of its steps that are events."""
    events = (event_node(desk, step) for step in brief.next_steps.values())
    return [_article(desk, brief, description, image), *(event for event in events if event)]


def _article(desk: Desk, brief: Brief, description: str, image: str) -> Node:
    others = [actor for actor in dict.fromkeys(_named(brief)) if actor not in brief.who]
    url, settings = known.brief(desk, brief.slug), desk.library.settings
    return node(
        "BackgroundNewsArticle",
        url,
        headline=brief.title,
        description=description,
        url=url,
        image=image,
        inLanguage=brief.lang or settings.language,
        datePublished=iso(brief.published),
        dateModified=iso(brief.updated),
        author=_authors(desk, brief),
        publisher=publisher_node(desk),
        isPartOf=same(known.site(desk)),
        keywords=[settings.topics.get(topic, topic) for topic in brief.topics],
        about=mentioned(desk, brief.who),
        mentions=[
            *mentioned(desk, others),
            *mentioned_proposals(desk, brief.proposals.values()),
            *_terms(desk, brief),
        ],
        citation=[source_node(desk, source) for source in stays(SOURCES, list(brief.sources.values()))],
        correction=[_correction(desk, brief, item) for item in brief.corrections],
        creativeWorkStatus="Draft" if brief.draft else "",
    )


def _authors(desk: Desk, brief: Brief) -> list[Node]:
    """Those in the byline; without one the publisher answers for it, as in the feeds."""
    publisher = desk.library.settings.name
    names = brief.authors or (publisher,)
    return [same(known.publisher(desk)) if name == publisher else node("Person", name=name) for name in names]


def _named(brief: Brief) -> Iterable[str]:
    """Everyone who has a part in what the brief records."""
    for proposal in brief.proposals.values():
        yield from (*proposal.by, *proposal.to)
    for answer in brief.answers:
        yield from answer.by
    for event in brief.events:
        yield from event.who
    for step in brief.next_steps.values():
        yield from step.who


def _terms(desk: Desk, brief: Brief) -> list[Node]:
    """The glossary."""
    anchors = term_anchors(brief.glossary)
    return [
        node(
            "DefinedTerm", known.term(desk, brief.slug, anchors[term]), name=term, description=_plain(desk, brief, text)
        )
        for term, text in brief.glossary.items()
    ]


def _correction(desk: Desk, brief: Brief, item: Correction) -> Node:
    text = f"Was: {_plain(desk, brief, item.was)} Now: {_plain(desk, brief, item.now)}"
    return node("CorrectionComment", text=text, datePublished=iso(item.date))


def _plain(desk: Desk, brief: Brief, text: str) -> str:
    prose: Prose = desk.quiet_writer(desk.here(0)).prose(text, brief.slug)
    return plain_prose(prose)
