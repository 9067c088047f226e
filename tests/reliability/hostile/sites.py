"""Sites that are built in memory with texts in all their places, and those texts that no brief may have."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from parley.model.keys import Kind
from parley.model.problem import Problem
from parley.read.content import content
from tests.reliability.hostile.planting import WORDS, Place, filled, places, planted
from tests.sites import built_from, written

MARKDOWN = frozenset({Kind.LINE, Kind.PROSE})
PLAIN = frozenset({Kind.TEXT})

Site = Mapping[str, bytes]


def harmless(at: int, place: Place) -> str | None:
    """A word for every place, and no two alike."""
    return f"Word {at}" if place.kind in WORDS else None


def made(root: Path, texts: Mapping[Place, str], **order: bool) -> tuple[Site | None, list[Problem]]:
    """The site with ``texts`` in it, or the errors because of which there is none."""
    found = built_from(root, planted(texts), **order)
    return found.site, [problem for problem in found.problems if problem.severity == "error"]


def turned(texts: Sequence[str], by: int, kinds: frozenset[Kind]) -> dict[Place, str]:
    """Every place of ``kinds`` with one of ``texts``, in turns: the next place has the next one, and with the next
    number ``by`` each has the next of its own. After as many numbers as there are texts, each stood everywhere."""

    def choose(at: int, place: Place) -> str | None:
        if place.kind not in kinds:
            return harmless(at, place)
        text = texts[(at + by) % len(texts)]
        return f"{text} {at}" if "topics" in place.path else text  # a topic has a page by its letters, if it has any

    return filled(choose)


def sorted_out(root: Path, texts: Sequence[str], kinds: frozenset[Kind]) -> tuple[list[str], list[str], list[str]]:
    """Which of ``texts`` may stand in a place of ``kinds``, which are refused there with an error in that file, and
    which are refused in any other way."""
    place = next(one for one in places() if one.kind in kinds and one.form == "value")
    taken: list[str] = []
    refused: list[str] = []
    wrong: list[str] = []
    for text in texts:
        written(root, planted({**filled(harmless), place: text}))
        errors = [problem for problem in content(root, drafts=False).problems if problem.severity == "error"]
        fine = all(problem.place.file == place.file and problem.place.line for problem in errors)
        (taken if not errors else refused if fine else wrong).append(text)
    return taken, refused, wrong
