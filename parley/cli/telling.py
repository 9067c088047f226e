"""How problems and progress are told on a terminal. Results go to stdout, everything else to stderr."""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from parley.cli.forms.report import PEOPLE
from parley.cli.harmless import harmless

if TYPE_CHECKING:
    from parley.model.problem import Problem
    from parley.site import Order


def tell(order: Order, problems: Sequence[Problem], form: str = PEOPLE) -> None:
    """Each problem on stderr, with its path as seen from here: with its lines on a terminal, else in one line. In
    another ``form`` than that for people, a report of all on stdout."""
    problems = seen_from_here(order, problems)
    if form != PEOPLE:
        from parley.cli.excerpts import Excerpts
        from parley.cli.forms.report import report

        if told := report(form, problems, Excerpts(Path())):
            show(told)
        return
    from parley.cli.forms.look import look

    if not (seen := look()).whole:
        for problem in problems:
            say(str(problem))
        return
    from parley.cli.called import called
    from parley.cli.excerpts import Excerpts
    from parley.cli.forms.terminal import terminal

    for line in terminal(problems, Excerpts(Path()), seen, called()):
        painted(line, sys.stderr)


def seen_from_here(order: Order, problems: Sequence[Problem]) -> Sequence[Problem]:
    """``problems`` with the paths of their files from the current folder on, in place of the site's."""
    if order.root == Path():
        return problems
    import msgspec

    def moved(problem: Problem) -> Problem:
        file = (order.root / problem.place.file).as_posix()
        return msgspec.structs.replace(problem, place=msgspec.structs.replace(problem.place, file=file))

    return [moved(problem) for problem in problems]


def tally(problems: Sequence[Problem]) -> str:
    wrong = sum(problem.severity == "error" for problem in problems)
    doubtful = len(problems) - wrong
    return " and ".join(counted(n, word) for n, word in ((wrong, "error"), (doubtful, "warning")) if n)


def counted(number: int, word: str) -> str:
    return f"{number:,} {word}{'' if number == 1 else 's'}"


def say(line: str) -> None:
    """Tell ``line`` on stderr. Nothing in it acts on a terminal, whatever file or person it comes from."""
    print(harmless(line), file=sys.stderr, flush=True)


def show(text: object = "", out: TextIO | None = None, end: str = "\n") -> None:
    """Write ``text``, a result, on ``out`` (stdout unless given). Nothing in it acts on a terminal."""
    print(harmless(str(text)), file=out, end=end)


def painted(line: str, out: TextIO | None = None) -> None:
    """Write ``line`` as it is: colours of ours, around text that is shown sign by sign already."""
    print(line, file=out, flush=True)


def say_and(code: int, line: str) -> int:
    say(line)
    return code


class Progress:
    """What is being done, shown on a terminal once it takes longer than a second, and gone when it is over."""

    def __init__(self) -> None:
        self.began = time.perf_counter()
        self.shown = False

    def __enter__(self) -> Progress:
        return self

    def told(self, stage: str) -> None:
        """Note that ``stage`` begins."""
        if sys.stderr.isatty() and time.perf_counter() - self.began > 1:
            print(f"\r\033[K{stage} ...", end="", file=sys.stderr, flush=True)
            self.shown = True

    def gone(self) -> None:
        """Leave an empty line behind for what is told now."""
        if self.shown:
            print("\r\033[K", end="", file=sys.stderr, flush=True)
        self.shown = False

    def __exit__(self, *_: Any) -> None:
        self.gone()
