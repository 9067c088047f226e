"""The search: a box for words with filters, which needs script, and below it everything from A to Z, which does not.

Past ``MOST_NAMES`` each letter has a page of its own, so that no page grows with the site.
"""

from __future__ import annotations

from collections.abc import Sequence

from parley.model.page import Link, Page
from parley.pages.alphabet import Entry, link
from parley.pages.cards import badge
from parley.pages.desk import Desk
from parley.pages.drawers import Long
from parley.pages.frame import frame
from parley.pages.here import Here, letter_path
from parley.pages.list_views import Letter, LetterView, Named, SearchView
from parley.pages.more import Sheet
from parley.pages.places import Part
from parley.words import labels, searching
from parley.words.alphabet import FIGURES
from parley.words.tongue import say

PATH = "search/"
MOST_NAMES = 300
NAMES = Part("names", "Names", MOST_NAMES, "by name", "names", each=400, drawers="two letters")


def search_letters(desk: Desk) -> tuple[str, ...]:
    """The letters that have pages of their own; none while one page bears all names."""
    return tuple(desk.alphabet) if sum(map(len, desk.alphabet.values())) > MOST_NAMES else ()


def search_page(desk: Desk) -> list[Page]:
    """The page of the search."""
    here, spilt = desk.here(1), bool(search_letters(desk))
    full = desk.dressing.search == "full"
    description = say(searching.ABOUT_SEARCH if full else searching.ABOUT_LIST)
    view = SearchView(
        frame=frame(desk, here, PATH, say("Search"), description, kind="search"),
        notice=searching.NOTICE[desk.dressing.search],
        script=desk.dressing.assets["search.js"],
        index=here.to("pagefind/pagefind.js"),
        badges=tuple(badge(status) for status in labels.STATUS_ORDER),
        proposal=searching.KIND["proposal"],
        letters=_letters(desk, here) if spilt else tuple(Link(text=it, href=f"#{_anchor(it)}") for it in desk.alphabet),
        groups=()
        if spilt
        else tuple(
            Letter(anchor=_anchor(first), letter=first, names=_named(here, entries))
            for first, entries in desk.alphabet.items()
        ),
    )
    return [Page(path=f"{PATH}index.html", template="pages/search.html", view=view)]


def letter_list(desk: Desk, first: str) -> Long:
    """The names under the letter ``first``, which may have pages by their second letter."""
    here = desk.here(2)
    sheet = Sheet(desk, here, letter_path(first), say("A to Z: {letter}", letter=first))
    return Long(sheet, NAMES, lambda some, _writer: _named(here, some))


def letter_page(desk: Desk, first: str) -> list[Page]:
    """The page of the letter ``first``, and those of its names while they can be counted."""
    here, long = desk.here(2), letter_list(desk, first)
    sheet = long.sheet
    names = sheet.cut(NAMES, desk.alphabet[first], long.make)
    view = LetterView(
        frame=frame(
            desk,
            here,
            sheet.path,
            sheet.title,
            say(searching.ABOUT_LIST),
            kind="search",
            crumbs=(Link(text=say("Search"), href=here.to(PATH)),),
            shared=False,
        ),
        letters=_letters(desk, here),
        group=Letter(anchor=_anchor(first), letter=first, names=names),
        more=sheet.more,
    )
    return [Page(path=f"{sheet.path}index.html", template="pages/letter.html", view=view), *sheet.pages]


def _letters(desk: Desk, here: Here) -> tuple[Link, ...]:
    """The alphabet, each letter leading to its page."""
    return tuple(Link(text=first, href=here.to(letter_path(first))) for first in desk.alphabet)


def _named(here: Here, entries: Sequence[Entry]) -> tuple[Named, ...]:
    return tuple(Named(link=link(here, entry), what=entry.what) for entry in entries)


def _anchor(first: str) -> str:
    """The id of a letter: "az-b"; the letter itself where it is not Latin."""
    return f"az-{'0' if first == FIGURES else first.lower()}"
