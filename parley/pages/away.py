"""The views of pages that are read away from the site: a card inside someone else's page."""

from parley.model.keys import Noun
from parley.model.page import Link, Words
from parley.model.proposal import AnswerWord
from parley.pages.parts import Badge, Frame, When


class EmbedAnswer(Noun, frozen=True, kw_only=True):
    """Where one side stands, in a line."""

    side: Link
    word: AnswerWord
    label: str
    date: When | None  # of its answer, where there is one


class EmbedView(Noun, frozen=True, kw_only=True):
    """pages/embed.html"""

    frame: Frame
    link: Link  # the proposal's own page
    kind: str
    badge: Badge
    reason: Words
    by: tuple[Link, ...]
    to: tuple[Link, ...]
    date: When
    answers: tuple[EmbedAnswer, ...]
    as_of: str  # how far what is told here goes
