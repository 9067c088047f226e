"""Next steps as a calendar tells them: plain text, each line whole by itself.

Calendars cut off titles, so how sure a step is stands before it: "Proposed: Direct talks" must not shrink to a fact.
"""

from __future__ import annotations

from collections.abc import Iterable

from parley.model.brief import NextStep, Source
from parley.model.insight import Stand
from parley.model.page import plain
from parley.words.dates import date_words, day_words, on_words
from parley.words.labels import CERTAINTY, RESULT
from parley.words.reasons import condition
from parley.words.sentences import Names, listed, quoted, said
from parley.words.tongue import counted, say


def entry_title(step: NextStep) -> str:
    """What is to happen, after how sure it is or what became of it."""
    state = RESULT[step.outcome.result] if step.outcome else CERTAINTY[step.certainty]
    return say("{state}: {step}", state=state, step=step.title)


def entry_outcome(step: NextStep, what: str) -> str:
    """What became of a step: "Happened on 16 May 2025: ..."; ``what`` is the outcome's text without links."""
    if not step.outcome:
        return ""
    result, date = RESULT[step.outcome.result], step.outcome.date
    told = say("{result} {when}", result=result, when=on_words(date)) if date else result
    return say("{told}: {what}", told=told, what=what) if what else f"{told}."


def entry_facts(step: NextStep, needs: Iterable[Stand], names: Names) -> list[str]:
    """When (where a time is known, since calendars show it in their own zone), who, about what, and what must come
    first."""
    found = []
    if step.date.has_time:
        found.append(say("When: {date}", date=date_words(step.date)))
    if step.who:
        found.append(plain(said("Who: {who}", who=listed([names.actor(actor) for actor in step.who]))))
    if step.about:
        found.append(plain(said("About: {what}", what=listed([quoted(names.proposal(item)) for item in step.about]))))
    found += [say("Needs first: {need}", need=_need(stand, names)) for stand in needs]
    return found


def _need(stand: Stand, names: Names) -> str:
    what = condition(stand.condition, names)
    if not stand.condition.ref:
        return plain(what)
    return plain(said("{what} (met)" if stand.met else "{what} (not met)", what=what))


def entry_source(source: Source) -> str:
    """Who published it and when, with the address."""
    day = day_words(source.date) if source.date else ""
    told = ", ".join(filter(None, [source.publisher or source.title, day, source.url]))
    return say("Source: {source}", source=told)


def entry_more(title: str, address: str) -> str:
    """Where the story is told in full."""
    return say("Brief: {title}, {address}", title=title, address=address)


def left_out(number: int, beyond: int = 0) -> str:
    """How many steps are not in a calendar, and why: the ``number`` without exact days, and those ``beyond`` what a
    calendar bears; empty for none."""
    told = []
    if number:
        told.append(
            counted(
                number,
                "step is not in it: its exact days are not known.",
                "steps are not in it: their exact days are not known.",
            )
        )
    if beyond:
        told.append(
            counted(
                beyond,
                "step is not in it: too far ahead, or over for too long.",
                "steps are not in it: too far ahead, or over for too long.",
            )
        )
    return " ".join(told)
