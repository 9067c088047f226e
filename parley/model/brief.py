"""A brief and what stands in it beside proposals and answers: next steps, events, sources, updates, corrections.

The annotated fields are the keys of the format, in the order in which a writer meets them.
"""

import datetime as dt
from collections.abc import Mapping
from typing import Annotated, Literal

import msgspec

from parley.model.actor import Actor
from parley.model.dates import Date
from parley.model.keys import (
    ActorId,
    ItemId,
    Key,
    Kind,
    Lang,
    Line,
    Noun,
    ProposalId,
    Prose,
    Slug,
    SourceId,
    Teller,
    Text,
    Url,
)
from parley.model.proposal import Acceptance, Answer, Conditions, Proposal, Reaction, Rejection, When

Certainty = Literal["proposed", "expected", "confirmed", "deadline"]
Result = Literal["done", "partly", "not-done", "postponed", "cancelled"]
SourceKind = Literal["news", "official", "statement", "document", "interview", "social"]


class Outcome(Noun, frozen=True, kw_only=True):
    """What became of a next step."""

    result: Annotated[Result, Key("How it ended.", "result: done")]
    date: Annotated[When | None, Key("When it ended so.", "date: 2025-05-16")] = None
    what: Annotated[Line, Key("What happened.", "what: Delegations met for two hours.")] = ""
    source: Annotated[tuple[SourceId, ...], Key("Where this is known from.", "source: unn")] = ()


class NextStep(Noun, frozen=True, kw_only=True):
    """Something that is to come, and later what became of it."""

    id: str

    title: Annotated[Text, Key("What is to happen.", "title: Talks in Istanbul")]
    date: Annotated[When, Key("When; may be imprecise.", "date: 2025-05-15")]
    who: Annotated[tuple[ActorId, ...], Key("Who takes part.", "who: [zelensky, putin]")] = ()
    where: Annotated[Text, Key("The place.", "where: Istanbul")] = ""
    about: Annotated[tuple[ProposalId, ...], Key("Proposals that it bears on.", "about: direct-talks")] = ()
    needs: Annotated[Conditions, Key("What must come first.", "needs: ceasefire")] = ()
    certainty: Annotated[Certainty, Key("How sure it is.", "certainty: confirmed")] = "proposed"
    source: Annotated[tuple[SourceId, ...], Key("Where this is known from.", "source: kremlin-11may")] = ()
    outcome: Annotated[
        Outcome | None, Key("What became of it, once it is known.", "outcome: {result: done, date: 2025-05-16}")
    ] = None

    @property
    def brief(self) -> str:
        """The slug of the brief it stands in."""
        return self.id.partition("/")[0]

    @property
    def ended(self) -> dt.date:
        """The day on which it ended, once it has an outcome: the outcome's, else its own."""
        return self.outcome.date.first if self.outcome and self.outcome.date else self.date.first


class Event(Noun, frozen=True, kw_only=True):
    """Something that happened and is not already a proposal, an answer or a step."""

    id: str

    date: Annotated[When, Key("When it happened.", "date: 2025-05-08/2025-05-10")]
    what: Annotated[Line, Key("What happened.", "what: Russia declares a three-day truce.")]
    who: Annotated[tuple[ActorId, ...], Key("Who took part.", "who: russia")] = ()
    where: Annotated[Text, Key("The place.", "where: Kyiv")] = ""
    source: Annotated[tuple[SourceId, ...], Key("Where this is known from.", "source: newser")] = ()

    @property
    def brief(self) -> str:
        """The slug of the brief it stands in."""
        return self.id.partition("/")[0]


class Source(Noun, frozen=True, kw_only=True):
    """Where something is known from."""

    id: str

    title: Annotated[Text, Key("The title of the piece.", "title: Leaders meet in Kyiv")]
    publisher: Annotated[Text, Key("Who published it.", "publisher: UPI")] = ""
    author: Annotated[tuple[Text, ...], Key("Who wrote it.", "author: Jane Doe")] = ()
    date: Annotated[When | None, Key("When it was published.", "date: 2025-05-10")] = None
    url: Annotated[Url, Key("Its address.", "url: https://www.upi.com/example/")] = ""
    kind: Annotated[SourceKind, Key("What sort of source it is.", "kind: official")] = "news"
    lang: Annotated[Lang, Key("The language it is in.", "lang: uk")] = ""
    accessed: Annotated[When | None, Key("When it was last read.", "accessed: 2025-05-12")] = None
    archived: Annotated[Url, Key("The address of a kept copy.", "archived: https://web.archive.org/example")] = ""


class Update(Noun, frozen=True, kw_only=True):
    """A dated change to the brief."""

    date: Annotated[When, Key("When the brief changed.", "date: 2025-05-16")]
    what: Annotated[Line, Key("What is new.", "what: The delegations have met.")]
    changed: Annotated[tuple[ItemId, ...], Key("What changed.", "changed: [direct-talks]")] = ()
    minor: Annotated[Annotated[bool, Kind.BOOL], Key("Too small to tell in feeds.", "minor: true")] = False


class Correction(Noun, frozen=True, kw_only=True):
    """A mistake that was published, and its mend."""

    date: Annotated[When, Key("When it was corrected.", "date: 2025-05-13")]
    was: Annotated[Line, Key("What was wrong.", "was: The visit was dated 9 May.")]
    now: Annotated[Line, Key("What is right.", "now: It was on 10 May.")]
    where: Annotated[ItemId, Key("What was corrected.", "where: ceasefire")] = ""


class Reference(msgspec.Struct, frozen=True, gc=False):
    """A mention of something by id, with the line and column at which it is typed; ``to`` is a full id."""

    kind: Kind
    to: str
    line: int
    column: int


class Brief(Teller, frozen=True, kw_only=True):
    """One story."""

    slug: str
    file: str = ""  # path of the source below the site's root
    places: Mapping[str, tuple[int, int]] = {}  # of items and keys: "proposals.ceasefire" -> (line, column)
    references: tuple[Reference, ...] = ()  # every id that is mentioned, for the check against the whole site
    translated: Date | None = None  # of a translation: the day on which it was last held against its original

    title: Annotated[Text, Key("The headline.", "title: Will Kyiv and Moscow talk in Istanbul?")]
    published: Annotated[When, Key("When the brief was first published.", "published: 2025-05-12")]
    summary: Annotated[
        Line, Key("One or two plain sentences under the title.", "summary: Both sides say yes, on terms.")
    ] = ""
    what: Annotated[Prose, Key("What happened, for someone who comes new to it.", "what: |\n  On 11 May ...")]
    who: Annotated[
        dict[ActorId, Line], Key("Who takes part, each with a line on their part.", "who:\n  russia: Offers talks.")
    ]
    why_it_matters: Annotated[
        Prose, Key("Why a reader should care.", "why_it_matters: It would be the first meeting.")
    ] = ""
    background: Annotated[Prose, Key("What came before.", "background: Talks broke down in 2022.")] = ""
    unknown: Annotated[tuple[Line, ...], Key("What is not known.", "unknown: [Whether he will come.]")] = ()
    topics: Annotated[tuple[Text, ...], Key("Subjects that several briefs share.", "topics: [Ukraine]", kept=True)] = ()
    authors: Annotated[tuple[Text, ...], Key("Who wrote the brief.", "authors: [Jane Doe]", kept=True)] = ()
    lang: Annotated[Lang, Key("The language of the brief; the site's if absent.", "lang: fr")] = ""
    aliases: Annotated[
        tuple[Slug, ...], Key("Earlier names of the file; they redirect here.", "aliases: [kyiv-talks]")
    ] = ()
    as_of: Annotated[When | None, Key("How far the page's knowledge goes.", "as_of: 2025-05-16")] = None
    review_by: Annotated[When | None, Key("When an editor should look again.", "review_by: 2025-06-01")] = None
    expires: Annotated[When | None, Key("When the page stops being kept up to date.", "expires: 2025-12-31")] = None
    draft: Annotated[Annotated[bool, Kind.BOOL], Key("Built only with --drafts.", "draft: true")] = False
    actors: Annotated[
        dict[str, Actor], Key("Actors used only here.", "actors:\n  yermak:\n    name: Andriy Yermak")
    ] = {}
    proposals: Annotated[
        dict[str, Proposal],
        Key("What was put on the table, by id.", "proposals:\n  ceasefire:\n    title: A ceasefire"),
    ] = {}
    rejections: Annotated[
        tuple[Rejection, ...], Key("Who said no to what, and why.", "rejections:\n  - of: ceasefire")
    ] = ()
    acceptances: Annotated[tuple[Acceptance, ...], Key("Who said yes to what.", "acceptances:\n  - of: ceasefire")] = ()
    reactions: Annotated[
        tuple[Reaction, ...], Key("Who said what else about it.", "reactions:\n  - of: ceasefire")
    ] = ()
    next_steps: Annotated[
        dict[str, NextStep], Key("What is to come, by id.", "next_steps:\n  talks:\n    title: Talks")
    ] = {}
    events: Annotated[
        tuple[Event, ...], Key("What happened and is no proposal, answer or step.", "events:\n  - date: 2025-05-10")
    ] = ()
    sources: Annotated[
        dict[str, Source],
        Key("Where things are known from, by id.", "sources:\n  upi:\n    title: ...", kept=True),
    ] = {}
    glossary: Annotated[
        dict[str, Line], Key("Terms and what they mean.", "glossary:\n  truce: A pause in fighting.")
    ] = {}
    updates: Annotated[
        tuple[Update, ...], Key("What changed since it was published.", "updates:\n  - date: 2025-05-13")
    ] = ()
    corrections: Annotated[
        tuple[Correction, ...],
        Key("Mistakes that were published, and their mend.", "corrections:\n  - date: 2025-05-13"),
    ] = ()

    @property
    def in_translation(self) -> bool:
        """Whether this is a translation."""
        return self.translated is not None

    def lang_of(self, text: str) -> str:
        """The language of ``text``, as of a :class:`Teller`; the brief's where nothing else is known."""
        return self.foreign.get(text, self.lang)

    @property
    def updated(self) -> Date:
        """How far the brief's knowledge goes: ``as_of``, else the newest of ``published`` and ``updates``."""
        dates = (self.published, *(update.date for update in self.updates))
        return self.as_of or max(dates, key=lambda date: date.order)

    @property
    def answers(self) -> tuple[Answer, ...]:
        """Rejections, acceptances and reactions, list by list."""
        return (*self.rejections, *self.acceptances, *self.reactions)
