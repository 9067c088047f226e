"""Names without links, for whatever is no page: a terminal, a comment, a file. Older libraries know what is gone."""

from __future__ import annotations

from parley.model.library import Library
from parley.model.page import Words
from parley.words.articles import article
from parley.words.sentences import joined


class Named:
    """Names from the first of ``libraries`` that knows an id; what none knows goes by its id."""

    def __init__(self, *libraries: Library) -> None:
        self.libraries = libraries

    def actor(self, actor: str) -> str:
        """An actor by name alone."""
        found = next((it.actors[actor] for it in self.libraries if actor in it.actors), None)
        return found.name if found else actor

    def named(self, actor: str) -> Words:
        """An actor within a sentence, with the article that the name takes."""
        found = next((it.actors[actor] for it in self.libraries if actor in it.actors), None)
        return joined([article(found), found.name]) if found else (actor,)

    def brief(self, slug: str) -> str:
        """A brief by its title."""
        return next((it.briefs[slug].title for it in self.libraries if slug in it.briefs), slug)

    def proposal(self, proposal: str) -> str:
        """A proposal by its title."""
        found = next((it.proposals[proposal] for it in self.libraries if proposal in it.proposals), None)
        return found.title if found else proposal.rpartition("/")[2]

    def item(self, item: str) -> str:
        """A proposal or a next step by its title."""
        found = next((it.steps[item] for it in self.libraries if item in it.steps), None)
        return found.title if found else self.proposal(item)

    def source(self, source: str) -> str:
        """A source by who published it and its title."""
        slug, _, name = source.partition("/")
        for it in self.libraries:
            if slug in it.briefs and name in it.briefs[slug].sources:
                return it.briefs[slug].sources[name].title
        return name
