"""What belongs together: the briefs of a topic, the steps of a stretch of time, what lies in one month of a long list.

Each is worked out in one walk over the library and then looked up by key, so that a page which needs its own few never
walks over all. Without it, every page of a site costs more with each brief that is added anywhere.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any, TypeVar

import msgspec

from parley.model.brief import Brief
from parley.model.insight import Happening, Insights
from parley.model.library import Library
from parley.pages.alphabet import Entry, alphabet
from parley.pages.here import letter_path, topic_path
from parley.pages.places import (
    ALL_DATED,
    CORRECTIONS,
    HOME_ARCHIVE,
    HOME_BRIEFS,
    LATER,
    OVERDUE,
    TOPIC_BRIEFS,
    TOPIC_DATED,
    TOPIC_OPEN,
    TOPIC_SIDES,
    Drawers,
    Part,
    by_days,
)
from parley.words.alphabet import beginning, order
from parley.words.tongue import speaking

T = TypeVar("T")
EACH_BATCH = 250  # briefs
STRETCHES = ("overdue", "week", "month", "later")


class Subject(msgspec.Struct, frozen=True):
    """What stands on the page of a topic, by id."""

    briefs: tuple[str, ...]  # the one that changed last first
    proposals: tuple[str, ...]  # oldest first
    open: tuple[str, ...]  # those of them that are open, newest first
    steps: tuple[str, ...]  # overdue ones first, then those that are to come
    happenings: tuple[Happening, ...]  # oldest first


class Shelves:
    """The look-ups back that page makers share; ``Desk`` is made of it."""

    def __init__(self, library: Library, found: Insights) -> None:
        self.library = library
        self.found = found

    @cached_property
    def newest(self) -> tuple[Brief, ...]:
        """All briefs, the one that changed last first."""
        return tuple(sorted(self.library.briefs.values(), key=lambda brief: brief.updated.order, reverse=True))

    @cached_property
    def first_coming(self) -> Mapping[str, str]:
        """Brief -> the soonest of its next steps that is still to come."""
        found: dict[str, str] = {}
        for step in self.found.coming:
            found.setdefault(step.partition("/")[0], step)
        return found

    @cached_property
    def agenda(self) -> Mapping[str, tuple[str, ...]]:
        """The open steps by stretch of time: what is overdue, newest first; what comes this week, later this month, and
        after that, soonest first."""
        day, steps = self.found.day, self.library.steps
        week = day + dt.timedelta(days=7 - day.isoweekday())
        found: dict[str, list[str]] = {stretch: [] for stretch in STRETCHES}
        found["overdue"] = list(self.found.overdue[::-1])
        for step in self.found.coming:
            first = steps[step].date.first
            this_month = (first.year, first.month) <= (day.year, day.month)
            found["week" if first <= week else "month" if this_month else "later"].append(step)
        return {stretch: tuple(some) for stretch, some in found.items()}

    @cached_property
    def subjects(self) -> Mapping[str, Subject]:
        """Topic (its address) -> what stands on its page."""
        of = {slug: tuple(dict.fromkeys(map(topic_path, brief.topics))) for slug, brief in self.library.briefs.items()}
        items = sorted(self.library.proposals.values(), key=lambda item: (item.date.order, item.id))
        briefs = _by_topic(of, ((brief.slug, brief.slug) for brief in self.newest))
        proposals = _by_topic(of, ((item.brief, item.id) for item in items))
        steps = _by_topic(of, ((step.partition("/")[0], step) for step in (*self.found.overdue, *self.found.coming)))
        happenings = _by_topic(of, ((happening.brief, happening) for happening in self.found.timeline))
        standings = self.found.standings
        return {
            path: Subject(
                briefs=tuple(slugs),
                proposals=tuple(proposals.get(path, ())),
                open=tuple(item for item in proposals.get(path, ())[::-1] if standings[item].status == "open"),
                steps=tuple(steps.get(path, ())),
                happenings=tuple(happenings.get(path, ())),
            )
            for path, slugs in briefs.items()
        }

    @cached_property
    def topics(self) -> Mapping[str, str]:
        """Address -> title of every topic, in the order of addresses; of two spellings, the first brief's stands."""
        found: dict[str, str] = {}
        names = self.library.settings.topics
        for brief in self.library.briefs.values():
            for title in brief.topics:
                found.setdefault(topic_path(title), names.get(title, title))
        return dict(sorted(found.items()))

    @cached_property
    def alphabet(self) -> Mapping[str, tuple[Entry, ...]]:
        """The A to Z: everything that has a page, by the first letter of each of its names."""
        with speaking(self.library.settings.language):
            return alphabet(self.library, self.found, self.topics)

    @cached_property
    def by_kind(self) -> Mapping[str, tuple[str, ...]]:
        """The actors of each kind, by name."""
        found: dict[str, list[str]] = {}
        for actor in sorted(self.library.actors.values(), key=lambda actor: (actor.name.casefold(), actor.id)):
            found.setdefault(actor.kind, []).append(actor.id)
        return {kind: tuple(ids) for kind, ids in found.items()}

    @cached_property
    def timeline(self) -> tuple[Happening, ...]:
        """Everything dated, newest first."""
        return tuple(sorted(self.found.timeline, key=lambda happening: happening.date.order, reverse=True))

    @cached_property
    def corrections(self) -> tuple[tuple[str, int], ...]:
        """Every correction, the newest first: its brief, and its place among those of the brief."""
        briefs = self.library.briefs
        found = [(brief.slug, at) for brief in briefs.values() for at in range(len(brief.corrections))]
        found.sort(key=lambda it: (briefs[it[0]].corrections[it[1]].date.order, it[0]), reverse=True)
        return tuple(found)

    @cached_property
    def kept(self) -> tuple[str, ...]:
        """The briefs that are kept up to date, the one that changed last first."""
        return tuple(brief.slug for brief in self.newest if brief.slug not in self.found.expired)

    @cached_property
    def archived(self) -> tuple[str, ...]:
        """The briefs that are not, the one that changed last first."""
        return tuple(brief.slug for brief in self.newest if brief.slug in self.found.expired)

    @cached_property
    def batches(self) -> Mapping[str, tuple[str, ...]]:
        """The briefs by the month in which they were published, a few hundred at most together: "2024-05", and where a
        month has more, "2024-05-2". Counted from the oldest, so that what is added changes one of them."""
        ordered = sorted(self.library.briefs.values(), key=lambda brief: (brief.published.order, brief.slug))
        found: dict[str, tuple[str, ...]] = {}
        months = _grouped((it.slug for it in ordered), lambda slug: self._published(slug).isoformat()[:7])
        for month, slugs in months.items():
            for at in range(0, len(slugs), EACH_BATCH):
                number = at // EACH_BATCH + 1
                found[month if number == 1 else f"{month}-{number}"] = slugs[at : at + EACH_BATCH]
        return found

    @cached_property
    def drawers(self) -> Mapping[str, tuple[Any, ...]]:
        """What the long lists of the site hold in each month or day, or under each letter: by the address of the page
        with the part and the month, day or letter ("timeline/timeline 2024-05"), in the order of the list."""
        return {f"{name} {drawer}": held for name, parted in self._parted.items() for drawer, held in parted.items()}

    @cached_property
    def drawer_names(self) -> Mapping[str, tuple[str, ...]]:
        """The months of each of those lists (or days, in months of very many), from the oldest on; or its letters."""
        return {name: tuple(parted) for name, parted in self._parted.items()}

    @cached_property
    def _parted(self) -> Mapping[str, Mapping[str, tuple[Any, ...]]]:
        """A brief lies in the month of its publication, since that stays when it changes."""
        briefs, actors = self.library.briefs, self.library.actors
        steps, proposals = self.library.steps, self.library.proposals

        def put(proposal: str) -> dt.date:
            return proposals[proposal].date.first

        def happened(happening: Happening) -> dt.date:
            return happening.date.first

        found: dict[str, Mapping[str, tuple[Any, ...]]] = {
            "timeline/timeline": _months(ALL_DATED, self.timeline, happened),
            "briefs": _months(HOME_BRIEFS, self.kept, self._published),
            "archive": _months(HOME_ARCHIVE, self.archived, self._published),
            "about/mends": _months(
                CORRECTIONS, self.corrections, lambda it: briefs[it[0]].corrections[it[1]].date.first
            ),
        }
        for part in (OVERDUE, LATER):
            found[f"next/{part.name}"] = _months(part, self.agenda[part.name], lambda step: steps[step].date.first)
        for path, subject in self.subjects.items():
            found[f"{path}briefs"] = _months(TOPIC_BRIEFS, subject.briefs, self._published)
            found[f"{path}sides"] = _months(TOPIC_SIDES, subject.proposals, put)
            found[f"{path}open"] = _months(TOPIC_OPEN, subject.open, put)
            found[f"{path}timeline"] = _months(TOPIC_DATED, subject.happenings, happened)
        for kind, ids in self.by_kind.items():
            letters = _grouped(ids, lambda actor: beginning(actors[actor].name)[:1])
            found[f"actors/{kind}s"] = {first: letters[first] for first in sorted(letters, key=order)}
        for first, entries in self.alphabet.items():
            found[f"{letter_path(first)}names"] = _grouped(entries, lambda entry: beginning(entry.text))
        return found

    def _published(self, slug: str) -> dt.date:
        return self.library.briefs[slug].published.first


def cupboards(kind: Drawers, drawers: Sequence[str]) -> tuple[str, ...]:
    """Where to look for ``drawers`` first: the years of months, the newest first; letters stand for themselves."""
    return tuple(drawers) if kind != "months" else tuple(dict.fromkeys(name[:4] for name in reversed(drawers)))


def _months(part: Part, items: Iterable[T], day: Callable[[T], dt.date]) -> dict[str, tuple[T, ...]]:
    """``items`` by month ("2024-05"), the oldest month first; a month with more than can be counted by its days."""
    found: dict[str, tuple[T, ...]] = {}
    for month, some in sorted(_grouped(items, lambda item: day(item).isoformat()[:7]).items()):
        if by_days(part, len(some)):
            found |= sorted(_grouped(some, lambda item: day(item).isoformat()).items())
        else:
            found[month] = some
    return found


def _grouped(items: Iterable[T], key: Callable[[T], str]) -> dict[str, tuple[T, ...]]:
    """``items`` by their keys, in the order in which those come up."""
    found: dict[str, list[T]] = {}
    for item in items:
        found.setdefault(key(item), []).append(item)
    return {name: tuple(some) for name, some in found.items()}


def _by_topic(of: Mapping[str, Iterable[str]], pairs: Iterable[tuple[str, T]]) -> dict[str, list[T]]:
    """Pairs of a brief and a thing -> the things by the topics that the brief is ``of``."""
    found: dict[str, list[T]] = {}
    for slug, thing in pairs:
        for path in of[slug]:
            found.setdefault(path, []).append(thing)
    return found
