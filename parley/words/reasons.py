"""Why a proposal has the status it has, in a sentence or two: who, when, said or implied, unless, countered."""

from __future__ import annotations

from collections.abc import Sequence

from parley.model.insight import Position, Standing
from parley.model.page import Foreign, Words
from parley.model.proposal import Answer, AnswerWord, Condition, Proposal, Rejection
from parley.words.dates import date_words, on_words
from parley.words.labels import STATUS
from parley.words.sentences import Names, listed, quoted, run, said
from parley.words.tongue import figure, message

GIVEN: dict[AnswerWord, str] = message(
    {
        "accepts": "{who} accepted it {when}",
        "accepts-if": "{who} accepted it {when}",
        "rejects": "{who} rejected it {when}",
        "rejects-unless": "{who} rejected it {when}",
        "supports": "{who} supported it {when}",
        "opposes": "{who} opposed it {when}",
    }
)


def reason(standing: Standing, proposal: Proposal, names: Names) -> Words:
    """The reason of ``proposal``'s status."""
    by = listed([names.named(actor) for actor in proposal.by])
    match standing.rule:
        case "override":
            label = STATUS.within(standing.status)
            return said("Marked as {status} by the editors: {note}", status=label, note=_stopped(proposal.status_note))
        case "withdrawn":
            when = on_words(proposal.withdrawn) if proposal.withdrawn else ""
            return said("{by} took it back {when}.", by=by, when=when)
        case "superseded":
            return said(
                "{new} took its place.", new=listed([quoted(names.proposal(item)) for item in standing.replaced_by])
            )
        case "rejected":
            return run(_verdict("rejects", standing, names), _counter(standing, names), _others(standing, names))
        case "accepted" | "conditional":
            return _verdict("accepts", standing, names)
        case "lapsed":
            until = date_words(proposal.answer_by) if proposal.answer_by else ""
            silent = listed([names.named(side) for side in standing.waiting_for])
            late = said("An answer was asked for by {until}; none has come from {silent}.", until=until, silent=silent)
            return run(late, _deferred(standing, names))
        case "open":
            return _open(standing, names)
        case "announced":
            announced = said("{by} announced it {when}.", by=by, when=on_words(proposal.date))
            if not proposal.unless:
                return announced
            unless = listed([condition_met(item, names) for item in proposal.unless], "or")
            return run(announced, said("It is off if {unless}.", unless=unless))


def condition(item: Condition, names: Names) -> Words:
    """What an answer hangs on: a link, or the phrase as written."""
    if item.text:
        return (Foreign(text=item.text, lang=item.lang) if item.lang else item.text,)
    return quoted(names.item(item.ref))


def condition_met(item: Condition, names: Names) -> Words:
    """The same as a clause: "“The talks” comes about", or the phrase as written."""
    return condition(item, names) if item.text else said("{what} comes about", what=condition(item, names))


def split(standing: Standing, names: Names) -> Words:
    """How several addressees are divided: "Accepted by 2 of 3; no answer from Iran." Empty for one."""
    addressed = [position for position in standing.positions if position.addressed]
    if len(addressed) < 2:
        return ()
    total = figure(len(addressed))
    parts: list[Words] = []
    plain_yes, on_terms = _yes(standing)
    if plain_yes:
        parts.append(said("accepted by {number} of {total}", number=figure(len(plain_yes)), total=total))
    if on_terms:
        parts.append(said("accepted with conditions by {number} of {total}", number=figure(len(on_terms)), total=total))
    if standing.rejected_by:
        sides = listed([names.named(side) for side in standing.rejected_by])
        parts.append(said("rejected by {sides}", sides=sides))
    if standing.waiting_for:
        sides = listed([names.named(side) for side in standing.waiting_for])
        parts.append(said("no answer from {sides}", sides=sides))
    return said("{parts}.", parts=_semicolons(parts)) if parts else ()


def _verdict(word: AnswerWord, standing: Standing, names: Names) -> Words:
    """The answers that decide, each with its day, its speaker and what it hangs on."""
    told: list[Words] = []
    seen: set[str] = set()
    for answer in standing.deciding:
        if answer.id not in seen:
            seen.add(answer.id)
            sides = [pos.side for pos in standing.positions if pos.latest is not None and pos.latest.id == answer.id]
            told.append(_one(word, answer, sides, names))
    return said("{told}.", told=_semicolons(told))


def answered(answer: Answer, sides: Sequence[str], names: Names) -> Words:
    """One answer that is a yes or a no, or for or against, given by ``sides``: when, by whom, on what it hangs, and
    whether it was said in so many words."""
    return said("{told}.", told=_one(answer.word, answer, sides, names))


def _one(word: AnswerWord, answer: Answer, sides: Sequence[str], names: Names) -> Words:
    """ "Russia rejected it on 11 May 2025 (Maria Zakharova): no, unless ..."."""
    who = listed([names.named(side) for side in sides or answer.by])
    found = said(GIVEN[word], who=who, when=on_words(answer.date))
    speakers = [actor for actor in answer.by if actor not in sides]
    if speakers:
        found = said("{found} ({speakers})", found=found, speakers=listed([names.named(actor) for actor in speakers]))
    if answer.basis == "implied":
        found = said("{found}, as the source infers", found=found)
    elif answer.basis == "reported":
        found = said("{found}, as others report", found=found)
    if answer.conditions:
        template = "{found}: no, unless {what}" if isinstance(answer, Rejection) else "{found}: yes, if {what}"
        what = listed([condition_met(item, names) for item in answer.conditions])
        found = said(template, found=found, what=what)
    return found


def _counter(standing: Standing, names: Names) -> Words:
    if not standing.countered_with:
        return ()
    return said(
        "Countered with {what}.", what=listed([quoted(names.proposal(item)) for item in standing.countered_with])
    )


def _others(standing: Standing, names: Names) -> Words:
    """Where some sides said no, what the other sides addressed have said."""
    parts = _accepted(standing, names)
    if standing.waiting_for:
        parts.append(said("no answer from {sides}", sides=listed([names.named(side) for side in standing.waiting_for])))
    return said("{parts}.", parts=_semicolons(parts)) if parts else ()


def _accepted(standing: Standing, names: Names) -> list[Words]:
    """Who said yes, those on conditions apart: a yes with an "if" must not read as a yes."""
    plain_yes, on_terms = _yes(standing)
    told = ((message("accepted by {sides}"), plain_yes), (message("accepted with conditions by {sides}"), on_terms))
    return [said(template, sides=listed([names.named(side) for side in sides])) for template, sides in told if sides]


def _yes(standing: Standing) -> tuple[list[str], list[str]]:
    """The sides addressed that said yes: without conditions, and with."""
    words = {position.side: position.word for position in standing.positions}
    on_terms = [side for side in standing.accepted_by if words.get(side) == "accepts-if"]
    return [side for side in standing.accepted_by if side not in on_terms], on_terms


def _open(standing: Standing, names: Names) -> Words:
    parts = _accepted(standing, names)
    accepted = said("{parts}.", parts=_semicolons(parts)) if parts else ()
    if not standing.waiting_for:
        return accepted or said("Nobody in particular was asked, and nobody has answered.")
    waiting = said("No answer yet from {sides}.", sides=listed([names.named(side) for side in standing.waiting_for]))
    return run(accepted, waiting, _deferred(standing, names))


def _deferred(standing: Standing, names: Names) -> Words:
    """What those who owe an answer have said instead of one."""
    told = []
    for position in standing.positions:
        answer = position.latest
        if position.side in standing.waiting_for and answer and answer.word == "defers":
            told.append(_put_off(position, answer, names))
    return run(*told)


def _put_off(position: Position, answer: Answer, names: Names) -> Words:
    speaker = listed([names.named(actor) for actor in answer.by])
    if answer.by == (position.side,):
        return said(
            "{side} said {when} that it had not decided.", side=names.named(position.side), when=on_words(answer.date)
        )
    return said(
        "{speaker} said {when} that {side} had not decided.",
        speaker=speaker,
        side=names.named(position.side),
        when=on_words(answer.date),
    )


def _semicolons(parts: Sequence[Words]) -> Words:
    found: Words = ()
    for part in parts:
        found = said("{found}; {part}", found=found, part=part) if found else part
    return found


def _stopped(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."
