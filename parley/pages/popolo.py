"""A brief as Popolo: its actors, proposals and answers in the words that parliamentary tools share (popoloproject.com).

Persons are persons; states, organisations and groups are organizations, told apart by their classification. A proposal
is a motion, and where somebody was asked for an answer, there is a vote event with the latest answer of each side that
was asked. A plain yes or no is "yes" or "no"; every other answer keeps its own word ("accepts-if", "no-answer"), which
Popolo allows: an answer on conditions must not be counted as a vote for or against. What was said by sides that nobody
asked is no vote, and stays out.
"""

from __future__ import annotations

from collections import Counter

from parley.model.actor import Actor
from parley.model.brief import Brief
from parley.model.dates import Date
from parley.model.insight import Position, Standing
from parley.model.page import Page
from parley.model.proposal import AnswerWord, Proposal, StatusWord
from parley.pages.coded import PopoloView
from parley.pages.desk import Desk
from parley.pages.here import actor_path, brief_path, proposal_path
from parley.pages.linked.node import EMPTY, Node

FILE = "popolo.json"
OPTION: dict[AnswerWord, str] = {"accepts": "yes", "rejects": "no"}
RESULT: dict[StatusWord, str] = {"accepted": "pass", "rejected": "fail"}  # the two that Popolo names


def popolo_pages(desk: Desk, brief: Brief) -> list[Page]:
    """The file beside the page of ``brief``; none where it tells of no proposal."""
    proposals = list(brief.proposals.values())
    if not proposals:
        return []
    standings = [desk.found.standings[item.id] for item in proposals]
    actors = [desk.library.actors[id_] for id_ in sorted(_involved(desk, brief, proposals, standings))]
    view = PopoloView(
        persons=tuple(_person(desk, actor) for actor in actors if actor.kind == "person"),
        organizations=tuple(_organization(desk, actor) for actor in actors if actor.kind != "person"),
        memberships=tuple(_memberships(desk, actors)),
        motions=tuple(_motion(desk, brief, item) for item in proposals),
        vote_events=tuple(_vote_event(brief, standing) for standing in standings if _asked(standing)),
    )
    return [Page(path=f"{brief_path(brief.slug)}{FILE}", template=FILE, view=view)]


def _involved(desk: Desk, brief: Brief, proposals: list[Proposal], standings: list[Standing]) -> set[str]:
    """Everybody whom the file names: who takes part in the brief, who proposed, was asked or answered, and the sides
    that they speak for."""
    found = set(desk.cast.get(brief.slug, ()))
    for item in proposals:
        found.update((*item.by, *item.to))
    for standing in standings:
        found.update(position.side for position in _asked(standing))
        found.update(actor for position in _asked(standing) if position.latest for actor in position.latest.by)
    return {*found, *desk.rolled(tuple(sorted(found)))}


def _person(desk: Desk, actor: Actor) -> Node:
    return _told(summary=actor.role) | _named(desk, actor)


def _organization(desk: Desk, actor: Actor) -> Node:
    return _told(classification=actor.kind) | _named(desk, actor)


def _named(desk: Desk, actor: Actor) -> Node:
    top = desk.library.settings.address
    addresses = [f"{top}{actor_path(actor.id)}" if top else "", actor.url]
    return _told(
        id=actor.id,
        name=actor.name,
        other_names=[{"name": name} for name in actor.aka],
        identifiers=[{"scheme": "wikidata", "identifier": actor.wikidata}] if actor.wikidata else [],
        links=[{"url": address} for address in addresses if address],
    )


def _memberships(desk: Desk, actors: list[Actor]) -> list[Node]:
    """Who speaks for whom, and who is in which group, as far as both are in the file; members are persons."""
    here = {actor.id: actor for actor in actors}
    found = []
    for actor in actors:
        if actor.kind != "person":
            continue
        if actor.speaks_for in here and here[actor.speaks_for].kind != "person":
            found.append(_told(person_id=actor.id, organization_id=actor.speaks_for, role=actor.role or "speaks for"))
        groups = sorted({*desk.library.groups.get(actor.id, ()), *actor.part_of} - {actor.speaks_for})
        found += [_told(person_id=actor.id, organization_id=group, role="member") for group in groups if group in here]
    return found


def _motion(desk: Desk, brief: Brief, proposal: Proposal) -> Node:
    top = desk.library.settings.address
    standing = desk.found.standings[proposal.id]
    sources = (brief.sources[id_.partition("/")[2]] for id_ in proposal.source if id_.startswith(f"{brief.slug}/"))
    return _told(
        id=proposal.id,
        classification=proposal.kind,
        text=proposal.title,
        creator_id=proposal.by[0] if len(proposal.by) == 1 else "",
        creators=list(proposal.by) if len(proposal.by) > 1 else [],
        date=_date(proposal.date),
        result=RESULT.get(standing.status, standing.status),
        sources=[{"url": source.url} for source in sources if source.url],
        links=[{"url": f"{top}{proposal_path(proposal.id)}"}] if top else [],
        vote_events=[{"id": _event_id(proposal.id)}] if _asked(standing) else [],
    )


def _vote_event(brief: Brief, standing: Standing) -> Node:
    asked = _asked(standing)
    options = Counter(_option(position) for position in asked)
    answered = [position.latest for position in asked if position.latest]
    sources = {
        brief.sources[id_.partition("/")[2]].url
        for answer in answered
        for id_ in answer.source
        if id_.startswith(f"{brief.slug}/")
    }
    return _told(
        id=_event_id(standing.proposal),
        motion_id=standing.proposal,
        start_date=min((_date(answer.date) for answer in answered), default=""),
        result=RESULT.get(standing.status, standing.status),
        counts=[{"option": option, "value": value} for option, value in sorted(options.items())],
        votes=[_vote(position) for position in asked],
        sources=[{"url": url} for url in sorted(sources) if url],
    )


def _vote(position: Position) -> Node:
    """The latest answer of a side. Who spoke for it, and that it was not said in so many words, stand under
    ``spoken_by`` and ``basis``, which are ours."""
    latest = position.latest
    return _told(
        voter_id=position.side,
        option=_option(position),
        date=_date(latest.date) if latest else "",
        spoken_by=[actor for actor in latest.by if actor != position.side] if latest else [],
        basis=latest.basis if latest and latest.basis != "said" else "",
    )


def _option(position: Position) -> str:
    return OPTION.get(position.word, position.word)


def _asked(standing: Standing) -> list[Position]:
    return [position for position in standing.positions if position.addressed]


def _event_id(proposal: str) -> str:
    return f"{proposal}/answers"


def _date(date: Date) -> str:
    """A date as Popolo has it: a day, a month or a year (ISO 8601); of a span its first, and an approximate one not."""
    point = date.start
    parts = [f"{point.year:04d}", *(f"{part:02d}" for part in (point.month, point.day) if part)]
    return "" if point.about else "-".join(parts)


def _told(**properties: object) -> Node:
    return {name: value for name, value in properties.items() if value not in EMPTY}
