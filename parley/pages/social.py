"""Social cards: what a link to a brief, an actor, a proposal or the site looks like where it is shared.

A card stands beside its page, as ``card.png``. There is none where it could not be shown: its address must be absolute
(ogp.me), so the site's has to be known. A title with characters that no font of the theme has gets the site's card,
never boxes; a line that can't be set is left out.
"""

from __future__ import annotations

import unicodedata
import zlib
from functools import lru_cache
from urllib.parse import urlsplit

import msgspec

from parley.model.actor import Actor
from parley.model.brief import Brief
from parley.model.page import Page, plain
from parley.model.proposal import Proposal
from parley.pages.cards import badge, counts
from parley.pages.desk import Desk
from parley.pages.parts import Badge
from parley.pages.social_parts import CardView
from parley.words import labels
from parley.words.dates import day_words
from parley.words.tongue import counted, figure, say

NAME = "card.png"
JOINERS = "\u200c\u200d"  # unseen signs that change the shapes of the letters beside them


def card_page(path: str, card: CardView | None) -> list[Page]:
    """``card`` beside the page at ``path``, if there is one."""
    return [Page(path=f"{path}{NAME}", template=NAME, view=card)] if card else []


def site_card(desk: Desk) -> CardView | None:
    """The card of the site itself, and of every page without one of its own."""
    settings = desk.library.settings
    return _card(desk, urlsplit(settings.address).netloc, settings.name, line=settings.tagline, site="")


def brief_card(desk: Desk, brief: Brief) -> CardView | None:
    """The card of ``brief``: how many proposals have which status, and how fresh it is."""
    marks = tuple(
        Badge(status=count.badge.status, label=f"{figure(count.number)} {count.badge.label}")
        for count in counts(desk.found.standings[item.id] for item in brief.proposals.values())
    )
    sources = counted(len(brief.sources), "source", "sources") if brief.sources else ""
    line = " · ".join(filter(None, (say("Updated {day}", day=day_words(brief.updated)), sources)))
    return _card(desk, say("Brief"), brief.title, marks, line, brief.lang)


def actor_card(desk: Desk, actor: Actor) -> CardView | None:
    """The card of ``actor``: its role, and how much there is about it."""
    line = " · ".join(filter(None, (actor.role, desk.involved[actor.id].counts)))
    return _card(desk, labels.ACTOR[actor.kind], actor.name, line=line)


def proposal_card(desk: Desk, proposal: Proposal) -> CardView | None:
    """The card of ``proposal``: its status and why."""
    standing = desk.found.standings[proposal.id]
    line = plain(desk.reason(desk.here(0), proposal.id))
    lang = desk.library.briefs[proposal.brief].lang
    return _card(desk, labels.PROPOSAL[proposal.kind], proposal.title, (badge(standing.status),), line, lang)


def image(desk: Desk, path: str, card: CardView | None) -> tuple[str, str]:
    """The address of the picture that stands for the page at ``path``, and its words for those who can't see it: its
    own ``card``, or else the site's, or else nothing. The address changes with the card, since those who show cards
    keep them by address, and a status may not go on being told when it is over."""
    shown, folder = (card, path) if card else (site_card(desk), "")
    if shown is None:
        return "", ""
    edition = zlib.crc32(msgspec.json.encode(shown))
    marks = ", ".join(mark.label for mark in shown.marks)
    told = f"{shown.kicker}: {shown.title}" if card else shown.title
    return f"{desk.library.settings.address}{folder}{NAME}?{edition:08x}", f"{told} ({marks})" if marks else told


def _card(
    desk: Desk,
    kicker: str,
    title: str,
    marks: tuple[Badge, ...] = (),
    line: str = "",
    lang: str = "",
    site: str | None = None,
) -> CardView | None:
    """A card of what can be drawn of these; ``None`` where that leaves no title, or where no cards are wanted."""
    settings, letters = desk.library.settings, desk.dressing.letters
    language = lang or settings.language
    head = drawable(title, letters)
    if not settings.address or not head:
        return None
    return CardView(
        kicker=drawable(kicker, letters),
        title=head,
        marks=marks,
        line=drawable(line, letters),
        site=drawable(settings.name if site is None else site, letters),
        lang=language,
        dir=labels.direction(language),
    )


@lru_cache(maxsize=4096)
def drawable(text: str, letters: frozenset[str]) -> str:
    """``text`` as it is drawn, in one line and without signs that are not seen; nothing if it needs more than
    ``letters``."""
    composed = unicodedata.normalize("NFC", " ".join(text.split()))
    seen = "".join(sign for sign in composed if sign in JOINERS or unicodedata.category(sign) != "Cf")
    return seen if letters.issuperset(seen) else ""
