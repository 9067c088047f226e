"""Published facts that were altered without a word to readers: no new entry in ``corrections`` tells of them.

A fact is who, when, to whom, what was said and why. What is added where nothing stood is news and no correction; so is
a date that is now known more exactly, and the plan of a step that is still to come. Slips of the pen are nobody's
business, but within a quote only case and marks are.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from parley.compare.fields import alike
from parley.compare.places import local
from parley.compare.prose import is_slip, slipped_facts
from parley.compare.version import Version
from parley.model.brief import Brief, NextStep, Outcome
from parley.model.dates import Date
from parley.model.keys import Noun
from parley.model.move import Move, Thing
from parley.model.places import key_of
from parley.model.problem import Problem, quoted
from parley.model.proposal import Answer
from parley.words.rewriting import is_touch

CODE = "uncorrected-change"
FACTS: dict[Thing, frozenset[str]] = {
    "proposal": frozenset(("title", "kind", "by", "to", "date", "quote", "withdrawn", "basis")),
    "answer": frozenset(("of", "by", "date", "why", "quote", "for", "basis")),
    "event": frozenset(("date", "what", "who", "where")),
    "step": frozenset(("title", "date", "who", "where", "outcome", "outcome.result", "outcome.date", "outcome.what")),
}
PROSE = frozenset(("summary", "what", "why_it_matters", "background"))
PLANS = frozenset(("title", "date", "who", "where"))  # of a step: may change as long as it is to come


def uncorrected(old: Version, new: Version, moves: Iterable[Move]) -> tuple[Problem, ...]:
    """A warning for each of ``moves`` that altered a published fact and that no new correction tells of."""
    found = []
    for move in moves:
        before, after = old.library.briefs.get(move.brief), new.library.briefs.get(move.brief)
        if before is None or after is None or before.draft or before.published.first > old.found.day:
            continue
        if (told := _told(old, move)) and not _corrected(before, after, _names_of(move)):
            where = _where(move)
            entry = f'"corrections" (date, was, now{f", where: {where}" if where else ""})'
            expected = f"tell readers by an entry in {entry}, or put back what stood there"
            found.append(Problem(move.place, CODE, told, expected, "warning"))
    return tuple(sorted(set(found)))


def _told(old: Version, move: Move) -> str:
    """What was altered, as a message says it; empty where nothing was that readers must hear of."""
    if move.thing == "brief" and move.how == "changed" and move.key in PROSE:
        slips = slipped_facts(move.was, move.now)
        return ", ".join(f"{quoted(was)} in {quoted(move.key)}, which is now {quoted(now)}" for was, now in slips)
    if move.thing not in FACTS:
        return ""
    if move.how == "removed":
        return "" if _is_plan(old, move.was) else f"{_name(move, move.was)} was published and is gone"
    if move.how != "changed":
        return ""
    if not move.key:  # an answer that is now in another list
        return f"{_name(move, move.now)} was published as {quoted(move.was.word)} and is now {quoted(move.now.word)}"
    if move.key not in FACTS[move.thing] or not is_alteration(move.key, move.was, move.now):
        return ""
    if move.thing == "step" and move.key in PLANS and _is_plan(old, old.library.steps.get(move.item)):
        return ""
    now = f"is now {_typed(move.now)}" if move.now else "is gone"
    return f"{quoted(move.key)} of {_name(move, move.within)}, published as {_typed(move.was)}, {now}"


def is_alteration(key: str, was: Any, now: Any) -> bool:
    """Whether what stood under ``key`` was made another thing, and not only told more exactly or spelt better."""
    if not was:
        return False
    if isinstance(was, Date) and isinstance(now, Date):
        return not (was.first <= now.first and now.last <= was.last and not (was.has_time and now.has_time))
    if isinstance(was, str) and isinstance(now, str) and " " in was:
        return not (is_touch(was, now) if key == "quote" else is_slip(was, now))
    return True


def _is_plan(old: Version, step: Noun | None) -> bool:
    """Whether ``step`` was still to come."""
    return isinstance(step, NextStep) and step.outcome is None and step.date.last >= old.found.day


def _corrected(before: Brief, after: Brief, names: Collection[str]) -> bool:
    """Whether ``after`` has a correction that ``before`` had not, about one of ``names`` or about the whole brief."""
    fresh = [entry for entry in after.corrections if not any(alike(entry, known) for known in before.corrections)]
    return any(not entry.where or entry.where in names for entry in fresh)


def _names_of(move: Move) -> frozenset[str]:
    """By what full ids a correction may name the item of ``move``."""
    noun = _noun(move)
    if isinstance(noun, Answer):
        return frozenset((noun.of, f"{move.brief}/{key_of(noun)}"))
    keys = {"proposal": "proposals", "step": "next_steps", "event": "events", "brief": move.key}
    return frozenset((move.item, f"{move.brief}/{keys[move.thing]}"))


def _where(move: Move) -> str:
    """What a correction of ``move`` would have under ``where``; empty where it has nothing to name."""
    noun = _noun(move)
    if isinstance(noun, Answer):
        return local(noun.of) if noun.of.startswith(f"{move.brief}/") else noun.of
    if move.how == "removed":
        return ""
    return {"brief": move.key, "event": "events"}.get(move.thing, local(move.item))


def _noun(move: Move) -> Any:
    return move.within or move.now or move.was


def _name(move: Move, noun: Any) -> str:
    if isinstance(noun, Answer):
        return f"the answer of {', '.join(noun.by)} to {quoted(local(noun.of))} ({noun.date})"
    if move.thing == "event":
        return f"the event of {noun.date}"
    return quoted(local(move.item))


def _typed(value: Any) -> str:
    """A value as a writer would know it again."""
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    if isinstance(value, Outcome):
        return quoted(value.result)
    return quoted(value) if isinstance(value, str) and " " in value else str(value)
