"""Problems as JSON, for programs: one object on stdout, of a form that only grows.

``version`` changes when a field is taken away or comes to mean something else; new fields may come at any time.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from parley import __version__
from parley.cli.harmless import harmless_json
from parley.write.catalogue.collected import anchor, entry

if TYPE_CHECKING:
    from parley.cli.excerpts import Excerpts
    from parley.model.problem import Problem

VERSION = 1


def json_report(problems: Sequence[Problem], excerpts: Excerpts) -> str:
    """The report. Lines and columns count from 1, columns in characters (code points); they are ``null`` where a
    problem is of a whole file."""
    wrong = sum(problem.severity == "error" for problem in problems)
    return harmless_json(
        {
            "version": VERSION,
            "tool": {"name": "parley", "version": __version__},
            "errors": wrong,
            "warnings": len(problems) - wrong,
            "problems": [_problem(problem, excerpts) for problem in problems],
        }
    )


def _problem(problem: Problem, excerpts: Excerpts) -> dict[str, Any]:
    place, mend, known = problem.place, problem.mend, entry(problem.code)
    return {
        "file": place.file,
        "line": place.line or None,
        "column": place.column or None,
        "severity": problem.severity,
        "code": problem.code,
        "title": known.title if known else problem.code,
        "found": problem.found,
        "expected": problem.expected,
        "mend": {"first": mend.first, "last": mend.last, "text": mend.text} if mend else None,
        "docs": anchor(problem.code),
        "excerpt": _excerpt(problem, excerpts),
    }


def _excerpt(problem: Problem, excerpts: Excerpts) -> dict[str, Any] | None:
    """The lines around the place; long ones are cut, so ``column`` is that of the place in the line as given here."""
    found = excerpts.around(problem)
    if found is None:
        return None
    lines = [{"number": line.number, "text": line.text} for line in found.lines]
    return {"lines": lines, "line": found.line, "column": found.column}
