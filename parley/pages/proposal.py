"""The page of a proposal: its status and why, every answer of every brief, and what would have to happen."""

from __future__ import annotations

from parley.model.page import Link, Page, plain
from parley.model.proposal import Proposal
from parley.pages.card_parts import AnswerCard, PositionCard
from parley.pages.cards import answer_card, position_card, proposal_card, proposal_line, step_card
from parley.pages.desk import Desk
from parley.pages.facets import proposal_facets
from parley.pages.frame import frame
from parley.pages.here import Here, proposal_path
from parley.pages.parts import ChainLink
from parley.pages.prose import Writer
from parley.pages.views import ProposalView
from parley.words import labels, reasons, stories


def proposal_page(desk: Desk, proposal: Proposal) -> Page:
    """The page of ``proposal``."""
    here = desk.here(3)
    writer = desk.writer(here)
    path, brief, library = proposal_path(proposal.id), desk.library.briefs[proposal.brief], desk.library
    standing = desk.found.standings[proposal.id]
    label = labels.STATUS[standing.status]
    description = f"{label}. {plain(reasons.reason(standing, proposal, here))}"
    crumbs = (Link(text="Briefs", href=here.home), here.brief(proposal.brief))
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
            facets=proposal_facets(desk, proposal),
        ),
        card=proposal_card(desk, here, proposal, writer),
        split=reasons.split(standing, here),
        positions=_positions(desk, here, proposal, writer),
        answers=_answers(desk, here, proposal, writer),
        deadlocks=tuple(stories.deadlock(found, here) for found in desk.deadlocks.get(proposal.id, ())),
        way=tuple(stories.way_step(step, here) for step in standing.way),
        chain=_chain(desk, here, proposal.id),
        bearing=tuple(proposal_line(desk, here, item) for item in desk.bearing.get(proposal.id, ())),
        steps=tuple(
            step_card(desk, here, library.steps[step], writer) for step in desk.steps_about.get(proposal.id, ())
        ),
        briefs=tuple(here.brief(slug) for slug in _briefs(desk, proposal)),
    )
    return Page(path=f"{path}index.html", template="pages/proposal.html", view=view)


def _positions(desk: Desk, here: Here, proposal: Proposal, writer: Writer) -> tuple[PositionCard, ...]:
    """Where every side stands that was asked or has spoken, those asked first."""
    standing = desk.found.standings[proposal.id]
    return tuple(position_card(desk, here, position, writer, named=True) for position in standing.positions)


def _answers(desk: Desk, here: Here, proposal: Proposal, writer: Writer) -> tuple[AnswerCard, ...]:
    ordered = sorted(desk.library.answers.get(proposal.id, ()), key=lambda answer: (answer.date.order, answer.id))
    return tuple(answer_card(desk, here, answer, writer, home=proposal.brief) for answer in ordered)


def _chain(desk: Desk, here: Here, proposal: str) -> tuple[ChainLink, ...]:
    """The chain of counter-proposals and replacements that the proposal is part of, oldest first."""
    found = []
    for at, item in enumerate(desk.found.chains.get(proposal, ())):
        replaces = bool(desk.library.proposals[item].replaces)
        how = "" if not at else "replaced by" if replaces else "countered with"
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
