"""Sentences about what is going on between sides: deadlocks, changes of mind, ways forward, steps that are due."""

from __future__ import annotations

from parley.model.brief import NextStep
from parley.model.insight import Deadlock, Knot, Position, Step
from parley.model.page import Words
from parley.model.proposal import Answer, AnswerWord
from parley.words.dates import date_words, on_words
from parley.words.labels import ANSWER, RESULT
from parley.words.reasons import condition, condition_met
from parley.words.sentences import Names, Part, listed, quoted, run, said
from parley.words.tongue import Labels, say

IN_SHORT = Labels[AnswerWord](
    ANSWER.english
    | {
        "accepts-if": "Accepts with conditions",
        "rejects-unless": "Rejects with conditions",
    }
)


def deadlock(found: Deadlock, names: Names) -> Words:
    """Who waits for whom, and the ways out, in two sentences."""
    return run(said("Deadlock: {waits}.", waits=waits(found, names)), ways_out(found, names))


def waits(found: Deadlock, names: Names) -> Words:
    """Who waits for whom: "Russia would not accept A unless B came first; ..."."""
    return _contrast([_wait(knot, names) for knot in found.knots])


def waits_in_short(found: Deadlock, names: Names) -> Words:
    """The same for a box: of two who want the same two things in opposite order, the second is told in five words."""
    first, second = found.knots[0], found.knots[-1]
    if len(found.knots) == 2 and (first.proposal, first.waits_for) == (second.waits_for, second.proposal):
        other = names.named(second.side)
        return said("{wait}; {other} would have it the other way round.", wait=_wait(first, names), other=other)
    return said("{waits}.", waits=waits(found, names))


def _wait(knot: Knot, names: Names) -> Words:
    template = (
        "{side} would accept {proposal} only if {other} came first"
        if knot.answer.word == "accepts-if"
        else "{side} would not accept {proposal} unless {other} came first"
    )
    other, proposal = quoted(names.item(knot.waits_for)), quoted(names.proposal(knot.proposal))
    return said(template, side=names.named(knot.side), proposal=proposal, other=other)


def hangs_on(position: Position, names: Names) -> Words:
    """What a side's yes or no hangs on, as far as it has not come about; empty where it hangs on nothing."""
    standing = [stand for stand in position.conditions if not stand.met]
    if not standing:
        return ()
    template = (
        "{side} would not accept {proposal} unless {what}."
        if position.word.startswith("rejects")
        else "{side} would accept {proposal} only if {what}."
    )
    what = listed([condition_met(stand.condition, names) for stand in standing])
    return said(
        template, side=names.named(position.side), proposal=quoted(names.proposal(position.proposal)), what=what
    )


def ways_out(found: Deadlock, names: Names) -> Words:
    """What would end a deadlock."""
    sides = dict.fromkeys(knot.side for knot in found.knots)
    template = (
        "It ends when {movers} drops its condition, or when both come about at once."
        if len(found.knots) == 2
        else "It ends when {movers} drops its condition, or when all of them come about at once."
    )
    return said(template, movers=listed([names.named(side) for side in sides], "or"))


def _contrast(waits: list[Words]) -> Words:
    return said("{one}; {two}", one=waits[0], two=waits[1]) if len(waits) == 2 else listed(waits)


def changed(old: Answer, new: Answer) -> Words:
    """That a side changed its answer, and when."""
    before, now = label(old), label(new)
    return said(
        "Changed from “{before}” ({then}) to “{now}” {when}.",
        before=before,
        then=date_words(old.date),
        now=now,
        when=on_words(new.date),
    )


def label(answer: Answer) -> str:
    """The answer in a word or three, without a dangling "if"."""
    return IN_SHORT[answer.word]


def standing_note(position: Position) -> Words:
    """What else a reader should know of a position: mixed signals, or a condition that was met in vain."""
    mixed = said("Different answers came from this side on the same day.") if position.mixed else ()
    met = said("What it asked for has come about; its answer has not changed since.") if position.met_unanswered else ()
    return run(mixed, met)


def step_told(step: NextStep, *, overdue: bool) -> Words:
    """What became of a step, or that nobody has recorded it."""
    if step.outcome:
        result, when = RESULT[step.outcome.result], step.outcome.date
        return said("{result} {when}.", result=result, when=on_words(when)) if when else ()
    if overdue:
        return said("Was due {when}; what happened is not recorded yet.", when=date_words(step.date))
    return ()


def way_step(step: Step, names: Names) -> Words:
    """One thing that would have to happen for a proposal to be accepted."""
    side: Part = names.named(step.side) if step.side else say("someone")
    proposal = quoted(names.proposal(step.proposal)) if step.proposal else ()
    match step.does:
        case "answer":
            return said("{side} would have to answer {proposal}.", side=side, proposal=proposal)
        case "accept":
            return said("{side} would have to accept {proposal}.", side=side, proposal=proposal)
        case "change":
            return said("{side} would have to change its answer on {proposal}.", side=side, proposal=proposal)
        case "meet":
            what = condition(step.condition, names) if step.condition else said("the condition")
            if step.side:
                return said("{side} would have to bring about {what}.", side=side, what=what)
            return (
                said("{what} would have to come about.", what=what)
                if step.condition and step.condition.ref
                else said("This would have to be so: {what}.", what=what)
            )
