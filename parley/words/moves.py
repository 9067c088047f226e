"""Moves in words: what is otherwise than before, a line each, for those who wrote it and those who check it."""

from __future__ import annotations

from typing import Any

from parley.model.actor import Actor
from parley.model.brief import Brief, Event, NextStep, Outcome, Source
from parley.model.move import Move, Side
from parley.model.page import Words, plain
from parley.model.proposal import Answer, Condition, Proposal
from parley.words.changed_values import change, field_of, shortened, value_words
from parley.words.dates import day_words, on_words
from parley.words.happenings import proposal_by
from parley.words.labels import MARK, PROPOSAL, RESULT, STATUS, counted
from parley.words.named import Named
from parley.words.reasons import condition_met
from parley.words.rewriting import is_touch, rewritten
from parley.words.sentences import capital, listed, quoted, said
from parley.words.stories import label, waits

KEYS = {  # what a key is called where it changed; others go by their own names
    "by": "by whom",
    "to": "who is asked",
    "of": "proposal answered",
    "for": "side spoken for",
    "why": "reason given",
    "if": "conditions",
    "unless": "conditions",
    "says": "what it says",
    "who": "who takes part",
    "where": "place",
    "what": "what happened",
    "needs": "what must come first",
    "answer_by": "answer asked for by",
    "instead": "counter-proposals",
    "about": "bears on",
    "basis": "how it is known",
    "source": "sources",
    "url": "address",
    "aka": "other names",
    "as_of": "knowledge up to",
    "review_by": "to be reviewed by",
    "unknown": "what is not known",
    "aliases": "earlier names of the file",
    "why_it_matters": "why it matters",
    "changed": "items named",
    "stance": "answer",
}


def told(move: Move, names: Named) -> Words:
    """``move`` in one line, without a full stop."""
    return capital(_TOLD[move.thing](move, names))


def details(move: Move) -> tuple[tuple[str, str], ...]:
    """What a line leaves out, for those who want all of it: pairs of "was" or "now" and a sentence or a value."""
    if not move.key or move.how != "changed":
        return ()
    if isinstance(move.was, str) or isinstance(move.now, str):
        if not _is_prose(move):
            return ()
        text = rewritten(move.was or "", move.now or "")
        return (*(("was", it) for it in text.gone), *(("now", it) for it in text.come))
    return ()


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
            return (f"{_key(move.key)}: in another order",)
    if move.key.startswith("who."):
        actor = names.actor(move.key.partition(".")[2])
        return _prose(move, f"The part of {actor}")
    if move.key.startswith("glossary."):
        return _prose(move, f"The term “{move.key.partition('.')[2]}”")
    key = "What happened" if move.key == "what" else capital((_key(move.key),))[0]
    return _keyed(move, str(key), names)


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
    kind, title = PROPOSAL[proposal.kind].lower(), quoted(names.proposal(move.item))
    match move.how:
        case "added":
            return said("New {kind}: {title}, {by}", kind=kind, title=title, by=proposal_by(proposal, names))
        case "removed":
            return said("{kind} removed: {title}", kind=kind, title=title)
        case "renamed":
            return _renamed(move, said("{kind} {title}", kind=kind, title=title))
        case "reordered":
            return ("The proposals stand in another order",)
    if move.key == "withdrawn" and move.now and not move.was:
        return said("{kind} withdrawn: {title}, {when}", kind=kind, title=title, when=on_words(move.now))
    if move.key == "title":
        return said("Title of the {kind}: {was} → {now}", kind=kind, was=quoted(move.was), now=quoted(move.now))
    return _keyed(move, said("{kind} {title}", kind=kind, title=title), names)


def _of_answer(move: Move, names: Named) -> Words:
    if move.how == "reordered":
        return ("The answers stand in another order",)
    if move.key:
        return _keyed(move, _answer_named(move.within, names), names)
    if move.how == "removed":
        return said("Removed: {answer}, which was “{word}”{left}", answer=_answer_named(move.was, names),
                    word=label(move.was), left=_left(move.sides, names))  # fmt: skip
    whose, was, now = _stands(move, names)
    if move.how == "changed":
        return said("{whose}, told otherwise: {was} → {now}", whose=whose, was=label(move.was).lower(), now=now)
    if not _is_latest(move):
        return said("{whose}, not the latest: {now}", whose=whose, now=now)
    return said("{whose}: {was} → {now}", whose=whose, was=was, now=now) if was else said(
        "{whose}: {now}", whose=whose, now=now
    )  # fmt: skip


def stand_words(move: Move, names: Named) -> tuple[str, str, str]:
    """Whose answer to what, what it was and what it is now, for a table; empty where a sentence has to tell it."""
    if move.thing == "position":
        (side,) = move.sides
        whose = said("{who}’s answer to {proposal}", who=names.named(side.side),
                     proposal=quoted(names.proposal(move.item)))  # fmt: skip
        return plain(capital(whose)), _stand(side.was), _stand(side.now)
    if not _is_latest(move):
        return "", "", ""
    whose, was, now = _stands(move, names)
    return plain(capital(whose)), was, plain(now)


def _stands(move: Move, names: Named) -> tuple[Words, str, Words]:
    """Whose answer, the word that it had before (empty where nobody asked for one), and the answer now."""
    answer: Answer = move.now
    now = said("{word}{mark}, {by}{when}", word=label(answer).lower(), mark=_mark(answer), by=_by(move, names),
               when=on_words(answer.date))  # fmt: skip
    was = {_stand(side.was) for side in move.sides}
    if was == {"no answer"} and answer.word in ("supports", "opposes"):
        was = set()
    if was == {label(answer).lower()}:
        return _whose(move.sides, answer, names), "", said("again {now}", now=now)
    return _whose(move.sides, answer, names), " or ".join(sorted(was)), now


def _is_latest(move: Move) -> bool:
    """Whether the answer of ``move`` is the one that counts for one of its sides."""
    return any(side.now is not None and side.now.id == move.now.id for side in move.sides)


def _left(sides: tuple[Side, ...], names: Named) -> Words:
    """What counts now that an answer is gone."""
    parts = [
        said("{side} has {word}", side=names.named(side.side), word=f"“{label(side.now)}”" if side.now else "no answer")
        for side in sides
    ]
    return said("; now {parts}", parts=listed(parts)) if parts else ()


def _whose(sides: tuple[Side, ...], answer: Answer, names: Named) -> Words:
    """ "Russia’s answer to “X”", "The answer of France and Germany to “X”"."""
    proposal = quoted(names.proposal(answer.of))
    who = [names.named(side.side) for side in sides]
    if len(who) == 1:
        return said("{who}’s answer to {proposal}", who=who[0], proposal=proposal)
    return said("The answer of {who} to {proposal}", who=listed(who), proposal=proposal)


def _answer_named(answer: Answer, names: Named) -> Words:
    by = listed([names.named(actor) for actor in answer.by])
    proposal = quoted(names.proposal(answer.of))
    return said("the answer of {by} to {proposal} ({day})", by=by, proposal=proposal, day=day_words(answer.date))


def _mark(answer: Answer) -> str:
    return f" ({MARK[answer.basis]})" if MARK[answer.basis] else ""


def _by(move: Move, names: Named) -> Words:
    """Who spoke, where that is not the side itself."""
    sides = {side.side for side in move.sides}
    speakers = [names.named(actor) for actor in move.now.by if actor not in sides]
    return said("by {who} ", who=listed(speakers)) if speakers else ()


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
            return _renamed(move, said("next step {title}", title=title))
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
    return _keyed(move, said("next step {title}", title=title), names)


def ended(outcome: Outcome) -> str:
    """How a step ended: "happened on 16 May 2025"."""
    result = RESULT[outcome.result].lower()
    return f"{result} {on_words(outcome.date)}" if outcome.date else result


def _of_event(move: Move, names: Named) -> Words:
    if move.how == "reordered":
        return ("The events stand in another order",)
    event: Event = move.within or move.now or move.was
    if move.how == "changed":
        return _keyed(move, f"Event of {day_words(event.date)}", names)
    lead = "New event" if move.how == "added" else "Event removed"
    return (f"{lead}, {day_words(event.date)}: {shortened(event.what)}",)


def _of_source(move: Move, names: Named) -> Words:
    if move.how == "reordered":
        return ("The sources stand in another order",)
    source: Source = move.within or move.now or move.was
    title = quoted(source.title)
    if move.how == "renamed":
        return _renamed(move, said("source {title}", title=title))
    if move.how == "changed":
        return _keyed(move, said("source {title}", title=title), names)
    by = f", {source.publisher}" if source.publisher else ""
    return said("Source {how}: {title}{by}", how=move.how, title=title, by=by)


def _of_entry(move: Move, names: Named) -> Words:
    """An update or a correction."""
    if move.how == "reordered":
        return (f"The {move.thing}s stand in another order",)
    entry = move.within or move.now or move.was
    if move.how == "changed":
        return _keyed(move, f"{move.thing.capitalize()} of {day_words(entry.date)}", names)
    text = entry.what if move.thing == "update" else entry.now
    return (f"{move.thing.capitalize()} {move.how}, {day_words(entry.date)}: {shortened(text)}",)


def _of_actor(move: Move, names: Named) -> Words:
    actor: Actor = move.within or move.now or move.was
    match move.how:
        case "added" | "removed":
            role = f", {actor.role}" if actor.role else ""
            return (f"{'New actor' if move.how == 'added' else 'Actor removed'}: {actor.name}{role}",)
        case "renamed":
            return _renamed(move, actor.name)
        case "shared":
            return (f"{actor.name} is now defined in {f'{move.now}.yaml' if move.now else 'actors.yaml'}",)
    if move.key == "speaks_for" and move.now:
        no_longer = said(", no longer for {was}", was=names.named(move.was)) if move.was else ()
        return said("{who} now speaks for {side}{was}", who=actor.name, side=names.named(move.now), was=no_longer)
    if move.key == "speaks_for":
        return said("{who} no longer speaks for {side}", who=actor.name, side=names.named(move.was))
    return _keyed(move, actor.name, names)


def _of_settings(move: Move, names: Named) -> Words:
    return _keyed(move, f"Setting “{move.key}”", names, key=False)


def _of_status(move: Move, names: Named) -> Words:
    return said("Status of {proposal}: {was} → {now}", proposal=quoted(names.proposal(move.item)),
                was=STATUS[move.was.status].lower(), now=STATUS[move.now.status].lower())  # fmt: skip


def _of_position(move: Move, names: Named) -> Words:
    (side,) = move.sides
    return said("{side}’s answer to {proposal}: {was} → {now}", side=names.named(side.side),
                proposal=quoted(names.proposal(move.item)), was=_stand(side.was), now=_stand(side.now))  # fmt: skip


def _stand(answer: Answer | None) -> str:
    return label(answer).lower() if answer else "no answer"


def _of_deadlock(move: Move, names: Named) -> Words:
    lead = "New deadlock" if move.how == "added" else "No longer a deadlock"
    return said("{lead}: {waits}", lead=lead, waits=waits(move.now or move.was, names))


def _of_condition(move: Move, names: Named) -> Words:
    met: Condition = move.now
    what = condition_met(met, names)
    how = "condition met" if move.how == "met" else "condition no longer met"
    if isinstance(move.within, NextStep):
        return said("{how}: {what}, which {step} needs", how=how, what=what, step=quoted(move.within.title))
    return said("{how}: {what}, on which {side}’s answer to {proposal} hangs", how=how, what=what,
                side=names.named(move.within.side), proposal=quoted(names.proposal(move.item)))  # fmt: skip


def _renamed(move: Move, what: str | Words) -> Words:
    return said("{what} has another id: {was} → {now}", what=what, was=move.was, now=move.now)


def _keyed(move: Move, subject: str | Words, names: Named, *, key: bool = True) -> Words:
    """A key of ``subject`` that changed: "Proposal “X”, by whom: A → B"."""
    if key and move.thing != "brief":
        subject = said("{subject}, {key}", subject=subject, key=_key(move.key))
    if _is_prose(move):
        return _prose(move, subject)
    return said("{subject}: {change}", subject=subject, change=change(move.within, move.key, move.was, move.now, names))


def _prose(move: Move, subject: str | Words) -> Words:
    """How much of a text changed: "Background rewritten, 3 of 4 sentences changed"."""
    was, now = move.was or "", move.now or ""
    if not was or not now:
        text = quoted(shortened(now or was))
        return said("{subject} {how}: {text}", subject=subject, how="added" if now else "taken out", text=text)
    if is_touch(was, now):
        return said("{subject}: marks or spaces changed, no word", subject=subject)
    found = rewritten(was, now)
    if found.of == 1 and len(found.gone) == 1:
        return said("{subject}: {was} → {now}", subject=subject, was=quoted(shortened(was)), now=quoted(shortened(now)))
    lead = "rewritten" if found.wholly else "changed"
    how_many = counted(found.changed, "sentence", "sentences")
    return said("{subject} {lead}, {how_many} of {of}", subject=subject, lead=lead, how_many=how_many, of=str(found.of))


def _is_prose(move: Move) -> bool:
    field = field_of(move.within, move.key)
    is_text = isinstance(move.was or move.now, str)
    return is_text and field.kind.name in ("PROSE", "LINE")


def _key(key: str) -> str:
    """A key as an editor calls it: that of a record by its own part."""
    last = key.rpartition(".")[2] if key.startswith(("outcome.", "policies.")) else key
    return KEYS.get(last, last.replace("_", " "))


_TOLD: dict[str, Any] = {
    "brief": _of_brief,
    "proposal": _of_proposal,
    "answer": _of_answer,
    "step": _of_step,
    "event": _of_event,
    "source": _of_source,
    "update": _of_entry,
    "correction": _of_entry,
    "actor": _of_actor,
    "settings": _of_settings,
    "status": _of_status,
    "position": _of_position,
    "deadlock": _of_deadlock,
    "condition": _of_condition,
}
