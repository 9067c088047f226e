"""The commands: what is asked for, what is told, and how it ends. The only room that prints, or asks the clock.

Exit codes: 0 fine, 1 problems (of the content, or of the disk), 2 wrong use, 130 and 143 when stopped by a signal.
Everything heavy is imported where it is used, so that ``--help`` is immediate.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import sys
from collections.abc import Sequence

from parley.cli.arguments import WrongUse, order_of, parser
from parley.cli.build import BUILD, CHECK
from parley.cli.completion import COMPLETION, answer_shell
from parley.cli.diff import DIFF
from parley.cli.draft import DRAFT
from parley.cli.explain import EXPLAIN
from parley.cli.fmt import FMT
from parley.cli.forms.look import choose
from parley.cli.import_ import IMPORT
from parley.cli.links import LINKS
from parley.cli.list import LIST
from parley.cli.new import NEW
from parley.cli.promote import PROMOTE
from parley.cli.reference import REFERENCE
from parley.cli.rename import RENAME
from parley.cli.schema import SCHEMA
from parley.cli.serve import SERVE
from parley.cli.stopping import Stopped, stoppable
from parley.cli.streams import whole_streams
from parley.cli.telling import say_and
from parley.cli.theme import THEME
from parley.cli.zip import ZIP

COMMANDS = {
    command.name: command
    for command in (
        BUILD,
        SERVE,
        CHECK,
        EXPLAIN,
        NEW,
        FMT,
        LIST,
        LINKS,
        ZIP,
        DIFF,
        DRAFT,
        IMPORT,
        RENAME,
        PROMOTE,
        SCHEMA,
        THEME,
        REFERENCE,
        COMPLETION,
    )
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code. ``arguments`` are those of the process unless given."""
    whole_streams()
    try:
        wish = _wish(arguments)
        choose(getattr(wish, "color", "auto"))
        with stoppable():
            code = COMMANDS[wish.command or BUILD.name].run(order_of(wish), wish)
            sys.stdout.flush()  # what can't be written is told here, and not at the interpreter's end
            return code
    except WrongUse as error:
        return say_and(2, f"parley: {error}")
    except KeyboardInterrupt:
        return say_and(130, "parley: stopped; the site in the output folder is whole")
    except Stopped:
        return 143
    except MemoryError:
        return say_and(1, "parley: out of memory; the site in the output folder is whole")
    except BrokenPipeError:
        _drop(1, 2)  # whoever read the messages is gone
        return 1
    except OSError as error:
        _drop(1)
        try:
            return say_and(1, f"parley: {error.strerror or error}" + (f": {error.filename}" if error.filename else ""))
        except OSError:  # nothing can be said any more
            _drop(2)
            return 1
    except ModuleNotFoundError:
        raise
    except ImportError as error:  # a library that can't be loaded; the heavy ones are, where they are used
        return say_and(1, f"parley: a package can't be loaded: {error}")


def _wish(arguments: Sequence[str] | None) -> argparse.Namespace:
    """What the ``arguments`` ask for. Raises :class:`SystemExit` where that is help, or wrong."""
    line = parser(COMMANDS.values())
    answer_shell(line)
    try:
        return line.parse_args(arguments)
    except SystemExit as end:
        try:
            sys.stdout.flush()
            sys.stderr.flush()
        except OSError:  # no one can be told
            _drop(1, 2)
            raise SystemExit(end.code or 1) from None
        raise


def _drop(*streams: int) -> None:
    """Lead ``streams`` (file descriptors) nowhere, so that what is still in their buffers can't fail once more."""
    with contextlib.suppress(OSError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        for stream in streams:
            os.dup2(nowhere, stream)
        os.close(nowhere)
