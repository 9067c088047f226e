"""Who proposed what to whom in a brief, and what those who were asked have said: the facts of the lane diagram.

Told are the brief's own proposals, side by side, with what every side that was asked comes to say (or that it has not
answered); what third parties say is left to the positions table. Nothing here knows where anything is drawn.
"""

from __future__ import annotations

from parley.model.brief import Brief
from parley.model.insight import Position
from parley.model.keys import Noun
from parley.model.page import Link, Words
from parley.model.proposal import AnswerWord, Proposal
from parley.pages.cards import when
from parley.pages.desk import Desk
from parley.pages.here import Here
from parley.pages.parts import When
from parley.words import labels, pictures, stories
from parley.words.dates import day_words
from parley.words.happenings import proposal_put


class Said(Noun, frozen=True, kw_only=True):
    """What one side comes to say."""

    side: str
    word: AnswerWord | str
    label: str
    href: str = ""


class Move(Noun, frozen=True, kw_only=True):
    """One proposal, from the sides that put it forward to the sides that it asks."""

    date: When
    day: str
    link: Link
    by: tuple[str, ...]
    to: tuple[str, ...]  # empty: put to nobody in particular
    said: tuple[Said, ...]
    words: Words
    told: str  # "from Russia to Ukraine"
    alone: str  # what is written where nobody is asked

    @property
    def sides(self) -> tuple[str, ...]:
        """All that take part."""
        return (*self.by, *self.to, *(said.side for said in self.said))


def moves(desk: Desk, here: Here, brief: Brief) -> tuple[Move, ...]:
    """The proposals of ``brief``, in the order of its timeline."""
    told = desk.happenings.get(f"brief:{brief.slug}", ())
    return tuple(_move(desk, here, desk.library.proposals[it.item]) for it in told if it.kind == "proposal")


def _move(desk: Desk, here: Here, proposal: Proposal) -> Move:
    by = tuple(dict.fromkeys(map(desk.library.side, proposal.by)))
    to = tuple(side for side in dict.fromkeys(map(desk.library.side, proposal.to)) if side not in by)
    positions = desk.found.standings[proposal.id].positions
    return Move(
        date=when(proposal.date),
        day=day_words(proposal.date),
        link=here.proposal(proposal.id),
        by=by,
        to=to,
        said=tuple(_said(here, position) for position in positions if position.addressed or position.side in by),
        words=proposal_put(proposal, here),
        told=pictures.led(by, to, here),
        alone=pictures.alone(proposal.kind),
    )


def _said(here: Here, position: Position) -> Said:
    latest = position.latest
    if latest is None:
        return Said(side=position.side, word="no-answer", label=labels.ANSWER["no-answer"])
    return Said(side=position.side, word=latest.word, label=stories.label(latest), href=here.answer_href(latest))
