"""The positions table with one, three and six sides, every answer in its cells, and names that do not break."""

from __future__ import annotations

from typing import Literal, get_args

from parley.model.page import Link
from parley.model.proposal import AnswerWord, StatusWord
from parley.pages.parts import Cell, PositionsTable, TableRow
from parley.pages.style.example import Example
from parley.pages.style.sample import (
    COMPANY,
    COUNCIL,
    ENDLESS,
    FARMER,
    FOREIGN,
    FREE,
    HERE,
    ISLANDERS,
    LONG,
    NIGHT,
    SPEAKER,
    TOLL,
    actor,
    badge,
    link,
)
from parley.pages.style.views import Specimen
from parley.words import labels
from parley.words.stories import IN_SHORT

Word = AnswerWord | Literal["", "proposed"]
Told = tuple[Word, str, str]  # a cell's word, label and mark

IMPLIED, REPORTED = labels.MARK["implied"], labels.MARK["reported"]
PROPOSED: Told = ("proposed", "Proposed it", "")
NOT_ASKED: Told = ("", "Not asked", "")


def _said(word: AnswerWord, mark: str = "") -> Told:
    return word, IN_SHORT[word], mark


def _row(proposal: Link, status: StatusWord, sides: tuple[Link, ...], *told: Told) -> TableRow:
    cells = tuple(
        Cell(
            side=side.text,
            word=word,
            label=label,
            mark=mark,
            href=HERE if word in get_args(AnswerWord) and word != "no-answer" else "",
        )
        for side, (word, label, mark) in zip(sides, told, strict=True)
    )
    return TableRow(proposal=proposal, badge=badge(status), cells=cells)


def _table(name: str, sides: tuple[Link, ...], *rows: TableRow) -> Specimen:
    anchor = f"example-{name}"
    return Specimen(positions_table=PositionsTable(caption=labels.POSITIONS, anchor=anchor, sides=sides, rows=rows))


ONE = (COUNCIL,)
THREE = (COUNCIL, COMPANY, ISLANDERS)
SIX = (COUNCIL, COMPANY, ISLANDERS, FARMER, SPEAKER, FOREIGN)
UNBROKEN = (ENDLESS, FOREIGN, actor("The Society of the Friends of Old Ferries"))

EXAMPLES = (
    Example(
        "positions-table",
        "Who stands where: one real table, whose rows become cards on a narrow screen.",
        {
            "one side": _table("one", ONE, _row(TOLL, "open", ONE, _said("no-answer"))),
            "three sides": _table(
                "three",
                THREE,
                _row(TOLL, "rejected", THREE, _said("rejects", "changed"), PROPOSED, _said("rejects-unless")),
                _row(FREE, "conditional", THREE, _said("accepts"), _said("accepts-if", "mixed signals"), PROPOSED),
                _row(NIGHT, "open", THREE, _said("defers", REPORTED), NOT_ASKED, _said("silent", IMPLIED)),
            ),
            "six sides": _table(
                "six",
                SIX,
                _row(
                    TOLL,
                    "rejected",
                    SIX,
                    _said("rejects-unless", "changed"),
                    PROPOSED,
                    _said("accepts-if", "mixed signals"),
                    _said("opposes", IMPLIED),
                    _said("supports", REPORTED),
                    _said("defers"),
                ),
                _row(
                    NIGHT,
                    "announced",
                    SIX,
                    NOT_ASKED,
                    _said("no-answer"),
                    _said("silent"),
                    _said("accepts"),
                    _said("rejects"),
                    PROPOSED,
                ),
            ),
            "names without a break": _table(
                "long",
                UNBROKEN,
                _row(link(LONG, "proposal"), "superseded", UNBROKEN, _said("accepts-if"), _said("rejects"), NOT_ASKED),
            ),
        },
        wide=True,
    ),
)
