"""What every page maker works with: the library, the insights, the names that link, and who was involved where.

Made once for a build. It holds values only, and nothing in it changes while pages are made.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache

import msgspec

from parley.model.brief import Brief, Event, NextStep
from parley.model.insight import Deadlock, Happening, Insights
from parley.model.library import Library
from parley.model.markdown import plain
from parley.model.page import Words
from parley.model.proposal import Answer, Proposal
from parley.model.sides import sides_of
from parley.pages.here import Here, topic_path
from parley.pages.places import placed
from parley.pages.prose import Gazetteer, Writer, gazetteer
from parley.pages.terms import glossary
from parley.words import reasons
from parley.words.labels import counted, direction
from parley.words.searching import Searching

MOST_REASONS = 16_384  # kept at a time, so that memory does not grow with the site


class Dressing(msgspec.Struct, frozen=True):
    """What surrounds the pages: where the files that they ask for lie, the day that was asked for, and the characters
    that social cards can be set in."""

    assets: Mapping[str, str]  # "site.css", "site.js", "icon.svg" -> the path below the top
    as_of: str = ""  # the day in words, only where one was asked for
    letters: frozenset[str] = frozenset()  # none where no cards are wanted
    search: Searching = "full"
    tokens: Mapping[str, str] = {}  # the custom properties of the theme's style, by name


class Involved(msgspec.Struct):
    """What an actor did and was asked, over all briefs; a side also has what its speakers did."""

    briefs: dict[str, None] = {}
    made: dict[str, None] = {}
    received: dict[str, None] = {}
    said: dict[str, Answer] = {}
    heard: dict[str, Answer] = {}  # answers to what it proposed
    steps: dict[str, None] = {}
    met: dict[str, int] = {}  # the other actors, and how many exchanges there were

    @property
    def counts(self) -> str:
        """How much there is: "3 briefs · 2 proposals made · 4 answers"."""
        parts = [
            counted(len(self.briefs), "brief", "briefs") if self.briefs else "",
            counted(len(self.made), "proposal made", "proposals made") if self.made else "",
            counted(len(self.said), "answer", "answers") if self.said else "",
        ]
        return " · ".join(filter(None, parts))


class Desk:
    """Everything that page makers look things up in."""

    def __init__(self, library: Library, found: Insights, dressing: Dressing) -> None:
        self.library = library
        self.found = found
        self.dressing = dressing
        self.placed = placed(library, self.happenings)
        self.reason = lru_cache(maxsize=MOST_REASONS)(self._reason)
        self._here = {depth: Here(library, depth, placed=self.placed) for depth in range(4)}

    def here(self, depth: int) -> Here:
        """The point of view of pages ``depth`` folders below the top."""
        return self._here[depth]

    def writer(self, here: Here, *without: str) -> Writer:
        """A new writer of prose for one page; ``without`` are actors that need no link there."""
        return Writer(here, self.names, without=without)

    def _reason(self, here: Here, proposal: str) -> Words:
        """Why ``proposal`` (a full id) has its status, as told at ``here``; kept, since many lists tell it."""
        return reasons.reason(self.found.standings[proposal], self.library.proposals[proposal], here)

    def plain_writer(self, here: Here) -> Writer:
        """A new writer of prose in which only what was typed as a reference is a link."""
        return Writer(here, {})

    def rtl(self, lang: str) -> bool:
        """Whether a page in ``lang`` (the site's language where it is empty) runs from right to left."""
        return direction(lang or self.library.settings.language) == "rtl"

    def brief_writer(self, here: Here, brief: Brief) -> Writer:
        """A new writer of prose for the page of ``brief``, which explains its terms at their first mention."""
        return Writer(here, self.names, terms=glossary(brief.glossary), slug=brief.slug)

    def search_href(self, here: Here) -> str:
        """The way to the page of the search; empty where there is no full-text search."""
        return "" if self.dressing.search == "none" else here.to("search/")

    @cached_property
    def own_pages(self) -> tuple[tuple[str, str], ...]:
        """Address and title of each section of the site's own pages."""
        return tuple((f"{section.id}/", plain(section.title)) for section in self.library.sections)

    @cached_property
    def names(self) -> Gazetteer:
        """The names that link by themselves."""
        return gazetteer(self.library)

    @cached_property
    def answers(self) -> Mapping[str, Answer]:
        """Every answer by its id."""
        return {answer.id: answer for answers in self.library.answers.values() for answer in answers}

    @cached_property
    def events(self) -> Mapping[str, Event]:
        """Every event by its id."""
        return {event.id: event for brief in self.library.briefs.values() for event in brief.events}

    @cached_property
    def topics(self) -> Mapping[str, str]:
        """Address -> title of every topic, in the order of addresses; of two spellings, the first brief's stands."""
        found: dict[str, str] = {}
        for brief in self.library.briefs.values():
            for title in brief.topics:
                found.setdefault(topic_path(title), title)
        return dict(sorted(found.items()))

    @cached_property
    def briefs_on(self) -> Mapping[str, tuple[Brief, ...]]:
        """Address of a topic -> its briefs, in the order of the library."""
        found: dict[str, list[Brief]] = {}
        for brief in self.library.briefs.values():
            for path in dict.fromkeys(map(topic_path, brief.topics)):
                found.setdefault(path, []).append(brief)
        return {path: tuple(briefs) for path, briefs in found.items()}

    @cached_property
    def happenings(self) -> Mapping[str, tuple[Happening, ...]]:
        """The timeline by brief (``brief:slug``) and by actor (``actor:id``), oldest first."""
        found: dict[str, list[Happening]] = {}
        for happening in self.found.timeline:
            sides = {self.library.side(actor) for actor in happening.actors}
            keys = [f"brief:{happening.brief}", *(f"actor:{actor}" for actor in sorted({*happening.actors, *sides}))]
            for key in keys:
                found.setdefault(key, []).append(happening)
        return {key: tuple(value) for key, value in found.items()}

    @cached_property
    def bearing(self) -> Mapping[str, tuple[str, ...]]:
        """Proposal -> the proposals that are about it."""
        found: dict[str, list[str]] = {}
        for proposal in self.library.proposals.values():
            for about in proposal.about:
                found.setdefault(about, []).append(proposal.id)
        return {key: tuple(value) for key, value in found.items()}

    @cached_property
    def steps_about(self) -> Mapping[str, tuple[str, ...]]:
        """Proposal -> the next steps that are about it."""
        found: dict[str, list[str]] = {}
        for step in self.library.steps.values():
            for about in step.about:
                found.setdefault(about, []).append(step.id)
        return {key: tuple(value) for key, value in found.items()}

    @cached_property
    def turns(self) -> Mapping[str, int]:
        """The next steps that are not over, each with its turn: those to come first, soonest first; then those that are
        overdue, longest first."""
        return {step: at for at, step in enumerate((*self.found.coming, *self.found.overdue))}

    @cached_property
    def coming(self) -> frozenset[str]:
        """The next steps that are still to come, or going on."""
        return frozenset(self.found.coming)

    @cached_property
    def overdue(self) -> frozenset[str]:
        """The next steps whose date has passed without an outcome."""
        return frozenset(self.found.overdue)

    @cached_property
    def deadlocks(self) -> Mapping[str, tuple[Deadlock, ...]]:
        """Proposal -> the deadlocks it is part of."""
        found: dict[str, list[Deadlock]] = {}
        for deadlock in self.found.deadlocks:
            for knot in deadlock.knots:
                for item in dict.fromkeys((knot.proposal, knot.waits_for)):
                    if deadlock not in found.setdefault(item, []):
                        found[item].append(deadlock)
        return {key: tuple(value) for key, value in found.items()}

    @cached_property
    def involved(self) -> Mapping[str, Involved]:
        """Actor -> what it did and was asked; everyone in the library has an entry."""
        found = {actor: Involved() for actor in self.library.actors}
        for brief in self.library.briefs.values():
            for actor in brief.who:
                found[actor].briefs[brief.slug] = None
        for proposal in self.library.proposals.values():
            self._proposal(found, proposal)
        for answers in self.library.answers.values():
            for answer in answers:
                self._answer(found, answer)
        for step in self.library.steps.values():
            for actor in self.rolled(step.who or self._concerned(step)):
                found[actor].steps[step.id] = None
                found[actor].briefs[step.brief] = None
        return found

    def has_feed(self, actor: str) -> bool:
        """Whether there is anything that a feed of ``actor`` would tell."""
        return any(happening.kind in ("proposal", "answer") for happening in self.happenings.get(f"actor:{actor}", ()))

    def rolled(self, actors: tuple[str, ...]) -> list[str]:
        """``actors`` with the sides they speak for, each once."""
        return list(dict.fromkeys([*actors, *(self.library.side(actor) for actor in actors)]))

    def _concerned(self, step: NextStep) -> tuple[str, ...]:
        """Who is concerned by a step of which nobody said who takes part: the sides of what it is about."""
        about = (self.library.proposals[item] for item in step.about)
        return tuple(actor for proposal in about for actor in (*proposal.by, *proposal.to))

    def _proposal(self, found: dict[str, Involved], proposal: Proposal) -> None:
        by, to = self.rolled(proposal.by), self.rolled(proposal.to)
        for actor in by:
            found[actor].made[proposal.id] = None
            _meet(found[actor], (other for other in to if other not in by))
        for actor in to:
            found[actor].received[proposal.id] = None
            _meet(found[actor], (other for other in by if other not in to))
        for actor in {*by, *to}:
            found[actor].briefs[proposal.brief] = None

    def _answer(self, found: dict[str, Involved], answer: Answer) -> None:
        by = list(dict.fromkeys([*answer.by, *sides_of(self.library, answer)]))
        proposal = self.library.proposals[answer.of]
        to = self.rolled(proposal.by)
        for actor in by:
            found[actor].said[answer.id] = answer
            found[actor].briefs[answer.brief] = None
            _meet(found[actor], (other for other in to if other not in by))
        for actor in to:
            found[actor].heard[answer.id] = answer
            _meet(found[actor], (other for other in by if other not in to))


def _meet(involved: Involved, others: Iterable[str]) -> None:
    for other in others:
        involved.met[other] = involved.met.get(other, 0) + 1
