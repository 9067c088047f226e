"""What every page maker works with: the library, the insights, the names that link, and who was involved where.

Made once for a build. It holds values only, and nothing in it changes while pages are made.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from functools import cached_property

import msgspec

from parley.model.brief import Brief, Event, NextStep
from parley.model.insight import Deadlock, Happening, Insights
from parley.model.library import Library
from parley.model.markdown import plain
from parley.model.page import Words
from parley.model.proposal import Answer
from parley.pages.here import Here
from parley.pages.involved import Involved, involvement, rolled
from parley.pages.places import placed
from parley.pages.prose import Gazetteer, Writer, gazetteer
from parley.pages.shelves import Shelves
from parley.pages.terms import glossary
from parley.words import reasons
from parley.words.labels import direction
from parley.words.searching import Searching
from parley.words.tongue import Tongue, spoken

MOST_REASONS = 16_384  # kept at a time, so that memory does not grow with the site


class Dressing(msgspec.Struct, frozen=True):
    """What surrounds the pages: where the files that they ask for lie, the day that was asked for, and the characters
    that social cards can be set in."""

    assets: Mapping[str, str]  # "site.css", "site.js", "icon.svg" -> the path below the top
    as_of: dt.date | None = None  # only where a day was asked for
    letters: frozenset[str] = frozenset()  # none where no cards are wanted
    search: Searching = "full"
    tokens: Mapping[str, str] = {}  # the custom properties of the theme's style, by name


class Desk(Shelves):
    """Everything that page makers look things up in."""

    def __init__(self, library: Library, found: Insights, dressing: Dressing) -> None:
        super().__init__(library, found)
        self.dressing = dressing
        self._heres: dict[tuple[int, str], Here] = {}
        self._reasons: dict[tuple[Tongue, Here, str], Words] = {}

    def here(self, depth: int, lang: str = "") -> Here:
        """The point of view of pages ``depth`` folders below the top, in ``lang`` where that is not the site's."""
        if (depth, lang) not in self._heres:
            self._heres[depth, lang] = Here(self.library, depth, placed=self.placed, lang=lang)
        return self._heres[depth, lang]

    def writer(self, here: Here, *without: str) -> Writer:
        """A new writer of prose for one page; ``without`` are actors that need no link there."""
        return Writer(here, self.names, without=without)

    def quiet_writer(self, here: Here) -> Writer:
        """A new writer of prose in which no name links by itself."""
        return Writer(here, {})

    def reason(self, here: Here, proposal: str) -> Words:
        """Why ``proposal`` (a full id) has its status, as told at ``here``; kept, since many lists tell it."""
        key = spoken(), here, proposal
        found = self._reasons.get(key)
        if found is None:
            if len(self._reasons) == MOST_REASONS:
                self._reasons.clear()
            found = reasons.reason(self.found.standings[proposal], self.library.proposals[proposal], here)
            self._reasons[key] = found
        return found

    def rtl(self, lang: str) -> bool:
        """Whether a page in ``lang`` (the site's language where it is empty) runs from right to left."""
        return direction(lang or self.library.settings.language) == "rtl"

    def brief_writer(self, here: Here, brief: Brief) -> Writer:
        """A new writer of prose for the page of ``brief``, which explains its terms at their first mention."""
        return Writer(here, self.names, terms=glossary(brief.glossary), slug=brief.slug)

    def search_href(self, here: Here) -> str:
        """The way to the page of the search; empty where there is no full-text search."""
        return "" if self.dressing.search in ("none", "disk") else here.to("search/")

    @cached_property
    def placed(self) -> Mapping[str, str]:
        """Where things lie that are not where they would be on a page that bears all."""
        return placed(self.library, self.happenings)

    @cached_property
    def own_pages(self) -> tuple[tuple[str, str, str], ...]:
        """Address and title of each section of the site's own pages, and the language of the title."""
        return tuple(
            (f"{section.id}/", plain(section.title), section.chapters[0].lang_of(section.title) or language)
            for language in [self.library.settings.language]
            for section in self.library.sections
        )

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
    def coming(self) -> AbstractSet[str]:
        """The next steps that are still to come, or going on."""
        return frozenset(self.found.coming)

    @cached_property
    def overdue(self) -> AbstractSet[str]:
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
        return involvement(self.library)

    @cached_property
    def cast(self) -> Mapping[str, tuple[str, ...]]:
        """Brief -> everyone who takes part in it, by id."""
        found: dict[str, list[str]] = {}
        for actor, involved in self.involved.items():
            for slug in involved.briefs:
                found.setdefault(slug, []).append(actor)
        return {key: tuple(value) for key, value in found.items()}

    @cached_property
    def newcomers(self) -> Mapping[str, tuple[str, ...]]:
        """Brief -> the actors of whom it was the first to tell; "" -> those of whom none does."""
        age = {slug: at for at, slug in enumerate(slug for slugs in self.batches.values() for slug in slugs)}
        found: dict[str, list[str]] = {}
        for actor, involved in self.involved.items():
            found.setdefault(min(involved.briefs, key=age.__getitem__, default=""), []).append(actor)
        return {key: tuple(value) for key, value in found.items()}

    @cached_property
    def busiest(self) -> tuple[str, ...]:
        """Those who proposed, were asked or answered, most often first."""
        weight = {
            actor: len(involved.made) + len(involved.received) + len(involved.said)
            for actor, involved in self.involved.items()
        }
        return tuple(sorted((actor for actor in weight if weight[actor]), key=lambda actor: (-weight[actor], actor)))

    def open_first(self, steps: Iterable[NextStep]) -> list[NextStep]:
        """Those of ``steps`` without an outcome: what is still to come, soonest first, then what is overdue."""
        open_ = [step for step in steps if step.id in self.coming or step.id in self.overdue]
        return sorted(open_, key=lambda step: (step.id in self.overdue, step.date.order, step.id))

    def has_feed(self, actor: str) -> bool:
        """Whether there is anything that a feed of ``actor`` would tell."""
        return any(happening.kind in ("proposal", "answer") for happening in self.happenings.get(f"actor:{actor}", ()))

    def rolled(self, actors: tuple[str, ...]) -> list[str]:
        """``actors`` with the sides they speak for, each once."""
        return rolled(self.library, actors)
