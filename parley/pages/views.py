"""One view per template of a page, all that it may see: those of a story, and of who and what is in it."""

from parley.model.keys import Noun
from parley.model.page import Link, Prose, Words
from parley.pages.card_parts import AnswerCard, PositionCard, ProposalCard, StepCard
from parley.pages.list_views import Named
from parley.pages.offers import CalendarOffer, EmbedOffer
from parley.pages.parts import Entry, Frame, More, PositionsTable, Row, Stand, When
from parley.pages.pictures.parts import Lanes, Progress, TimeAxis
from parley.pages.story_parts import (
    ActorLine,
    BriefLine,
    ChainLink,
    Change,
    Citing,
    Mend,
    ProposalLine,
    SourceEntry,
    Term,
    WhoCard,
)
from parley.pages.text_views import BriefMend


class BriefView(Noun, frozen=True, kw_only=True):
    """pages/brief.html"""

    frame: Frame
    slug: str
    topics: tuple[Link, ...]
    summary: Prose
    byline: str
    published: When
    updated: When
    notice: Words  # expired, or past its review
    stand: Stand
    changes: tuple[Change, ...]
    what: Prose
    why_it_matters: Prose
    background: Prose
    who: tuple[WhoCard, ...]
    proposals: tuple[ProposalCard, ...]
    rejections: tuple[AnswerCard, ...]
    positions: PositionsTable | None
    deadlocks: tuple[Words, ...]
    timeline: tuple[Entry, ...]
    steps: tuple[StepCard, ...]
    unknown: tuple[Prose, ...]
    glossary: tuple[Term, ...]
    corrections: tuple[Mend, ...]
    sources: tuple[SourceEntry, ...]
    lanes: Lanes | None = None
    time_axis: TimeAxis | None = None
    citing: Citing
    elsewhere: tuple[AnswerCard, ...] = ()  # answers told here to proposals of other briefs, rejections apart
    calendar: CalendarOffer | None = None
    more: More = More()


class PartView(Noun, frozen=True, kw_only=True):
    """pages/part.html: one page of a list that is too long for the page it belongs to; one of the lists is filled."""

    frame: Frame
    title: str
    stretch: str  # "41 to 80 of 95"
    before: Link | None
    after: Link | None
    proposals: tuple[ProposalCard, ...] = ()
    answers: tuple[AnswerCard, ...] = ()
    positions: tuple[PositionCard, ...] = ()
    steps: tuple[StepCard, ...] = ()
    lines: tuple[ProposalLine, ...] = ()
    entries: tuple[Entry, ...] = ()
    tables: tuple[PositionsTable, ...] = ()
    sources: tuple[SourceEntry, ...] = ()
    actors: tuple[ActorLine, ...] = ()
    parts: tuple[WhoCard, ...] = ()  # what an actor has to do with briefs
    briefs: tuple[BriefLine, ...] = ()
    mends: tuple["BriefMend", ...] = ()
    names: tuple["Named", ...] = ()


class ActorView(Noun, frozen=True, kw_only=True):
    """pages/actor.html"""

    frame: Frame
    kind: str
    about: Words  # role, side, members, groups
    summary: Prose
    stand: Stand
    positions: tuple[PositionCard, ...]
    group_positions: tuple[PositionCard, ...]  # of groups it belongs to
    made: tuple[ProposalLine, ...]
    received: tuple[ProposalLine, ...]
    rejections_made: tuple[AnswerCard, ...]
    rejections_received: tuple[AnswerCard, ...]
    said: tuple[AnswerCard, ...]  # by this person, for a side that is not the person
    timeline: tuple[Entry, ...]
    steps: tuple[StepCard, ...]
    speakers: tuple[ActorLine, ...]
    connected: tuple[ActorLine, ...]
    briefs: tuple[WhoCard, ...]  # link: the brief; line: this actor's part in it
    facts: tuple[Row, ...]  # names and identifiers
    more: More = More()
    time_axis: TimeAxis | None = None
    calendar: CalendarOffer | None = None


class ProposalView(Noun, frozen=True, kw_only=True):
    """pages/proposal.html"""

    frame: Frame
    card: ProposalCard
    progress: Progress
    split: Words  # "Accepted by 2 of 3; no answer from ..."
    positions: tuple[PositionCard, ...]
    answers: tuple[AnswerCard, ...]  # of every brief, oldest first
    deadlocks: tuple[Words, ...]
    way: tuple[Words, ...]  # what would have to happen, in order
    chain: tuple[ChainLink, ...]
    bearing: tuple[ProposalLine, ...]  # proposals about this one
    steps: tuple[StepCard, ...]
    briefs: tuple[Link, ...]  # that use it
    more: More = More()
    embed: EmbedOffer | None = None
