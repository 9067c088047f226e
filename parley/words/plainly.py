"""Names in sentences where nothing can link: on a terminal, in a file of data."""

from __future__ import annotations

from parley.model.library import Library
from parley.model.page import Words
from parley.words.articles import article


class Plainly:
    """The :class:`~parley.words.sentences.Names` of a library, as text alone."""

    def __init__(self, library: Library) -> None:
        self.library = library

    def actor(self, actor: str) -> str:
        """An actor by name alone."""
        return self.library.actors[actor].name

    def named(self, actor: str) -> Words:
        """An actor within a sentence, with the article that the name takes."""
        return (article(self.library.actors[actor]) + self.actor(actor),)

    def proposal(self, proposal: str) -> str:
        """A proposal by its title."""
        return self.library.proposals[proposal].title

    def item(self, item: str) -> str:
        """A proposal or a next step by its title."""
        return self.library.steps[item].title if item in self.library.steps else self.proposal(item)
