"""All that a view says is on its page: every text of a view is made one of its own, and looked for."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from parley.model.page import Link, Page, Prose
from parley.render.pages import rendered
from parley.render.theme import theme
from tests.render import example_pages, style_site

NOT_WORDS = {"anchor", "iso", "status", "word", "state", "lang", "dir", "root", "stylesheet", "icon", "href", "kind"}
NOT_ALWAYS = {
    "AnswerCard.of",  # not named again under its own proposal
    "AnswerCard.of_status",
    "AnswerCard.join",  # where nothing is joined
    "ProposalCard.join",
    "Cell.side",  # an attribute, shown on narrow screens
    "Count.href",
    "LaneHead.link",  # drawn in lines
    "LaneRow.link",
    "PositionCard.label",  # where there is an answer, that has its own
    "PositionCard.answer",  # told by the page's own list of answers, and as an answer of its own elsewhere
    "PositionCard.earlier",
    "PositionCard.proposal",  # not named again on its own page
    "PositionCard.badge",
    "ProposalCard.link",
    "StepCard.certainty",  # once it is over, how sure it was does not matter
    "StepCard.link",  # its words are the title
    "BriefView.updated",  # told by the box at the top, where that has a foot
}


Words = Iterator[str]


def renamed(value: object, words: Words, said: dict[str, str], kept: set[str], name: str = "") -> object:
    """A copy of a view in which every text is a word of its own; ``said`` tells where each word stands."""
    if isinstance(value, str):
        if name.rpartition(".")[2] in NOT_WORDS or not value:
            return value
        word = next(words)
        said[word] = name
        return word
    if isinstance(value, tuple):
        return tuple(renamed(each, words, said, kept, name) for each in value)
    if isinstance(value, Prose):
        return Prose(text=str(renamed("prose", words, said, kept, name)) if value.text else "", lang=value.lang)
    if isinstance(value, Link):
        return Link(text=str(renamed("link", words, said, kept, name)), href=value.href, kind=value.kind)
    if isinstance(value, msgspec.Struct):
        fields = {}
        for field in value.__struct_fields__:
            key = f"{type(value).__name__}.{field}"
            found = getattr(value, field)
            fields[field] = found if key in kept else renamed(found, words, said, kept, key)
        return type(value)(**fields)
    return value


STEP_IN_FULL = {
    f"StepCard.{field}" for field in ("who", "where", "about", "conditions", "outcome", "outcome_date", "cites")
}

HEAD = {"ProposalCard.kind", "ProposalCard.badge", "ProposalCard.reason"}  # on its own page, the page's head has it


AROUND = {  # of the frame, what a card in an iframe does without
    f"Frame.{field}"
    for field in (
        *("tagline", "description", "nav", "more", "alternates", "script", "feed", "crumbs"),
        *("favicon", "touch_icon", "manifest", "image", "image_alt", "locale"),
    )
}


@pytest.mark.parametrize(
    ("path", "elsewhere"),
    [
        ("briefs/istanbul-talks", set()),
        ("actors/russia", set()),
        ("briefs/istanbul-talks/timeline-1.html", set()),
        ("proposals/istanbul-talks/ceasefire", set()),
        ("guide/first", set()),
        ("embed/istanbul-talks/ceasefire", AROUND),
        (".", STEP_IN_FULL),  # the front page has a line for each step, that leads to the rest
        ("style/marks", set()),  # every component in every state
        ("style/proposals", HEAD),
        ("style/answers", set()),
        ("style/steps", set()),
        ("style/pictures", set()),
        ("style/lists", set()),
        ("style/offers", set()),
    ],
)
def test_everything_a_view_says_is_on_its_page(path: str, elsewhere: set[str]) -> None:
    pages = (*example_pages.pages(), *style_site.pages())
    page = next(page for page in pages if page.path in (path, f"{path}/index.html".removeprefix("./")))
    said: dict[str, str] = {}
    words = (f"word{number:04}x" for number in itertools.count())
    view = renamed(page.view, words, said, NOT_ALWAYS | elsewhere)
    assert isinstance(view, msgspec.Struct)
    files, faults = rendered(
        [Page(path="x.html", template=page.template, view=view)], theme([Path(__file__).parents[2] / "theme"])
    )
    assert not faults
    assert len(said) > 20
    html = files["x.html"].decode().lower()
    assert sorted({name for word, name in said.items() if word not in html}) == []
