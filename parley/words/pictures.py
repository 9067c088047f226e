"""What is said in and around the pictures: where an arrow leads, what a mark stands for, how long a gap is."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Sequence

from parley.model.dates import Date
from parley.model.page import Words, plain
from parley.model.proposal import ProposalKind
from parley.words.dates import date_words, day_words
from parley.words.labels import counted
from parley.words.sentences import Names, listed, said

PUT: dict[ProposalKind, str] = {
    "proposal": "Put forward",
    "invitation": "Invited",
    "demand": "Demanded",
    "warning": "Warned",
    "decision": "Decided",
}
ANSWER_BY = "Answer asked for by"
WITHDRAWN = "Taken back"
REPLACED = "Replaced by"
ROW = {"proposal": "Proposals", "answer": "Answers", "event": "Events", "step": "Next steps"}
MONTH = 30.44  # days


def alone(kind: ProposalKind) -> str:
    """What stands where an arrow would, for a proposal that is put to nobody in particular."""
    return "Announced" if kind in ("warning", "decision") else "To nobody named"


def led(by: Sequence[str], to: Sequence[str], names: Names) -> str:
    """Where an arrow leads: "from Russia to Ukraine"."""
    who = listed([names.named(side) for side in by])
    whom: Words = listed([names.named(side) for side in to]) if to else ("nobody in particular",)
    return plain(said("from {who} to {whom}", who=who, whom=whom))


def others(number: int) -> str:
    """The head of the lane that several sides share."""
    return counted(number, "other", "others")


def earlier(number: int) -> str:
    """The proposals that a picture leaves out."""
    return counted(number, "earlier proposal", "earlier proposals")


def marked(first: Date, last: Date, what: str) -> str:
    """What a mark on the time axis stands for: "11 May 2025: 4 answers"."""
    when = date_words(first) if first == last or first.span else day_words(first)
    return f"{when}: {what}" if first == last else f"{when} to {day_words(last)}: {what}"


def several(number: int, row: str) -> str:
    """How many of a row a mark stands for: "4 answers"."""
    return f"{number} {ROW[row].lower()}"


def as_of(day: dt.date) -> str:
    """The line at the day of the build."""
    return f"As of {day_words(day)}"


def month(year: int, number: int) -> str:
    """A month in short, for an axis: "Sep 2025"."""
    return f"{calendar.month_abbr[number]} {year}"


def gap(days: int) -> str:
    """How long a stretch is: "14 months", "3 years"."""
    months = round(days / MONTH)
    return counted(months // 12, "year", "years") if months >= 24 else counted(months, "month", "months")
