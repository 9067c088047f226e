"""Answers of which nobody can tell which is the later: the same side, proposal and date, in different lists.

Within one list the later item counts, and times decide between lists where both are known. Everything else
would be a guess, so a time is asked for. A reported silence contradicts nothing and is never in doubt.
Derivation goes on all the same, in the order of :mod:`parley.derive.order`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from parley.derive.order import list_of
from parley.derive.problems.places import key_of, name, place_of
from parley.model.library import Library
from parley.model.problem import Problem
from parley.model.proposal import Answer
from parley.model.sides import sides_of


def of_same_day(library: Library) -> list[Problem]:
    """One problem for each answer that needs a time."""
    found: dict[str, Problem] = {}
    for answers in library.answers.values():
        for side, group in _same_day(library, answers):
            for answer, rival in _undecided(group):
                found.setdefault(answer.id, _problem(library, side, answer, rival))
    return list(found.values())


def _same_day(library: Library, answers: tuple[Answer, ...]) -> Iterator[tuple[str, list[Answer]]]:
    """Side and answers, for each side that gave different ``answers`` on one date, list by list."""
    if len(answers) < 2:
        return
    groups: dict[tuple[Any, ...], list[Answer]] = {}
    for answer in sorted(answers, key=lambda answer: (list_of(answer), answer.at)):
        if answer.word != "silent":
            for side in sides_of(library, answer):
                groups.setdefault((side, answer.date.first, answer.date.last), []).append(answer)
    for (side, *_), group in groups.items():
        if len({answer.word for answer in group}) > 1:
            yield side, group


def _undecided(group: list[Answer]) -> Iterator[tuple[Answer, Answer]]:
    """Pairs of an answer that needs a time, and one in another list that it may come before or after."""
    timed = _Firsts(answer for answer in group if answer.date.has_time)
    above = _Firsts(())
    for answer in group:
        if answer.date.has_time:
            rival = above.rival(answer, answer.date.utc_minute)
        else:
            rival = above.rival(answer) or timed.rival(answer)
        if rival:
            yield answer, rival
        above.add(answer)


class _Firsts:
    """The first two answers from different lists for each word, at any time and for each minute.

    Two are enough to find one that stands in another list than a third, so the time stays with the number of
    answers.
    """

    def __init__(self, answers: Iterable[Answer]) -> None:
        self._found: dict[int | None, dict[str, list[Answer]]] = {}
        for answer in answers:
            self.add(answer)

    def add(self, answer: Answer) -> None:
        for slot in (None, answer.date.utc_minute):
            firsts = self._found.setdefault(slot, {}).setdefault(answer.word, [])
            if not firsts or (len(firsts) == 1 and list_of(firsts[0]) != list_of(answer)):
                firsts.append(answer)

    def rival(self, answer: Answer, minute: int | None = None) -> Answer | None:
        """A different answer in another list, at ``minute`` of the day or, without one, at any time."""
        for word, firsts in self._found.get(minute, {}).items():
            for other in firsts:
                if word != answer.word and list_of(other) != list_of(answer):
                    return other
        return None


def _problem(library: Library, side: str, answer: Answer, rival: Answer) -> Problem:
    where = key_of(rival) if rival.brief == answer.brief else f"{key_of(rival)} of {rival.brief}"
    both = "both at the same time" if answer.date.has_time else "and which came later is not known"
    return Problem(
        place_of(library, answer, "date"),
        "same-day-answers",
        f'"{side}" answers {name(answer.of)} on {answer.date} here and otherwise in {where}, {both}',
        f"give each a time, such as {answer.date.first.isoformat()}T14:30, so that the later one counts",
    )
