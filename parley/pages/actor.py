"""The page of an actor: everything it did and was asked, across all briefs, each with its evidence beside it."""

from __future__ import annotations

from parley.model.actor import Actor
from parley.model.page import Link, Page, Words
from parley.model.proposal import Answer, Rejection
from parley.pages.card_parts import AnswerCard, PositionCard
from parley.pages.cards import answer_card, position_card, proposal_line, step_card
from parley.pages.desk import Desk
from parley.pages.entries import entries
from parley.pages.facets import actor_facets
from parley.pages.frame import frame
from parley.pages.here import Here, actor_path
from parley.pages.parts import ActorLine, ProposalLine, Row, WhoCard
from parley.pages.prose import Writer
from parley.pages.stand import actor_stand
from parley.pages.views import ActorView
from parley.words import labels
from parley.words.sentences import listed, run, said

MOST_CONNECTED = 12


def actor_page(desk: Desk, actor: Actor) -> Page:
    """The page of ``actor``."""
    here = desk.here(2)
    writer = desk.writer(here, actor.id)
    path, involved, found = actor_path(actor.id), desk.involved[actor.id], desk.found
    view = ActorView(
        frame=frame(
            desk,
            here,
            path,
            actor.name,
            _described(desk, actor),
            kind="actor",
            feed=path if desk.has_feed(actor.id) else "",
            crumbs=(Link(text="Actors", href=here.to("actors/")),),
            facets=actor_facets(actor),
        ),
        kind=labels.ACTOR[actor.kind],
        about=_about(desk, here, actor),
        summary=writer.prose(actor.summary, actor.brief),
        stand=actor_stand(desk, here, actor.id),
        positions=tuple(position_card(desk, here, position, writer) for position in found.by_side.get(actor.id, ())),
        group_positions=_group_positions(desk, here, actor.id, writer),
        made=_newest_first(desk, here, involved.made),
        received=_newest_first(desk, here, involved.received),
        rejections_made=_rejections(desk, here, involved.said, writer),
        rejections_received=_rejections(desk, here, involved.heard, writer),
        said=_said(desk, here, actor.id, writer),
        timeline=entries(desk, here, desk.happenings.get(f"actor:{actor.id}", ()), writer),
        steps=tuple(
            step_card(desk, here, desk.library.steps[step], writer) for step in _open_first(desk, involved.steps)
        ),
        speakers=tuple(actor_line(desk, here, speaker) for speaker in desk.library.speakers.get(actor.id, ())),
        connected=_connected(desk, here, actor.id),
        briefs=tuple(_part(desk, here, slug, actor.id, writer) for slug in involved.briefs),
        facts=_facts(actor),
    )
    return Page(path=f"{path}index.html", template="pages/actor.html", view=view)


def actor_line(desk: Desk, here: Here, actor: str) -> ActorLine:
    """An actor in one line, with what there is about it."""
    found, involved = desk.library.actors[actor], desk.involved[actor]
    parts = [
        labels.counted(len(involved.briefs), "brief", "briefs") if involved.briefs else "",
        labels.counted(len(involved.made), "proposal made", "proposals made") if involved.made else "",
        labels.counted(len(involved.said), "answer", "answers") if involved.said else "",
    ]
    return ActorLine(link=here.actor(actor), role=found.role, counts=" · ".join(filter(None, parts)))


def _described(desk: Desk, actor: Actor) -> str:
    involved = desk.involved[actor.id]
    number = labels.counted(len(involved.briefs), "brief", "briefs")
    office = f", {actor.role}" if actor.role else ""
    return f"{actor.name}{office}: proposals made and received, answers given, and what comes next, from {number}."


def _about(desk: Desk, here: Here, actor: Actor) -> Words:
    """Role, side, members and groups, in sentences."""
    library = desk.library
    office = (f"{actor.role.rstrip('.')}.",) if actor.role else ()
    side = said("Speaks for {side}.", side=here.named(actor.speaks_for)) if actor.speaks_for else ()
    part = said("Part of {bodies}.", bodies=_names(here, actor.part_of)) if actor.part_of else ()
    members = said("Members: {members}.", members=_names(here, actor.members)) if actor.members else ()
    groups = library.groups.get(actor.id, ())
    member = said("Member of {groups}.", groups=_names(here, groups)) if groups else ()
    return run(office, side, part, member, members)


def _names(here: Here, actors: tuple[str, ...]) -> Words:
    return listed([here.named(actor) for actor in actors])


def _group_positions(desk: Desk, here: Here, actor: str, writer: Writer) -> tuple[PositionCard, ...]:
    return tuple(
        position_card(
            desk, here, position, writer, said("Answered by {group}.", group=here.named(position.side)), named=True
        )
        for position in desk.found.by_group.get(actor, ())
    )


def _newest_first(desk: Desk, here: Here, proposals: dict[str, None]) -> tuple[ProposalLine, ...]:
    ordered = sorted(proposals, key=lambda item: (desk.library.proposals[item].date.order, item), reverse=True)
    return tuple(proposal_line(desk, here, item) for item in ordered)


def _rejections(desk: Desk, here: Here, answers: dict[str, Answer], writer: Writer) -> tuple[AnswerCard, ...]:
    found = [answer for answer in answers.values() if isinstance(answer, Rejection)]
    found.sort(key=lambda answer: (answer.date.order, answer.id), reverse=True)
    return tuple(answer_card(desk, here, answer, writer, home="-") for answer in found)


def _said(desk: Desk, here: Here, actor: str, writer: Writer) -> tuple[AnswerCard, ...]:
    """The answers a person gave for a side, rejections apart: those stand in their own list."""
    if desk.library.side(actor) == actor:
        return ()
    found = [answer for answer in desk.involved[actor].said.values() if not isinstance(answer, Rejection)]
    found.sort(key=lambda answer: (answer.date.order, answer.id), reverse=True)
    return tuple(answer_card(desk, here, answer, writer, home="-") for answer in found)


def _open_first(desk: Desk, steps: dict[str, None]) -> list[str]:
    """Steps still to come, soonest first; then overdue ones; then those that are over, newest first."""
    order = {step: at for at, step in enumerate((*desk.found.coming, *desk.found.overdue))}
    over = sorted((s for s in steps if s not in order), key=lambda s: desk.library.steps[s].date.order, reverse=True)
    return [*sorted((s for s in steps if s in order), key=lambda s: order[s]), *over]


def _connected(desk: Desk, here: Here, actor: str) -> tuple[ActorLine, ...]:
    met = sorted(desk.involved[actor].met.items(), key=lambda item: (-item[1], item[0]))[:MOST_CONNECTED]
    return tuple(
        ActorLine(
            link=here.actor(other),
            role=desk.library.actors[other].role,
            counts=labels.counted(number, "exchange", "exchanges"),
        )
        for other, number in met
    )


def _part(desk: Desk, here: Here, slug: str, actor: str, writer: Writer) -> WhoCard:
    brief = desk.library.briefs[slug]
    line = brief.who.get(actor, "")
    return WhoCard(link=here.brief(slug), role=(), line=writer.prose(line, slug, brief.lang))


def _facts(actor: Actor) -> tuple[Row, ...]:
    """Names and identifiers."""
    wikidata = f"https://www.wikidata.org/wiki/{actor.wikidata}"
    rows = [
        Row(term="Also written", words=((", ".join(actor.aka),),) if actor.aka else ()),
        Row(term="Country", words=((actor.country,),) if actor.country else ()),
        Row(term="Wikidata", words=((Link(text=actor.wikidata, href=wikidata),),) if actor.wikidata else ()),
        Row(term="Own page", words=((Link(text=actor.url, href=actor.url),),) if actor.url else ()),
    ]
    return tuple(row for row in rows if row.words)
