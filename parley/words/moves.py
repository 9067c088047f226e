"""Moves in words: what is otherwise than before, a line each, for those who wrote it and those who check it."""

from __future__ import annotations

from typing import Any

from parley.model.actor import Actor
from parley.model.brief import Brief, Event, NextStep, Outcome, Source
from parley.model.move import Move
from parley.model.page import Words
from parley.model.proposal import Condition, Proposal
from parley.words.answer_moves import of_answer, of_position
from parley.words.changed_values import field_of, shortened, value_words
from parley.words.dates import day_words, on_words
from parley.words.happenings import proposal_by
from parley.words.keyed_moves import key_words, keyed, prose, renamed
from parley.words.labels import PROPOSAL, RESULT, STATUS
from parley.words.named import Named
from parley.words.sentences import capital, quoted, said
from parley.words.stories import waits
from parley.words.tongue import counted


def told(move: Move, names: Named) -> Words:
    """``move`` in one line, without a full stop."""
    return capital(_TOLD[move.thing](move, names))


def _of_brief(move: Move, names: Named) -> Words:
    match move.how:
        case "added":
            brief: Brief = move.now
            what = ", ".join(_counts(brief))
            lead = "No longer a draft" if move.key else "New brief"
            return (f"{lead}, published {day_words(brief.published)}: {what}",)
        case "removed":
            if move.key:
                return said("A draft again, and no longer shown: {title}", title=quoted(move.was.title))
            return said("Brief removed: {title}", title=quoted(move.was.title))
        case "renamed":
            return (f"The file has another name: {move.was}.yaml → {move.now}.yaml",)
        case "review-due":
            return ("This brief is due for a review",)
        case "expired":
            return ("This brief is no longer kept up to date",)
        case "reordered":
            return (f"{key_words(move.key)}: in another order",)
    if move.key.startswith("who."):
        actor = names.actor(move.key.partition(".")[2])
        return prose(move, f"The part of {actor}")
    if move.key.startswith("glossary."):
        return prose(move, f"The term “{move.key.partition('.')[2]}”")
    key = "What happened" if move.key == "what" else capital((key_words(move.key),))[0]
    return keyed(move, str(key), names)


def _counts(brief: Brief) -> list[str]:
    counts = (
        (len(brief.proposals), "proposal", "proposals"),
        (len(brief.answers), "answer", "answers"),
        (len(brief.next_steps), "next step", "next steps"),
        (len(brief.events), "event", "events"),
        (len(brief.sources), "source", "sources"),
    )
    return [counted(number, one, many) for number, one, many in counts if number] or ["nothing proposed yet"]


def _of_proposal(move: Move, names: Named) -> Words:
    proposal: Proposal = move.within or move.now or move.was
    kind, title = PROPOSAL.within(proposal.kind), quoted(names.proposal(move.item))
    match move.how:
        case "added":
            return said("New {kind}: {title}, {by}", kind=kind, title=title, by=proposal_by(proposal, names))
        case "removed":
            return said("{kind} removed: {title}", kind=kind, title=title)
        case "renamed":
            return renamed(move, said("{kind} {title}", kind=kind, title=title))
        case "reordered":
            return ("The proposals stand in another order",)
    if move.key == "withdrawn" and move.now and not move.was:
        return said("{kind} withdrawn: {title}, {when}", kind=kind, title=title, when=on_words(move.now))
    if move.key == "title":
        return said("Title of the {kind}: {was} → {now}", kind=kind, was=quoted(move.was), now=quoted(move.now))
    return keyed(move, said("{kind} {title}", kind=kind, title=title), names)


def _of_step(move: Move, names: Named) -> Words:
    step: NextStep = move.within or move.now or move.was
    title = quoted(step.title)
    match move.how:
        case "added":
            return said("New next step: {title}, {when}", title=title, when=on_words(step.date))
        case "removed":
            return said("Next step removed: {title}, {when}", title=title, when=on_words(step.date))
        case "overdue":
            return said("Next step overdue: {title} was due {when}, and what happened is not recorded", title=title,
                        when=on_words(step.date))  # fmt: skip
        case "renamed":
            return renamed(move, said("next step {title}", title=title))
        case "reordered":
            return ("The next steps stand in another order",)
    if move.key == "date":
        verb = "postponed" if move.now.order > move.was.order else "brought forward"
        return said("Next step {title} {verb}: {was} → {now}", title=title, verb=verb,
                    was=value_words(field_of(step, "date"), move.was, names),
                    now=value_words(field_of(step, "date"), move.now, names))  # fmt: skip
    if move.key == "outcome" and move.now:
        return said("Next step {title}: {ended}", title=title, ended=ended(move.now))
    if move.key == "outcome":
        return said("Next step {title} has no outcome any more; it was: {ended}", title=title, ended=ended(move.was))
    return keyed(move, said("next step {title}", title=title), names)


def ended(outcome: Outcome) -> str:
    """How a step ended: "happened on 16 May 2025"."""
    result = RESULT.within(outcome.result)
    return f"{result} {on_words(outcome.date)}" if outcome.date else result


def _of_event(move: Move, names: Named) -> Words:
    if move.how == "reordered":
        return ("The events stand in another order",)
    event: Event = move.within or move.now or move.was
    if move.how == "changed":
        return keyed(move, f"Event of {day_words(event.date)}", names)
    lead = "New event" if move.how == "added" else "Event removed"
    return (f"{lead}, {day_words(event.date)}: {shortened(event.what)}",)


def _of_source(move: Move, names: Named) -> Words:
    if move.how == "reordered":
        return ("The sources stand in another order",)
    source: Source = move.within or move.now or move.was
    title = quoted(source.title)
    if move.how == "renamed":
        return renamed(move, said("source {title}", title=title))
    if move.how == "changed":
        return keyed(move, said("source {title}", title=title), names)
    by = f", {source.publisher}" if source.publisher else ""
    return said("Source {how}: {title}{by}", how=move.how, title=title, by=by)


def _of_entry(move: Move, names: Named) -> Words:
    """An update or a correction."""
    if move.how == "reordered":
        return (f"The {move.thing}s stand in another order",)
    entry = move.within or move.now or move.was
    if move.how == "changed":
        return keyed(move, f"{move.thing.capitalize()} of {day_words(entry.date)}", names)
    text = entry.what if move.thing == "update" else entry.now
    return (f"{move.thing.capitalize()} {move.how}, {day_words(entry.date)}: {shortened(text)}",)


def _of_actor(move: Move, names: Named) -> Words:
    actor: Actor = move.within or move.now or move.was
    match move.how:
        case "added" | "removed":
            role = f", {actor.role}" if actor.role else ""
            return (f"{'New actor' if move.how == 'added' else 'Actor removed'}: {actor.name}{role}",)
        case "renamed":
            return renamed(move, actor.name)
        case "shared":
            return (f"{actor.name} is now defined in {f'{move.now}.yaml' if move.now else 'actors.yaml'}",)
    if move.key == "speaks_for" and move.now:
        no_longer = said(", no longer for {was}", was=names.named(move.was)) if move.was else ()
        return said("{who} now speaks for {side}{was}", who=actor.name, side=names.named(move.now), was=no_longer)
    if move.key == "speaks_for":
        return said("{who} no longer speaks for {side}", who=actor.name, side=names.named(move.was))
    return keyed(move, actor.name, names)


def _of_settings(move: Move, names: Named) -> Words:
    return keyed(move, f"Setting “{move.key}”", names, key=False)


def _of_status(move: Move, names: Named) -> Words:
    return said("Status of {proposal}: {was} → {now}", proposal=quoted(names.proposal(move.item)),
                was=STATUS.within(move.was.status), now=STATUS.within(move.now.status))  # fmt: skip


def _of_deadlock(move: Move, names: Named) -> Words:
    lead = "New deadlock" if move.how == "added" else "No longer a deadlock"
    return said("{lead}: {waits}", lead=lead, waits=waits(move.now or move.was, names))


def _of_condition(move: Move, names: Named) -> Words:
    met: Condition = move.now
    what = (met.text,) if met.text else quoted(names.item(met.ref))
    how = "condition met: {what} has come about" if move.how == "met" else "condition no longer met: {what}"
    lead = said(how, what=what)
    if isinstance(move.within, NextStep):
        return said("{lead}, which {step} needs first", lead=lead, step=quoted(move.within.title))
    return said("{lead}, on which {side}’s answer to {proposal} hangs", lead=lead,
                side=names.named(move.within.side), proposal=quoted(names.proposal(move.item)))  # fmt: skip


_TOLD: dict[str, Any] = {
    "brief": _of_brief,
    "proposal": _of_proposal,
    "answer": of_answer,
    "step": _of_step,
    "event": _of_event,
    "source": _of_source,
    "update": _of_entry,
    "correction": _of_entry,
    "actor": _of_actor,
    "settings": _of_settings,
    "status": _of_status,
    "position": of_position,
    "deadlock": _of_deadlock,
    "condition": _of_condition,
}
