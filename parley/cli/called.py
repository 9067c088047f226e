"""How this program was called, for messages that name the next command to be called the same way."""

from __future__ import annotations

import sys


def called() -> str:
    """``parley``, or ``python build.py`` where that is what was typed."""
    name = sys.argv[0]
    if name.endswith("__main__.py"):
        return "python -m parley"
    return f"python {name}" if name.endswith(".py") else name.rpartition("/")[2] or "parley"
