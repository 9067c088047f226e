"""Proposals: in full under every status, in a line, and in the chain of counter-proposals."""

from __future__ import annotations

from itertools import cycle

from msgspec.structs import replace

from parley.model.page import Words
from parley.model.proposal import StatusWord
from parley.pages.card_parts import ProposalCard
from parley.pages.story_parts import ChainLink, ProposalLine
from parley.pages.style.answers import ENDLESS_ANSWER, FULL, NO, answer, line
from parley.pages.style.example import Example
from parley.pages.style.marks import MET, PHRASE, UNMET
from parley.pages.style.sample import (
    ARABIC,
    ARABIC_QUOTE,
    BRIEF,
    COMPANY,
    COUNCIL,
    ENDLESS,
    FARMER,
    FOREIGN,
    FREE,
    GAZETTE,
    GERMAN,
    ISLANDERS,
    LONG,
    MINUTES,
    NIGHT,
    TOLL,
    badge,
    cites,
    link,
    prose,
    when,
)
from parley.pages.style.views import Specimen
from parley.words import labels

WHY: dict[StatusWord, Words] = {
    "open": ("No answer yet from ", COUNCIL, "."),
    "accepted": (COUNCIL, " accepted it on 12 March 2024."),
    "conditional": (COUNCIL, " accepted it on 12 March 2024: yes, if the boats are repaired first."),
    "rejected": (COUNCIL, " rejected it on 12 March 2024. Countered with “", FREE, "”."),
    "superseded": ("“", FREE, "” took its place."),
    "lapsed": ("An answer was asked for by 1 April 2024; none has come from ", ISLANDERS, "."),
    "withdrawn": (COMPANY, " took it back on 20 March 2024."),
    "announced": (COMPANY, " announced it on 1 March 2024."),
}
KINDS = cycle(labels.PROPOSAL.values())


def proposal(status: StatusWord, kind: str) -> ProposalCard:
    """A proposal with nothing but what every proposal has."""
    return ProposalCard(
        anchor="",
        link=TOLL,
        kind=kind,
        badge=badge(status),
        reason=WHY[status],
        by=(COMPANY,),
        to=(),
        date=when("2024-03-01"),
    )


FULLEST = replace(
    proposal("rejected", labels.PROPOSAL["proposal"]),
    anchor="example-proposal",
    to=(COUNCIL, ISLANDERS),
    answer_by=when("2024-04-01"),
    basis=labels.BASIS["implied"],
    terms=(prose("Two crowns a crossing, by day."), prose("*Four* by night."), prose("Nothing for children.")),
    says=prose("The company wants to pay for a second boat with it."),
    quote=GERMAN,
    join="unless",
    conditions=(MET, UNMET, PHRASE),
    about=(NIGHT,),
    replaces=(link("A toll of three crowns", "proposal"),),
    counters=(FREE,),
    waiting_for=(ISLANDERS,),
    answers=(replace(FULL, anchor="example-answer-to-proposal"), answer("supports"), NO),
    told_apart=(line("accepts"), line("defers")),
    more=("The newest 3 of 12. ", link("All answers")),
    cites=cites(MINUTES, GAZETTE),
    note=prose("The price was put at three crowns at first."),
    brief=BRIEF,
)
BARE = replace(
    FULLEST,
    anchor="",
    answers=(),
    told_apart=(),
    more=(),
    waiting_for=(),
    conditions=(),
    about=(),
    basis=labels.BASIS["reported"],
)
ENDLESS_PROPOSAL = replace(
    proposal("open", labels.PROPOSAL["demand"]),
    link=link(LONG, "proposal"),
    reason=("No answer yet from ", ENDLESS, " and ", FOREIGN, "."),
    by=(ENDLESS, FOREIGN),
    to=(ENDLESS,),
    terms=(prose(LONG), prose(f"`{LONG}`"), prose(ARABIC, lang="ar")),
    quote=ARABIC_QUOTE,
    waiting_for=(ENDLESS, FOREIGN),
    answers=(ENDLESS_ANSWER,),
    cites=cites(LONG),
)


def _line(status: StatusWord, reason: Words = ()) -> ProposalLine:
    return ProposalLine(link=TOLL, badge=badge(status), words=("by ", COMPANY, ", 1 March 2024"), reason=reason)


ENDLESS_LINE = ProposalLine(link=link(LONG, "proposal"), badge=badge("conditional"), words=("by ", ENDLESS, ", 2024"))
CHAIN = (
    ChainLink(line=_line("superseded", WHY["superseded"]), how=""),
    ChainLink(line=_line("rejected", WHY["rejected"]), how="replaced by", here=True),
    ChainLink(line=ProposalLine(link=FREE, badge=badge("open"), words=("by ", FARMER, ", 2024")), how="countered with"),
)

EXAMPLES = (
    Example(
        "proposal-card",
        "A proposal: its status and reason, who put it to whom, what it says, and every answer.",
        {
            **{
                label: Specimen(proposal_card=proposal(status, kind))
                for (status, label), kind in zip(labels.STATUS.items(), KINDS, strict=False)
            },
            "with everything": Specimen(proposal_card=FULLEST),
            "on its own page, without its head": Specimen(level=0, proposal_card=BARE),
            "names without a break, and from right to left": Specimen(proposal_card=ENDLESS_PROPOSAL),
        },
        wide=True,
    ),
    Example(
        "proposal-line",
        "A proposal in a list.",
        {
            **{label: Specimen(proposal_line=_line(status, WHY[status])) for status, label in labels.STATUS.items()},
            "without a reason": Specimen(proposal_line=_line("open")),
            "a title without a break": Specimen(proposal_line=ENDLESS_LINE),
        },
    ),
    Example(
        "chain",
        "The chain of counter-proposals and replacements, oldest first.",
        {
            "the first is this one": Specimen(chain=(replace(CHAIN[0], here=True), CHAIN[2])),
            "three, the second is this one": Specimen(chain=CHAIN),
        },
    ),
)
