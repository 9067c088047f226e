"""One view per template of a page: all that the template may see."""

from parley.model.keys import Noun
from parley.model.page import Link, Prose, Words
from parley.pages.card_parts import AnswerCard, PositionCard, ProposalCard, StepCard
from parley.pages.offers import CalendarOffer, CodeSample, DataGrid, EmbedOffer
from parley.pages.parts import (
    ActorLine,
    Badge,
    BriefLine,
    ChainLink,
    Change,
    Citing,
    Entry,
    Frame,
    Mend,
    More,
    PositionsTable,
    ProposalLine,
    Row,
    SourceEntry,
    Stand,
    StepLine,
    Term,
    When,
    WhoCard,
)
from parley.pages.pictures.parts import Lanes, Progress, TimeAxis


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


class MissingView(Noun, frozen=True, kw_only=True):
    """pages/404.html"""

    frame: Frame
    briefs: tuple[Link, ...]
    search: str  # as on the home page


class SitemapView(Noun, frozen=True, kw_only=True):
    """sitemap.xml"""

    pages: tuple["SitemapEntry", ...]


class SitemapEntry(Noun, frozen=True, kw_only=True):
    """An address with the day of its last change."""

    address: str
    changed: str


class RobotsView(Noun, frozen=True, kw_only=True):
    """robots.txt"""

    sitemap: str


class RedirectView(Noun, frozen=True, kw_only=True):
    """redirect.html: an earlier address of a brief."""

    title: str
    href: str
    canonical: str
    lang: str


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


class RuleLine(Noun, frozen=True, kw_only=True):
    """What one status, or one answer, means."""

    badge: Badge
    meaning: str


class AboutView(Noun, frozen=True, kw_only=True):
    """pages/about.html"""

    frame: Frame
    about: Prose
    rules: tuple[RuleLine, ...]
    sources: Prose
    corrections: Prose
    mends: tuple["BriefMend", ...]
    more: More
    privacy: Prose
    contact: Prose
    style: Link  # for those who change the look


class BriefMend(Noun, frozen=True, kw_only=True):
    """A correction, with the brief it was made in."""

    brief: Link
    mend: Mend


class DataView(Noun, frozen=True, kw_only=True):
    """pages/data.html"""

    frame: Frame
    sheets: tuple["SheetEntry", ...]


class SheetEntry(Noun, frozen=True, kw_only=True):
    """One data file, with its columns and what they mean."""

    anchor: str
    title: str
    doc: str
    rows: int
    json: str
    csv: str
    columns: tuple[Row, ...]


class ChapterView(Noun, frozen=True, kw_only=True):
    """pages/chapter.html: a page of the site's own"""

    frame: Frame
    contents: tuple[Link, ...]
    parts: tuple["ChapterPart", ...]
    before: Link | None = None
    after: Link | None = None


class ChapterPart(Noun, frozen=True, kw_only=True):
    """What stands under one heading; what comes before the first has none."""

    level: int = 0
    anchor: str = ""
    title: Prose = Prose()
    name: str = ""  # the title without its signs
    blocks: tuple["ChapterBlock", ...]


class ChapterBlock(Noun, frozen=True, kw_only=True):
    """Prose, code or a table."""

    prose: Prose = Prose()
    code: CodeSample | None = None
    grid: DataGrid | None = None


class FeedEntry(Noun, frozen=True, kw_only=True):
    """One dated change."""

    id: str  # a URN that stays the same
    title: str
    url: str
    date: str  # RFC 3339
    summary: str


class FeedView(Noun, frozen=True, kw_only=True):
    """feed.xml (Atom, RFC 4287) and feed.json (JSON Feed 1.1); all addresses absolute."""

    id: str
    title: str
    description: str
    home: str
    self_atom: str
    self_json: str
    author: str
    lang: str
    updated: str
    entries: tuple[FeedEntry, ...]  # newest first
