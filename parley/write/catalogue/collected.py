"""All entries of the catalogue, by family. Whoever adds a family writes a module with ``ENTRIES`` and a line here."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from parley.write.catalogue import (
    actors,
    answers,
    bars,
    changes,
    chapters,
    dates,
    editorial,
    files,
    keys,
    layout,
    links,
    pages,
    references,
    steps,
    theme,
    todo,
    translations,
    values,
)
from parley.write.catalogue.entry import Entry

DOCUMENTS = "docs/problems"


class Family(NamedTuple):
    """Problems of one kind, with the name of their document and its heading."""

    name: str
    title: str
    entries: tuple[Entry, ...]


FAMILIES = (
    Family("file-problems", "Files and their text", files.ENTRIES),
    Family("yaml-problems", "What YAML trips over", (*layout.ENTRIES, *bars.ENTRIES)),
    Family("key-problems", "Keys", keys.ENTRIES),
    Family("value-problems", "Values", values.ENTRIES),
    Family("id-problems", "Ids and what they lead to", references.ENTRIES),
    Family("date-problems", "Dates", dates.ENTRIES),
    Family("answer-problems", "Proposals and answers", answers.ENTRIES),
    Family("brief-problems", "Next steps and briefs", (*steps.ENTRIES, *todo.ENTRIES)),
    Family("translation-problems", "Translations", translations.ENTRIES),
    Family("actor-problems", "Actors", actors.ENTRIES),
    Family("editorial-warnings", "What an editor would mark", editorial.ENTRIES),
    Family("markdown-problems", "Pages of your own", chapters.ENTRIES),
    Family("link-problems", "Sources on the web", links.ENTRIES),
    Family("change-problems", "Changes", changes.ENTRIES),
    Family("theme-problems", "The theme", theme.ENTRIES),
    Family("page-problems", "Finished pages", pages.ENTRIES),
)


@cache
def catalogue() -> dict[str, Entry]:
    """Every entry by its code, in the order of the document."""
    return {entry.code: entry for family in FAMILIES for entry in family.entries}


def entry(code: str) -> Entry | None:
    """The entry of ``code``, if there is one."""
    return catalogue().get(code)


def anchor(code: str) -> str:
    """Where the documents tell of ``code``, which is one of the catalogue's."""
    family = next(family for family in FAMILIES if catalogue()[code] in family.entries)
    return f"{DOCUMENTS}/{family.name}.md#{code}"
