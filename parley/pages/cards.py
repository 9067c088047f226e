"""The cards that several pages share: a date, a status, an answer, a proposal, a position, a next step."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from parley.model.dates import Date
from parley.model.insight import Met, Position, Stand, Standing
from parley.model.page import Link, Words
from parley.model.proposal import Answer, Conditions, Proposal, Rejection, StatusWord
from parley.model.proposal import Condition as Hanging
from parley.pages.card_parts import AnswerCard, AnswerLine, PositionCard, ProposalCard, Turn
from parley.pages.desk import Desk
from parley.pages.here import Here, answer_anchor, proposal_path
from parley.pages.parts import Badge, Cite, Condition, Count, When
from parley.pages.places import answers_to, told_apart
from parley.pages.prose import Writer
from parley.pages.quotes import quote
from parley.pages.story_parts import ProposalLine
from parley.words import labels, reasons, stories
from parley.words.dates import date_words, day_words, machine_date
from parley.words.happenings import proposal_by, spoken_by
from parley.words.lists import shown_here
from parley.words.sentences import joined, said
from parley.words.tongue import remembered, say

OWED = ("open", "rejected", "lapsed")  # where a missing answer still makes a difference


@remembered(16_384)
def when(date: Date) -> When:
    """A date for readers and machines."""
    return When(words=date_words(date), iso=machine_date(date))


@remembered(16)
def badge(status: StatusWord) -> Badge:
    """A status."""
    return Badge(status=status, label=labels.STATUS[status])


def counts(standings: Iterable[Standing]) -> tuple[Count, ...]:
    """How many proposals have each status, in the order of the statuses."""
    found: dict[StatusWord, int] = {}
    for standing in standings:
        found[standing.status] = found.get(standing.status, 0) + 1
    return tuple(Count(badge=badge(status), number=found[status]) for status in labels.STATUS_ORDER if status in found)


def links(here: Here, actors: Iterable[str]) -> tuple[Link, ...]:
    """Actors by name."""
    return tuple(here.actor(actor) for actor in actors)


def cites(desk: Desk, here: Here, slug: str, sources: Iterable[str]) -> tuple[Cite, ...]:
    """Publisher and day of each source, leading to its entry."""
    found = []
    for full in sources:
        source = desk.library.briefs[slug].sources.get(full.partition("/")[2])
        if source is None:
            continue
        name = source.publisher or source.title
        text = f"{name}, {day_words(source.date)}" if source.date else name
        found.append(Cite(link=Link(text=text, href=here.source_href(full), kind="source", title=source.title)))
    return tuple(found)


def conditions(desk: Desk, here: Here, items: Conditions, stands: Sequence[Stand] = ()) -> tuple[Condition, ...]:
    """What something hangs on, with links; ``stands`` in the same order, where it counts today."""
    return tuple(_condition(desk, here, item, at < len(stands) and stands[at].met) for at, item in enumerate(items))


def _condition(desk: Desk, here: Here, item: Hanging, met: bool) -> Condition:
    words = reasons.condition(item, here)
    if not item.ref:
        return Condition(words=words)
    state: Met = "yes" if met else "unrecorded" if item.ref in desk.overdue else "no"
    return Condition(words=words, met=state, label=labels.MET[state])


def answer_card(
    desk: Desk, here: Here, answer: Answer, writer: Writer, *, home: str = "", anchor: str = ""
) -> AnswerCard:
    """An answer. ``home`` is the brief whose page this is; ``anchor`` is the card's id, where it can be linked to."""
    standing = desk.found.standings[answer.of]
    position = next((p for p in standing.positions if p.latest is not None and p.latest.id == answer.id), None)
    return AnswerCard(
        anchor=anchor,
        word=answer.word,
        label=stories.label(answer),
        who=_who(desk, here, answer),
        of=here.proposal(answer.of),
        of_status=badge(standing.status),
        date=when(answer.date),
        basis=labels.BASIS[answer.basis],
        why=writer.prose(answer.why, answer.brief),
        quote=quote(desk, answer.brief, answer.quote, answer.source),
        join="unless" if isinstance(answer, Rejection) else "if",
        conditions=conditions(desk, here, answer.conditions, position.conditions if position else ()),
        instead=tuple(here.proposal(item) for item in answer.instead) if isinstance(answer, Rejection) else (),
        cites=cites(desk, here, answer.brief, answer.source),
        note=writer.prose(answer.note, answer.brief),
        brief=here.brief(answer.brief) if home and answer.brief != home else None,
        current=position is not None,
    )


def proposal_card(
    desk: Desk, here: Here, proposal: Proposal, writer: Writer, *, home: str = "", most: int | None = None
) -> ProposalCard:
    """A proposal. On the page of the brief ``home`` it holds its answers, oldest first, but for the rejections that the
    brief tells in a list of their own, and of too many only the ``most`` newest; on its own page, where ``home`` is
    empty, the answers stand by themselves."""
    standing = desk.found.standings[proposal.id]
    ordered = answers_to(desk.library, proposal.id) if home else []
    apart = [answer for answer in ordered if told_apart(answer, home)]
    told = [answer for answer in ordered if answer not in apart]
    shown = told[-most:] if most else told
    return ProposalCard(
        anchor=f"proposal-{proposal.id.partition('/')[2]}",
        link=here.proposal(proposal.id),
        kind=labels.PROPOSAL[proposal.kind],
        badge=badge(standing.status),
        reason=desk.reason(here, proposal.id),
        by=links(here, proposal.by),
        to=links(here, proposal.to),
        date=when(proposal.date),
        answer_by=when(proposal.answer_by) if proposal.answer_by else None,
        basis=labels.BASIS[proposal.basis],
        terms=tuple(writer.prose(term, proposal.brief) for term in proposal.terms),
        says=writer.prose(proposal.says, proposal.brief),
        quote=quote(desk, proposal.brief, proposal.quote, proposal.source),
        join="unless",
        conditions=conditions(desk, here, proposal.unless, standing.unless),
        about=tuple(here.proposal(item) for item in proposal.about),
        replaces=tuple(here.proposal(item) for item in proposal.replaces),
        counters=tuple(here.proposal(item) for item in standing.answers_to),
        waiting_for=links(here, _owing(standing)),
        answers=tuple(
            answer_card(
                desk, here, answer, writer, home=home, anchor=answer_anchor(answer) if answer.brief == home else ""
            )
            for answer in shown
        ),
        more=_more(here, proposal, len(shown), len(told)),
        told_apart=tuple(answer_line(desk, here, answer) for answer in apart),
        cites=cites(desk, here, proposal.brief, proposal.source),
        note=writer.prose(proposal.note, proposal.brief),
        brief=here.brief(proposal.brief) if not home else None,
    )


def _more(here: Here, proposal: Proposal, shown: int, total: int) -> Words:
    """That only some of the answers stand in the card, and where all of them do."""
    if shown == total:
        return ()
    every = Link(text=say("See all of them"), href=here.to(f"{proposal_path(proposal.id)}#answers"))
    return (shown_here(shown, total, "newest last"), " ", every, ".")


def answer_line(desk: Desk, here: Here, answer: Answer) -> AnswerLine:
    """An answer in one line, leading to its card."""
    day = Link(text=date_words(answer.date), href=here.answer_href(answer))
    words = said("{who}, {day}", who=_who(desk, here, answer), day=day)
    return AnswerLine(word=answer.word, label=stories.label(answer), words=words)


def _who(desk: Desk, here: Here, answer: Answer) -> Words:
    return spoken_by({actor: desk.library.side(answer.for_ or actor) for actor in answer.by}, here)


def _owing(standing: Standing) -> list[str]:
    """The sides of which no answer at all is known, where that still makes a difference."""
    unheard = {position.side for position in standing.positions if position.word == "no-answer"}
    return [side for side in standing.waiting_for if side in unheard] if standing.status in OWED else []


def proposal_line(desk: Desk, here: Here, proposal: str) -> ProposalLine:
    """A proposal in one line."""
    item, standing = desk.library.proposals[proposal], desk.found.standings[proposal]
    return ProposalLine(
        link=here.proposal(proposal),
        badge=badge(standing.status),
        words=proposal_by(item, here),
        reason=desk.reason(here, proposal),
    )


def position_card(
    desk: Desk, here: Here, position: Position, writer: Writer, note: Words = (), *, named: bool = False
) -> PositionCard:
    """One side's stand on a proposal, newest answer first; ``named`` where the page is not that side's own."""
    latest = position.latest
    change = _last_change(position)
    return PositionCard(
        anchor=f"position-{position.proposal.replace('/', '-')}" + (f"-{position.side}" if named else ""),
        side=here.actor(position.side) if named else None,
        proposal=here.proposal(position.proposal),
        badge=badge(desk.found.standings[position.proposal].status),
        word=position.word,
        label=stories.label(latest) if latest else labels.ANSWER["no-answer"],
        answer=answer_card(desk, here, latest, writer, home="-") if latest else None,
        earlier=tuple(answer_card(desk, here, answer, writer, home="-") for answer in reversed(position.answers[:-1])),
        changed=stories.changed(*change) if change else (),
        turns=tuple(
            Turn(date=when(answer.date), word=answer.word, label=stories.label(answer)) for answer in position.spoken
        )
        if change
        else (),
        note=joined([*note, " ", *stories.standing_note(position)]) if note else stories.standing_note(position),
    )


def _last_change(position: Position) -> tuple[Answer, Answer] | None:
    """The side's last change of mind: from what it said before to what counts now. Of several answers on the day of the
    change, whose order nobody knows, the one that counts is told."""
    if not position.changes:
        return None
    before, after = position.changes[-1]
    latest = position.latest
    return (before, latest) if latest and latest.date.first == after.date.first else (before, after)
