"""The problems of a build as they are told, and whether they forbid it."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from parley.model.problem import Problem, errors
from parley.site.order import Order


def forbidden(problems: Sequence[Problem], order: Order) -> bool:
    return bool(problems) if order.strict else bool(errors(problems))


def in_order(problems: Sequence[Problem], order: Order) -> tuple[Problem, ...]:
    """Each problem once, in the order of files and lines; with ``strict`` a warning is an error. Files of the site's
    own theme are named from its root, as all others are."""
    here = f"{order.root.as_posix()}/"
    problems = [
        msgspec.structs.replace(problem, place=msgspec.structs.replace(problem.place, file=file.removeprefix(here)))
        if (file := problem.place.file).startswith(here)
        else problem
        for problem in problems
    ]
    if order.strict:
        problems = [msgspec.structs.replace(problem, severity="error") for problem in problems]
    return tuple(sorted(set(problems)))
