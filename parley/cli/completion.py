"""``completion`` prints what makes a shell complete Parley's commands, options and values; and the answer to a shell.

Both are argcomplete's, see docs/decisions: the parser of the command line is the one source of what can be typed, so
nothing here lists a command or an option. It is loaded only where a shell asks.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from parley.cli.command import Command
from parley.cli.telling import show

if TYPE_CHECKING:
    from parley.site import Order

SHELLS = ("bash", "zsh", "fish")
ASKED = "_ARGCOMPLETE"  # what the script of a shell sets


def completion(_order: Order, wish: argparse.Namespace) -> int:
    """Print the script of a shell."""
    from argcomplete.shell_integration import shellcode

    show(shellcode(["parley"], shell=wish.shell, complete_arguments=["-o", "nospace"]).strip())
    return 0


def answer_shell(parser: argparse.ArgumentParser) -> None:
    """Where a shell asks what could follow, tell it, and end the process; else do nothing."""
    if ASKED not in os.environ:
        return
    import argcomplete

    for command, own in [("", parser), *_commands(parser)]:
        for action in own._actions:
            if action.choices is None:
                action.completer = _completer(command, action.dest)  # type: ignore[attr-defined]
    argcomplete.autocomplete(parser, always_complete_options=False)


def _completer(command: str, argument: str) -> object:
    from parley.cli.offered import offers

    def completed(prefix: str, parsed_args: argparse.Namespace, **_rest: object) -> Iterable[str]:
        try:
            words = offers(command, argument)(parsed_args, prefix)
            return words if isinstance(words, Mapping) else list(words)
        except Exception:  # whatever it is, it must not stand in the line that somebody types
            return []

    return completed


def _commands(parser: argparse.ArgumentParser) -> Iterable[tuple[str, argparse.ArgumentParser]]:
    return next(action.choices.items() for action in parser._actions if isinstance(action, argparse._SubParsersAction))


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("shell", choices=SHELLS, help="your shell; docs/installing.md says where its script goes")


COMPLETION = Command("completion", "print what makes a shell complete what you type", completion, _arguments, False)
