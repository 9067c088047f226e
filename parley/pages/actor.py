"""The page of an actor: everything it did and was asked, across all briefs, each with its evidence beside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from parley.model.actor import Actor
from parley.model.insight import Position
from parley.model.page import Link, Page, Words, plain_prose
from parley.model.proposal import Answer, Rejection
from parley.pages.calendars import calendar_alternates, calendar_offer
from parley.pages.card_parts import AnswerCard, PositionCard
from parley.pages.cards import answer_card, position_card, proposal_line
from parley.pages.desk import Desk
from parley.pages.entries import entries
from parley.pages.facets import actor_facets
from parley.pages.frame import frame
from parley.pages.here import Here, actor_path
from parley.pages.linked.actor import actor_nodes
from parley.pages.more import Sheet
from parley.pages.parts import Row
from parley.pages.pictures.time_axis import time_axis, with_days
from parley.pages.places import Part, stays
from parley.pages.prose import Writer
from parley.pages.social import actor_card
from parley.pages.stand import actor_stand
from parley.pages.step_cards import step_card
from parley.pages.story_parts import ActorLine, ProposalLine, WhoCard
from parley.pages.views import ActorView
from parley.words import labels
from parley.words.sentences import listed, run, said
from parley.words.tongue import counted, say

MOST_CONNECTED = 12


POSITIONS = Part("positions", "Positions", 7, "newest first", "positions")
GROUPS = Part("groups", "Positions of its groups", 5, "newest first", "positions")
MADE = Part("made", "Proposals made", 10, "newest first", "lines")
RECEIVED = Part("received", "Proposals received", 10, "newest first", "lines")
REJECTIONS_MADE = Part("rejections_made", "Rejections made", 5, "newest first", "answers")
REJECTIONS_RECEIVED = Part("rejections_received", "Rejections received", 5, "newest first", "answers")
SAID = Part("said", "Said for others", 5, "newest first", "answers")
TIMELINE = Part("timeline", "Timeline", 20, "newest last", "entries")
STEPS = Part("steps", "Next dates", 5, "newest first", "steps")
SPEAKERS = Part("speakers", "Who speaks for it", 30, "by name", "actors")
BRIEFS = Part("briefs", "Briefs", 12, "newest last", "parts")


def actor_pages(desk: Desk, actor: Actor) -> list[Page]:
    """The page of ``actor``, and those of its lists that are too long for it."""
    here = desk.here(2)
    path, involved, found = actor_path(actor.id), desk.involved[actor.id], desk.found
    sheet = Sheet(desk, here, path, actor.name, (actor.id,))
    writer = sheet.writer

    def told(answers: Sequence[Answer], writer: Writer) -> tuple[AnswerCard, ...]:
        return tuple(answer_card(desk, here, answer, writer, home="-") for answer in answers)

    def lines(proposals: Sequence[str], _writer: Writer) -> tuple[ProposalLine, ...]:
        return tuple(proposal_line(desk, here, item) for item in proposals)

    dated = desk.happenings.get(f"actor:{actor.id}", ())
    timeline = sheet.cut(TIMELINE, dated, lambda some, writer: with_days(some, entries(desk, here, some, writer)))
    summary = writer.prose(actor.summary, actor.brief, actor.lang_of(actor.summary))
    offer = calendar_offer(desk, here, path, involved.steps)
    view = ActorView(
        frame=frame(
            desk,
            here,
            path,
            actor.name,
            _described(desk, actor),
            kind="actor",
            feed=path if desk.has_feed(actor.id) else "",
            alternates=calendar_alternates(offer),
            crumbs=(Link(text=say("Actors"), href=here.to("actors/")),),
            card=actor_card(desk, actor),
            linked=actor_nodes(desk, actor, plain_prose(summary)),
            facets=actor_facets(actor),
        ),
        kind=labels.ACTOR[actor.kind],
        about=_about(desk, here, actor),
        summary=summary,
        stand=actor_stand(desk, here, actor.id),
        positions=sheet.cut(
            POSITIONS,
            found.by_side.get(actor.id, ()),
            lambda some, writer: tuple(position_card(desk, here, position, writer) for position in some),
        ),
        group_positions=sheet.cut(
            GROUPS,
            found.by_group.get(actor.id, ()),
            lambda some, writer: tuple(_group_position(desk, here, position, writer) for position in some),
        ),
        made=sheet.cut(MADE, _newest_first(desk, involved.made), lines),
        received=sheet.cut(RECEIVED, _newest_first(desk, involved.received), lines),
        rejections_made=sheet.cut(REJECTIONS_MADE, _rejections(involved.said), told),
        rejections_received=sheet.cut(REJECTIONS_RECEIVED, _rejections(involved.heard), told),
        said=sheet.cut(SAID, _said(desk, actor.id), told),
        timeline=timeline,
        time_axis=time_axis(stays(TIMELINE, dated), timeline, found.day, mirrored=desk.rtl("")),
        steps=sheet.cut(
            STEPS,
            _open_first(desk, involved.steps),
            lambda some, writer: tuple(step_card(desk, here, desk.library.steps[step], writer) for step in some),
        ),
        speakers=sheet.cut(
            SPEAKERS,
            desk.library.speakers.get(actor.id, ()),
            lambda some, _writer: tuple(actor_line(desk, here, speaker) for speaker in some),
        ),
        connected=_connected(desk, here, actor.id),
        briefs=sheet.cut(
            BRIEFS,
            list(involved.briefs),
            lambda some, writer: tuple(_part(desk, here, slug, actor.id, writer) for slug in some),
        ),
        facts=_facts(actor),
        more=sheet.more,
        calendar=offer,
    )
    return [Page(path=f"{path}index.html", template="pages/actor.html", view=view), *sheet.pages]


def actor_line(desk: Desk, here: Here, actor: str) -> ActorLine:
    """An actor in one line, with what there is about it."""
    role = in_office(here, desk.library.actors[actor])
    return ActorLine(link=here.actor(actor), role=role, counts=desk.involved[actor].counts)


def in_office(here: Here, actor: Actor) -> Words:
    """The role of ``actor``, in the language that it is in."""
    return (here.worded(actor.role, actor.lang_of(actor.role)),) if actor.role else ()


def _described(desk: Desk, actor: Actor) -> str:
    involved = desk.involved[actor.id]
    number = counted(len(involved.briefs), "brief", "briefs")
    who = f"{actor.name}, {actor.role}" if actor.role else actor.name
    told = "{who}: proposals made and received, answers given, and what comes next, from {briefs}."
    return say(told, who=who, briefs=number)


def _about(desk: Desk, here: Here, actor: Actor) -> Words:
    """Role, side, members and groups, in sentences."""
    library = desk.library
    office = (here.worded(f"{actor.role.rstrip('.')}.", actor.lang_of(actor.role)),) if actor.role else ()
    side = said("Speaks for {side}.", side=here.named(actor.speaks_for)) if actor.speaks_for else ()
    part = said("Part of {bodies}.", bodies=_names(here, actor.part_of)) if actor.part_of else ()
    members = said("Members: {members}.", members=_names(here, actor.members)) if actor.members else ()
    groups = library.groups.get(actor.id, ())
    member = said("Member of {groups}.", groups=_names(here, groups)) if groups else ()
    return run(office, side, part, member, members)


def _names(here: Here, actors: tuple[str, ...]) -> Words:
    return listed([here.named(actor) for actor in actors])


def _group_position(desk: Desk, here: Here, position: Position, writer: Writer) -> PositionCard:
    note = said("Answered by {group}.", group=here.named(position.side))
    return position_card(desk, here, position, writer, note, named=True)


def _newest_first(desk: Desk, proposals: Iterable[str]) -> list[str]:
    return sorted(proposals, key=lambda item: (desk.library.proposals[item].date.order, item), reverse=True)


def _newest(answers: Iterable[Answer]) -> list[Answer]:
    return sorted(answers, key=lambda answer: (answer.date.order, answer.id), reverse=True)


def _rejections(answers: dict[str, Answer]) -> list[Answer]:
    return _newest(answer for answer in answers.values() if isinstance(answer, Rejection))


def _said(desk: Desk, actor: str) -> list[Answer]:
    """The answers a person gave for a side, rejections apart: those stand in their own list."""
    if desk.library.side(actor) == actor:
        return []
    return _newest(answer for answer in desk.involved[actor].said.values() if not isinstance(answer, Rejection))


def _open_first(desk: Desk, steps: Iterable[str]) -> list[str]:
    """Steps still to come, soonest first; then overdue ones; then those that are over, newest first."""
    every = [desk.library.steps[step] for step in steps]
    open_ = [step.id for step in desk.open_first(every)]
    over = [step for step in every if step.id not in desk.coming and step.id not in desk.overdue]
    return [*open_, *(step.id for step in sorted(over, key=lambda step: step.date.order, reverse=True))]


def _connected(desk: Desk, here: Here, actor: str) -> tuple[ActorLine, ...]:
    met = sorted(desk.involved[actor].met.items(), key=lambda item: (-item[1], item[0]))[:MOST_CONNECTED]
    return tuple(
        ActorLine(
            link=here.actor(other),
            role=in_office(here, desk.library.actors[other]),
            counts=counted(number, "exchange", "exchanges"),
        )
        for other, number in met
    )


def _part(desk: Desk, here: Here, slug: str, actor: str, writer: Writer) -> WhoCard:
    brief = desk.library.briefs[slug]
    line = brief.who.get(actor, "")
    return WhoCard(link=here.brief(slug), role=(), line=writer.prose(line, slug))


def _facts(actor: Actor) -> tuple[Row, ...]:
    """Names and identifiers."""
    wikidata = f"https://www.wikidata.org/wiki/{actor.wikidata}"
    rows = [
        Row(term=say("Also written"), words=((", ".join(actor.aka),),) if actor.aka else ()),
        Row(term=say("Country"), words=((actor.country,),) if actor.country else ()),
        Row(term=say("Wikidata"), words=((Link(text=actor.wikidata, href=wikidata),),) if actor.wikidata else ()),
        Row(term=say("Own page"), words=((Link(text=actor.url, href=actor.url),),) if actor.url else ()),
    ]
    return tuple(row for row in rows if row.words)
