"""What a build hands to the preview: a site or none, the problems to show, and one line for the terminal.

The preview is handed a builder and knows no briefs; these two values are all it understands of one. They hold text
and bytes only, so that a builder needs nothing of the preview but their names.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import msgspec


class Shown(msgspec.Struct, frozen=True):
    """One problem as a reader of the preview sees it.

    `file` is the path as the writer knows it ("" for a problem without a place), `line` and `column` count from 1 (0:
    unknown), `excerpt` is ready-made text (the line and a caret below it) or "".
    """

    file: str
    line: int
    column: int
    severity: Literal["error", "warning"]
    message: str
    excerpt: str = ""


class Built(msgspec.Struct, frozen=True):
    """What one build gives: `site` from path ("a/index.html", no leading slash) to bytes, None when errors forbade
    one."""

    site: Mapping[str, bytes] | None
    problems: tuple[Shown, ...]
    note: str
