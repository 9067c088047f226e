"""The search: a box for words with filters, which needs script, and below it everything from A to Z, which does not.

Past ``MOST_NAMES`` each letter has a page of its own, so that no page grows with the site.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from parley.model.markdown import plain
from parley.model.page import Link, Page
from parley.pages.cards import badge
from parley.pages.desk import Desk
from parley.pages.frame import frame
from parley.pages.here import Here
from parley.pages.list_views import Letter, LetterView, Named, SearchView
from parley.pages.more import Sheet
from parley.pages.places import Part
from parley.words import labels, searching
from parley.words.alphabet import FIGURES, letter, order

PATH = "search/"
MOST_NAMES = 300
NAMES = Part("names", "Names", MOST_NAMES, "by name", "names", each=400)


def search_pages(desk: Desk) -> list[Page]:
    """The page of the search, and a page for each letter where there are too many names for one."""
    here = desk.here(1)
    spilt = len(set(_named(desk, here))) > MOST_NAMES
    groups = a_to_z(desk, desk.here(2) if spilt else here)  # as seen from the pages that show their names
    full = desk.dressing.search == "full"
    description = searching.ABOUT_SEARCH if full else searching.ABOUT_LIST
    view = SearchView(
        frame=frame(desk, here, PATH, "Search", description, kind="search"),
        notice=searching.NOTICE[desk.dressing.search],
        script=desk.dressing.assets["search.js"],
        index=here.to("pagefind/pagefind.js"),
        badges=tuple(badge(status) for status in labels.STATUS_ORDER),
        proposal=searching.PROPOSAL,
        letters=tuple(
            Link(text=group.letter, href=here.to(_path(group)) if spilt else f"#{group.anchor}") for group in groups
        ),
        groups=() if spilt else groups,
    )
    page = Page(path=f"{PATH}index.html", template="pages/search.html", view=view)
    return [page, *_letter_pages(desk, groups)] if spilt else [page]


def a_to_z(desk: Desk, here: Here) -> tuple[Letter, ...]:
    """Every brief, proposal and topic by title and every actor by each of its names, under their letters."""
    groups: dict[str, list[Named]] = {}
    for named in sorted(set(_named(desk, here)), key=lambda named: (*order(named.link.text), named.what)):
        groups.setdefault(letter(named.link.text), []).append(named)
    return tuple(Letter(anchor=_anchor(first), letter=first, names=tuple(names)) for first, names in groups.items())


def _named(desk: Desk, here: Here) -> Iterator[Named]:
    library = desk.library
    for brief in library.briefs.values():
        yield Named(link=here.brief(brief.slug), what=searching.BRIEF)
    for actor in library.actors.values():
        link, kind = here.actor(actor.id), labels.ACTOR[actor.kind]
        yield Named(link=link, what=kind)
        for alias in actor.aka:
            yield Named(link=Link(text=alias, href=link.href, kind="actor"), what=f"{kind}: {actor.name}")
    for proposal in library.proposals.values():
        status = labels.STATUS[desk.found.standings[proposal.id].status]
        yield Named(link=here.proposal(proposal.id), what=f"{labels.PROPOSAL[proposal.kind]} · {status}")
    for section in library.sections:
        for chapter in section.chapters:
            link = Link(text=plain(chapter.title), href=here.to(section.path(chapter)))
            yield Named(link=link, what=searching.PAGE)
    for path, title in desk.topics.items():
        yield Named(link=Link(text=title, href=here.to(path), kind="topic"), what=searching.TOPIC)


def _letter_pages(desk: Desk, groups: tuple[Letter, ...]) -> list[Page]:
    """A page for each letter of ``groups``."""
    here = desk.here(2)
    letters = tuple(Link(text=group.letter, href=here.to(_path(group))) for group in groups)
    return [page for group in groups for page in _of_letter(desk, here, letters, group)]


def _of_letter(desk: Desk, here: Here, letters: tuple[Link, ...], group: Letter) -> list[Page]:
    """The page of a letter, and those of its names where they are too many for it."""
    path, title = _path(group), f"A to Z: {group.letter}"
    sheet = Sheet(desk, here, path, title)
    names = sheet.cut(NAMES, group.names, lambda some, _writer: tuple(some))
    view = LetterView(
        frame=frame(
            desk,
            here,
            path,
            title,
            searching.ABOUT_LIST,
            kind="search",
            crumbs=(Link(text="Search", href=here.to(PATH)),),
        ),
        letters=letters,
        group=msgspec.structs.replace(group, names=names),
        more=sheet.more,
    )
    return [Page(path=f"{path}index.html", template="pages/letter.html", view=view), *sheet.pages]


def _anchor(first: str) -> str:
    """The id of a letter: "az-b"; the letter itself where it is not Latin."""
    return f"az-{'0' if first == FIGURES else first.lower()}"


def _path(group: Letter) -> str:
    return f"{PATH}{group.anchor.removeprefix('az-')}/"
