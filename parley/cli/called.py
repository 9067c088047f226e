"""How this program was called, for messages that name the next command to be called the same way."""

from __future__ import annotations

import os
import shlex
import shutil
import sys
from pathlib import Path


def called() -> str:
    """``parley`` where that is what a shell finds; else as it was typed, such as ``.venv/bin/parley`` or
    ``python build.py``."""
    name = sys.argv[0]
    if name.endswith("__main__.py"):
        return "python -m parley"
    if name.endswith(".py"):
        return f"python {name}"
    base = os.path.basename(name) or "parley"  # noqa: PTH119 (a name as typed)
    if name in ("", base):
        return base
    found = shutil.which(base)
    same = found and Path(found).exists() and Path(name).exists() and Path(found).samefile(name)
    return base if same or not Path(name).exists() else shlex.quote(name)
