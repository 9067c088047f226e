"""One thing that the desk has to do: what, since when, whom it concerns, and where it is mended."""

import datetime as dt

from parley.model.keys import Noun
from parley.model.library import Library
from parley.model.page import Table, Words, plain
from parley.model.problem import Place
from parley.words.todo import TITLES, TodoKind

ORDER = tuple(TITLES)
COLUMNS = ("kind", "what", "since", "days", "brief", "draft", "actors", "file", "line")


class Row(Noun, frozen=True, kw_only=True):
    """``days`` is how long it has been going on, or below zero how long it is until then."""

    kind: TodoKind
    what: str  # a sentence
    place: Place
    brief: str  # the slug
    draft: bool = False
    since: dt.date | None = None
    days: int = 0
    actors: tuple[str, ...] = ()  # those concerned, with their sides


def row(
    kind: TodoKind,
    what: Words,
    place: Place,
    brief: str,
    library: Library,
    since: dt.date,
    days: int,
    actors: tuple[str, ...] = (),
) -> Row:
    """A row of ``kind``; ``actors`` are given as they were named."""
    concerned = tuple(dict.fromkeys([*actors, *(library.side(actor) for actor in actors)]))
    draft = brief in library.briefs and library.briefs[brief].draft
    return Row(
        kind=kind, what=plain(what), place=place, brief=brief, draft=draft, since=since, days=days, actors=concerned
    )


def table(rows: tuple[Row, ...]) -> Table:
    """``rows`` for machines."""
    return Table(
        columns=COLUMNS,
        rows=tuple(
            (
                one.kind,
                one.what,
                one.since.isoformat() if one.since else None,
                one.days if one.since else None,
                one.brief,
                one.draft,
                one.actors,
                one.place.file,
                one.place.line,
            )
            for one in rows
        ),
    )
