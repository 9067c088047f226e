"""``build`` and ``check``: the site, or only its problems."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Mapping
from typing import TYPE_CHECKING, TextIO

from parley.cli.arguments import WrongUse, output_of
from parley.cli.build_told import STDOUT, check_lists, lists_arguments, tell_lists, tell_rendered
from parley.cli.command import Command
from parley.cli.forms.report import PEOPLE, form_of, format_argument
from parley.cli.schema import Schemas
from parley.cli.telling import Progress, counted, say, say_and, show, tally, tell
from parley.cli.workers import workers_arguments

if TYPE_CHECKING:
    from parley.site import Built, Order


def build(order: Order, wish: argparse.Namespace) -> int:
    from parley.publish.faults import CannotPublish, Refused
    from parley.site.order import NoWorkers, Unsteady
    from parley.site.publish import published

    began = time.perf_counter()
    output = output_of(order, wish)
    check_lists(order, wish, output)
    schemas = Schemas(order)
    try:
        with Progress() as progress:

            def tell_of(found: Built) -> None:
                progress.gone()
                tell(order, found.problems, form_of(wish))
                schemas.keep(found.names)
                for note in found.notes:
                    say(f"note: {note}")

            found, done = published(order, output, progress.told, tell_of, quickly=schemas.there)
    except Refused as refused:
        return say_and(2, f"parley: {refused}")
    except (CannotPublish, NoWorkers, Unsteady) as fault:
        return say_and(1, f"parley: {fault}")
    if done is None:
        return say_and(1, f"{tally(found.problems)}: nothing was published, {output} is as it was")
    taken = time.perf_counter() - began
    told = f", {tally(found.problems)}" if found.problems else ""
    changes = (
        f"{counted(done.written, 'file')} written, {done.deleted} deleted"
        if done.how != "nothing to do"
        else "nothing changed"
    )
    out = _out(wish)
    if verbose := getattr(wish, "verbose", False):
        tell_rendered(found, out)
    show(
        f"Built {counted(found.pages, 'page')} from {counted(found.briefs, 'brief')} in {taken:.2f} s "
        f"into {output} ({changes}{told})",
        out=out,
    )
    if done.how == "in place" or verbose:
        show(f"Published: {done.how}; {done.unchanged} unchanged", out=out)
    tell_lists(wish, done, sys.stdout)
    return 0


def check(order: Order, wish: argparse.Namespace) -> int:
    from parley.site import built, checked
    from parley.site.order import NoWorkers
    from parley.site.reads import Reads

    if order.executor and not wish.pages:
        raise WrongUse("--executor makes pages: check them, too, with --pages")
    reads = Reads(order.root, order.jobs)
    try:
        with Progress() as progress:
            whole = built(order, progress.told, reads=reads) if wish.pages else None
            problems = whole.problems if whole else checked(order, progress.told, reads)
    except NoWorkers as fault:
        return say_and(1, f"parley: {fault}")
    tell(order, problems, form_of(wish))
    if whole and whole.site is not None:
        _tell_loads(whole.site, _out(wish))
    failed = any(problem.severity == "error" for problem in problems)
    show(
        f"{tally(problems) if problems else 'No problems'} in {order.root / 'briefs'}",
        out=sys.stderr if failed else _out(wish),
    )
    return 1 if failed else 0


def _out(wish: argparse.Namespace) -> TextIO:
    """Where results for people go: stdout, unless that is taken by a report for programs or a list of files."""
    free = form_of(wish) == PEOPLE and getattr(wish, "changed_files", None) != STDOUT
    return sys.stdout if free else sys.stderr


def _tell_loads(site: Mapping[str, bytes], out: TextIO) -> None:
    """How much of each budget the heaviest file takes."""
    from parley.publish.budgets import heaviest

    show("Budgets, each with the file that takes most of it:", out=out)
    for load in heaviest(site):
        share = f"{load.amount:,} of {load.budget.most:,} {load.budget.unit}"
        show(f"  {load.budget.what:24} {share:26} {load.path}", out=out)


def _check_arguments(parser: argparse.ArgumentParser) -> None:
    format_argument(parser)
    workers_arguments(parser, afar=True)
    parser.add_argument("--pages", action="store_true", help="make the pages, too: dead links, and what they weigh")


def _build_arguments(parser: argparse.ArgumentParser) -> None:
    format_argument(parser)
    workers_arguments(parser, afar=True)
    lists_arguments(parser)


BUILD = Command("build", "build the site (what is done without a command)", build, _build_arguments)
CHECK = Command("check", "tell every problem of the content; write nothing", check, _check_arguments)
