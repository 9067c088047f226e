"""Which components stand on which page. One page for all of them would be past the budget of a page."""

from __future__ import annotations

import msgspec

from parley.pages.style import answers, lists, marks, offers, pictures, proposals, steps, tables
from parley.pages.style.example import Example


class Group(msgspec.Struct, frozen=True):
    """A page of components: its folder below the style page, its title, and what it shows."""

    name: str
    title: str
    examples: tuple[Example, ...]


GROUPS = (
    Group("marks", "Marks", marks.EXAMPLES),
    Group("proposals", "Proposals", proposals.EXAMPLES),
    Group("answers", "Answers and positions", (*answers.EXAMPLES, *tables.EXAMPLES)),
    Group("steps", "Next steps and timeline", steps.EXAMPLES),
    Group("pictures", "Pictures", pictures.EXAMPLES),
    Group("lists", "Lists and facts", lists.EXAMPLES),
    Group("offers", "To find and to take along", offers.EXAMPLES),
)
