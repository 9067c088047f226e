"""Positions tables: proposals down, sides across. A side without a known answer has "no answer", never a blank."""

from __future__ import annotations

from collections.abc import Sequence

from parley.model.insight import Position
from parley.pages.cards import badge
from parley.pages.desk import Desk
from parley.pages.here import Here
from parley.pages.parts import Cell, PositionsTable, TableRow
from parley.words import labels, stories

MOST_SIDES = 6


def positions_table(desk: Desk, here: Here, proposals: Sequence[str]) -> PositionsTable | None:
    """Who stands where on ``proposals``; ``None`` where nobody was asked and nobody spoke.

    Of more than six sides, those with most answers and requests are shown, in the order in which they came up.
    """
    standings = [desk.found.standings[proposal] for proposal in proposals]
    weight: dict[str, int] = {}
    for standing in standings:
        for position in standing.positions:
            weight[position.side] = weight.get(position.side, 0) + (2 if position.addressed else 1)
    if not weight:
        return None
    chosen = set(sorted(weight, key=lambda side: -weight[side])[:MOST_SIDES])
    sides = [side for side in weight if side in chosen]
    rows = []
    for proposal, standing in zip(proposals, standings, strict=True):
        by_side = {position.side: position for position in standing.positions}
        by = {desk.library.side(actor) for actor in desk.library.proposals[proposal].by}
        if by_side.keys() & chosen:
            cells = tuple(_cell(desk, here, side, by_side.get(side), proposer=side in by) for side in sides)
            rows.append(TableRow(proposal=here.proposal(proposal), badge=badge(standing.status), cells=cells))
    return PositionsTable(caption=labels.POSITIONS, sides=tuple(here.actor(side) for side in sides), rows=tuple(rows))


def _cell(desk: Desk, here: Here, side: str, position: Position | None, *, proposer: bool) -> Cell:
    name = desk.library.actors[side].name
    if position is None:
        return Cell(side=name, word="proposed" if proposer else "", label="Proposed it" if proposer else "Not asked")
    latest = position.latest
    if latest is None:
        return Cell(side=name, word="no-answer", label=labels.ANSWER["no-answer"])
    mark = "mixed signals" if position.mixed else labels.MARK[latest.basis] or ("changed" if position.changes else "")
    return Cell(side=name, word=latest.word, label=stories.label(latest), href=here.answer_href(latest), mark=mark)
