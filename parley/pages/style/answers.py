"""Answers, and where a side stands: every answer there is, said, implied or reported, and how it changed."""

from __future__ import annotations

from msgspec.structs import replace

from parley.model.proposal import AnswerWord
from parley.pages.card_parts import AnswerCard, AnswerLine, PositionCard, Turn
from parley.pages.style.example import Example
from parley.pages.style.marks import MET, PHRASE, UNMET
from parley.pages.style.sample import (
    ARABIC,
    ARABIC_QUOTE,
    BRIEF,
    COMPANY,
    COUNCIL,
    ENDLESS,
    FOREIGN,
    FREE,
    GAZETTE,
    GERMAN,
    ISLANDERS,
    LONG,
    MAYOR,
    MINUTES,
    NIGHT,
    QUOTE,
    SPEAKER,
    TOLL,
    badge,
    cites,
    link,
    prose,
    when,
)
from parley.pages.style.views import Specimen
from parley.words import labels
from parley.words.stories import IN_SHORT

GIVEN = {word: label for word, label in IN_SHORT.items() if word != "no-answer"}
JOIN = {"accepts-if": "if", "rejects-unless": "unless"}


def answer(word: AnswerWord) -> AnswerCard:
    """An answer with nothing but what every answer has, and its condition where the word promises one."""
    return AnswerCard(
        anchor="",
        word=word,
        label=IN_SHORT[word],
        who=(MAYOR, " for ", COUNCIL),
        of=TOLL,
        of_status=badge("open"),
        date=when("2024-03-12"),
        join=JOIN.get(word, ""),
        conditions=(PHRASE,) if word in JOIN else (),
    )


NO = replace(answer("rejects"), why=prose("Those who live there have no other way to school."), cites=cites(MINUTES))
FULL = replace(
    answer("rejects-unless"),
    anchor="example-answer",
    of_status=badge("rejected"),
    basis=labels.BASIS["reported"],
    why=prose("The council wants the *children* to cross free of charge."),
    quote=QUOTE,
    conditions=(UNMET, MET, PHRASE),
    instead=(FREE, NIGHT),
    cites=cites(MINUTES, GAZETTE),
    note=prose("The minutes give the name as Inez."),
    brief=BRIEF,
)
ENDLESS_ANSWER = replace(
    answer("accepts-if"),
    who=(ENDLESS, " for ", FOREIGN),
    of=link(LONG, "proposal"),
    why=prose(LONG),
    quote=ARABIC_QUOTE,
    note=prose(ARABIC, lang="ar"),
    cites=cites(LONG),
)
EARLIER = replace(answer("defers"), who=(SPEAKER, " for ", COUNCIL), date=when("2024-02"), current=False)


def _position(word: AnswerWord, card: AnswerCard | None) -> PositionCard:
    return PositionCard(anchor="", proposal=TOLL, badge=badge("rejected"), word=word, label=IN_SHORT[word], answer=card)


CHANGED = replace(
    _position("rejects", NO),
    anchor="example-position",
    earlier=(EARLIER,),
    changed=("Changed from “No decision yet” (February 2024) to “Rejects” on 12 March 2024.",),
    turns=tuple(Turn(date=each.date, word=each.word, label=each.label) for each in (EARLIER, NO)),
)
TURNS = tuple(
    Turn(date=when(f"2024-03-{at:02d}"), word=word, label=label)
    for at, (word, label) in enumerate(GIVEN.items(), 1)
    if word != "silent"
)


def line(word: AnswerWord) -> AnswerLine:
    """An answer that is told in full elsewhere."""
    return AnswerLine(word=word, label=IN_SHORT[word], words=(MAYOR, " for ", COUNCIL, ", ", link("12 March 2024")))


EXAMPLES = (
    Example(
        "answer-card",
        "One answer with everything that a reader needs to judge it.",
        {
            **{label: Specimen(answer_card=answer(word)) for word, label in GIVEN.items()},
            "implied": Specimen(answer_card=replace(NO, basis=labels.BASIS["implied"])),
            "under its proposal": Specimen(answer_card=NO, under=True),
            "earlier": Specimen(answer_card=EARLIER, under=True),
            "with everything": Specimen(answer_card=FULL),
            "a quote in another language": Specimen(answer_card=replace(NO, quote=GERMAN)),
            "names without a break, and from right to left": Specimen(answer_card=ENDLESS_ANSWER),
        },
    ),
    Example(
        "answer-line",
        "An answer in one line, leading to where it is told in full.",
        {
            **{label: Specimen(answer_line=line(word)) for word, label in IN_SHORT.items()},
            "names without a break, and from right to left": Specimen(
                answer_line=replace(line("accepts-if"), words=(ENDLESS, " for ", FOREIGN, ", ", link("12 March 2024")))
            ),
        },
    ),
    Example(
        "position-card",
        "One side's stand on one proposal: the answer that counts, or that there is none, and what was said before.",
        {
            "no answer": Specimen(position_card=_position("no-answer", None)),
            "no answer, where the side is named": Specimen(
                position_card=replace(_position("no-answer", None), side=ISLANDERS)
            ),
            **{label: Specimen(position_card=_position(word, answer(word))) for word, label in GIVEN.items()},
            "changed": Specimen(position_card=CHANGED),
            "changed again and again": Specimen(position_card=replace(CHANGED, anchor="", earlier=(), turns=TURNS)),
            "mixed signals": Specimen(
                position_card=replace(
                    _position("supports", answer("supports")),
                    note=("Different answers came from this side on the same day.",),
                )
            ),
            "asked for and met, yet unchanged": Specimen(
                position_card=replace(
                    _position("rejects-unless", replace(answer("rejects-unless"), conditions=(MET,))),
                    note=("What it asked for has come about; its answer has not changed since.",),
                )
            ),
            "as a member of a group": Specimen(
                position_card=replace(_position("opposes", answer("opposes")), note=("As a member of ", COMPANY, "."))
            ),
            "a title without a break": Specimen(
                position_card=replace(
                    _position("accepts-if", ENDLESS_ANSWER), proposal=link(LONG, "proposal"), side=ENDLESS
                )
            ),
        },
    ),
)
