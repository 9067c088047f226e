"""``serve``: the live preview. The only place where the preview meets the recipe."""

from __future__ import annotations

import argparse
import contextlib
import gc
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from parley.cli.arguments import now, output_of
from parley.cli.command import Command
from parley.cli.editor import HELP, editor_links, neighbours
from parley.cli.schema import Schemas
from parley.cli.telling import say, tally, tell
from parley.cli.telling_apart import told_apart
from parley.cli.workers import workers_arguments
from parley.model.problem import errors

if TYPE_CHECKING:
    from parley.model.names import Names
    from parley.model.problem import Problem
    from parley.preview import Built
    from parley.site import Order
    from parley.site.live import Stage


def serve(order: Order, wish: argparse.Namespace) -> int:
    """Serve until Ctrl-C, which is the way to stop from the first moment on, and no failure."""
    with told_apart(), contextlib.suppress(KeyboardInterrupt):
        return _served(order, wish)
    return 0


def _served(order: Order, wish: argparse.Namespace) -> int:
    from parley.cli.explained import explained
    from parley.preview import More
    from parley.preview import serve as preview
    from parley.site import sources

    edit = editor_links(wish.editor, order.root)
    watched = sources(order.root)[1:]
    builds = Builds(watched)
    address = f"http://{wish.host}:{wish.port}/"
    apart = None if order.drafts else builds.of(msgspec.structs.replace(order, drafts=True), f"{address}_drafts/")
    more = More(
        drafts=apart,
        edition=lambda begin: builds.of(msgspec.structs.replace(order, lang=begin.rstrip("/")), address),
        edit=edit,
        neighbours=neighbours(),
        explained=explained,
        ready=_browser if wish.open else _no_browser,
    )
    return preview(
        builds.of(order, address),
        watched,
        host=wish.host,
        port=wish.port,
        say=say,
        ignored=[output_of(order, wish)],
        polling=wish.poll or None,
        more=more,
    )


class Builds:
    """The builds of one preview; no problem is told on the terminal again at every save, or by two editions.
    ``watched`` is brought up to date after each: the settings name folders of pages, and these name files."""

    def __init__(self, watched: list[Path]) -> None:
        self.watched = watched
        self.told: dict[str, set[object]] = {}
        self.kept = False

    def of(self, order: Order, address: str) -> Callable[[], Built]:
        """What builds ``order`` as an edition at ``address``, again and again."""
        from parley.cli.shown import shown
        from parley.site import sources
        from parley.site.live import Live

        order = msgspec.structs.replace(order, address=address, extras=False)
        live, schemas = Live(order), Schemas(order)
        names: Names | None = None

        def stages() -> Iterator[Built | None]:
            nonlocal names
            began, told = time.perf_counter(), None
            for stage in live.stages(now()):  # a preview stays open over midnight
                if stage is None:
                    yield None
                    continue
                if stage.problems is not None:  # after the page is shown, which nothing is to hold up
                    self._tell(order, address, stage.problems)
                    if stage.names != names:
                        schemas.keep(names := stage.names)
                good = not errors(stage.problems or ())
                note = _note(order, stage, time.perf_counter() - began) if good != told else ""  # once, and if it turns
                self._keep(stage)
                yield shown(order.root, stage, note)
                told = good
            yield None
            self.watched[:] = sources(order.root)[1:]

        def build() -> Built:
            rest = stages()
            first = next(built for built in rest if built)
            return msgspec.structs.replace(first, rest=rest)

        return build

    def _keep(self, stage: Stage) -> None:
        """Spare the collector of garbage what the first build leaves in memory, stage by stage: nearly all of it stays,
        and to look through it takes longer than to show a save."""
        if not self.kept:
            gc.freeze()
            self.kept = bool(stage.pages)

    def _tell(self, order: Order, address: str, problems: tuple[Problem, ...]) -> None:
        known = set().union(*self.told.values())
        tell(order, [problem for problem in problems if _fault(problem) not in known])
        self.told[f"{address}{order.lang}"] = {_fault(problem) for problem in problems}


def _fault(problem: Problem) -> object:
    """A problem whatever its weight: a draft's are warnings where drafts are left out."""
    return problem.place, problem.code, problem.found


def _note(order: Order, stage: Stage, taken: float) -> str:
    drafts = f"{f' {order.lang}' if order.lang else ''}{' with drafts' if order.drafts else ''}"
    if stage.problems and errors(stage.problems):
        rest = "no site to show yet" if stage.site is None else "still showing the last good site"
        return f"{tally(stage.problems)}{drafts}: {rest}"
    return f"Built{drafts} in {taken:.2f} s"


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


SERVE = Command("serve", "build, serve, and rebuild at every save", serve, _arguments)
