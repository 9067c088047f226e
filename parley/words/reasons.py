"""Why a proposal has the status it has, in a sentence or two: who, when, said or implied, unless, countered."""

from __future__ import annotations

from collections.abc import Sequence

from parley.model.brief import Acceptance, Answer, Condition, Proposal, Rejection
from parley.model.insight import Position, Standing
from parley.model.page import Words
from parley.words.dates import date_words, on_words
from parley.words.labels import STATUS
from parley.words.sentences import Names, capital, listed, run, said


def reason(standing: Standing, proposal: Proposal, names: Names) -> Words:
    """The reason of ``proposal``'s status."""
    by = listed([names.actor(actor) for actor in proposal.by])
    match standing.rule:
        case "override":
            label = STATUS[standing.status].lower()
            return said("Marked as {status} by the editors: {note}", status=label, note=_stopped(proposal.status_note))
        case "withdrawn":
            when = on_words(proposal.withdrawn) if proposal.withdrawn else ""
            return said("Taken back by {by} {when}.", by=by, when=when)
        case "superseded":
            return said("Replaced by {new}.", new=listed([names.proposal(item) for item in standing.replaced_by]))
        case "rejected":
            return run(
                _verdict("Rejected by {sides}.", standing, names), _counter(standing, names), _others(standing, names)
            )
        case "accepted" | "conditional":
            return _verdict("Accepted by {sides}.", standing, names)
        case "lapsed":
            until = date_words(proposal.answer_by) if proposal.answer_by else ""
            silent = listed([names.actor(side) for side in standing.waiting_for])
            late = said("An answer was asked for by {until}; none has come from {silent}.", until=until, silent=silent)
            return run(late, _deferred(standing, names))
        case "open":
            return _open(standing, names)
        case "announced":
            announced = said("Announced by {by} {when}", by=by, when=on_words(proposal.date))
            if proposal.unless:
                unless = listed([condition(item, names) for item in proposal.unless], "or")
                return said("{announced}; off if {unless}.", announced=announced, unless=unless)
            return said("{announced}.", announced=announced)


def condition(item: Condition, names: Names) -> Words:
    """What an answer hangs on: a link, or the phrase as written."""
    if item.text:
        return (item.text,)
    return (names.item(item.ref),)


def split(standing: Standing, names: Names) -> Words:
    """How several addressees are divided: "Accepted by 2 of 3; no answer from Iran." Empty for one."""
    addressed = [position for position in standing.positions if position.addressed]
    if len(addressed) < 2:
        return ()
    total = str(len(addressed))
    parts: list[Words] = []
    if standing.accepted_by:
        parts.append((f"accepted by {len(standing.accepted_by)} of {total}",))
    if standing.rejected_by:
        sides = listed([names.actor(side) for side in standing.rejected_by])
        parts.append(said("rejected by {sides}", sides=sides))
    if standing.waiting_for:
        sides = listed([names.actor(side) for side in standing.waiting_for])
        parts.append(said("no answer from {sides}", sides=sides))
    return said("{parts}.", parts=capital(_semicolons(parts))) if parts else ()


def _verdict(template: str, standing: Standing, names: Names) -> Words:
    """The answers that decide, each with its day, its speaker and what it hangs on."""
    by_answer: list[Words] = []
    seen: set[str] = set()
    for answer in standing.deciding:
        if answer.id in seen:
            continue
        seen.add(answer.id)
        sides = [pos.side for pos in standing.positions if pos.latest is not None and pos.latest.id == answer.id]
        by_answer.append(_one(answer, sides, names))
    return said(template, sides=_semicolons(by_answer) if len(by_answer) > 1 else listed(by_answer))


def _one(answer: Answer, sides: Sequence[str], names: Names) -> Words:
    who = listed([names.actor(side) for side in sides or answer.by])
    found = said("{who} {when}", who=who, when=on_words(answer.date))
    speakers = [actor for actor in answer.by if actor not in sides]
    if speakers:
        found = said("{found} ({speakers})", found=found, speakers=listed([names.actor(actor) for actor in speakers]))
    if answer.basis == "implied":
        found = said("{found}, as the source infers", found=found)
    elif answer.basis == "reported":
        found = said("{found}, as others report", found=found)
    if isinstance(answer, Rejection) and answer.unless:
        found = said(
            "{found}, unless {what}", found=found, what=listed([condition(c, names) for c in answer.unless], "and")
        )
    if isinstance(answer, Acceptance) and answer.if_:
        found = said("{found}, if {what}", found=found, what=listed([condition(c, names) for c in answer.if_], "and"))
    return found


def _counter(standing: Standing, names: Names) -> Words:
    if not standing.countered_with:
        return ()
    return said("Countered with {what}.", what=listed([names.proposal(item) for item in standing.countered_with]))


def _others(standing: Standing, names: Names) -> Words:
    """Where some sides said no, what the other sides addressed have said."""
    parts: list[Words] = []
    if standing.accepted_by:
        parts.append(said("accepted by {s}", s=listed([names.actor(side) for side in standing.accepted_by])))
    if standing.waiting_for:
        parts.append(said("no answer from {s}", s=listed([names.actor(side) for side in standing.waiting_for])))
    return said("{parts}.", parts=capital(_semicolons(parts))) if parts else ()


def _open(standing: Standing, names: Names) -> Words:
    accepted: Words = ()
    if standing.accepted_by:
        accepted = said("Accepted by {s}.", s=listed([names.actor(side) for side in standing.accepted_by]))
    if not standing.waiting_for:
        return accepted or ("Nobody in particular was asked, and nobody has answered.",)
    waiting = said("No answer yet from {s}.", s=listed([names.actor(side) for side in standing.waiting_for]))
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
    speaker = listed([names.actor(actor) for actor in answer.by])
    if answer.by == (position.side,):
        return said(
            "{side} said {when} that it had not decided.", side=names.actor(position.side), when=on_words(answer.date)
        )
    return said(
        "{speaker} said {when} that {side} had not decided.",
        speaker=speaker,
        side=names.actor(position.side),
        when=on_words(answer.date),
    )


def _semicolons(parts: Sequence[Words]) -> Words:
    found: Words = ()
    for part in parts:
        found = said("{found}; {part}", found=found, part=part) if found else part
    return found


def _stopped(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."
