"""The views of the cards: an answer, a proposal, a position, a next step, with all that a reader needs to judge it."""

from parley.model.keys import Noun
from parley.model.page import Link, Prose, Words
from parley.model.proposal import AnswerWord
from parley.pages.parts import Badge, Cite, Condition, Quote, StepState, When


class AnswerCard(Noun, frozen=True, kw_only=True):
    """One answer to a proposal, with everything that a reader needs to judge it."""

    anchor: str
    word: AnswerWord
    label: str  # "Rejects, unless ..."
    who: Words  # "Maria Zakharova for Russia"
    of: Link  # the proposal answered
    of_status: Badge
    date: When
    basis: str = ""  # "implied by the source", "reported by others", or nothing
    why: Prose = Prose()
    quote: Quote | None = None
    join: str = ""  # "unless" or "if", before the conditions
    conditions: tuple[Condition, ...] = ()
    instead: tuple[Link, ...] = ()
    cites: tuple[Cite, ...] = ()
    note: Prose = Prose()
    brief: Link | None = None  # where it is told, when that is another page's brief
    current: bool = True  # whether it is the one that counts


class AnswerLine(Noun, frozen=True, kw_only=True):
    """An answer in one line, leading to where it is told in full."""

    word: AnswerWord
    label: str
    words: Words  # "Dmitry Peskov for Russia, 12 May 2025"


class ProposalCard(Noun, frozen=True, kw_only=True):
    """A proposal in its brief, or on its own page."""

    anchor: str
    link: Link
    kind: str  # "Invitation"
    badge: Badge
    reason: Words
    by: tuple[Link, ...]
    to: tuple[Link, ...]
    date: When
    answer_by: When | None = None
    basis: str = ""
    terms: tuple[Prose, ...] = ()
    says: Prose = Prose()
    quote: Quote | None = None
    join: str = ""
    conditions: tuple[Condition, ...] = ()
    about: tuple[Link, ...] = ()
    replaces: tuple[Link, ...] = ()
    counters: tuple[Link, ...] = ()  # proposals against which this one was put
    waiting_for: tuple[Link, ...] = ()
    answers: tuple[AnswerCard, ...] = ()
    told_apart: tuple[AnswerLine, ...] = ()  # answers that the page tells in a list of their own
    more: Words = ()  # where the answers are more than the card shows
    cites: tuple[Cite, ...] = ()
    note: Prose = Prose()
    brief: Link | None = None


class Turn(Noun, frozen=True, kw_only=True):
    """One answer on the way to today's."""

    date: When
    word: AnswerWord
    label: str


class PositionCard(Noun, frozen=True, kw_only=True):
    """One side's stand on one proposal, with its earlier answers."""

    anchor: str
    proposal: Link
    badge: Badge
    word: AnswerWord
    label: str
    answer: AnswerCard | None  # none: no answer
    earlier: tuple[AnswerCard, ...] = ()
    changed: Words = ()  # "Changed from ... on ..."
    turns: tuple[Turn, ...] = ()  # where it changed: all answers, oldest first
    note: Words = ()  # mixed signals; condition met, answer unchanged; answered as a member of a group
    side: Link | None = None  # whose stand it is, where that is not the page's own actor


class StepCard(Noun, frozen=True, kw_only=True):
    """A next step, or what became of it."""

    anchor: str
    link: Link
    title: str
    date: When
    certainty: str
    state: StepState
    state_label: str
    who: tuple[Link, ...] = ()
    where: Words = ()
    about: tuple[Link, ...] = ()
    conditions: tuple[Condition, ...] = ()
    told: Words = ()  # "Was due 15 May; what happened is not recorded yet."
    outcome: Prose = Prose()
    outcome_date: When | None = None
    cites: tuple[Cite, ...] = ()
    brief: Link | None = None
