"""Lists that may outgrow a page: how they are cut, on which page an item then lies, and so where links to it lead.

Some of a list stay on the page itself; the whole of it goes to pages of its own beside it. Those are counted from the
oldest item, so that what is added later changes the last of them alone, and every other keeps its address and bytes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal, TypeVar

import msgspec

from parley.model.brief import Brief
from parley.model.insight import Happening
from parley.model.library import Library
from parley.model.proposal import Answer, Rejection
from parley.pages.here import answer_anchor, answer_anchor_apart, brief_path, event_anchor, proposal_path
from parley.words.lists import Order
from parley.words.tongue import say

T = TypeVar("T")
MOST_ANSWERS = 90  # on the page of a brief; past them each proposal's card shows the newest only
MOST_IN_CARD = 2
MOST_PAGES = 12  # of a list of the whole site that are counted; a longer one has a page for each month or letter
MOST_OF_A_MONTH = 12  # the same of one month; a longer one has a page for each day

Drawers = Literal["", "months", "letters", "two letters"]


class Part(msgspec.Struct, frozen=True):
    """A list on a page. ``name`` is that of its field in the page's view and begins the names of its own pages."""

    name: str
    title: str
    most: int  # on the page it belongs to
    order: Order
    holds: str  # the field of a page of its own that takes it
    each: int = 0  # on a page of its own; three times ``most`` where nothing else is said
    keeps: int = 0  # how many stay on the page where there are more; ``most`` where nothing else is said
    drawers: Drawers = ""  # by what its own pages are parted past ``MOST_PAGES``; empty: they are counted on

    @property
    def heading(self) -> str:
        """The title in the language that is spoken now."""
        return say(self.title)


PROPOSALS = Part("proposals", "Proposals", 12, "newest last", "proposals", 12, keeps=8)
REJECTIONS = Part("rejections", "Rejections", 30, "newest first", "answers", 60, keeps=10)
ELSEWHERE = Part("elsewhere", "Answers to proposals of other briefs", 30, "newest last", "answers", 60, keeps=10)
POSITIONS = Part("sides", "Who stands where", 12, "newest last", "tables", 12)
TIMELINE = Part("timeline", "Timeline", 40, "newest last", "entries", 70, keeps=20)
SOURCES = Part("sources", "Sources", 60, "newest last", "sources", 120, keeps=20)
ANSWERS = Part("answers", "Answers", 40, "newest last", "answers", 60)

# The lists of pages that gather from all briefs, by where the page lies.
HOME_BRIEFS = Part("briefs", "Briefs", 25, "newest first", "briefs", drawers="months")
HOME_ARCHIVE = Part("archive", "No longer kept up to date", 10, "newest first", "briefs", drawers="months")
ALL_DATED = Part("timeline", "Timeline", 60, "newest first", "entries", 70, drawers="months")
OVERDUE = Part("overdue", "Date passed, outcome not recorded", 20, "newest first", "steps", 50, 12, drawers="months")
LATER = Part("later", "Later", 20, "by name", "steps", 50, 12, drawers="months")
CORRECTIONS = Part("mends", "Corrections", 30, "newest first", "mends", drawers="months")
TOPIC_BRIEFS = Part("briefs", "Briefs", 20, "newest first", "briefs", drawers="months")
TOPIC_OPEN = Part("open", "Open proposals", 15, "newest first", "lines", drawers="months")
TOPIC_SIDES = msgspec.structs.replace(POSITIONS, drawers="months")
TOPIC_DATED = msgspec.structs.replace(TIMELINE, drawers="months")


def file_of(part: Part, number: int) -> str:
    """The name of a part's page, counted from 1; no id can be equal to it, since it has a dot."""
    return f"{part.name.replace('_', '-')}-{number}.html"


def file_of_drawer(part: Part, drawer: str, number: int = 1) -> str:
    """The name of a page with the items of ``drawer`` (a month, a year or a letter), counted where it has several."""
    return f"{part.name.replace('_', '-')}-{drawer}{f'-{number}' if number > 1 else ''}.html"


def each_page(part: Part) -> int:
    """How many items a page of the part's own holds."""
    return part.each or 3 * part.most


def in_drawers(part: Part, number: int) -> bool:
    """Whether a list of so many items is parted by months or letters, since pages that are only counted would be too
    many to find anything in, and would all change whenever something is put in between."""
    return bool(part.drawers) and number > MOST_PAGES * each_page(part)


def by_days(part: Part, number: int) -> bool:
    """Whether so many items of one month are parted by days."""
    return number > MOST_OF_A_MONTH * each_page(part)


def stays(part: Part, items: Sequence[T]) -> Sequence[T]:
    """Those of ``items`` that the page itself shows, in their order."""
    if len(items) <= part.most:
        return items
    kept = part.keeps or part.most
    return items[-kept:] if part.order == "newest last" else items[:kept]


def chunks(part: Part, items: Sequence[T]) -> list[Sequence[T]]:
    """All ``items`` by pages, the oldest (or first by name) on the first page; each page in the order of ``items``."""
    if part.order == "newest first":
        return [some[::-1] for some in chunks(_turned(part), items[::-1])]
    each = each_page(part)
    return [items[at : at + each] for at in range(0, len(items), each)]


def away(part: Part, items: Sequence[T]) -> dict[T, int]:
    """Those of ``items`` that the page itself does not show, with the number of the page that does."""
    kept = set(stays(part, items))
    return {item: at for at, some in enumerate(chunks(part, items), 1) for item in some if item not in kept}


def rejections_of(brief: Brief) -> list[Rejection]:
    """The rejections told in ``brief``, newest first."""
    return sorted(brief.rejections, key=lambda answer: (answer.date.order, answer.at), reverse=True)


def elsewhere_of(brief: Brief) -> list[Answer]:
    """What else ``brief`` tells about proposals of other briefs, oldest first."""
    found = [a for a in brief.answers if not isinstance(a, Rejection) and not a.of.startswith(f"{brief.slug}/")]
    return sorted(found, key=lambda answer: (answer.date.order, answer.id))


def answers_to(library: Library, proposal: str) -> list[Answer]:
    """All answers to a proposal, oldest first."""
    return sorted(library.answers.get(proposal, ()), key=lambda answer: (answer.date.order, answer.id))


def most_in_card(library: Library, brief: Brief) -> int | None:
    """How many answers a proposal's card shows on the page of ``brief``; ``None``: all."""
    total = len(brief.answers) + sum(
        answer.brief != brief.slug for item in brief.proposals.values() for answer in library.answers.get(item.id, ())
    )
    return MOST_IN_CARD if total > MOST_ANSWERS else None


def placed(library: Library, happenings: Mapping[str, Sequence[Happening]]) -> Mapping[str, str]:
    """Where things lie that are not where they would be on a page that bears all: the usual address -> the real one,
    both below the top. ``happenings`` are the timelines, by brief (``brief:slug``)."""
    found: dict[str, str] = {}
    for brief in library.briefs.values():
        path = brief_path(brief.slug)
        proposals = away(PROPOSALS, list(brief.proposals))
        for name, number in proposals.items():
            _put(found, path, PROPOSALS, number, f"proposal-{name}")
        for part, answers in ((REJECTIONS, rejections_of(brief)), (ELSEWHERE, elsewhere_of(brief))):
            anchors = [answer_anchor(answer) for answer in answers]
            for anchor, number in away(part, anchors).items():
                _put(found, path, part, number, anchor)
        for name, number in away(SOURCES, list(brief.sources)).items():
            _put(found, path, SOURCES, number, f"source-{name}")
        _in_cards(found, library, brief, proposals)
        dated = happenings.get(f"brief:{brief.slug}", ())
        for at, number in away(TIMELINE, range(len(dated))).items():
            if dated[at].kind == "event":
                _put(found, path, TIMELINE, number, event_anchor(dated[at].item))
    return found


def _in_cards(found: dict[str, str], library: Library, brief: Brief, proposals: Mapping[str, int]) -> None:
    """The answers in the cards of proposals, where a card lies elsewhere or shows only the newest."""
    most = most_in_card(library, brief)
    if most is None and not proposals:
        return
    for name, item in brief.proposals.items():
        told = [answer for answer in answers_to(library, item.id) if not told_apart(answer, brief.slug)]
        hidden = told[:-most] if most else []
        apart = away(ANSWERS, [answer.id for answer in answers_to(library, item.id)])
        for answer in told:
            if answer.brief != brief.slug:
                continue
            usual = f"{brief_path(brief.slug)}#{answer_anchor(answer)}"
            if answer in hidden:
                file = file_of(ANSWERS, apart[answer.id]) if answer.id in apart else ""
                found[usual] = f"{proposal_path(item.id)}{file}#{answer_anchor_apart(answer)}"
            elif name in proposals:
                _put(found, brief_path(brief.slug), PROPOSALS, proposals[name], answer_anchor(answer))


def told_apart(answer: Answer, slug: str) -> bool:
    """Whether the page of the brief ``slug`` tells an answer among its rejections and not in its proposal's card."""
    return isinstance(answer, Rejection) and answer.brief == slug


def _put(found: dict[str, str], path: str, part: Part, number: int, anchor: str) -> None:
    found[f"{path}#{anchor}"] = f"{path}{file_of(part, number)}#{anchor}"


def _turned(part: Part) -> Part:
    return msgspec.structs.replace(part, order="newest last")
