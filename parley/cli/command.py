"""What a command is: its name, what it says of itself, the arguments it takes, and what it does."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from parley.site import Order

Taken = Callable[[argparse.ArgumentParser], None]


def _nothing_more(_parser: argparse.ArgumentParser) -> None:
    """Take no arguments but those of all commands."""


class Command(NamedTuple):
    """One command. ``run`` gets the order and the arguments, and returns the exit code; it may raise
    :class:`~parley.cli.arguments.WrongUse`. ``takes`` adds the command's own arguments."""

    name: str
    help: str
    run: Callable[[Order, argparse.Namespace], int]
    takes: Taken = _nothing_more
    of_a_site: bool = True  # whether it takes the arguments that tell which site is meant
