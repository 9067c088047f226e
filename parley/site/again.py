"""Which units have to be made again, and why: those of which something that they looked up has changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from parley.pages.watched import Read
from parley.site.entries import Entries
from parley.site.memory import MadeOf, numbers

FIRST = "there is nothing that it could be kept from"
NEW = "it was not there before"
# Table -> what has changed where an entry of it has, and where it was read as a whole.
WORDS: Mapping[str, tuple[str, str]] = {
    "library.settings": ("site.yaml", "site.yaml"),
    "library.sections": ("the site's own pages", "the site's own pages"),
    "library.places": ('where "{key}" was written', "where actors were written"),
    "library.briefs": ('the brief "{key}"', "a brief, or which there are"),
    "library.actors": ('the actor "{key}"', "an actor, or which there are"),
    "library.proposals": ('the proposal "{key}"', "a proposal, or which there are"),
    "library.steps": ('the next step "{key}"', "a next step, or which there are"),
    "library.answers": ('an answer to "{key}"', "an answer"),
    "library.sides": ('whom "{key}" speaks for', "who speaks for whom"),
    "library.speakers": ('who speaks for "{key}"', "who speaks for whom"),
    "library.groups": ('the groups of "{key}"', "who is in which group"),
    "found.day": ("the day", "the day"),
    "found.standings": ('where "{key}" stands', "where proposals stand"),
    "found.by_side": ('the positions of "{key}"', "positions"),
    "found.by_group": ('the positions of the groups of "{key}"', "positions of groups"),
    "found.deadlocks": ("a deadlock", "deadlocks"),
    "found.chains": ('what led to "{key}"', "what led to proposals"),
    "found.timeline": ("the timeline", "the timeline"),
    "found.overdue": ('whether "{key}" is overdue', "what is overdue"),
    "found.coming": ('whether "{key}" is to come', "what is to come"),
    "found.stale": ('whether "{key}" is due for a look', "which briefs are due for a look"),
    "found.expired": ('whether "{key}" is kept up to date', "which briefs are kept up to date"),
    "found.needs": ('what must come before "{key}"', "what must come before next steps"),
    "desk.names": ('whom the name "{key}" means', "names"),
    "desk.answers": ('the answer "{key}"', "an answer"),
    "desk.events": ('the event "{key}"', "an event"),
    "desk.topics": ('the topic at "{key}"', "topics"),
    "desk.cast": ('who appears in "{key}"', "who appears where"),
    "desk.happenings": ('what happened in "{key}"', "what happened"),
    "desk.bearing": ('what bears on "{key}"', "what bears on what"),
    "desk.steps_about": ('the next steps about "{key}"', "what next steps are about"),
    "desk.coming": ('whether "{key}" is to come', "what is to come"),
    "desk.overdue": ('whether "{key}" is overdue', "what is overdue"),
    "desk.deadlocks": ('the deadlocks of "{key}"', "deadlocks"),
    "desk.involved": ('what "{key}" took part in', "who took part in what"),
    "desk.newest": ("a brief, or which there are", "a brief, or which there are"),
    "desk.first_coming": ('what comes next in "{key}"', "what comes next"),
    "desk.agenda": ('what is in the agenda under "{key}"', "the agenda"),
    "desk.subjects": ('what there is on "{key}"', "what there is on topics"),
    "desk.alphabet": ('what begins with "{key}"', "the A to Z"),
    "desk.by_kind": ('which actors are a "{key}"', "which actors there are"),
    "desk.timeline": ("the timeline", "the timeline"),
    "desk.corrections": ("the corrections", "the corrections"),
    "desk.kept": (
        "which briefs are kept up to date, or their order",
        "which briefs are kept up to date, or their order",
    ),
    "desk.archived": ("which briefs are in the archive", "which briefs are in the archive"),
    "desk.batches": ('which briefs are in "{key}"', "which briefs are in which month"),
    "desk.drawers": ('what is in "{key}"', "what is in which month"),
    "desk.drawer_names": ('which months or letters "{key}" has', "which months or letters there are"),
    "desk.newcomers": ('who appears first in "{key}"', "who appears first where"),
    "desk.busiest": ("who takes part most often", "who takes part most often"),
    "desk.own_pages": ("the site's own pages", "the site's own pages"),
    "desk.placed": ('where "{key}" lies', "where things lie"),
}

ORDER = {table: at for at, table in enumerate(WORDS)}


def again(units: Iterable[str], before: MadeOf | None, entries: Entries) -> dict[str, str]:
    """Those of ``units`` that have to be made, each with the reason."""
    if before is None:
        return dict.fromkeys(units, FIRST)
    changed = {
        number: (table, key)
        for table, memo in before.tables.items()
        if entries.whole(table) != memo.whole
        for at, (key, number) in enumerate(zip(memo.keys, numbers(memo.numbers), strict=True))
        if entries.mark((table, key)) != memo.marks[8 * at : 8 * at + 8]
    }
    found = {}
    for unit in units:
        if (known := before.units.get(unit)) is None:
            found[unit] = NEW
        elif changed and not changed.keys().isdisjoint(looked_up := known.numbers()):
            found[unit] = because(min((changed[at] for at in looked_up if at in changed), key=_directness))
    return found


def _directness(read: Read) -> tuple[int, Read]:
    """Of several reasons the one that is nearest to what somebody wrote, which comes first in ``WORDS``."""
    return ORDER.get(read[0], len(ORDER)), read


def because(read: Read) -> str:
    """That what was read (table, key) has changed, in words."""
    table, key = read
    entry, whole = WORDS.get(table, (f'"{{key}}" ({table})', table))
    return f"changed: {whole if key.startswith(chr(0)) else entry.format(key=key)}"
