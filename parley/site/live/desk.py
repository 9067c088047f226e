"""A desk for those who wait for one page: what a page asks of one brief is worked out of that brief, not of all."""

from __future__ import annotations

import datetime as dt
import typing
from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from functools import cached_property

import msgspec

from parley.derive import InsightsInPart
from parley.derive.agenda import is_coming, is_overdue
from parley.derive.each import Among, Each
from parley.model.brief import NextStep
from parley.model.insight import Happening, Insights
from parley.model.library import Library
from parley.pages.desk import Desk, Dressing
from parley.pages.places import placed


class LiveDesk(Desk):
    """The same desk. The tables that are made by a walk over all briefs are walked for when another is asked for."""

    def __init__(self, library: Library, found: InsightsInPart, dressing: Dressing) -> None:
        insights = typing.cast(Insights, found)  # the same by the same names
        super().__init__(library, insights, dressing)
        self._whole = Desk(library, insights, dressing)
        self._parts: dict[str, Desk] = {}

    @cached_property
    def happenings(self) -> Mapping[str, tuple[Happening, ...]]:
        """As on every desk."""

        def one(key: str) -> tuple[Happening, ...] | None:
            kind, _, slug = key.partition(":")
            return self._part(slug).happenings[key] if kind == "brief" else None

        return Each(one, lambda: self._whole.happenings)

    @cached_property
    def cast(self) -> Mapping[str, tuple[str, ...]]:
        """As on every desk."""

        def one(slug: str) -> tuple[str, ...]:
            everyone = self._part(slug).involved
            return tuple(actor for actor, involved in everyone.items() if slug in involved.briefs)

        return Each(one, lambda: self._whole.cast)

    @cached_property
    def placed(self) -> Mapping[str, str]:
        """As on every desk."""
        known: dict[str, Mapping[str, str]] = {}

        def one(address: str) -> str:
            first, _, rest = address.partition("/")
            slug = rest.partition("/")[0]
            if first != "briefs" or slug not in self.library.briefs:
                raise KeyError(address)
            if slug not in known:
                brief = {slug: self.library.briefs[slug]}
                known[slug] = placed(msgspec.structs.replace(self.library, briefs=brief), self.happenings)
            return known[slug][address]

        return Each(one, lambda: self._whole.placed)

    @cached_property
    def coming(self) -> AbstractSet[str]:
        """As on every desk."""
        return Among(lambda id_: self._is(is_coming, id_), lambda: self._whole.coming)

    @cached_property
    def overdue(self) -> AbstractSet[str]:
        """As on every desk."""
        return Among(lambda id_: self._is(is_overdue, id_), lambda: self._whole.overdue)

    def _is(self, so: Callable[[NextStep, dt.date], bool], id_: str) -> bool:
        step = self.library.steps.get(id_)
        return step is not None and so(step, self.found.day)

    def _part(self, slug: str) -> Desk:
        """A desk with the brief ``slug``, what is told in it, and what that is about. Raises ``KeyError``."""
        if slug not in self._parts:
            whole, brief = self.library, self.library.briefs[slug]
            answered = dict.fromkeys(answer.of for answer in brief.answers)
            about = [*answered, *(it for step in brief.next_steps.values() for it in step.about)]
            others = {id_: whole.proposals[id_] for id_ in about}
            part = msgspec.structs.replace(
                whole,
                briefs={slug: brief},
                proposals=others | {item.id: item for item in brief.proposals.values()},
                steps={step.id: step for step in brief.next_steps.values()},
                answers={of: tuple(it for it in brief.answers if it.of == of) for of in answered},
            )
            self._parts[slug] = Desk(part, typing.cast(Insights, InsightsInPart(part, self.found.day)), self.dressing)
        return self._parts[slug]
