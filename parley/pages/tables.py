"""Positions tables: proposals down, sides across. A side without a known answer has "no answer", never a blank."""

from __future__ import annotations

from collections.abc import Sequence

from parley.model.insight import Position
from parley.pages.cards import badge
from parley.pages.desk import Desk
from parley.pages.here import Here
from parley.pages.more import Sheet
from parley.pages.parts import Cell, PositionsTable, TableRow
from parley.pages.places import POSITIONS, Part, stays
from parley.words import labels, stories
from parley.words.lists import table_shown
from parley.words.tongue import say

MOST_SIDES = 6


def positions_part(sheet: Sheet, proposals: Sequence[str], part: Part = POSITIONS) -> PositionsTable | None:
    """The positions table of a page: six sides on the newest ``proposals`` (oldest first). Where there is more, all of
    it goes to pages of its own, in as many tables as its sides take."""
    desk, here = sheet.desk, sheet.here
    shown = stays(part, proposals)
    table, sides = positions_table(desk, here, shown), sides_on(desk, proposals)
    if table and (len(shown) < len(proposals) or len(table.sides) < len(sides)):
        told = table_shown(len(shown), len(proposals), len(table.sides), len(sides))
        sheet.spill(part, proposals, lambda some, _writer: positions_tables(desk, here, some), told)
    return table


def positions_table(desk: Desk, here: Here, proposals: Sequence[str]) -> PositionsTable | None:
    """Who stands where on ``proposals``; ``None`` where nobody was asked and nobody spoke.

    Of more than six sides, those with most answers and requests are shown, in the order in which they came up.
    """
    weight = sides_on(desk, proposals)
    chosen = set(sorted(weight, key=lambda side: -weight[side])[:MOST_SIDES])
    return _table(desk, here, proposals, [side for side in weight if side in chosen])


def positions_tables(desk: Desk, here: Here, proposals: Sequence[str]) -> tuple[PositionsTable, ...]:
    """Who stands where on ``proposals``, with every side, six to a table."""
    sides = list(sides_on(desk, proposals))
    tables = (
        _table(desk, here, proposals, sides[at : at + MOST_SIDES], f"sides-{at // MOST_SIDES + 1}")
        for at in range(0, len(sides), MOST_SIDES)
    )
    return tuple(table for table in tables if table)


def sides_on(desk: Desk, proposals: Sequence[str]) -> dict[str, int]:
    """The sides that were asked or spoke on ``proposals``, in the order in which they came up, and how often."""
    weight: dict[str, int] = {}
    for proposal in proposals:
        for position in desk.found.standings[proposal].positions:
            weight[position.side] = weight.get(position.side, 0) + (2 if position.addressed else 1)
    return weight


def _table(
    desk: Desk, here: Here, proposals: Sequence[str], sides: Sequence[str], anchor: str = "positions"
) -> PositionsTable | None:
    rows = []
    for proposal in proposals:
        standing = desk.found.standings[proposal]
        by_side = {position.side: position for position in standing.positions}
        by = {desk.library.side(actor) for actor in desk.library.proposals[proposal].by}
        if not by_side.keys().isdisjoint(sides):
            cells = tuple(_cell(desk, here, side, by_side.get(side), proposer=side in by) for side in sides)
            rows.append(TableRow(proposal=here.proposal(proposal), badge=badge(standing.status), cells=cells))
    if not rows:
        return None
    return PositionsTable(
        anchor=anchor, caption=say(labels.POSITIONS), sides=tuple(here.actor(side) for side in sides), rows=tuple(rows)
    )


def _cell(desk: Desk, here: Here, side: str, position: Position | None, *, proposer: bool) -> Cell:
    name = desk.library.actors[side].name
    if position is None:
        return Cell(
            side=name, word="proposed" if proposer else "", label=say("Proposed it" if proposer else "Not asked")
        )
    latest = position.latest
    if latest is None:
        return Cell(side=name, word="no-answer", label=labels.ANSWER["no-answer"])
    changed = say("changed") if position.changes else ""
    mark = say("mixed signals") if position.mixed else labels.MARK[latest.basis] or changed
    return Cell(side=name, word=latest.word, label=stories.label(latest), href=here.answer_href(latest), mark=mark)
