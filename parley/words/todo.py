"""What the desk has to do, each in one sentence for editors: what it is, since when or until when."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from parley.model.brief import Brief, NextStep
from parley.model.dates import Date
from parley.model.insight import Position, Standing
from parley.model.page import Words
from parley.model.proposal import Answer, Proposal
from parley.words.dates import date_words, day_words, on_words
from parley.words.labels import PROPOSAL
from parley.words.sentences import Names, listed, quoted, said
from parley.words.tongue import counted

TodoKind = Literal[
    "overdue", "unanswered", "lapsing", "deadlocks", "met", "unsourced", "todo", "review", "drafts", "coming"
]  # fmt: skip
TITLES: dict[TodoKind, str] = {
    "overdue": "Steps overdue",
    "lapsing": "About to lapse",
    "unanswered": "Without an answer",
    "deadlocks": "Deadlocks",
    "met": "Conditions met, answer unchanged",
    "unsourced": "Without a source",
    "todo": "Left to write",
    "review": "To look at again",
    "drafts": "Drafts",
    "coming": "Coming in the next 7 days",
}
NOTHING: dict[TodoKind, str] = {
    "overdue": "no step is overdue",
    "lapsing": "nothing is about to lapse",
    "unanswered": "no answer is waited for",
    "deadlocks": "there is no deadlock",
    "met": "no answer hangs on what has come",
    "unsourced": "everything has a source",
    "todo": "nothing is left to write",
    "review": "no brief is to be looked at again",
    "drafts": "there is no draft",
    "coming": "nothing is dated in the next 7 days",
}
LONG = 62  # days from which on months are told
YEARS = 730


def length(days: int) -> str:
    """A stretch of days: "1 day", "17 days", "18 months", "3 years"."""
    if days < LONG:
        return counted(days, "day", "days")
    return counted(days * 12 // 365, "month", "months") if days < YEARS else counted(days // 365, "year", "years")


def away(days: int) -> str:
    """How far a day is, ``days`` ago: "today", "yesterday", "17 days ago", or below zero "tomorrow", "in 3 days"."""
    near = {0: "today", 1: "yesterday", -1: "tomorrow"}.get(days)
    return near or (f"{length(days)} ago" if days > 0 else f"in {length(-days)}")


def step_overdue(step: NextStep, days: int) -> Words:
    """That a step's day has passed."""
    return said(
        "{step} was due {when}, {away}; what became of it is not recorded.",
        step=quoted(step.title),
        when=date_words(step.date),
        away=away(days),
    )


def step_coming(step: NextStep, days: int, names: Names) -> Words:
    """That a step is near; ``days`` is how long ago it was, so below zero."""
    who = listed([names.named(actor) for actor in step.who])
    template = "{step}, {when} ({away}): {who}." if who else "{step}, {when} ({away})."
    when = date_words(step.date)
    return said(template, step=quoted(step.title), when=when, away="now" if days > 0 else away(days), who=who)


def unanswered(standing: Standing, proposal: Proposal, days: int, names: Names) -> Words:
    """Who has not answered a proposal, since when, and until when an answer is asked for."""
    who = listed([names.named(side) for side in standing.waiting_for], "or")
    until = ""
    if proposal.answer_by:
        lapsed = ", so it has lapsed" if standing.status == "lapsed" else ""
        until = f"; one was asked for by {_last(proposal.answer_by)}{lapsed}"
    return said(
        "{kind} {proposal}: no answer from {who} {length}, since {when}{until}.",
        kind=PROPOSAL[proposal.kind],
        proposal=quoted(proposal.title),
        who=who,
        length=f"for {length(days)}" if days else "yet",
        when=day_words(proposal.date),
        until=until,
    )


def lapsing(standing: Standing, proposal: Proposal, days: int, names: Names) -> Words:
    """That a proposal lapses soon; ``days`` is how long ago its last day was, so not above zero."""
    return said(
        "{kind} {proposal} lapses after {until} ({away}) unless {who} answers.",
        kind=PROPOSAL[proposal.kind],
        proposal=quoted(proposal.title),
        until=_last(proposal.answer_by or proposal.date),
        away=away(days),
        who=listed([names.named(side) for side in standing.waiting_for], "or"),
    )


def met_unanswered(position: Position, answer: Answer, days: int, names: Names) -> Words:
    """That all which an answer hangs on has come, and the answer is as it was."""
    return said(
        "What {side} asked for has come; its answer to {proposal} is still that of {when}, {away}.",
        side=names.named(position.side),
        proposal=quoted(names.proposal(position.proposal)),
        when=day_words(answer.date),
        away=away(days),
    )


def to_review(brief: Brief, due: Date, days: int) -> Words:
    """That a brief was to be looked at again."""
    return said(
        "{brief} was to be reviewed by {when}, {away}.", brief=quoted(brief.title), when=_last(due), away=away(days)
    )


def has_expired(brief: Brief, end: Date, days: int) -> Words:
    """That a brief is no longer kept up to date."""
    return said(
        "{brief} expired {when}, {away}; does it still help readers?",
        brief=quoted(brief.title),
        when=on_words(end),
        away=away(days),
    )


def is_draft(brief: Brief, days: int) -> Words:
    """That a brief is not published yet; its date may lie ahead."""
    template = "{brief} is a draft, dated {when}, {away}."
    return said(template, brief=quoted(brief.title), when=day_words(brief.published), away=away(days))


def heading(day: dt.date, number: int) -> str:
    """What stands over the whole list."""
    return f"On {day_words(day)}: {counted(number, 'thing', 'things')} to look at"


def all_done(day: dt.date, kinds: tuple[TodoKind, ...]) -> str:
    """What is said where nothing is to be done, of the ``kinds`` asked for."""
    if len(kinds) > 3:
        return f"Nothing to do on {day_words(day)}. Well kept."
    told = "".join(listed([NOTHING[kind] for kind in kinds]))  # type: ignore[arg-type]
    return f"{told[:1].upper()}{told[1:]}, on {day_words(day)}."


def _last(date: Date) -> str:
    """The last day that a date may mean, in words."""
    return day_words(date.last) if date.last != dt.date.max else date_words(date)
