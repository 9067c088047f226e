"""``links`` asks whether the sources are still there. The only command that goes to the network; it writes nothing."""

from __future__ import annotations

import argparse
import os
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from parley import __version__
from parley.cli.arguments import WrongUse
from parley.cli.command import Command
from parley.cli.excerpts import Excerpts
from parley.cli.telling import Progress, say, say_and, show, tally, tell

if TYPE_CHECKING:
    from parley.desk.addresses import SourceAddress
    from parley.model.address import Verdict
    from parley.model.problem import Problem
    from parley.site import Order

AGENT = f"Parley/{__version__} (a newsroom's check that its sources are still there; asks each page once)"
STATES = {"alive": "as they were", "moved": "moved", "dead": "dead", "unknown": "not to be told"}


def links(order: Order, wish: argparse.Namespace) -> int:
    """Ask, and tell what is dead and what has moved. 1 where a source is dead and no copy is kept, else 0."""
    import msgspec

    from parley.desk.addresses import addresses
    from parley.site import worked_out
    from parley.web import Limits, verdicts

    work = worked_out(msgspec.structs.replace(order, drafts=True))
    asked = addresses(work.whole, _files(order, wish.files, {brief.file for brief in work.whole.briefs.values()}))
    if not asked:
        show("No source has an address: there is nothing to ask for.")
        return 0
    limits = Limits(agent=AGENT, seconds=wish.timeout, local=wish.local)
    with Progress() as progress:
        found = verdicts([address.url for address in asked], limits, progress.told)
    if all(verdict.unheard for verdict in found.values()):
        return say_and(0, f"{_nobody(len(found))}. There seems to be no network, so nothing can be told.")
    return _tell(order, asked, found)


def _nobody(number: int) -> str:
    return "The one address did not answer" if number == 1 else f"None of {number} addresses answered"


def _tell(order: Order, asked: Sequence[SourceAddress], found: Mapping[str, Verdict]) -> int:
    from parley.desk.addresses import problem

    excerpts = Excerpts(order.root)
    problems: list[Problem] = []
    for address in asked:
        verdict = found[address.url]
        if verdict.state == "unknown":
            where = (order.root / address.place.file).as_posix()
            say(f"{where}:{address.place.line}: could not be checked, {verdict.why}: {address.url}")
        line = excerpts.lines(address.place.file)[address.place.line - 1 : address.place.line]
        if told := problem(address, verdict, line[0] if line else ""):
            problems.append(told)
    tell(order, sorted(problems))
    number = Counter(verdict.state for verdict in found.values())
    states = ", ".join(f"{number[state]} {words}" for state, words in STATES.items() if number[state])  # type: ignore[index]
    show(f"{len(found)} {'address' if len(found) == 1 else 'addresses'} asked: {states}")
    if problems:
        say(tally(problems))
    return 1 if any(one.severity == "error" or order.strict for one in problems) else 0


def _files(order: Order, typed: Sequence[str], known: set[str]) -> set[str]:
    """The files that are asked for, as briefs name theirs: typed as seen from here or from the site's folder."""
    files = set()
    for text in typed:
        seen = {text, os.path.relpath(Path(text).resolve(), order.root.resolve())}
        seen |= {f"briefs/{text}", f"briefs/{text}.yaml"}
        match = seen & known
        if not match:
            raise WrongUse(
                f'links "{text}": no such brief; give its file, such as {min(known, default="briefs/a.yaml")}'
            )
        files |= match
    return files


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
        if not 0 < seconds <= 300:
            raise ValueError
    except ValueError:
        raise argparse.ArgumentTypeError(f'"{text}" is no number of seconds; write 1 to 300') from None
    return seconds


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="*", metavar="FILE", help="only the sources of these briefs")
    parser.add_argument("--timeout", type=_seconds, default=10, metavar="SECONDS", help="for each answer (default: 10)")
    parser.add_argument("--local", action="store_true", help="ask machines of your own network, too; off for safety")


LINKS = Command("links", "ask the network whether your sources are still there", links, _arguments)
