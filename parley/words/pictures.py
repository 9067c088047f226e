"""What is said in and around the pictures: where an arrow leads, what a mark stands for, how long a gap is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from parley.model.dates import Date
from parley.model.page import Words, plain
from parley.model.proposal import ProposalKind
from parley.words.dates import date_words, day_words
from parley.words.sentences import Names, listed, said
from parley.words.tongue import Labels, counted, message, say, spoken

PUT = Labels[ProposalKind](
    {
        "proposal": "Put forward",
        "invitation": "Invited",
        "demand": "Demanded",
        "warning": "Warned",
        "decision": "Decided",
    }
)
ANSWER_BY = message("Answer asked for by")
WITHDRAWN = message("Taken back")
REPLACED = message("Replaced by")
ROW = Labels({"proposal": "Proposals", "answer": "Answers", "event": "Events", "step": "Next steps"})
SEVERAL = {
    "proposal": ("proposal", "proposals"),
    "answer": ("answer", "answers"),
    "event": ("event", "events"),
    "step": ("next step", "next steps"),
}
MONTH = 30.44  # days


def alone(kind: ProposalKind) -> str:
    """What stands where an arrow would, for a proposal that is put to nobody in particular."""
    return say("Announced" if kind in ("warning", "decision") else "To nobody named")


def led(by: Sequence[str], to: Sequence[str], names: Names) -> str:
    """Where an arrow leads: "from Russia to Ukraine"."""
    who = listed([names.named(side) for side in by])
    whom: Words = listed([names.named(side) for side in to]) if to else said("nobody in particular")
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
    if first != last:
        when = say("{start} to {end}", start=when, end=day_words(last))
    return say("{when}: {what}", when=when, what=what)


def several(number: int, row: str) -> str:
    """How many of a row a mark stands for: "4 answers"."""
    return counted(number, *SEVERAL[row])


def as_of(day: dt.date) -> str:
    """The line at the day of the build."""
    return say("As of {day}", day=day_words(day))


def month(year: int, number: int) -> str:
    """A month in short, for an axis: "Sep 2025"."""
    return spoken().month_in_short(year, number)


def gap(days: int) -> str:
    """How long a stretch is: "14 months", "3 years"."""
    months = round(days / MONTH)
    return counted(months // 12, "year", "years") if months >= 24 else counted(months, "month", "months")
