"""Moves -> what a brief is made of: offers with ids, answers that belong to them, next steps. One move is told once."""

from __future__ import annotations

import datetime as dt
import re

import msgspec

from parley.draft.dates import When, whens
from parley.draft.language import SMALL
from parley.draft.moves import ANSWERS, OFFERS, Move
from parley.draft.names import Cast
from parley.draft.phrases import words
from parley.draft.sentences import Sentence
from parley.model.slugs import slug_of

POINTING = re.compile(r"\b(?:this|the|that) (?:proposal|offer|plan|demand|invitation|idea|request|call)\b", re.I)
MOST_TOLD = 10  # sentences of one candidate
MOST = 60  # of one section: nobody completes more from one article
HEADLINE_LINKS = 0.34  # share of common words from which two sentences by one actor tell of one offer


class Candidate(msgspec.Struct):
    """One offer, answer or step, the sentences that it rests on, and what is known of it."""

    move: Move
    sentences: list[Sentence]
    topic: frozenset[str]
    date: str = ""
    said: str = ""  # the article's words for a date that can't be worked out
    deadline: bool = False
    id: str = ""
    of: tuple[str, ...] = ()  # of an answer: the likeliest offers, the best first


class Candidates(msgspec.Struct):
    """All candidates of an article, by the section of a brief that they belong to."""

    offers: list[Candidate] = []
    answers: list[Candidate] = []
    steps: list[Candidate] = []
    passed: int = 0  # beyond what one section holds


def candidates(moves: list[Move], cast: Cast, day: dt.date | None) -> Candidates:
    """The candidates among ``moves`` of an article of ``day``."""
    found, taken, last = Candidates(), set(cast.actors), ""
    names = {word.text.lower() for actor in cast.actors.values() for word in words(actor.name)}
    for move in moves:
        dates = whens(move.sentence.text, day, last)
        last = next((when.date for when in dates if when.date), last)
        one = Candidate(move, [move.sentence], _topic(move.sentence.text, names))
        here = found.offers if move.kind in OFFERS else found.answers if move.kind in ANSWERS else found.steps
        _date(one, dates, day)
        if same := next((other for other in here if _same(one, other)), None):
            _merge(same, one)
            continue
        if len(here) >= MOST:
            found.passed += 1
            continue
        here.append(one)
    found.steps += _dated(found, names, day)
    for one in [*found.offers, *found.steps]:
        one.id = _free(_id(one), taken)
    for one in found.answers:
        one.of = _likeliest(one, found.offers, cast)
    return found


def _dated(found: Candidates, names: set[str], day: dt.date | None) -> list[Candidate]:
    """A step for each offer whose sentence names a day to come."""
    known = {sentence.at for step in found.steps for sentence in step.sentences}
    steps: list[Candidate] = []
    for offer in found.offers:
        for sentence in offer.sentences:
            coming = [when for when in whens(sentence.text, day) if when.after(day) or (day is None and when.deadline)]
            if coming and sentence.at not in known and len(steps) < MOST:
                known.add(sentence.at)
                move = msgspec.structs.replace(offer.move, kind="step", by=(*offer.move.by, *offer.move.to))
                step = Candidate(move, [sentence], _topic(sentence.text, names))
                _date(step, coming, day)
                steps.append(step)
    return steps


def _date(one: Candidate, dates: list[When], day: dt.date | None) -> None:
    step = one.move.kind == "step"
    fitting = [when for when in dates if (not step and not when.after(day)) or (step and (when.after(day) or not day))]
    fitting.sort(key=lambda when: day is not None and when.date == day.isoformat())  # a dateline's day comes last
    if fitting:
        one.date, one.said, one.deadline = fitting[0].date, fitting[0].words, fitting[0].deadline


def _topic(text: str, names: set[str]) -> frozenset[str]:
    """The words of ``text`` that say what it is about, cut so that their endings don't count."""
    low = [word.text.lower() for word in words(text)]
    return frozenset(word[:6] for word in low if len(word) > 3 and word not in SMALL and word not in names)


def _same(one: Candidate, other: Candidate) -> bool:
    """Whether two candidates tell of one move."""
    if one.move.kind == "step":
        return one.move.sentence.at == other.move.sentence.at or bool(one.date and one.date == other.date)
    if one.move.by != other.move.by:
        return False
    if (
        one.move.kind != other.move.kind
        and not one.move.owned
        and not {one.move.kind, other.move.kind} <= {"proposal", "invitation"}
    ):
        return False
    if one.move.owned or (one.move.kind == other.move.kind == "invitation" and one.move.to == other.move.to):
        return True
    common = len(one.topic & other.topic)
    smaller = min(len(one.topic), len(other.topic)) or 1
    headline = other.sentences[0].headline or one.sentences[0].headline
    return common >= 2 and common / smaller >= (0.2 if headline else HEADLINE_LINKS)


def _merge(same: Candidate, one: Candidate) -> None:
    if same.sentences[0].headline and not one.sentences[0].headline:
        same.move = one.move
    if len(same.sentences) < MOST_TOLD:
        same.sentences += [sentence for sentence in one.sentences if sentence not in same.sentences]
    same.topic |= one.topic
    same.date, same.said = same.date or one.date, same.said or one.said


def _likeliest(answer: Candidate, offers: list[Candidate], cast: Cast) -> tuple[str, ...]:
    """The offers that an answer may belong to, by common words and nearness; never one's own."""
    scores = []
    sides = {_side(id_, cast) for id_ in answer.move.by}
    for offer in offers:
        if sides & {_side(id_, cast) for id_ in offer.move.by} or offer.move.kind in ("warning", "decision"):
            continue
        common = len(answer.topic & offer.topic)
        gap = min(abs(answer.sentences[0].at - sentence.at) for sentence in offer.sentences)
        asked = bool(sides & {_side(id_, cast) for id_ in offer.move.to})
        points = bool(POINTING.search(answer.sentences[0].text)) and min(
            answer.sentences[0].at - sentence.at for sentence in offer.sentences
        ) in (0, 1)
        score = 3 * points + common + 2 * asked + max(0, 3 - gap)
        if score >= 2:
            scores.append((-score, gap, offer.id))
    return tuple(id_ for _, _, id_ in sorted(scores)[:3])


def _side(id_: str, cast: Cast) -> str:
    actor = cast.actors.get(id_)
    return (actor.speaks_for if actor else "") or id_


def _id(one: Candidate) -> str:
    what = re.sub(r"^(?:however|in|on|the) ", "", one.move.what.lower())
    content = [word for word in slug_of(what).split("-") if len(word) > 2 and word not in SMALL]
    return "-".join(content[:4]) or one.move.kind


def _free(id_: str, taken: set[str]) -> str:
    id_ = re.sub(r"^todo", "the-todo", id_)
    free, number = id_, 2
    while free in taken:
        free, number = f"{id_}-{number}", number + 1
    taken.add(free)
    return free
