"""The boxes that tell in a few lines where a story, or an actor, stands now. Counts lead to their evidence."""

from __future__ import annotations

import re

import msgspec

from parley.model.brief import Brief, NextStep
from parley.model.insight import Standing
from parley.model.page import Link, Words, plain_prose
from parley.model.sides import sides_of
from parley.pages.cards import counts
from parley.pages.desk import Desk
from parley.pages.here import Here, brief_path
from parley.pages.parts import Count, Row, Stand
from parley.pages.prose import Writer
from parley.words import stories
from parley.words.dates import date_words, day_words
from parley.words.sentences import joined, listed, said
from parley.words.tongue import counted, figure, say

MOST = 3
MOST_WORDS = 20  # of a reason, in the box


def brief_stand(desk: Desk, here: Here, brief: Brief, writer: Writer) -> Stand:
    """Where a story stands: who, proposed, rejected, sticking point, next, not known."""
    standings = [desk.found.standings[item.id] for item in brief.proposals.values()]
    nothing = (said("Nothing so far."),)
    rows = [
        Row(term=say("Who"), words=(_sides(desk, here, brief),)),
        Row(term=say("Proposed"), words=_proposed(desk, here, standings)),
        Row(
            term=say("Rejected"),
            words=_rejected(desk, here, brief, writer) or nothing if standings else (),
        ),
        Row(term=say("Sticking point"), words=_sticking(desk, here, brief, standings)),
        Row(
            term=say("Next"),
            words=_next(desk, here, list(brief.next_steps.values()), "next_steps") or _nothing(),
        ),
        Row(
            term=say("Not known"),
            prose=tuple(writer.prose(text, brief.slug) for text in brief.unknown[:1]),
            words=_more(len(brief.unknown) - 1, "unknown"),
        ),
    ]
    sources = counted(len(brief.sources), "source", "sources")
    updated = say("Updated {day}", day=day_words(brief.updated))
    return Stand(
        title=say("Where things stand"),
        counts=_counts(here, standings),
        rows=tuple(row for row in rows if row.words or row.prose),
        foot=joined([updated, " · ", *_anchored(sources, "sources", bool(brief.sources))]),
    )


def _nothing() -> tuple[Words, ...]:
    return (said("Nothing is recorded."),)


def _counts(here: Here, standings: list[Standing]) -> tuple[Count, ...]:
    """How many proposals have each status, each leading to the first of them on the page."""
    first: dict[str, str] = {}
    for standing in standings:
        slug, _, name = standing.proposal.partition("/")
        first.setdefault(standing.status, here.within(brief_path(slug), f"proposal-{name}"))
    return tuple(msgspec.structs.replace(count, href=first[count.badge.status]) for count in counts(standings))


def actor_stand(desk: Desk, here: Here, actor: str) -> Stand:
    """Where an actor stands: proposed, answered n of m, no answer on, next."""
    involved, found = desk.involved[actor], desk.found
    side = desk.library.side(actor)
    asked = [position for position in found.by_side.get(actor, ()) if position.addressed]
    silent = [position for position in asked if position.word in ("no-answer", "silent", "defers")]
    made = counted(len(involved.made), "proposal", "proposals")
    said_no = sum(1 for answer in involved.said.values() if answer.word.startswith("rejects"))
    rows = [Row(term=say("Proposed"), words=(_anchored(made, "made", bool(involved.made)),))]
    if asked:
        answered = say("{number} of {all} proposals put to it", number=len(asked) - len(silent), all=len(asked))
        rows.append(Row(term=say("Answered"), words=(_anchored(answered, "positions", True),)))
    if silent:
        items = listed([here.proposal(position.proposal) for position in silent[:MOST]])
        rows.append(Row(term=say("No yes or no on"), words=(items,)))
    rejected = counted(said_no, "time", "times") if said_no else say("Never, so far")
    rows.append(Row(term=say("Said no"), words=(_anchored(rejected, "rejections-made", said_no > 0),)))
    steps = [desk.library.steps[step] for step in involved.steps]
    rows.append(Row(term=say("Next"), words=_next(desk, here, steps, "next") or _nothing()))
    if side != actor:
        rows.insert(0, Row(term=say("Speaks for"), words=((here.actor(side),),)))
    return Stand(
        title=say("Where {side} stands now", side=desk.library.actors[actor].name),
        counts=(),
        rows=tuple(row for row in rows if row.words),
    )


def _anchored(text: str, anchor: str, there: bool) -> Words:
    return (Link(text=text, href=f"#{anchor}"),) if there else (text,)


def _sides(desk: Desk, here: Here, brief: Brief) -> Words:
    """The sides that were asked, proposed or answered, in that order; else those under ``who``."""
    library = desk.library
    found: dict[str, None] = {}
    for item in brief.proposals.values():
        found.update(dict.fromkeys(library.side(actor) for actor in (*item.to, *item.by)))
    for answer in brief.answers:
        found.update(dict.fromkeys(sides_of(library, answer)))
    sides = list(found) or list(dict.fromkeys(library.side(actor) for actor in brief.who))
    return listed([here.actor(side) for side in sides]) if len(sides) <= 5 else _and_more(here, sides)


def _and_more(here: Here, sides: list[str]) -> Words:
    more = Link(text=say("{number} more", number=len(sides) - 4), href="#who")
    return listed([*(here.actor(side) for side in sides[:4]), more])


def _proposed(desk: Desk, here: Here, standings: list[Standing]) -> tuple[Words, ...]:
    newest = sorted(standings, key=lambda standing: desk.library.proposals[standing.proposal].date.order, reverse=True)
    told: list[Words] = []
    for standing in newest[:MOST]:
        item = desk.library.proposals[standing.proposal]
        sides = dict.fromkeys(desk.library.side(actor) for actor in item.by)
        by = _several(here, list(sides))
        told.append(said("{what} ({by}, {when})", what=here.proposal(item.id), by=by, when=day_words(item.date)))
    return (*told, *_more(len(newest) - MOST, "proposals"))


def _more(number: int, anchor: str) -> tuple[Words, ...]:
    """ "and 2 more", leading to the rest; nothing where there is no more."""
    return ((Link(text=say("and {number} more", number=number), href=f"#{anchor}"),),) if number > 0 else ()


def _several(here: Here, sides: list[str]) -> Words:
    """Up to three sides by name; of more, the first and how many others."""
    if len(sides) <= MOST:
        return listed([here.named(side) for side in sides])
    return said("{first} and {more} others", first=here.named(sides[0]), more=figure(len(sides) - 1))


def _rejected(desk: Desk, here: Here, brief: Brief, writer: Writer) -> tuple[Words, ...]:
    """The proposals of this brief, and those it tells a rejection of, to which some side says no."""
    items = dict.fromkeys([*(item.id for item in brief.proposals.values()), *(no.of for no in brief.rejections)])
    standings = [desk.found.standings[item] for item in items]
    told = [_refused(here, standing, writer) for standing in standings if standing.rejected_by]
    return (*told[:MOST], *_more(len(told) - MOST, "rejections"))


def _refused(here: Here, standing: Standing, writer: Writer) -> Words:
    """One rejected proposal: by whom, and the first sentence of the reason that was given last."""
    sides = listed([here.named(side) for side in standing.rejected_by])
    told = said("{what}, by {sides}", what=here.proposal(standing.proposal), sides=sides)
    rejecting = [pos.latest for pos in standing.positions if pos.side in standing.rejected_by and pos.latest]
    newest = max(rejecting, key=lambda answer: answer.date.order)
    prose = writer.prose(newest.why, newest.brief)
    why = first_sentence(plain_prose(prose))
    short = why and len(why.split()) <= MOST_WORDS
    return said("{told}: {why}", told=told, why=here.worded(why, prose.lang or here.lang)) if short else told


def first_sentence(text: str) -> str:
    """The first sentence of ``text``: up to a full stop before a space and a capital."""
    return re.split(r"(?<=[.!?])\s+(?=[^a-z])", text, maxsplit=1)[0]


def _sticking(desk: Desk, here: Here, brief: Brief, standings: list[Standing]) -> tuple[Words, ...]:
    """The deadlock that this story is part of; else the first condition on which a no, or a yes, hangs."""
    for item in brief.proposals.values():
        for deadlock in desk.deadlocks.get(item.id, ()):
            return (stories.waits_in_short(deadlock, here),)
    for standing in standings:
        for position in standing.positions:
            if position.addressed and (told := stories.hangs_on(position, here)):
                return (told,)
    return ()


def _next(desk: Desk, here: Here, steps: list[NextStep], anchor: str) -> tuple[Words, ...]:
    """The soonest step that is still to come; else the one that is longest overdue; else nothing."""
    open_ = desk.open_first(steps)
    if not open_:
        return ()
    step = open_[0]
    link = here.step(step.id)
    if step.id in desk.overdue:
        return (said("{step}. {told}", step=link, told=stories.step_told(step, overdue=True)),)
    told = [said("{step}, {when}", step=link, when=date_words(step.date))]
    return (*told, *_more(len(open_) - 1, anchor))
