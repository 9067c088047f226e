"""Dated things in a line each: who did what, for timelines."""

from __future__ import annotations

from collections.abc import Mapping

from parley.model.brief import NextStep
from parley.model.page import Words
from parley.model.proposal import Answer, AnswerWord, Proposal, ProposalKind
from parley.words.dates import day_words
from parley.words.labels import RESULT
from parley.words.sentences import Names, capital, joined, listed, quoted, said
from parley.words.tongue import message

PUT: dict[ProposalKind, tuple[str, str]] = message(
    {  # with and without someone asked
        "proposal": ("{by} proposed to {to}: {proposal}", "{by} proposed: {proposal}"),
        "invitation": ("{by} invited {to}: {proposal}", "{by} invited: {proposal}"),
        "demand": ("{by} demanded of {to}: {proposal}", "{by} demanded: {proposal}"),
        "warning": ("{by} warned {to}: {proposal}", "{by} warned: {proposal}"),
        "decision": ("{by} decided: {proposal}", "{by} decided: {proposal}"),
    }
)
GIVEN: dict[AnswerWord, str] = message(
    {
        "accepts": "{by} accepted {proposal}",
        "accepts-if": "{by} accepted {proposal}, with conditions",
        "rejects": "{by} rejected {proposal}",
        "rejects-unless": "{by} rejected {proposal}, with conditions",
        "supports": "{by} supported {proposal}",
        "opposes": "{by} opposed {proposal}",
        "defers": "{by} left {proposal} undecided",
        "silent": "{by} did not address {proposal}",
    }
)


def proposal_put(proposal: Proposal, names: Names) -> Words:
    """That a proposal was put on the table."""
    asked, open_ = PUT[proposal.kind]
    told = said(
        asked if proposal.to else open_,
        by=listed([names.named(actor) for actor in proposal.by]),
        to=listed([names.named(actor) for actor in proposal.to]),
        proposal=names.proposal(proposal.id),
    )
    return capital(told)


def proposal_by(proposal: Proposal, names: Names) -> Words:
    """Who put it to whom, and when: "by Russia to Ukraine, 11 May 2025"."""
    return said(
        "by {by} to {to}, {when}" if proposal.to else "by {by}, {when}",
        by=listed([names.named(actor) for actor in proposal.by]),
        to=listed([names.named(actor) for actor in proposal.to]),
        when=day_words(proposal.date),
    )


def spoken_by(speakers: Mapping[str, str], names: Names) -> Words:
    """Who spoke, and for whom (speaker -> side): "A and B for Russia; C". Nobody is said to speak for himself."""
    by_side: dict[str, list[str]] = {}
    for speaker, side in speakers.items():
        by_side.setdefault(side if side != speaker else "", []).append(speaker)
    told = []
    for side, group in by_side.items():
        who = listed([names.actor(speaker) for speaker in group])
        told.append(said("{who} for {side}", who=who, side=names.named(side)) if side else who)
    return joined([part for at, words in enumerate(told) for part in ("; " * bool(at), *words)])


def answer_given(answer: Answer, names: Names) -> Words:
    """That someone answered."""
    by = listed([names.named(actor) for actor in answer.by])
    return capital(said(GIVEN[answer.word], by=by, proposal=quoted(names.proposal(answer.of))))


def taken_back(proposal: Proposal, names: Names) -> Words:
    """That a proposal was withdrawn."""
    by = listed([names.named(actor) for actor in proposal.by])
    return capital(said("{by} took back {proposal}", by=by, proposal=quoted(names.proposal(proposal.id))))


def step_due(step: NextStep, names: Names) -> Words:
    """That a step is (or was) due."""
    return (names.item(step.id),)


def step_ended(step: NextStep, names: Names) -> Words:
    """What became of a step."""
    result = RESULT.within(step.outcome.result) if step.outcome else ""
    return said("{step}: {result}", step=names.item(step.id), result=result)
