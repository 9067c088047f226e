"""Text that acts on nothing that shows it: not on a terminal, not on the log of a workflow.

Titles and names of files come from whoever wrote them. On a terminal, control characters move the cursor, rename the
window or open a link (ECMA-48), and marks of direction make a line read as another (Unicode TR 36, 2.7). GitHub runs
what stands behind "##[" anywhere in a line of a log (the old form of its commands, ``ActionCommand.cs`` of its runner).
Lines and tabs stay, since what is told has those of its own; marks that only join letters stay, since names need them.
"""

from __future__ import annotations

import json
import re
from typing import Any

ACTING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
OLD_COMMAND = "##["


def harmless(text: str) -> str:
    """``text`` with what would act written as its number."""
    return ACTING.sub(_number, text.replace(OLD_COMMAND, "# #["))


def harmless_json(value: Any) -> str:
    """``value`` as JSON that says the same, with what would act written as JSON's own escapes."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    return ACTING.sub(_number, text.replace(OLD_COMMAND, r"#\u0023["))


def _number(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"
