"""The commands: what is asked for, what is told, and how it ends. The only place that prints, and that asks the clock.

Exit codes: 0 fine, 1 problems (of the content, or of the disk), 2 wrong use, 130 and 143 when stopped by a signal.
Everything heavy is imported where it is used, so that ``--help`` is immediate.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import signal
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from parley import __version__

if TYPE_CHECKING:
    from parley.model.problem import Problem
    from parley.site import Order

DESCRIPTION = "Turn YAML briefs into a static site of explainers and cross-linked actor pages."


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code. ``arguments`` are those of the process unless given."""
    wish = _parser().parse_args(arguments)
    signal.signal(signal.SIGTERM, _stop)
    try:
        order = _order(wish)
        return {"build": _build, "serve": _serve, "check": _check}[wish.command or "build"](order, wish)
    except WrongUse as error:
        return _say_and(2, f"parley: {error}")
    except KeyboardInterrupt:
        return _say_and(130, "parley: stopped; what was published before is untouched")
    except Stopped:
        return 143
    except BrokenPipeError:
        sys.stderr = open(os.devnull, "w")  # noqa: SIM115, PTH123 - whoever read the messages is gone
        return 1


class WrongUse(Exception):
    """The command cannot be understood or carried out as it was given."""


class Stopped(BaseException):
    """SIGTERM came; a BaseException, so that nothing on the way takes it for a fault."""


def _stop(_signal: int, _frame: object) -> None:
    raise Stopped


def _parser() -> argparse.ArgumentParser:
    common = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    common.add_argument("--root", metavar="DIR", help="the site's folder, with briefs/ in it (default: this one)")
    common.add_argument("--output", metavar="DIR", help="where the site goes (default: output/ in the root)")
    common.add_argument("--as-of", metavar="DATE", help="build the site as it stood on that day, such as 2025-05-11")
    common.add_argument("--drafts", action="store_true", help="build briefs that are marked as drafts, too")
    common.add_argument("--strict", action="store_true", help="take warnings for errors")
    common.add_argument("-v", "--verbose", action="store_true", help="tell more of what is done")
    parser = argparse.ArgumentParser(prog="parley", description=DESCRIPTION, parents=[common], allow_abbrev=False)
    parser.add_argument("--version", action="version", version=f"parley {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    commands.add_parser(
        "build", parents=[common], help="build the site (what is done without a command)", allow_abbrev=False
    )
    serve = commands.add_parser(
        "serve", parents=[common], help="build, serve, and rebuild at every save", allow_abbrev=False
    )
    serve.add_argument("--host", default="127.0.0.1", help="the address to listen on (default: this machine only)")
    serve.add_argument("--port", type=int, default=8000, help="the port to listen on (default: 8000)")
    serve.add_argument("--poll", action="store_true", help="look for changes by polling (network folders, containers)")
    commands.add_parser(
        "check", parents=[common], help="tell every problem of the content; write nothing", allow_abbrev=False
    )
    return parser


def _order(wish: argparse.Namespace) -> Order:
    """What is to be built. Raises :class:`WrongUse`."""
    from parley.site import Order

    root = Path(getattr(wish, "root", "."))
    if not root.is_dir():
        raise WrongUse(f"--root {root}: no such folder")
    asked = getattr(wish, "as_of", None)
    return Order(
        root=root,
        now=_now(),
        as_of=_day(asked) if asked else None,
        drafts=getattr(wish, "drafts", False),
        strict=getattr(wish, "strict", False),
    )


def _day(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise WrongUse(f'--as-of "{text}" is not a day; write it like 2025-05-11') from None


def _now() -> dt.datetime:
    """When the build is: ``SOURCE_DATE_EPOCH`` where that is set (reproducible-builds.org), else the clock."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not epoch:
        return dt.datetime.now(dt.UTC)
    try:
        return dt.datetime.fromtimestamp(int(epoch), dt.UTC)
    except (ValueError, OverflowError, OSError):
        raise WrongUse(f'SOURCE_DATE_EPOCH is "{epoch}", which is not a number of seconds') from None


def _output(order: Order, wish: argparse.Namespace) -> Path:
    return Path(getattr(wish, "output", None) or order.root / "output")


def _build(order: Order, wish: argparse.Namespace) -> int:
    from parley.publish.folder import CannotPublish, Refused, check_output, publish
    from parley.site import built, sources

    began = time.perf_counter()
    output = _output(order, wish)
    try:
        check_output(output, sources(order.root))
        with Progress() as progress:
            found = built(order, progress.told)
            _tell(order, found.problems)
            if found.site is None:
                return _say_and(1, f"{_tally(found.problems)}: nothing was published, {output} is as it was")
            progress.told("publishing")
            done = publish(found.site, output, sources(order.root))
    except Refused as refused:
        return _say_and(2, f"parley: {refused}")
    except CannotPublish as fault:
        return _say_and(1, f"parley: {fault}")
    taken = time.perf_counter() - began
    tally = f", {_tally(found.problems)}" if found.problems else ""
    changes = (
        f"{_counted(done.written, 'file')} written, {done.deleted} deleted"
        if done.how != "nothing to do"
        else "nothing changed"
    )
    print(
        f"Built {_counted(found.pages, 'page')} from {_counted(found.briefs, 'brief')} in {taken:.2f} s "
        f"into {output} ({changes}{tally})"
    )
    if done.how == "in place" or getattr(wish, "verbose", False):
        print(f"Published: {done.how}; {done.unchanged} unchanged")
    return 0


def _check(order: Order, _wish: argparse.Namespace) -> int:
    from parley.site import checked

    with Progress() as progress:
        problems = checked(order, progress.told)
    _tell(order, problems)
    failed = any(problem.severity == "error" for problem in problems)
    print(
        f"{_tally(problems) if problems else 'No problems'} in {order.root / 'briefs'}",
        file=sys.stderr if failed else sys.stdout,
    )
    return 1 if failed else 0


def _serve(order: Order, wish: argparse.Namespace) -> int:
    from parley.preview import Built, Shown, serve
    from parley.site import built, sources

    def shown(problem: Problem) -> Shown:
        place = problem.place
        message = f"{problem.found}; {problem.expected}"
        return Shown(place.file, place.line, place.column, problem.severity, message, _excerpt(order.root, problem))

    def build() -> Built:
        began = time.perf_counter()
        found = built(_later(order))
        _tell(order, found.problems)
        taken = time.perf_counter() - began
        if found.site is None:
            note = f"{_tally(found.problems)}: still showing the last good site"
        else:
            note = f"Built {_counted(found.pages, 'page')} in {taken:.2f} s"
        return Built(found.site, tuple(shown(problem) for problem in found.problems), note)

    ignored = [_output(order, wish)]
    watched = sources(order.root)[1:]
    return serve(build, watched, host=wish.host, port=wish.port, say=_say, ignored=ignored, polling=wish.poll or None)


def _later(order: Order) -> Order:
    """The same order at the time that it is now: a preview may stay open over midnight."""
    import msgspec

    return msgspec.structs.replace(order, now=_now())


def _tell(order: Order, problems: Sequence[Problem]) -> None:
    """Each problem in a line of its own, on stderr, with its path as seen from here."""
    for problem in problems:
        _say(str(problem) if order.root == Path() else f"{order.root.as_posix()}/{problem}")


def _excerpt(root: Path, problem: Problem) -> str:
    """The line that a problem points at, with a caret under the place."""
    try:
        lines = (root / problem.place.file).read_text("utf-8", "replace").splitlines()
        line = lines[problem.place.line - 1]
    except (OSError, IndexError):
        return ""
    return f"{line}\n{' ' * max(problem.place.column - 1, 0)}^" if problem.place.line else ""


def _tally(problems: Sequence[Problem]) -> str:
    wrong = sum(problem.severity == "error" for problem in problems)
    doubtful = len(problems) - wrong
    return " and ".join(_counted(n, word) for n, word in ((wrong, "error"), (doubtful, "warning")) if n)


def _counted(number: int, word: str) -> str:
    return f"{number:,} {word}{'' if number == 1 else 's'}"


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


def _say_and(code: int, line: str) -> int:
    _say(line)
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

    def __exit__(self, *_: Any) -> None:
        if self.shown:
            print("\r\033[K", end="", file=sys.stderr, flush=True)
