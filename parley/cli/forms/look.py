"""What may be told to whoever reads stderr: whole excerpts or single lines, in colour or not, and how wide.

Who asks for colour gets the form for terminals too, on a pipe as well; without being asked, a pipe gets the single
lines that scripts and editors read. Sources: no-color.org, force-color.org, and the Python interpreter's own order of
them (an argument before ``NO_COLOR`` before ``FORCE_COLOR`` before ``TERM``).
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from typing import Literal, NamedTuple, TextIO, get_args

Choice = Literal["auto", "always", "never"]
CHOICES: tuple[str, ...] = get_args(Choice)
NARROWEST, USUAL, WIDEST = 40, 80, 120

_chosen: Choice = "auto"


class Look(NamedTuple):
    """``whole``: with excerpts; ``screen``: somebody sits before it, so that it must not be flooded."""

    whole: bool
    screen: bool
    colour: bool
    width: int
    encoding: str


def choose(choice: Choice) -> None:
    """Take ``choice`` for the rest of this process: what was asked for as ``--color``."""
    global _chosen
    _chosen = choice


def look(stream: TextIO | None = None, environ: Mapping[str, str] = os.environ) -> Look:
    """How to tell problems on ``stream`` (stderr unless given)."""
    stream = stream or sys.stderr
    screen = stream.isatty()
    colour = _coloured(screen, environ)
    return Look(screen or colour, screen, colour, _width(stream, environ), stream.encoding or "ascii")


def _coloured(screen: bool, environ: Mapping[str, str]) -> bool:
    if _chosen != "auto":
        return _chosen == "always"
    if environ.get("NO_COLOR"):
        return False
    if environ.get("FORCE_COLOR", "0") not in ("", "0"):
        return True
    return screen and environ.get("TERM") != "dumb"


def _width(stream: TextIO, environ: Mapping[str, str]) -> int:
    """The columns of the terminal; ``COLUMNS`` first, as everywhere."""
    asked = environ.get("COLUMNS", "")
    if asked.isascii() and asked.isdecimal() and int(asked) > 0:
        width = int(asked)
    else:
        try:
            width = os.get_terminal_size(stream.fileno()).columns or USUAL
        except (OSError, ValueError):
            width = USUAL
    return min(max(width, NARROWEST), WIDEST)
