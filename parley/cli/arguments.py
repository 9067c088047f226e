"""What was asked for: the arguments of a command, and the order that follows from them."""

from __future__ import annotations

import argparse
import datetime as dt
import os
from collections.abc import Iterable
from datetime import MAXYEAR, MINYEAR
from pathlib import Path
from typing import TYPE_CHECKING

from parley import __version__
from parley.cli.forms.look import CHOICES

if TYPE_CHECKING:
    from parley.cli.command import Command
    from parley.site import Order

DESCRIPTION = "Turn YAML briefs into a static site of explainers and cross-linked actor pages."


class WrongUse(Exception):
    """The command cannot be understood or carried out as it was given."""


def parser(commands: Iterable[Command]) -> argparse.ArgumentParser:
    """The parser of the whole line: the options of all commands, and ``commands`` with their own."""
    common = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    common.add_argument("--root", metavar="DIR", help="the site's folder, with briefs/ in it (default: this one)")
    common.add_argument("--output", metavar="DIR", help="where the site goes (default: output/ in the root)")
    common.add_argument("--as-of", metavar="DATE", help="build the site as it stood on that day, such as 2025-05-11")
    common.add_argument("--drafts", action="store_true", help="build briefs that are marked as drafts, too")
    common.add_argument("--strict", action="store_true", help="take warnings for errors")
    common.add_argument("-v", "--verbose", action="store_true", help="tell more of what is done")
    common.add_argument("--color", choices=CHOICES, help="messages in colour: auto (on a terminal), always or never")
    top = argparse.ArgumentParser(prog="parley", description=DESCRIPTION, parents=[common], allow_abbrev=False)
    top.add_argument("--version", action="version", version=f"parley {__version__}")
    subparsers = top.add_subparsers(dest="command", metavar="COMMAND")
    for command in commands:
        own = subparsers.add_parser(
            command.name, parents=[common] if command.of_a_site else [], help=command.help, allow_abbrev=False
        )
        command.takes(own)
    return top


def order_of(wish: argparse.Namespace) -> Order:
    """What is to be built. Raises :class:`WrongUse`."""
    from parley.site import Order

    for option in ("root", "output"):  # most likely a variable of a script that was never set
        if getattr(wish, option, ".") == "":
            raise WrongUse(f'--{option} "": no folder is named; leave the option out for the usual one')
    root = Path(getattr(wish, "root", "."))
    if not os.path.isdir(root):  # noqa: PTH112 - no fault where no folder can have such a name
        raise WrongUse(f"--root {root}: no such folder")
    asked = getattr(wish, "as_of", None)
    return Order(
        root=root,
        now=now(),
        as_of=None if asked is None else day_asked(asked, "--as-of"),
        drafts=getattr(wish, "drafts", False),
        strict=getattr(wish, "strict", False),
        jobs=getattr(wish, "jobs", None) or 0,
        executor=getattr(wish, "executor", None) or "",
    )


def day_asked(text: str, option: str) -> dt.date:
    """The day that was given for ``option``. Raises :class:`WrongUse`."""
    try:
        day = dt.date.fromisoformat(text)
        if day.isoformat() != text or not MINYEAR < day.year < MAXYEAR:  # a week later or a zone away is a day, too
            raise ValueError
    except ValueError:
        raise WrongUse(f'{option} "{text}" is not a day; write it like 2025-05-11') from None
    return day


def now() -> dt.datetime:
    """When the build is: ``SOURCE_DATE_EPOCH`` where that is set (reproducible-builds.org), else the clock."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not epoch:
        return dt.datetime.now(dt.UTC)
    try:
        then = dt.datetime.fromtimestamp(int(epoch), dt.UTC)
        if not MINYEAR < then.year < MAXYEAR:
            raise ValueError
    except (ValueError, OverflowError, OSError):
        raise WrongUse(f'SOURCE_DATE_EPOCH is "{epoch}", which is not a number of seconds') from None
    return then


def output_of(order: Order, wish: argparse.Namespace) -> Path:
    return Path(getattr(wish, "output", None) or order.root / "output")
