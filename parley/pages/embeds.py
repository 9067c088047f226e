"""Cards of proposals for other pages: the card itself, the HTML to paste, and what oEmbed finds (oembed.com, 1.0).

A card is a page for an ``<iframe>``: it has no script, so whoever embeds it lets nothing of ours run on their page. All
of it needs the site's address, since what stands on other pages can only lead back by an absolute one.
"""

from __future__ import annotations

from html import escape

from msgspec.structs import replace

from parley.model.dates import Date
from parley.model.insight import Standing
from parley.model.page import Page, plain
from parley.model.proposal import Proposal
from parley.pages.away import EmbedAnswer, EmbedView
from parley.pages.cards import badge, links, when
from parley.pages.coded import OembedView
from parley.pages.desk import Desk
from parley.pages.frame import frame
from parley.pages.here import Here, embed_path, oembed_path, proposal_path
from parley.pages.offers import Alternate, EmbedOffer
from parley.words import labels, stories
from parley.words.dates import day_words

WIDTH, TALLEST = 600, 800  # pixels, as oEmbed wants them; the card itself fits any width from 320


def embed_pages(desk: Desk, proposal: Proposal) -> list[Page]:
    """The card of ``proposal``, and its oEmbed; none where the site's address is not known."""
    settings = desk.library.settings
    if not settings.address:
        return []
    oembed = OembedView(
        title=proposal.title,
        provider=settings.name,
        home=settings.address,
        html=_code(desk, proposal),
        width=WIDTH,
        height=_height(desk, proposal),
    )
    return [
        Page(path=f"{embed_path(proposal.id)}index.html", template="pages/embed.html", view=_card(desk, proposal)),
        Page(path=oembed_path(proposal.id), template="oembed.json", view=oembed),
    ]


def embed_offer(desk: Desk, here: Here, proposal: Proposal) -> EmbedOffer | None:
    """What the proposal's page offers."""
    if not desk.library.settings.address:
        return None
    return EmbedOffer(page=here.to(embed_path(proposal.id)), code=_code(desk, proposal))


def embed_alternates(desk: Desk, proposal: Proposal) -> tuple[Alternate, ...]:
    """The same for the page's head; the address is absolute, as consumers expect it (oEmbed 1.0, 4: Discovery)."""
    top = desk.library.settings.address
    kind = "application/json+oembed"
    return (Alternate(type=kind, title=proposal.title, href=f"{top}{oembed_path(proposal.id)}"),) if top else ()


def _card(desk: Desk, proposal: Proposal) -> EmbedView:
    standing = desk.found.standings[proposal.id]
    lang, path = desk.library.briefs[proposal.brief].lang, embed_path(proposal.id)
    here = desk.here(3, lang)
    around = frame(desk, here, path, proposal.title, "", kind="embed", lang=lang, indexed=False)
    return EmbedView(
        frame=replace(around, canonical=f"{desk.library.settings.address}{proposal_path(proposal.id)}"),
        link=here.proposal(proposal.id),
        kind=labels.PROPOSAL[proposal.kind],
        badge=badge(standing.status),
        reason=desk.reason(here, proposal.id),
        by=links(here, proposal.by),
        to=links(here, proposal.to),
        date=when(proposal.date),
        answers=_answers(here, standing),
        as_of=day_words(desk.dressing.as_of or _known_by(desk, proposal, standing)),
    )


def _answers(here: Here, standing: Standing) -> tuple[EmbedAnswer, ...]:
    """Where every side stands, those that were asked first; "no answer" is told, too."""
    found = []
    for position in standing.positions:
        latest = position.latest
        label = stories.label(latest) if latest else labels.ANSWER["no-answer"]
        mark = labels.MARK[latest.basis] if latest else ""
        found.append(
            EmbedAnswer(
                side=here.actor(position.side),
                word=position.word,
                label=" · ".join(filter(None, [label, mark])),
                date=when(latest.date) if latest else None,
            )
        )
    return tuple(found)


def _known_by(desk: Desk, proposal: Proposal, standing: Standing) -> Date:
    """How far what the card tells goes: the newest update of the briefs that speak of it, or the deadline it lapsed by.

    Not the day of the build: a site that is built every night is not read by an editor every night.
    """
    briefs = {proposal.brief, *(answer.brief for answer in desk.library.answers.get(proposal.id, ()))}
    dates = [desk.library.briefs[slug].updated for slug in sorted(briefs)]
    if standing.rule == "lapsed" and proposal.answer_by:
        dates.append(proposal.answer_by)
    return max(dates, key=lambda date: date.order)


def _code(desk: Desk, proposal: Proposal) -> str:
    """The HTML that shows the card in another page. It may be narrower than asked for, never wider than its place."""
    source = f"{desk.library.settings.address}{embed_path(proposal.id)}"
    title = " ".join(f"{proposal.title} · {desk.library.settings.name}".split())
    return (
        f'<iframe src="{escape(source)}" title="{escape(title)}" width="{WIDTH}" height="{_height(desk, proposal)}"'
        ' loading="lazy" style="border:0;max-width:100%"></iframe>'
    )


def _height(desk: Desk, proposal: Proposal) -> int:
    """About as many pixels as the card needs at a width of 400, since without script it can't tell the page around it.
    What does not fit can be scrolled to."""
    actors, standing = desk.library.actors, desk.found.standings[proposal.id]
    reason = plain(desk.reason(desk.here(3), proposal.id))
    named = sum(_lines(sum(len(actors[one].name) + 2 for one in some), 28) for some in (proposal.by, proposal.to))
    height = 190 + 26 * _lines(len(proposal.title), 30) + 27 * _lines(len(reason) + 14, 40) + 23 * named
    return min(height + 54 * len(standing.positions), TALLEST)


def _lines(characters: int, of: int) -> int:
    """How many lines ``of`` so many characters hold ``characters``."""
    return -(-characters // of)
