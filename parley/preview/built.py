"""What a build hands to the preview: a site or none, the problems to show, and one line for the terminal.

The preview is handed a builder and knows no briefs; these values are all it understands of one. They hold text, numbers
and bytes only, so that a builder needs nothing of the preview but their names.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Literal

import msgspec


class Near(msgspec.Struct, frozen=True):
    """One line of a source near a problem. ``kind``: "at" the place of the problem, "" beside it, or one of the lines
    of a mend: "-" to go, "+" to come. ``caret`` counts from 1 in the text as it is given (0: none)."""

    number: int
    text: str
    kind: Literal["", "at", "-", "+"] = ""
    caret: int = 0


class Shown(msgspec.Struct, frozen=True):
    """One problem as a reader of the preview sees it.

    `file` is the path as the writer knows it ("" for a problem without a place), `line` and `column` count from 1 (0:
    unknown). `excerpt` is ready-made text or ""; `near` are the lines around the place instead, `mend` is how they
    would be right. `cure` says what to write; `code` names an explanation that the preview can serve.
    """

    file: str
    line: int
    column: int
    severity: Literal["error", "warning"]
    message: str
    excerpt: str = ""
    cure: str = ""
    near: tuple[Near, ...] = ()
    mend: tuple[Near, ...] = ()
    code: str = ""


class Spot(msgspec.Struct, frozen=True):
    """Where something on a page was written, below the root of the sources."""

    file: str
    line: int = 1
    column: int = 1


class Draft(msgspec.Struct, frozen=True):
    """A text that is not part of the site yet: its page is the first of `paths`, all pages below them are its own."""

    title: str
    paths: tuple[str, ...]
    spot: Spot


Spots = Callable[[str], Mapping[str, Spot]]


def no_spots(_page: str) -> Mapping[str, Spot]:
    """Nothing is known."""
    return {}


class Built(msgspec.Struct, frozen=True):
    """What one build gives: `site` from path ("a/index.html", no leading slash) to bytes, None when errors forbade
    one. `problems` is None while they are not known: those of before are shown until then. `note` is for the terminal,
    or "". `spots` tells where a page ("a/index.html") was written (under "") and what has an anchor on it (under that);
    `drafts` are all there are, in this build or not.

    A `site` may make its files when they are asked for, from any thread; then `mark` tells one from another without a
    look at them. `rest` is what the build goes on with once this is shown, step by step: each may give what is to be
    shown in its place, or None; it is left off when there is something newer to build. `editions` are those that the
    site has beside it, by where they begin ("uk/"); None while that is not known.
    """

    site: Mapping[str, bytes] | None
    problems: tuple[Shown, ...] | None
    note: str
    spots: Spots = no_spots
    drafts: tuple[Draft, ...] = ()
    mark: str = ""
    rest: Iterator[Built | None] | None = None
    editions: tuple[str, ...] | None = None


class Explained(msgspec.Struct, frozen=True):
    """What a kind of problem means. `says` is HTML; `wrong` and `right` are the texts of an example ("" for none)."""

    title: str
    says: str
    wrong: str = ""
    right: str = ""
