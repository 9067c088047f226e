"""Moves as JSON, for programs. The form is told in docs/diff.md; ``format`` counts up when it breaks."""

from __future__ import annotations

from typing import Any

from parley.cli.harmless import harmless_json
from parley.cli.moves_told import Sides
from parley.model.dates import Date
from parley.model.insight import Deadlock, Position, Standing
from parley.model.keys import Noun
from parley.model.move import Move
from parley.model.page import plain
from parley.model.problem import Problem
from parley.model.proposal import Answer, Condition
from parley.model.schema import shape
from parley.words.keyed_moves import details
from parley.words.moves import told

FORMAT = 1


def as_json(sides: Sides) -> str:
    """The whole comparison as one JSON object, in the order in which people are told."""
    found = sides.comparison
    whole = {
        "format": FORMAT,
        "old": sides.old,
        "new": sides.new,
        "days": [day.isoformat() for day in found.days],
        "moves": [_move(move, sides) for move in found.moves],
        "warnings": [_problem(warning) for warning in found.warnings],
        "not_compared": {"old": list(found.unread[0]), "new": list(found.unread[1])},
        "only_typed": list(found.only_typed),
    }
    return harmless_json(whole)


def _move(move: Move, sides: Sides) -> dict[str, Any]:
    known = {
        "kind": move.kind,
        "brief": move.brief,
        "item": move.item,
        "key": move.key,
        "text": plain(told(move, sides.names)),
        "was": value(move.was),
        "now": value(move.now),
        "sides": [{"side": it.side, "was": _word(it.was), "now": _word(it.now)} for it in move.sides],
        "sentences": [{"side": when, "text": sentence} for when, sentence in details(move)],
        "weight": move.weight,
        "file": move.place.file,
        "line": move.place.line,
        "column": move.place.column,
    }
    return {key: it for key, it in known.items() if it not in ("", [], None)}


def value(given: Any) -> Any:
    """A value of a noun as JSON: dates and conditions as they are typed, nouns as maps of the keys that are set."""
    match given:
        case Date():
            return given.text
        case Condition():
            return given.ref or given.text
        case Standing():
            return given.status
        case Position():
            return given.word
        case Deadlock():
            return [{"side": knot.side, "proposal": knot.proposal, "waits_for": knot.waits_for} for knot in given.knots]
        case Noun():
            return _noun(given)
        case tuple() | list():
            return [value(item) for item in given]
        case dict():
            return {key: value(item) for key, item in given.items()}
    return given


def _noun(noun: Noun) -> dict[str, Any]:
    found = {key: value(getattr(noun, field.attribute)) for key, field in shape(type(noun)).fields.items()}
    if isinstance(noun, Answer):
        found = {"answer": noun.word, **found}
    return {key: it for key, it in found.items() if it not in ("", [], {}, None)}


def _word(answer: Answer | None) -> str:
    return answer.word if answer else "no-answer"


def _problem(problem: Problem) -> dict[str, Any]:
    place = problem.place
    return {
        "file": place.file,
        "line": place.line,
        "column": place.column,
        "code": problem.code,
        "severity": problem.severity,
        "found": problem.found,
        "expected": problem.expected,
    }
