"""A proposal: a work by whoever put it, the act of putting it to somebody, and the answers as actions."""

from __future__ import annotations

from collections.abc import Iterable

from parley.model.brief import Source
from parley.model.page import plain
from parley.model.proposal import Answer, Proposal
from parley.pages.desk import Desk
from parley.pages.here import proposal_path
from parley.pages.linked import known
from parley.pages.linked.actor import mentioned
from parley.pages.linked.answer import TYPES, answer_node
from parley.pages.linked.dates import ends, iso
from parley.pages.linked.node import Node, node, same
from parley.pages.linked.source import cited, source_node
from parley.pages.places import answers_to
from parley.words import labels
from parley.words.happenings import proposal_put

MOST_ANSWERS = 30  # the newest: beyond that the data files are the better place


def proposal_nodes(desk: Desk, proposal: Proposal, description: str, briefs: Iterable[str]) -> list[Node]:
    """``proposal`` with its status and the reason of it as ``description``; ``briefs`` tell of it."""
    told = [answer for answer in answers_to(desk.library, proposal.id) if answer.word in TYPES][-MOST_ANSWERS:]
    actions = [answer_node(desk, answer) for answer in told]
    sources = [source_node(desk, source) for source in _sources(desk, proposal, told)]
    return [_work(desk, proposal, description, briefs), _put(desk, proposal), *actions, *sources]


def mentioned_proposals(desk: Desk, proposals: Iterable[Proposal]) -> list[Node]:
    """``proposals`` in short: each is told in full on its own page."""
    return [node("CreativeWork", known.proposal(desk, item.id), name=item.title) for item in proposals]


def _work(desk: Desk, proposal: Proposal, description: str, briefs: Iterable[str]) -> Node:
    return node(
        "CreativeWork",
        known.proposal(desk, proposal.id),
        name=proposal.title,
        description=f"{_told(desk, proposal)}. {description}" if labels.BASIS[proposal.basis] else description,
        creator=mentioned(desk, proposal.by),
        dateCreated=iso(proposal.date),
        creativeWorkStatus=labels.STATUS[desk.found.standings[proposal.id].status],
        about=[same(known.proposal(desk, item)) for item in proposal.about],
        subjectOf=[same(known.brief(desk, slug)) for slug in briefs],
        mainEntityOfPage=known.page(desk, proposal_path(proposal.id)),
    )


def _put(desk: Desk, proposal: Proposal) -> Node:
    """Who put it to whom, and when."""
    start, end = ends(proposal.date)
    return node(
        "CommunicateAction",
        agent=mentioned(desk, proposal.by),
        recipient=mentioned(desk, proposal.to),
        object=same(known.proposal(desk, proposal.id)),
        startTime=start,
        endTime=end,
        description=_told(desk, proposal),
        subjectOf=cited(desk, proposal.source),
    )


def _told(desk: Desk, proposal: Proposal) -> str:
    """The same in words, with what that is based on where it is no more than hearsay or inference."""
    told, basis = plain(proposal_put(proposal, desk.here(0))), labels.BASIS[proposal.basis]
    return f"{told} ({basis})" if basis else told


def _sources(desk: Desk, proposal: Proposal, answers: Iterable[Answer]) -> list[Source]:
    """The sources of the proposal and of ``answers``, each once."""
    ids = dict.fromkeys((*proposal.source, *(source for answer in answers for source in answer.source)))
    parts = (source.partition("/") for source in ids)
    return [desk.library.briefs[slug].sources[name] for slug, _, name in parts]
