"""Next steps in every state, and the lines of a timeline."""

from __future__ import annotations

from typing import get_args

from msgspec.structs import replace

from parley.model import insight
from parley.model.brief import Certainty
from parley.pages.card_parts import StepCard
from parley.pages.entries import LABELS
from parley.pages.parts import Entry, StepLine, StepState
from parley.pages.style.example import Example
from parley.pages.style.marks import MET, PHRASE, UNMET
from parley.pages.style.sample import (
    ARABIC,
    BRIEF,
    COMPANY,
    COUNCIL,
    ENDLESS,
    GAZETTE,
    HEARING,
    LONG,
    MINUTES,
    TOLL,
    cites,
    link,
    prose,
    when,
)
from parley.pages.style.views import Specimen
from parley.words import labels

LATE = ("Was due 20 April 2024; what happened is not recorded yet.",)
STATES: tuple[tuple[StepState, str], ...] = (("overdue", labels.OVERDUE), *labels.RESULT.items())


def _step(state: StepState, label: str, certainty: Certainty = "expected") -> StepCard:
    return StepCard(
        anchor="",
        link=HEARING,
        title=HEARING.text,
        date=when("2024-04-20"),
        certainty=labels.CERTAINTY[certainty],
        state=state,
        state_label=label,
        told=LATE if state == "overdue" else (),
    )


FULL = replace(
    _step("partly", labels.RESULT["partly"]),
    anchor="example-step",
    who=(COUNCIL, COMPANY),
    where=("Town hall, Marrow",),
    about=(TOLL,),
    conditions=(MET, UNMET, PHRASE),
    outcome=prose("The council heard the company; the islanders are to be heard *in May*."),
    outcome_date=when("2024-04-21"),
    cites=cites(MINUTES, GAZETTE),
)
ELSEWHERE = replace(_step("postponed", labels.RESULT["postponed"]), told=("Postponed on 19 April 2024.",), brief=BRIEF)
ENDLESS_STEP = replace(
    _step("coming", labels.CERTAINTY["proposed"], "proposed"),
    title=LONG,
    date=when("2024-04~"),
    who=(ENDLESS,),
    where=(LONG,),
)


def _line(state: StepState, label: str) -> StepLine:
    return StepLine(link=HEARING, date=when("2024-04-20"), state=state, state_label=label)


def _entry(kind: insight.Kind, label: str) -> Entry:
    return Entry(date=when("2024-03-12"), kind=kind, label=label, words=(COUNCIL, " and “", TOLL, "”"))


KINDS = {kind: LABELS.get(kind, kind.capitalize()) for kind in get_args(insight.Kind)}
NEWS = prose("The boat *Anna* ran aground; nobody was hurt.")

EXAMPLES = (
    Example(
        "step-card",
        "A next step, or what became of it.",
        {
            **{
                f"to come: {label.lower()}": Specimen(step_card=_step("coming", label, certainty))
                for certainty, label in labels.CERTAINTY.items()
            },
            **{label: Specimen(step_card=_step(state, label)) for state, label in STATES},
            "with everything": Specimen(step_card=FULL),
            "told in another brief": Specimen(step_card=ELSEWHERE),
            "a title without a break": Specimen(step_card=ENDLESS_STEP),
        },
    ),
    Example(
        "step-line",
        "A next step in a list: when, what, and where it is told.",
        {
            "to come": Specimen(step_line=_line("coming", labels.CERTAINTY["confirmed"])),
            **{label: Specimen(step_line=_line(state, label)) for state, label in STATES},
            "overdue, of another brief": Specimen(
                step_line=replace(_line("overdue", labels.OVERDUE), told=LATE, brief=BRIEF)
            ),
            "a title without a break": Specimen(
                step_line=replace(
                    _line("coming", labels.CERTAINTY["deadline"]), link=link(LONG, "step"), date=when("2024-04/2024-06")
                )
            ),
        },
    ),
    Example(
        "entry",
        "One dated line of a timeline.",
        {
            **{label: Specimen(entry=_entry(kind, label)) for kind, label in KINDS.items()},
            "an event with its id, to which a picture leads": Specimen(
                entry=replace(
                    _entry("event", LABELS["event"]),
                    words=(),
                    prose=NEWS,
                    anchor="example-event",
                    day="on-2024-03-12-event",
                )
            ),
            "told in full elsewhere on the page": Specimen(entry=replace(_entry("answer", "Rejects"), anchor="main")),
            "still to come": Specimen(entry=replace(_entry("step", LABELS["step"]), date=when("2024-06"), ahead=True)),
            "prose with sources, of another brief": Specimen(
                entry=replace(
                    _entry("event", LABELS["event"]), words=(), prose=NEWS, cites=cites(MINUTES, GAZETTE), brief=BRIEF
                )
            ),
            "a word without a break, and from right to left": Specimen(
                entry=replace(
                    _entry("answer", f"Answer · {labels.MARK['implied']}"),
                    words=(ENDLESS, " ", LONG),
                    prose=prose(ARABIC, lang="ar"),
                    date=when("2024-03-08/2024-04-10"),
                )
            ),
        },
        wide=True,
    ),
)
