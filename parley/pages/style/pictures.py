"""Pictures, laid out as on real pages: who proposed what to whom, the days of a timeline, the way of a proposal.

All that leads to another part of a picture's own page leads to the top of this one.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from itertools import cycle
from typing import Any, Literal, get_args

import msgspec
from msgspec.structs import asdict, replace

from parley.model.dates import day
from parley.model.insight import Happening, Kind
from parley.model.page import Link
from parley.model.proposal import AnswerWord
from parley.pages.entries import LABELS
from parley.pages.parts import Entry
from parley.pages.pictures import lanes as lane_diagram
from parley.pages.pictures import time_axis as axis_picture
from parley.pages.pictures.exchanges import Move, Said
from parley.pages.pictures.parts import Progress, Stage
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
    MAYOR,
    NIGHT,
    SPEAKER,
    TOLL,
    actor,
    badge,
    link,
    when,
)
from parley.pages.style.views import Specimen
from parley.words import labels, pictures
from parley.words.dates import day_words
from parley.words.stories import IN_SHORT

Asked = Mapping[Link, AnswerWord | None]  # who is asked, and what comes of it; None where that is not told
Dated = tuple[str, Kind]

WORDS = get_args(AnswerWord)
FRIENDS, BUILDERS = actor("The Society of the Friends of Old Ferries"), actor("Marrow Boatyard")
MANY = (COUNCIL, COMPANY, ISLANDERS, FARMER, SPEAKER, FRIENDS, BUILDERS, MAYOR)
SIDES = {side.text: side for side in (*MANY, FOREIGN, ENDLESS)}
TODAY = dt.date(2024, 3, 20)


def led_here(value: Any) -> Any:
    """``value`` with every address in it that of this page's top."""
    if isinstance(value, tuple):
        return tuple(map(led_here, value))
    if isinstance(value, msgspec.Struct):
        fields = {name: led_here(each) for name, each in asdict(value).items()}
        return replace(value, **fields | ({"href": HERE} if fields.get("href") else {}))
    return value


def _move(title: Link, date: str, by: Sequence[Link], asked: Asked) -> Move:
    return Move(
        date=when(date),
        day=day_words(day(date)),
        link=title,
        by=tuple(side.text for side in by),
        to=tuple(side.text for side in asked),
        said=tuple(
            Said(side=side.text, word=word, label=IN_SHORT[word], href=HERE if word != "no-answer" else "")
            for side, word in asked.items()
            if word
        ),
        words=(by[0], " put forward “", title, "”."),
        told=f"from {_named(by)} to {_named(asked) or 'nobody in particular'}",
        alone=pictures.alone("decision"),
    )


def _named(sides: Iterable[Link]) -> str:
    return " and ".join(side.text for side in sides)


def _lanes(*moves: Move, mirrored: bool = False) -> Specimen:
    drawn = lane_diagram.lanes(moves, SIDES, mirrored=mirrored)
    return Specimen(lanes=led_here(drawn), dir=_direction(mirrored))


def _axis(*dated: Dated, mirrored: bool = False) -> Specimen:
    happened = [Happening(date=day(date), kind=kind, brief="", item="") for date, kind in dated]
    entries = axis_picture.with_days(happened, [_entry(date, kind) for date, kind in dated])
    drawn = axis_picture.time_axis(happened, entries, TODAY, mirrored=mirrored)
    return Specimen(time_axis=led_here(drawn), dir=_direction(mirrored))


def _entry(date: str, kind: Kind) -> Entry:
    label = LABELS.get(kind, kind.capitalize())
    return Entry(date=when(date), kind=kind, label=label, words=(), ahead=day(date).first > TODAY)


def _direction(mirrored: bool) -> Literal["ltr", "rtl"]:
    return "rtl" if mirrored else "ltr"


QUARREL = (
    _move(TOLL, "2024-03-01", [COMPANY], {COUNCIL: "rejects", ISLANDERS: "no-answer"}),
    _move(FREE, "2024-03-08", [ISLANDERS, COUNCIL], {COMPANY: "accepts-if"}),
    _move(NIGHT, "2024-03", [COUNCIL], {}),
)
CROWD = tuple(
    _move(
        title,
        f"2024-02-{at + 1:02d}",
        [MANY[at % 8]],
        {MANY[(at + 3) % 8]: word, MANY[(at + 5) % 8]: WORDS[(at + 4) % 9]},
    )
    for at, title, word in zip(range(13), cycle((TOLL, FREE, NIGHT)), cycle(WORDS), strict=False)
)
UNBROKEN = (
    _move(link(f"{LONG} {LONG} {LONG}", "proposal"), "2024-03-12~", [ENDLESS], {FOREIGN: "silent", FRIENDS: "defers"}),
    _move(link("Eine Nachtfähre im Winter", "proposal", "de"), "2024-03-14", [FOREIGN], {ENDLESS: None}),
)
WEEKS: tuple[Dated, ...] = (
    ("2024-03-01", "proposal"),
    ("2024-03-01/2024-03-06", "event"),
    *((f"2024-03-{at}", "answer") for at in (12, 12, 13)),
    ("2024-03-08", "proposal"),
    ("2024-03-18", "withdrawal"),
    ("2024-04-20", "step"),
)
YEARS: tuple[Dated, ...] = (
    ("2019", "event"),
    ("2022-03~", "event"),
    ("2024-03-01", "proposal"),
    ("2024-03-12", "answer"),
)


def _stage(state: str, label: str, *who: Link, date: str = "2024-03-12", href: str = "") -> Stage:
    return Stage(state=state, label=label, who=who, date=when(date) if date else None, href=href)


PUT = _stage("proposed", pictures.PUT["proposal"], COMPANY, date="2024-03-01")
ANSWERED = {word: _stage(word, label, COUNCIL, href=HERE) for word, label in IN_SHORT.items() if word != "no-answer"}
SILENT = _stage("no-answer", labels.ANSWER["no-answer"], ISLANDERS, date="")
DUE = _stage("deadline", pictures.ANSWER_BY, date="2024-04-01")
REPLACED = _stage("superseded", pictures.REPLACED, FREE)
TAKEN = _stage("withdrawn", pictures.WITHDRAWN, date="2024-03-20")

EXAMPLES = (
    Example(
        "lanes",
        "Who proposed what to whom: sides are lanes, proposals are arrows.",
        {
            "three sides": _lanes(*QUARREL),
            "two sides": _lanes(QUARREL[1]),
            "more sides and proposals than there is room for": _lanes(*CROWD),
            "names without a break, and no word of an answer": _lanes(*UNBROKEN),
            "on a page from right to left": _lanes(*QUARREL, mirrored=True),
        },
        wide=True,
    ),
    Example(
        "icon",
        "The sign of an answer within a picture, 13 units wide and high.",
        {**{label: Specimen(icon=word) for word, label in IN_SHORT.items()}, "To nobody": Specimen(icon="proposed")},
    ),
    Example(
        "time-axis",
        "A timeline's days as marks on an axis, each leading to its line in the list that follows.",
        {
            "several weeks, one day still to come": _axis(*WEEKS),
            "one day": _axis(("2024-03-12", "proposal"), *(("2024-03-12", "answer"),) * 3),
            "years, long stretches left out": _axis(*YEARS),
            "on a page from right to left": _axis(*WEEKS, mirrored=True),
        },
        wide=True,
    ),
    Example(
        "progress",
        "A proposal's way to where it stands now, a stage after the other.",
        {
            "no answer yet": Specimen(progress=Progress(stages=(PUT, SILENT), now=badge("open"), ahead=(DUE,))),
            "answered, then replaced": Specimen(
                progress=Progress(stages=(PUT, ANSWERED["rejects"], REPLACED), now=badge("superseded"))
            ),
            "names without a break, and from right to left": Specimen(
                progress=Progress(
                    stages=(replace(PUT, who=(ENDLESS,)), replace(ANSWERED["accepts-if"], who=(FOREIGN,))),
                    now=badge("conditional"),
                )
            ),
        },
        wide=True,
    ),
    Example(
        "stage",
        "One stage on a proposal's way: what was done, by whom, and when.",
        {stage.label: Specimen(stage=stage) for stage in (PUT, *ANSWERED.values(), SILENT, DUE, REPLACED, TAKEN)},
    ),
)
