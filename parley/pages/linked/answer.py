"""An answer as an action, where schema.org has a word that is no stronger than what was said.

A yes is an ``AcceptAction``, a no a ``RejectAction``, also where it names what would change it; support from a third
party is an ``AgreeAction``, opposition a ``DisagreeAction``. "Yes, if" is left out, since an ``AcceptAction`` commits;
so are "no decision yet" and a silence, which are no acts. Each action says in a sentence who spoke for whom and when,
what the answer hangs on, and whether it was only implied or reported.
"""

from __future__ import annotations

from parley.model.page import plain
from parley.model.proposal import Answer, AnswerWord
from parley.model.sides import sides_of
from parley.pages.desk import Desk
from parley.pages.linked import known
from parley.pages.linked.actor import mentioned
from parley.pages.linked.dates import ends
from parley.pages.linked.node import Node, node, same
from parley.pages.linked.source import cited
from parley.words.reasons import answered

TYPES: dict[AnswerWord, str] = {  # the words that are not here are left out
    "accepts": "AcceptAction",
    "rejects": "RejectAction",
    "rejects-unless": "RejectAction",
    "supports": "AgreeAction",
    "opposes": "DisagreeAction",
}


def answer_node(desk: Desk, answer: Answer) -> Node:
    """``answer`` as an action. Raises ``KeyError`` where no action says it truly: its word is not in ``TYPES``."""
    start, end = ends(answer.date)
    sides = sides_of(desk.library, answer)
    return node(
        TYPES[answer.word],
        known.answer(desk, answer),
        agent=mentioned(desk, answer.by),
        participant=mentioned(desk, (side for side in sides if side not in answer.by)),
        object=same(known.proposal(desk, answer.of)),
        startTime=start,
        endTime=end,
        description=plain(answered(answer, sides, desk.here(0))),
        subjectOf=cited(desk, answer.source),
    )
