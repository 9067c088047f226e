"""The page of a proposal: its status and why, every answer of every brief, and what would have to happen."""

from __future__ import annotations

from parley.model.page import Link, Page, plain
from parley.model.proposal import Proposal
from parley.pages.cards import answer_card, position_card, proposal_card, proposal_line
from parley.pages.desk import Desk
from parley.pages.embeds import embed_alternates, embed_offer
from parley.pages.facets import proposal_facets
from parley.pages.frame import frame
from parley.pages.here import Here, answer_anchor_apart, proposal_path
from parley.pages.linked.proposal import proposal_nodes
from parley.pages.more import Sheet
from parley.pages.pictures.progress import progress
from parley.pages.places import ANSWERS, Part, answers_to
from parley.pages.social import proposal_card as social_card
from parley.pages.step_cards import step_card
from parley.pages.story_parts import ChainLink
from parley.pages.views import ProposalView
from parley.words import labels, reasons, stories
from parley.words.tongue import say

POSITIONS = Part("positions", "Where the sides stand", 60, "newest last", "positions", 60)
STEPS = Part("steps", "Next steps", 20, "newest last", "steps")
BEARING = Part("proposals", "Proposals about this one", 20, "newest last", "lines")


def proposal_pages(desk: Desk, proposal: Proposal) -> list[Page]:
    """The page of ``proposal``, and those of its lists that are too long for it."""
    path, brief, library = proposal_path(proposal.id), desk.library.briefs[proposal.brief], desk.library
    here = desk.here(3, brief.lang)
    standing = desk.found.standings[proposal.id]
    label = labels.STATUS[standing.status]
    description = f"{label}. {plain(desk.reason(here, proposal.id))}"
    crumbs = (Link(text=say("Briefs"), href=here.home), here.brief(proposal.brief))
    sheet = Sheet(desk, here, path, proposal.title, lang=brief.lang, owner=brief)
    writer = sheet.writer
    briefs = _briefs(desk, proposal)
    card = proposal_card(desk, here, proposal, writer)
    view = ProposalView(
        frame=frame(
            desk,
            here,
            path,
            proposal.title,
            description,
            kind="proposal",
            lang=brief.lang,
            crumbs=crumbs,
            card=social_card(desk, proposal),
            linked=proposal_nodes(desk, proposal, description, briefs),
            alternates=embed_alternates(desk, proposal),
            facets=proposal_facets(desk, proposal),
            teller=brief,
        ),
        card=card,
        progress=progress(desk, here, proposal, card.waiting_for),
        split=reasons.split(standing, here),
        positions=sheet.cut(
            POSITIONS,
            standing.positions,
            lambda some, writer: tuple(position_card(desk, here, position, writer, named=True) for position in some),
        ),
        answers=sheet.cut(
            ANSWERS,
            answers_to(library, proposal.id),
            lambda some, writer: tuple(
                answer_card(desk, here, answer, writer, home=proposal.brief, anchor=answer_anchor_apart(answer))
                for answer in some
            ),
        ),
        deadlocks=tuple(stories.deadlock(found, here) for found in desk.deadlocks.get(proposal.id, ())),
        way=tuple(stories.way_step(step, here) for step in standing.way),
        chain=_chain(desk, here, proposal.id),
        bearing=sheet.cut(
            BEARING,
            desk.bearing.get(proposal.id, ()),
            lambda some, _writer: tuple(proposal_line(desk, here, item) for item in some),
        ),
        steps=sheet.cut(
            STEPS,
            desk.steps_about.get(proposal.id, ()),
            lambda some, writer: tuple(step_card(desk, here, library.steps[step], writer) for step in some),
        ),
        more=sheet.more,
        briefs=tuple(here.brief(slug) for slug in briefs),
        embed=embed_offer(desk, here, proposal),
    )
    return [Page(path=f"{path}index.html", template="pages/proposal.html", view=view), *sheet.pages]


def _chain(desk: Desk, here: Here, proposal: str) -> tuple[ChainLink, ...]:
    """The chain of counter-proposals and replacements that the proposal is part of, oldest first."""
    found = []
    for at, item in enumerate(desk.found.chains.get(proposal, ())):
        replaces = bool(desk.library.proposals[item].replaces)
        how = say("replaced by" if replaces else "countered with") if at else ""
        found.append(ChainLink(line=proposal_line(desk, here, item), how=how, here=item == proposal))
    return tuple(found)


def _briefs(desk: Desk, proposal: Proposal) -> list[str]:
    """The briefs that use it: its own, then those that answer it, bear on it or plan for it."""
    library, key = desk.library, proposal.id
    found = dict.fromkeys([proposal.brief])
    found |= dict.fromkeys(answer.brief for answer in library.answers.get(key, ()))
    found |= dict.fromkeys(library.proposals[item].brief for item in desk.bearing.get(key, ()))
    found |= dict.fromkeys(library.steps[step].brief for step in desk.steps_about.get(key, ()))
    return list(found)
