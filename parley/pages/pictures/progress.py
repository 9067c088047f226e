"""A proposal's way: put forward, answered, replaced or taken back, and where it stands now, in the order of days.

Told are the answers of the sides that were asked, for those decide; what third parties say stands in the lists of the
page. A side that says the same again takes no second stage, and one that has not answered has a stage of its own as
long as its answer would make a difference. What is still to come stands after the present.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from parley.model.insight import Standing
from parley.model.page import Link
from parley.model.proposal import Answer, Proposal
from parley.pages.cards import badge, when
from parley.pages.desk import Desk
from parley.pages.here import Here
from parley.pages.pictures.parts import Progress, Stage
from parley.words import labels, pictures, stories
from parley.words.sentences import listed
from parley.words.tongue import say

Dated = tuple[dt.date, Stage]


def progress(desk: Desk, here: Here, proposal: Proposal, waiting_for: tuple[Link, ...]) -> Progress:
    """The way of ``proposal``; ``waiting_for`` are the sides of which no answer is known, where it is still wanted."""
    day, standing = desk.found.day, desk.found.standings[proposal.id]
    begun = Stage(
        state="proposed",
        label=pictures.PUT[proposal.kind],
        who=listed([here.actor(side) for side in dict.fromkeys(map(desk.library.side, proposal.by))]),
        date=when(proposal.date),
    )
    past: list[Dated] = [*_answers(here, standing), *_ends(desk, here, proposal, standing)]
    ahead: tuple[Stage, ...] = ()
    if proposal.answer_by:
        due = Stage(state="deadline", label=say(pictures.ANSWER_BY), date=when(proposal.answer_by))
        if proposal.answer_by.last < day:
            past.append((proposal.answer_by.last, due))
        else:
            ahead = (due,)
    past.sort(key=lambda pair: pair[0])
    silent = [Stage(state="no-answer", label=labels.ANSWER["no-answer"], who=(side,)) for side in waiting_for]
    return Progress(stages=(begun, *(stage for _, stage in past), *silent), now=badge(standing.status), ahead=ahead)


def _answers(here: Here, standing: Standing) -> Iterator[Dated]:
    """The answers of the sides that were asked, one stage for a side's answers that follow one another and agree."""
    given: dict[str, tuple[Answer, list[str]]] = {}
    for position in standing.positions:
        before = ""
        for answer in position.answers if position.addressed else ():
            if answer.word != before:
                given.setdefault(answer.id, (answer, []))[1].append(position.side)
            before = answer.word
    for answer, sides in given.values():
        yield (
            answer.date.first,
            Stage(
                state=answer.word,
                label=stories.label(answer),
                who=listed([here.actor(side) for side in sides]),
                date=when(answer.date),
                href=here.answer_href(answer),
            ),
        )


def _ends(desk: Desk, here: Here, proposal: Proposal, standing: Standing) -> Iterator[Dated]:
    """That it was taken back, or replaced."""
    taken = proposal.withdrawn
    if taken and taken.first <= desk.found.day:
        yield taken.first, Stage(state="withdrawn", label=say(pictures.WITHDRAWN), date=when(taken))
    for item in standing.replaced_by:
        new = desk.library.proposals[item]
        yield (
            new.date.first,
            Stage(state="superseded", label=say(pictures.REPLACED), who=(here.proposal(item),), date=when(new.date)),
        )
