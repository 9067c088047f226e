"""``serve``: the live preview. The only place where the preview meets the recipe."""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from parley.cli.arguments import now, output_of
from parley.cli.command import Command
from parley.cli.editor import HELP, editor_links, neighbours
from parley.cli.schema import Schemas
from parley.cli.telling import counted, say, tally, tell
from parley.cli.workers import workers_arguments

if TYPE_CHECKING:
    from parley.model.problem import Problem
    from parley.preview import Built
    from parley.site import Built as Made
    from parley.site import Order


def serve(order: Order, wish: argparse.Namespace) -> int:
    import msgspec

    from parley.cli.explained import explained
    from parley.preview import More
    from parley.preview import serve as preview
    from parley.site import sources

    edit = editor_links(wish.editor, order.root)
    builds = Builds()
    address = f"http://{wish.host}:{wish.port}/"
    apart = None if order.drafts else builds.of(msgspec.structs.replace(order, drafts=True), f"{address}_drafts/")
    more = More(
        drafts=apart,
        edit=edit,
        neighbours=neighbours(),
        explained=explained,
        ready=_browser if wish.open else _no_browser,
    )
    return preview(
        builds.of(order, address),
        sources(order.root)[1:],
        host=wish.host,
        port=wish.port,
        say=say,
        ignored=[output_of(order, wish)],
        polling=wish.poll or None,
        more=more,
    )


class Builds:
    """The builds of one preview; no problem is told on the terminal again at every save, or by two editions."""

    def __init__(self) -> None:
        self.told: dict[str, set[object]] = {}

    def of(self, order: Order, address: str) -> Callable[[], Built]:
        """What builds ``order`` as an edition at ``address``, again and again."""
        from parley.cli.shown import shown
        from parley.site import built

        schemas = Schemas(order)
        good = False

        def build() -> Built:
            nonlocal good
            began = time.perf_counter()
            found = built(_later(order, address))
            schemas.keep(found.names)
            self._tell(order, address, found.problems)
            good = good or found.site is not None
            return shown(order.root, found, _note(order, found, time.perf_counter() - began, good=good))

        return build

    def _tell(self, order: Order, address: str, problems: tuple[Problem, ...]) -> None:
        known = set().union(*self.told.values())
        tell(order, [problem for problem in problems if _fault(problem) not in known])
        self.told[address] = {_fault(problem) for problem in problems}


def _fault(problem: Problem) -> object:
    """A problem whatever its weight: a draft's are warnings where drafts are left out."""
    return problem.place, problem.code, problem.found


def _note(order: Order, found: Made, taken: float, *, good: bool) -> str:
    drafts = " with drafts" if order.drafts else ""
    if found.site is None:
        rest = "still showing the last good site" if good else "no site to show yet"
        return f"{tally(found.problems)}{drafts}: {rest}"
    return f"Built {counted(found.pages, 'page')}{drafts} in {taken:.2f} s"


def _arguments(parser: argparse.ArgumentParser) -> None:
    workers_arguments(parser)
    parser.add_argument("--host", default="127.0.0.1", help="the address to listen on (default: this machine only)")
    parser.add_argument("--port", type=_port, default=8000, help="the port to listen on (default: 8000)")
    parser.add_argument("--open", action="store_true", help="open the preview in the browser")
    parser.add_argument("--editor", metavar="EDITOR", help=HELP)
    parser.add_argument(
        "--poll", action="store_true", help="look for changes by polling (found by itself on network folders)"
    )


def _port(text: str) -> int:
    if not text.isdecimal() or int(text) > 65535:
        raise argparse.ArgumentTypeError(f'"{text}" is not a port; ports are 1 to 65535')
    return int(text)


def _browser(address: str) -> None:
    """Open the browser, which may take its time, beside everything else."""
    import threading
    import webbrowser

    def go() -> None:
        if not webbrowser.open(address):
            say(f"no browser could be opened from here; open {address} in yours")

    threading.Thread(target=go, daemon=True).start()


def _no_browser(_address: str) -> None:
    """Leave it to the writer."""


def _later(order: Order, address: str) -> Order:
    """The same order at the time that it is now, as a preview stays open over midnight, at an own address and without
    what would hold up a page."""
    import msgspec

    return msgspec.structs.replace(order, now=now(), address=address, extras=False)


SERVE = Command("serve", "build, serve, and rebuild at every save", serve, _arguments)
