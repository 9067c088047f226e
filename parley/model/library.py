"""Everything that was written, by id, with the look-ups back: plain dictionaries, filled in one pass.

A library is made from values that are already checked one by one. It does no checking of its own: where something is
referred to that does not exist, a look-up back has an entry for it all the same, and the reader tells the problem.
"""

from collections.abc import Iterable, Mapping

from parley.model.actor import Actor
from parley.model.brief import Brief, NextStep
from parley.model.chapter import Section
from parley.model.keys import Noun
from parley.model.proposal import Answer, Proposal
from parley.model.settings import Settings


class Library(Noun, frozen=True, kw_only=True):
    """All briefs and actors of a site. Lists are in the order of (brief, place in the brief)."""

    settings: Settings
    briefs: Mapping[str, Brief]  # by slug, in the order of slugs
    actors: Mapping[str, Actor]  # by id, in the order of ids
    proposals: Mapping[str, Proposal]  # by full id
    steps: Mapping[str, NextStep]  # by full id
    answers: Mapping[str, tuple[Answer, ...]]  # by the full id of the proposal answered, from every brief
    speakers: Mapping[str, tuple[str, ...]]  # actor id -> ids of those who speak for it
    groups: Mapping[str, tuple[str, ...]]  # actor id -> ids of the groups it is a member of
    sides: Mapping[str, str]  # actor id -> id of the side its words count as
    places: Mapping[str, tuple[int, int]] = {}  # where shared actors and their keys stand in their file
    sections: tuple[Section, ...] = ()  # the site's own pages

    def side(self, actor: str) -> str:
        """The side that ``actor`` (an id) speaks for: its ``speaks_for``, followed to the end, or itself."""
        return self.sides.get(actor, actor)


def library(
    settings: Settings,
    actors: Iterable[Actor],
    briefs: Iterable[Brief],
    places: Mapping[str, tuple[int, int]] | None = None,
    sections: tuple[Section, ...] = (),
) -> Library:
    """The library of ``briefs`` and the shared ``actors`` (and their ``places``); inline actors come with briefs.
    ``sections`` are the site's own pages."""
    by_slug = {brief.slug: brief for brief in sorted(briefs, key=lambda brief: brief.slug)}
    everyone = [*actors, *(actor for brief in by_slug.values() for actor in brief.actors.values())]
    by_id = {actor.id: actor for actor in sorted(everyone, key=lambda actor: actor.id)}
    answers: dict[str, list[Answer]] = {}
    for brief in by_slug.values():
        for answer in brief.answers:
            answers.setdefault(answer.of, []).append(answer)
    speakers: dict[str, list[str]] = {}
    groups: dict[str, list[str]] = {}
    for actor in by_id.values():
        if actor.speaks_for:
            speakers.setdefault(actor.speaks_for, []).append(actor.id)
        for member in actor.members:
            groups.setdefault(member, []).append(actor.id)
    return Library(
        settings=settings,
        briefs=by_slug,
        actors=by_id,
        proposals={item.id: item for brief in by_slug.values() for item in brief.proposals.values()},
        steps={item.id: item for brief in by_slug.values() for item in brief.next_steps.values()},
        answers={key: tuple(value) for key, value in answers.items()},
        speakers={key: tuple(value) for key, value in speakers.items()},
        groups={key: tuple(value) for key, value in groups.items()},
        sides={actor: _side(actor, by_id) for actor in by_id},
        places=places or {},
        sections=sections,
    )


def _side(actor: str, actors: Mapping[str, Actor]) -> str:
    """``speaks_for`` followed to its end; a circle (which the reader refuses) ends where it closes."""
    seen = {actor}
    while (known := actors.get(actor)) and known.speaks_for and known.speaks_for not in seen:
        actor = known.speaks_for
        seen.add(actor)
    return actor
