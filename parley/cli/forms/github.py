"""Problems as GitHub's workflow commands, which it shows beside the lines of a pull request.

Source of form and escapes: docs.github.com, "Workflow commands for GitHub Actions", and ``command.ts`` of its toolkit.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from parley.cli.harmless import harmless
from parley.write.catalogue.collected import entry

if TYPE_CHECKING:
    from parley.model.problem import Problem

DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
PROPERTY = DATA | str.maketrans({":": "%3A", ",": "%2C"})


def workflow_commands(problems: Sequence[Problem]) -> str:
    """One command a line."""
    return "\n".join(_command(problem) for problem in problems)


def _command(problem: Problem) -> str:
    place, known = problem.place, entry(problem.code)
    properties = {
        "file": place.file,
        "line": str(max(place.line, 1)),
        "col": str(max(place.column, 1)),
        "title": f"{known.title} [{problem.code}]" if known else problem.code,
    }
    told = ",".join(f"{key}={_told(value, PROPERTY)}" for key, value in properties.items())
    message = f"{problem.found}; {problem.expected}"
    if problem.mend:
        message += f"\n{problem.mend.text}"
    return f"::{problem.severity} {told}::{_told(message, DATA)}"


def _told(text: str, escapes: dict[int, str]) -> str:
    return harmless(text.translate(escapes))
