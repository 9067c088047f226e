"""What nobody typed: where every proposal stands and why, who stands where, who waits for whom, what is due.

These values are worked out from a library for one day. They hold ids and the answers themselves, never words for
readers: sentences are made from them in one other place.
"""

import datetime as dt
from collections.abc import Mapping
from itertools import pairwise
from typing import Literal

from parley.model.brief import Result
from parley.model.dates import Date
from parley.model.keys import Noun
from parley.model.proposal import Answer, AnswerWord, Condition, StatusWord

Rule = Literal[
    "override", "withdrawn", "superseded", "rejected", "conditional", "accepted", "lapsed", "open", "announced"
]  # fmt: skip
Met = Literal["yes", "no", "unrecorded"]  # of a condition; the last: a step whose date has passed without an outcome
IN_PLAY: frozenset[StatusWord] = frozenset({"open", "rejected", "conditional", "lapsed"})
Kind = Literal["proposal", "answer", "event", "step", "outcome", "withdrawal"]


class Stand(Noun, frozen=True, kw_only=True):
    """A condition as it is on the day: met, or still standing."""

    condition: Condition
    met: bool = False  # free text is never met by itself


class Position(Noun, frozen=True, kw_only=True):
    """One side and one proposal: all its answers, oldest first. The last one counts; none is "no answer".

    A reported silence is told, but it takes nothing back: it counts only while the side has given no answer at all.
    """

    proposal: str
    side: str
    addressed: bool = True  # asked for an answer; else a third party that spoke up
    answers: tuple[Answer, ...] = ()
    mixed: bool = False  # different answers of this side on the latest day it spoke
    conditions: tuple[Stand, ...] = ()  # those of the latest answer

    @property
    def spoken(self) -> tuple[Answer, ...]:
        """The answers without reported silences, oldest first."""
        return tuple(answer for answer in self.answers if answer.word != "silent")

    @property
    def latest(self) -> Answer | None:
        """The answer that counts: the last that is more than a reported silence, or else that silence."""
        answers = self.answers
        if not answers or answers[-1].word != "silent":
            return answers[-1] if answers else None
        spoken = self.spoken
        return spoken[-1] if spoken else answers[-1]

    @property
    def word(self) -> AnswerWord:
        """What the side's stand comes to."""
        latest = self.latest
        return latest.word if latest else "no-answer"

    @property
    def met_unanswered(self) -> bool:
        """Whether all that it asked for has come, and its answer has not changed since."""
        return bool(self.conditions) and all(stand.met for stand in self.conditions)

    @property
    def changes(self) -> tuple[tuple[Answer, Answer], ...]:
        """Pairs (earlier, later) of neighbouring answers that differ, oldest first.

        Silences are no changes, and neither are two answers of one day of which nobody knows the times.
        """
        return tuple((old, new) for old, new in pairwise(self.spoken) if old.word != new.word and _apart(old, new))


def _apart(old: Answer, new: Answer) -> bool:
    """Whether ``new`` is known to have come after ``old``, and not only to stand below it."""
    return old.date.first != new.date.first or (old.date.has_time and new.date.has_time)


class Step(Noun, frozen=True, kw_only=True):
    """Something that would have to happen for a proposal to be accepted: who can do it, and what.

    To answer at all, to accept, to bring about (``meet``) a condition, or to change a no.
    """

    side: str  # who can move; empty where nobody is named
    does: Literal["answer", "accept", "meet", "change"]
    proposal: str = ""  # what is to be answered, accepted or changed
    condition: Condition | None = None  # what is to come about


class Standing(Noun, frozen=True, kw_only=True):
    """Where one proposal stands, and what that follows from."""

    proposal: str
    status: StatusWord
    rule: Rule  # the rule that decided; its evidence is in the fields below
    derived: StatusWord  # what the answers say, which an override may hide
    deciding: tuple[Answer, ...] = ()  # the rejections or acceptances that decide, in the order of the sides
    replaced_by: tuple[str, ...] = ()  # proposals that take its place
    countered_with: tuple[str, ...] = ()  # counter-proposals that came with the rejections in force
    waiting_for: tuple[str, ...] = ()  # sides addressed that have given no answer: neither yes nor no
    accepted_by: tuple[str, ...] = ()  # sides addressed whose latest answer is a yes, with or without conditions
    rejected_by: tuple[str, ...] = ()  # sides addressed whose latest answer is a no
    positions: tuple[Position, ...] = ()  # sides addressed first, in the order asked, then others by first answer
    way: tuple[Step, ...] = ()  # what would have to happen for it to be accepted, in order
    answers_to: tuple[str, ...] = ()  # proposals against which it was put as a counter-proposal (``instead``)
    unless: tuple[Stand, ...] = ()  # of a warning: what would call it off, as it is on the day

    @property
    def in_play(self) -> bool:
        """Whether answers could still bring the proposal to acceptance, as far as the answers tell."""
        return self.status in IN_PLAY and self.status == self.derived


class Knot(Noun, frozen=True, kw_only=True):
    """One link of a deadlock: ``side`` will not move on ``proposal`` before ``waits_for`` has come about."""

    side: str
    proposal: str
    answer: Answer
    waits_for: str  # the full id of a proposal or a next step


class Deadlock(Noun, frozen=True, kw_only=True):
    """A circle of conditions; each knot waits for what the next one holds back."""

    knots: tuple[Knot, ...]


class Happening(Noun, frozen=True, kw_only=True):
    """One dated thing; ``item`` is the full id of the proposal, answer, event or step that it tells of."""

    date: Date
    kind: Kind
    brief: str
    item: str
    actors: tuple[str, ...] = ()  # everyone who takes part, speakers as named
    result: Result | None = None  # of an outcome


class Insights(Noun, frozen=True, kw_only=True):
    """All that follows from a library on ``day``. Mappings are by full id; absent means nothing to tell."""

    day: dt.date
    standings: Mapping[str, Standing]
    by_side: Mapping[str, tuple[Position, ...]]  # side -> its positions, newest answer first, then "no answer"
    by_group: Mapping[str, tuple[Position, ...]]  # member -> positions of groups it belongs to
    deadlocks: tuple[Deadlock, ...]
    chains: Mapping[str, tuple[str, ...]]  # proposal -> its chain of counter-proposals and replacements, oldest first
    timeline: tuple[Happening, ...]  # everything dated, oldest first, over all briefs
    overdue: tuple[str, ...]  # next steps whose date has passed without an outcome, oldest first
    coming: tuple[str, ...]  # next steps that are still to come, soonest first
    stale: tuple[str, ...]  # briefs past ``review_by``, longest due first
    expired: frozenset[str] = frozenset()  # briefs (slugs) that are no longer kept up to date
    needs: Mapping[str, tuple[Stand, ...]] = {}  # next step -> what must come first, as it is on the day
