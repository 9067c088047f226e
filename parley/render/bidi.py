"""Dates and amounts in Latin letters on a page that runs from the right.

After an Arabic letter the bidirectional algorithm takes digits for Arabic numbers (UAX 9, rule W2), so that "10 May"
would be shown as "May 10", and "10 May 2025" in three pieces. A left-to-right mark before the digits keeps such a run
together. Text alone is touched: no attribute, no script, nothing that a reader may copy from a field.
"""

from __future__ import annotations

import re

MARK = "\u200e"
RUN = re.compile(r"(?<![\w.,:/\u200e-])\d[\d.,:]*(?: to \d+)? [A-Za-z]")
TEXT = re.compile(r"(<(script|textarea|pre)\b.*?</\2>)|>([^<]+)<", re.DOTALL)


def with_marks(html: str) -> str:
    """``html`` with a left-to-right mark before each number that Latin letters follow."""
    return TEXT.sub(lambda part: part[1] or f">{RUN.sub(_marked, part[3])}<", html)


def _marked(run: re.Match[str]) -> str:
    return MARK + run[0]
