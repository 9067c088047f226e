"""Which units have to be made again, and why: those of which something that they looked up has changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from parley.pages.watched import Read
from parley.site.entries import Entries
from parley.site.memory import Memory

FIRST = "nothing is remembered that it could be kept from"
NEW = "it was not there before"
NAMED: Mapping[str, str] = {
    "library.settings": "site.yaml has changed",
    "library.sections": "the site's own pages have changed",
    "library.briefs": 'the brief "{key}" has changed',
    "library.actors": 'the actor "{key}" has changed',
    "library.proposals": 'the proposal "{key}" has changed',
    "library.steps": 'the next step "{key}" has changed',
    "library.answers": 'the answers to "{key}" have changed',
    "library.sides": 'whom "{key}" speaks for has changed',
    "library.speakers": 'who speaks for "{key}" has changed',
    "library.groups": 'the groups of "{key}" have changed',
    "found.day": "it is another day",
    "found.standings": 'where "{key}" stands has changed',
    "found.chains": 'what led to "{key}" has changed',
    "desk.names": 'whom the name "{key}" means has changed',
    "desk.happenings": 'what happened in "{key}" has changed',
    "desk.involved": 'what "{key}" did has changed',
    "desk.placed": 'where "{key}" lies has changed',
}


def again(units: Iterable[str], memory: Memory | None, entries: Entries) -> dict[str, str]:
    """Those of ``units`` that have to be made, each with the reason."""
    if memory is None:
        return dict.fromkeys(units, FIRST)
    marks = memory.marks
    changed = {
        number: read
        for number, read in enumerate(memory.entries)
        if entries.mark(read) != marks[8 * number : 8 * number + 8]
    }
    found = {}
    for unit in units:
        if (known := memory.units.get(unit)) is None:
            found[unit] = NEW
        elif changed and (read := next((changed[at] for at in known.numbers() if at in changed), None)):
            found[unit] = because(read)
    return found


def because(read: Read) -> str:
    """The reason that ``read`` (table, key) is, in words."""
    table, key = read
    words = NAMED.get(table, f'"{{key}}" in {table} has changed')
    if key.startswith("\0"):
        return words if "{key}" not in words else f"the {table.partition('.')[2]} of the site have changed"
    return words.format(key=key)
