"""``serve``: the live preview. The only place where the preview meets the recipe."""

from __future__ import annotations

import argparse
import time
from typing import TYPE_CHECKING

from parley.cli.arguments import now, output_of
from parley.cli.command import Command
from parley.cli.excerpts import Excerpts
from parley.cli.schema import Schemas
from parley.cli.telling import counted, say, tally, tell

if TYPE_CHECKING:
    from parley.model.problem import Problem
    from parley.site import Order


def serve(order: Order, wish: argparse.Namespace) -> int:
    from parley.preview import Built, Shown
    from parley.preview import serve as preview
    from parley.site import built, sources

    def shown(excerpts: Excerpts, problem: Problem) -> Shown:
        place = problem.place
        message = f"{problem.found}; {problem.expected}"
        return Shown(place.file, place.line, place.column, problem.severity, message, _excerpt(excerpts, problem))

    told: set[Problem] = set()
    good = False
    schemas = Schemas(order)

    def build() -> Built:
        nonlocal good
        began = time.perf_counter()
        found = built(_later(order, f"http://{wish.host}:{wish.port}/"))
        schemas.keep(found.names)
        tell(order, [problem for problem in found.problems if problem not in told])  # not the same at every save
        told.clear()
        told.update(found.problems)
        taken = time.perf_counter() - began
        if found.site is None:
            note = f"{tally(found.problems)}: " + (
                "still showing the last good site" if good else "no site to show yet"
            )
        else:
            good = True
            note = f"Built {counted(found.pages, 'page')} in {taken:.2f} s"
        excerpts = Excerpts(order.root)
        return Built(found.site, tuple(shown(excerpts, problem) for problem in found.problems), note)

    ignored = [output_of(order, wish)]
    watched = sources(order.root)[1:]
    return preview(build, watched, host=wish.host, port=wish.port, say=say, ignored=ignored, polling=wish.poll or None)


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--host", default="127.0.0.1", help="the address to listen on (default: this machine only)")
    parser.add_argument("--port", type=_port, default=8000, help="the port to listen on (default: 8000)")
    parser.add_argument("--poll", action="store_true", help="look for changes by polling (network folders, containers)")


def _port(text: str) -> int:
    if not text.isdecimal() or int(text) > 65535:
        raise argparse.ArgumentTypeError(f'"{text}" is not a port; ports are 1 to 65535')
    return int(text)


def _later(order: Order, address: str) -> Order:
    """The same order at the time that it is now, as a preview stays open over midnight, at an own address and without
    what would hold up a page."""
    import msgspec

    return msgspec.structs.replace(order, now=now(), address=address, extras=False)


def _excerpt(excerpts: Excerpts, problem: Problem) -> str:
    """The line that a problem points at, with a caret under the place."""
    found = excerpts.around(problem, before=0, after=0)
    return f"{found.lines[0].text}\n{' ' * (found.column - 1)}^" if found else ""


SERVE = Command("serve", "build, serve, and rebuild at every save", serve, _arguments)
