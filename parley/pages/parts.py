"""The components' views: plain values that one component template each turns into HTML.

A component has one name everywhere: view, template, CSS class. Nothing here computes; the makers do.
"""

from typing import Literal

import msgspec

from parley.model import insight
from parley.model.brief import Result
from parley.model.insight import Met
from parley.model.keys import Noun
from parley.model.page import Link, Prose, Words
from parley.model.proposal import AnswerWord, StatusWord
from parley.pages.offers import Alternate, InLanguage, OtherLanguage, TranslationNotice

StepState = Literal["coming", "overdue"] | Result


class Nav(Noun, frozen=True, kw_only=True):
    """One entry of the menu."""

    link: Link
    current: bool = False


class Facet(Noun, frozen=True, kw_only=True):
    """What a page is found by, as a filter of the search."""

    name: str  # kind, actor, topic or status
    value: str


class Frame(Noun, frozen=True, kw_only=True):
    """What surrounds every page."""

    lang: str
    dir: str  # ltr or rtl
    name: str  # of the site
    tagline: str
    tagline_lang: str = ""  # where that is not the page's
    title: str  # of the page, without the site's name
    title_lang: str = ""
    description: str
    root: str  # from this page to the top of the site: "../../", or "./"
    canonical: str  # absolute; empty where the site's address is not known
    stylesheet: str
    script: str
    icon: str
    favicon: str = ""  # for browsers that know no icon.svg; empty where the theme has none
    touch_icon: str = ""  # for the home screen of a phone
    image: str = ""  # the social card, absolute; empty where there is none
    image_alt: str = ""
    nav: tuple[Nav, ...]
    more: tuple[Link, ...] = ()  # at the foot of the page
    feed: str = ""  # the Atom feed that goes with the page, as seen from it
    alternates: tuple[Alternate, ...] = ()  # further forms of the page
    crumbs: tuple[Link, ...] = ()
    as_of: str = ""  # in words, where the site is built as of a day that was asked for
    kind: str = ""  # of page, for the body's class
    indexed: bool = True  # whether search engines may list it
    linked: dict[str, object] = msgspec.field(default_factory=dict)  # what the page tells, in the words of schema.org
    locale: str = ""  # language and territory, as Open Graph has them; empty where the territory is not known
    facets: tuple[Facet, ...] = ()  # a page with none is not found by the site's own search
    languages: tuple[OtherLanguage, ...] = ()  # the others that the site has an edition in
    by_language: tuple[InLanguage, ...] = ()  # in all languages that it is there in, and for all others
    translation: TranslationNotice | None = None


class When(Noun, frozen=True, kw_only=True):
    """A date for readers and for machines; ``iso`` is empty where HTML has no form for it."""

    words: str
    iso: str = ""


class Badge(Noun, frozen=True, kw_only=True):
    """The status of a proposal: an icon, a word and an edge."""

    status: StatusWord
    label: str


class Count(Noun, frozen=True, kw_only=True):
    """How many proposals have a status."""

    badge: Badge
    number: int
    href: str = ""  # its evidence: where the first proposal of this status stands


class Quote(Noun, frozen=True, kw_only=True):
    """Exact words, and where a source has them."""

    text: str
    lang: str = ""
    publisher: str = ""  # of that source; empty where none has an address
    where: str = ""  # the address of the words in it
    kept: str = ""  # the same in a kept copy


class Cite(Noun, frozen=True, kw_only=True):
    """A source named beside a claim: publisher and date, leading to its entry."""

    link: Link


class Condition(Noun, frozen=True, kw_only=True):
    """What an answer hangs on, and whether it has come about."""

    words: Words
    met: Met | None = None  # nothing where nobody can tell: free text can't be checked
    label: str = ""  # the same in words


class Row(Noun, frozen=True, kw_only=True):
    """One line of a list of facts: a term and what is said of it, a sentence or several."""

    term: str
    words: tuple[Words, ...] = ()
    prose: tuple[Prose, ...] = ()


class Stand(Noun, frozen=True, kw_only=True):
    """The box "Where things stand"."""

    title: str
    anchor: str = "stand"
    counts: tuple[Count, ...]
    rows: tuple[Row, ...]
    foot: Words = ()


class Cell(Noun, frozen=True, kw_only=True):
    """One side's stand on one proposal; ``word`` empty where the side has no part in it."""

    side: str
    word: AnswerWord | Literal["", "proposed"]
    label: str
    href: str = ""
    mark: str = ""  # "implied", "reported", "changed", "mixed signals"


class TableRow(Noun, frozen=True, kw_only=True):
    """One proposal of a positions table."""

    proposal: Link
    badge: Badge
    cells: tuple[Cell, ...]


class PositionsTable(Noun, frozen=True, kw_only=True):
    """Who stands where: proposals down, sides across."""

    caption: str
    anchor: str = "positions"
    sides: tuple[Link, ...]
    rows: tuple[TableRow, ...]


class Entry(Noun, frozen=True, kw_only=True):
    """One dated line of a timeline."""

    date: When
    kind: insight.Kind  # for its mark
    label: str
    words: Words
    prose: Prose = Prose()
    cites: tuple[Cite, ...] = ()
    brief: Link | None = None
    ahead: bool = False  # still to come on the day of the build
    anchor: str = ""  # where the page tells it in full, which for an event is here; empty: on another page
    day: str = ""  # where the picture of the timeline leads to it


class StepLine(Noun, frozen=True, kw_only=True):
    """A next step in a list."""

    link: Link
    date: When
    state: StepState
    state_label: str
    told: Words = ()
    brief: Link | None = None


class More(Noun, frozen=True, kw_only=True):
    """For the lists of a page that are cut: how much of each is shown, with the way to the rest. Empty: all of it."""

    answers: Words = ()
    archive: Words = ()
    briefs: Words = ()
    elsewhere: Words = ()
    groups: Words = ()
    made: Words = ()
    mends: Words = ()
    names: Words = ()
    open: Words = ()
    positions: Words = ()
    proposals: Words = ()
    received: Words = ()
    rejections: Words = ()
    rejections_made: Words = ()
    rejections_received: Words = ()
    said: Words = ()
    sides: Words = ()
    sources: Words = ()
    speakers: Words = ()
    steps: Words = ()
    timeline: Words = ()
