"""All entries of the catalogue, by family. Whoever adds a family writes a module with ``ENTRIES`` and a line here."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from parley.write.catalogue import (
    actors,
    answers,
    bars,
    chapters,
    dates,
    editorial,
    files,
    keys,
    layout,
    pages,
    references,
    steps,
    theme,
    values,
)
from parley.write.catalogue.entry import Entry

DOCUMENT = "docs/problems.md"


class Family(NamedTuple):
    """Problems of one kind, with the heading that they stand under."""

    title: str
    entries: tuple[Entry, ...]


FAMILIES = (
    Family("Files and their text", files.ENTRIES),
    Family("What YAML trips over", (*layout.ENTRIES, *bars.ENTRIES)),
    Family("Keys", keys.ENTRIES),
    Family("Values", values.ENTRIES),
    Family("Ids and what they lead to", references.ENTRIES),
    Family("Dates", dates.ENTRIES),
    Family("Proposals and answers", answers.ENTRIES),
    Family("Next steps and briefs", steps.ENTRIES),
    Family("Actors", actors.ENTRIES),
    Family("What an editor would mark", editorial.ENTRIES),
    Family("Pages of your own", chapters.ENTRIES),
    Family("The theme", theme.ENTRIES),
    Family("Finished pages", pages.ENTRIES),
)


@cache
def catalogue() -> dict[str, Entry]:
    """Every entry by its code, in the order of the document."""
    return {entry.code: entry for family in FAMILIES for entry in family.entries}


def entry(code: str) -> Entry | None:
    """The entry of ``code``, if there is one."""
    return catalogue().get(code)


def anchor(code: str) -> str:
    """Where the document tells of ``code``."""
    return f"{DOCUMENT}#{code}"
