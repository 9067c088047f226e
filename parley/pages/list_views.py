"""What the templates of pages that lead to others may see: home, lists, search."""

from parley.model.keys import Noun
from parley.model.page import Link, Prose, Words
from parley.pages.card_parts import StepCard
from parley.pages.offers import CalendarOffer
from parley.pages.parts import Badge, Entry, Frame, More, PositionsTable, StepLine
from parley.pages.story_parts import ActorLine, BriefLine, ProposalLine


class HomeView(Noun, frozen=True, kw_only=True):
    """pages/home.html"""

    frame: Frame
    briefs: tuple[BriefLine, ...]
    archive: tuple[BriefLine, ...]  # no longer kept up to date
    coming: tuple[StepLine, ...]
    overdue: tuple[StepLine, ...]
    actors: tuple[ActorLine, ...]
    about: Prose
    more: More = More()
    search: str  # the page of the search; empty where there is none


class ActorsView(Noun, frozen=True, kw_only=True):
    """pages/actors.html"""

    frame: Frame
    groups: tuple["ActorGroup", ...]


class ActorGroup(Noun, frozen=True, kw_only=True):
    """Actors of one kind."""

    anchor: str
    title: str
    actors: tuple[ActorLine, ...]
    more: Words = ()


class SearchView(Noun, frozen=True, kw_only=True):
    """pages/search.html"""

    frame: Frame
    notice: str  # why there is no full-text search; empty where there is
    script: str
    index: str  # Pagefind's own script, as seen from the page
    badges: tuple[Badge, ...]  # the statuses that a result may have
    proposal: str  # the kind of which a result shows its status
    letters: tuple[Link, ...]  # the alphabet, each leading to its names
    groups: tuple["Letter", ...]  # none where each letter has a page of its own


class LetterView(Noun, frozen=True, kw_only=True):
    """pages/letter.html"""

    frame: Frame
    letters: tuple[Link, ...]
    group: "Letter"
    more: More = More()


class Letter(Noun, frozen=True, kw_only=True):
    """The names under one letter of the A to Z."""

    anchor: str
    letter: str
    names: tuple["Named", ...]


class Named(Noun, frozen=True, kw_only=True):
    """A name that leads to a page, and what it is the name of."""

    link: Link
    what: str


class Month(Noun, frozen=True, kw_only=True):
    """The lines of one month of a timeline."""

    anchor: str
    title: str
    entries: tuple[Entry, ...]


class TimelineView(Noun, frozen=True, kw_only=True):
    """pages/timeline.html"""

    frame: Frame
    months: tuple[Month, ...]  # newest first; the lines of a month, too
    more: More = More()


class NextView(Noun, frozen=True, kw_only=True):
    """pages/next.html"""

    frame: Frame
    groups: tuple["StepGroup", ...]
    calendar: CalendarOffer | None = None


class StepGroup(Noun, frozen=True, kw_only=True):
    """Next steps of one stretch of time."""

    anchor: str
    title: str
    steps: tuple[StepCard, ...]
    more: Words = ()


class TopicView(Noun, frozen=True, kw_only=True):
    """pages/topic.html"""

    frame: Frame
    briefs: tuple[BriefLine, ...]
    open: tuple[ProposalLine, ...]
    positions: PositionsTable | None
    deadlocks: tuple[Words, ...]
    steps: tuple[StepLine, ...]
    actors: tuple[ActorLine, ...]
    timeline: tuple[Entry, ...]
    more: More = More()
