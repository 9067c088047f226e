"""The page of a brief: where things stand, what happened, who wants what, what comes next, and the sources."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import get_args

from parley.model.brief import Brief, Source
from parley.model.insight import Happening, Kind
from parley.model.page import Link, Page, Piece, Words, plain, plain_prose
from parley.model.proposal import Answer
from parley.pages.calendars import calendar_alternates, calendar_offer
from parley.pages.card_parts import AnswerCard
from parley.pages.cards import answer_card, proposal_card, when
from parley.pages.changes import changes, mends
from parley.pages.citing import citing
from parley.pages.desk import Desk
from parley.pages.entries import entries
from parley.pages.facets import brief_facets
from parley.pages.frame import frame
from parley.pages.here import Here, answer_anchor, brief_path, topic_path
from parley.pages.linked.article import article_nodes
from parley.pages.more import Sheet
from parley.pages.parts import Entry
from parley.pages.pictures.exchanges import moves
from parley.pages.pictures.lanes import lanes
from parley.pages.pictures.parts import Lanes
from parley.pages.pictures.time_axis import time_axis, with_days
from parley.pages.places import (
    ELSEWHERE,
    PROPOSALS,
    REJECTIONS,
    SOURCES,
    TIMELINE,
    elsewhere_of,
    most_in_card,
    rejections_of,
    stays,
)
from parley.pages.prose import Writer
from parley.pages.social import brief_card, image
from parley.pages.stand import brief_stand
from parley.pages.step_cards import step_card
from parley.pages.story_parts import SourceEntry, Term, WhoCard
from parley.pages.tables import positions_part
from parley.pages.terms import term_anchors
from parley.pages.views import BriefView
from parley.words import labels, stories
from parley.words.dates import day_words
from parley.words.sentences import joined, said
from parley.words.tongue import say


def brief_pages(desk: Desk, brief: Brief) -> list[Page]:
    """The page of ``brief``, and those of its lists that are too long for it."""
    here = desk.here(2, brief.lang)
    path, slug, lang, description = brief_path(brief.slug), brief.slug, brief.lang, described(desk, brief)
    sheet = Sheet(desk, here, path, brief.title, lang=lang, brief=brief)
    card = brief_card(desk, brief)
    writer = sheet.writer
    most = most_in_card(desk.library, brief)
    offer = calendar_offer(desk, here, path, (step.id for step in brief.next_steps.values()))
    dated = desk.happenings.get(f"brief:{slug}", ())

    def anchored(some: Sequence[Answer], writer: Writer) -> tuple[AnswerCard, ...]:
        return tuple(
            answer_card(desk, here, answer, writer, home=slug, anchor=answer_anchor(answer)) for answer in some
        )

    def lines(some: Sequence[Happening], writer: Writer) -> tuple[Entry, ...]:
        told: Iterable[Kind] = get_args(Kind) if writer is sheet.writer else ("event",)
        return with_days(some, entries(desk, here, some, writer, home=slug, anchored=told))

    view = BriefView(  # its prose is written in the order in which it is read
        frame=frame(
            desk,
            here,
            path,
            brief.title,
            description,
            kind="brief",
            feed=path,
            alternates=calendar_alternates(offer),
            lang=lang,
            crumbs=(Link(text=say("Briefs"), href=here.home),),
            card=card,
            linked=article_nodes(desk, brief, description, image(desk, path, card)[0]),
            facets=brief_facets(desk, brief),
            teller=brief,
        ),
        slug=slug,
        topics=topic_links(here, brief),
        summary=writer.prose(brief.summary, slug),
        byline=" · ".join(brief.authors),
        published=when(brief.published),
        updated=when(brief.updated),
        notice=_notice(desk, brief),
        stand=brief_stand(desk, here, brief, desk.quiet_writer(here)),
        changes=changes(desk, here, brief, writer),
        what=writer.prose(brief.what, slug),
        why_it_matters=writer.prose(brief.why_it_matters, slug),
        background=writer.prose(brief.background, slug),
        who=tuple(_who(desk, here, brief, actor, desk.quiet_writer(here)) for actor in brief.who),
        proposals=sheet.cut(
            PROPOSALS,
            list(brief.proposals.values()),
            lambda some, writer: tuple(proposal_card(desk, here, item, writer, home=slug, most=most) for item in some),
        ),
        rejections=sheet.cut(REJECTIONS, rejections_of(brief), anchored),
        elsewhere=sheet.cut(ELSEWHERE, elsewhere_of(brief), anchored),
        positions=positions_part(sheet, _answerable(desk, brief)),
        deadlocks=_deadlocks(desk, here, brief),
        lanes=_lanes(desk, here, brief),
        timeline=(timeline := sheet.cut(TIMELINE, dated, lines)),
        time_axis=time_axis(stays(TIMELINE, dated), timeline, desk.found.day, mirrored=desk.rtl(lang)),
        steps=tuple(step_card(desk, here, step, writer, home=slug) for step in brief.next_steps.values()),
        unknown=tuple(writer.prose(text, slug) for text in brief.unknown),
        glossary=_glossary(brief, writer),
        corrections=mends(desk, here, brief, writer)[::-1],
        sources=sheet.cut(
            SOURCES,
            list(enumerate(brief.sources.values(), 1)),
            lambda some, _writer: tuple(_source(source, at, desk) for at, source in some),
        ),
        citing=citing(desk, brief),
        more=sheet.more,
        calendar=offer,
    )
    return [Page(path=f"{path}index.html", template="pages/brief.html", view=view), *sheet.pages]


def topic_links(here: Here, brief: Brief) -> tuple[Link, ...]:
    """The topics of ``brief``, each leading to its page."""
    return tuple(Link(text=here.topic(topic), href=here.to(topic_path(topic)), kind="topic") for topic in brief.topics)


def described(desk: Desk, brief: Brief) -> str:
    """The brief in a sentence or two of plain text, for search engines and lists."""
    writer = desk.quiet_writer(desk.here(0))
    return plain_prose(writer.prose(brief.summary or brief.what.partition("\n\n")[0], brief.slug))


def _notice(desk: Desk, brief: Brief) -> Words:
    """What a reader must know about the age of the page."""
    if brief.draft:
        return said("This is a draft. It is built only because drafts were asked for.")
    if brief.expires and brief.slug in desk.found.expired:
        return said("This brief has not been kept up to date since {day}.", day=day_words(brief.expires))
    if brief.slug in desk.found.stale:
        told = "This brief was last brought up to date on {day} and is due for a review."
        return said(told, day=day_words(brief.updated))
    return ()


def _who(desk: Desk, here: Here, brief: Brief, actor: str, writer: Writer) -> WhoCard:
    return WhoCard(
        link=here.actor(actor), role=role(desk, here, actor), line=writer.prose(brief.who[actor], brief.slug)
    )


def role(desk: Desk, here: Here, actor: str) -> Words:
    """Office and side: "President of Türkiye; speaks for Türkiye"."""
    found = desk.library.actors[actor]
    office: Piece = "" if found.kind == "person" else labels.ACTOR[found.kind]
    if found.role:
        office = here.worded(found.role, found.lang_of(found.role))
    if not found.speaks_for:
        return (office,) if office else ()
    side = here.named(found.speaks_for)
    return (
        said("{office}; speaks for {side}", office=office, side=side)
        if office
        else said("Speaks for {side}", side=side)
    )


def _answerable(desk: Desk, brief: Brief) -> list[str]:
    """The proposals of the positions table: the brief's own that ask for an answer, then others answered here."""
    own = [item.id for item in brief.proposals.values() if item.expects_answer or desk.library.answers.get(item.id)]
    return list(dict.fromkeys([*own, *(answer.of for answer in brief.answers)]))


def _lanes(desk: Desk, here: Here, brief: Brief) -> Lanes | None:
    """Who proposed what to whom, where more than one side takes part."""
    found = moves(desk, here, brief)
    sides = {side: here.actor(side) for move in found for side in move.sides}
    return lanes(found, sides, mirrored=desk.rtl(brief.lang))


def _deadlocks(desk: Desk, here: Here, brief: Brief) -> tuple[Words, ...]:
    found = dict.fromkeys(deadlock for item in brief.proposals.values() for deadlock in desk.deadlocks.get(item.id, ()))
    return tuple(stories.deadlock(deadlock, here) for deadlock in found)


def _glossary(brief: Brief, writer: Writer) -> tuple[Term, ...]:
    """The terms and what they mean; an entry does not link to itself."""
    anchors, found = term_anchors(brief.glossary), []
    for term, meaning in brief.glossary.items():
        writer.explained.add(anchors[term])
        words = (writer.here.worded(term, brief.lang_of(term)),)
        found.append(Term(anchor=anchors[term], term=words, meaning=writer.prose(meaning, brief.slug)))
    return tuple(found)


def _source(source: Source, number: int, desk: Desk) -> SourceEntry:
    credit = joined([" and ".join(source.author), ", " if source.author and source.publisher else "", source.publisher])
    return SourceEntry(
        anchor=f"source-{source.id.partition('/')[2]}",
        number=number,
        title=source.title,
        url=source.url,
        lang="" if source.lang == desk.library.settings.language else source.lang,
        credit=plain(credit),
        date=when(source.date) if source.date else None,
        kind=labels.SOURCE[source.kind],
        accessed=when(source.accessed) if source.accessed else None,
        archived=source.archived,
    )
