"""The components' views of who and what is in a story, and the lines that lead to them."""

from parley.model.keys import Noun
from parley.model.page import Link, Prose, Words
from parley.pages.parts import Badge, Count, When


class WhoCard(Noun, frozen=True, kw_only=True):
    """Someone's part in a brief."""

    link: Link
    role: Words  # "President of Türkiye", "speaks for Türkiye"
    line: Prose


class SourceEntry(Noun, frozen=True, kw_only=True):
    """A source in a brief's list."""

    anchor: str
    number: int
    title: str
    url: str
    lang: str
    credit: str  # author, publisher
    date: When | None
    kind: str
    accessed: When | None
    archived: str


class Change(Noun, frozen=True, kw_only=True):
    """An update of the brief."""

    date: When
    what: Prose
    items: tuple[Link, ...] = ()
    minor: bool = False


class Mend(Noun, frozen=True, kw_only=True):
    """A correction of the brief."""

    date: When
    was: Prose
    now: Prose
    where: Link | None = None


class Term(Noun, frozen=True, kw_only=True):
    """A term of the glossary."""

    anchor: str
    term: Words
    meaning: Prose


class Citing(Noun, frozen=True, kw_only=True):
    """How a page is cited, and the files for reference managers beside it."""

    apa: str
    mla: str
    bibtex: str
    csl: str
    sources: str  # as CSL-JSON; empty where there are none
    name: str  # that the files are saved under


class BriefLine(Noun, frozen=True, kw_only=True):
    """A brief in a list."""

    link: Link
    sentence: Prose
    counts: tuple[Count, ...]
    updated: When
    next: Words = ()
    topics: tuple[Link, ...] = ()


class ActorLine(Noun, frozen=True, kw_only=True):
    """An actor in a list."""

    link: Link
    role: Words
    counts: str  # "3 briefs · 2 proposals"


class ProposalLine(Noun, frozen=True, kw_only=True):
    """A proposal in a list."""

    link: Link
    badge: Badge
    words: Words  # "by Russia to Ukraine, 11 May 2025"
    reason: Words = ()


class ChainLink(Noun, frozen=True, kw_only=True):
    """One proposal in the chain of counter-proposals."""

    line: ProposalLine
    how: str  # "countered with", "replaced by", or empty for the first
    here: bool = False
