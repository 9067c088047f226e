"""Pictures for the example pages, laid out by the real code from invented facts; one kind as bad as facts can be."""

# ruff: noqa: E501 - a record on one line reads better than on five
# fmt: off

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import get_args

from parley.model.dates import day
from parley.model.insight import Happening, Kind
from parley.model.page import Link
from parley.model.proposal import AnswerWord
from parley.pages import parts as p
from parley.pages.pictures import parts as d
from parley.pages.pictures.exchanges import Move, Said
from parley.pages.pictures.lanes import lanes
from parley.pages.pictures.time_axis import time_axis, with_days
from tests.render.examples import PROPOSALS, badge, link, timeline, when, who

TODAY = dt.date(2025, 5, 16)
KINDS: tuple[tuple[str, Kind], ...] = (
    ("2025-05-08/2025-05-10", "proposal"), ("2025-05-10", "event"), ("2025-05-10", "proposal"), ("2025-05-11", "answer"), ("2025-05-11", "answer"),
    ("2025-05-12", "answer"), ("2025-05-15", "step"), ("2025-05-16", "outcome"), ("2025-06", "step"),
)
LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
NAMES = (LONG, "دولة الإمارات العربية المتحدة", "Saint Vincent and the Grenadines", "Åland", "Україна", "中華人民共和國中央人民政府外交部", "WWWWWWWW MMMMMMMM WWWWWWWW", "Iiiii", "Group of Seven and the High Representative of the Union")


def move(title: Link, date: str, by: Sequence[str], to: Sequence[str], *said: Said, alone: str = "Announced") -> Move:
    """A proposal for the lane diagram."""
    told = f"from {' and '.join(by)} to {' and '.join(to) or 'nobody in particular'}"
    return Move(date=when(date), day=date, link=title, by=tuple(by), to=tuple(to), said=said, words=("Put forward: ", title), told=told, alone=alone)


def said(side: str, word: AnswerWord, label: str, href: str = "") -> Said:
    return Said(side=side, word=word, label=label, href=href)


def example_lanes(root: str) -> d.Lanes | None:
    """Who proposed what to whom in the example brief."""
    sides = ("ukraine", "russia", "european-union", "turkiye")
    talks, stop, meeting, sanctions = (link(root, "proposal", key) for key in ("direct-talks", "ceasefire", "leaders-meeting", "sanctions"))
    return lanes(
        (
            move(stop, "10 May 2025", ("ukraine", "european-union"), ("russia",), said("russia", "rejects", "Rejects", f"{root}briefs/istanbul-talks/#peskov-rejects")),
            move(talks, "11 May 2025", ("russia",), ("ukraine", "turkiye"), said("ukraine", "accepts-if", "Accepts with conditions", f"{root}briefs/istanbul-talks/#yermak-talks"), said("turkiye", "accepts", "Accepts", f"{root}briefs/istanbul-talks/#erdogan-talks")),
            move(meeting, "11 May 2025", ("ukraine",), ("russia",), said("russia", "no-answer", "No answer")),
            move(sanctions, "12 May 2025", ("european-union",), ()),
        ),
        dict(zip(sides, who(root, *sides), strict=True)),
    )


def example_timeline(root: str, brief: Link | None = None) -> tuple[tuple[p.Entry, ...], d.TimeAxis | None]:
    """The example's timeline with its picture."""
    happenings = tuple(Happening(date=day(text), kind=kind, brief="istanbul-talks", item=str(at)) for at, (text, kind) in enumerate(KINDS))
    entries = with_days(happenings, timeline(root, brief))
    return entries, time_axis(happenings, entries, TODAY)


def example_progress(root: str) -> d.Progress:
    """The way of a proposal, with a stage of every kind."""
    russia, ukraine = who(root, "russia", "ukraine")
    return d.Progress(
        stages=(
            d.Stage(state="proposed", label="Put forward", who=(ukraine,), date=when("10 May 2025")),
            d.Stage(state="defers", label="No decision yet", who=(russia,), date=when("10 May 2025")),
            d.Stage(state="rejects", label="Rejects", who=(russia,), date=when("11 May 2025"), href=f"{root}briefs/istanbul-talks/#putin-rejects"),
            d.Stage(state="superseded", label="Replaced by", who=(link(root, "proposal", "direct-talks"),), date=when("11 May 2025")),
            d.Stage(state="withdrawn", label="Taken back", date=when("15 May 2025")),
            d.Stage(state="no-answer", label="No answer", who=(ukraine,)),
        ),
        now=badge("ceasefire"),
        ahead=(d.Stage(state="deadline", label="Answer asked for by", date=when("20 May 2025")),),
    )


def stress_lanes(root: str, *, mirrored: bool = False) -> d.Lanes | None:
    """Nine sides, fourteen proposals, every answer, and names that do not end."""
    sides = {str(at): Link(text=name, href=f"{root}actors/russia/", kind="actor") for at, name in enumerate(NAMES)}
    words = get_args(AnswerWord)
    moves = []
    for at in range(14):
        by = [str((at + step) % 9) for step in range(1 + at % 3)]
        to = [str((at + 3 + step) % 9) for step in range((at + 1) % 4)]
        answers = [said(side, words[(at + step) % len(words)], ("Accepts with conditions", "No decision yet", "Did not address it")[at % 3], f"{root}briefs/istanbul-talks/") for step, side in enumerate(to)]
        moves.append(move(link(root, "proposal", list(PROPOSALS)[at % 5], (LONG, "A proposal in short", f"{NAMES[5] * 4}", "Ein Vorschlag, " * 14)[at % 4]), "about September 2025", by, to, *answers, alone="To nobody named"))
    moves.append(move(link(root, "proposal", "truce", "To itself, and to those who share a lane"), "11 May 2025", ("0", "8"), ("7",), *(said(side, "rejects", "Rejects", "#positions") for side in ("0", "7", "8", "3"))))
    return lanes(moves, sides, mirrored=mirrored)


def stress_timeline(entries: Sequence[p.Entry], *, mirrored: bool = False) -> tuple[tuple[p.Entry, ...], d.TimeAxis | None]:
    """Crowded days, spans over one another, years without anything, and a day ahead."""
    dates = ("2019", "2022-03~", "2022-03-28", "2022-03-29", "2025-04-30", "2025-05-01/2025-05-20", "2025-05-10", "2025-05-16/..", "2026-01-31")
    kinds: tuple[Kind, ...] = ("event", "event", "answer", "answer", "proposal", "event", "event", "step", "step")
    happenings = tuple(Happening(date=day(text), kind=kind, brief="x", item=str(at)) for at, (text, kind) in enumerate(zip(dates, kinds, strict=True)))
    made = with_days(happenings, entries)
    return made, time_axis(happenings, made, TODAY, mirrored=mirrored)
