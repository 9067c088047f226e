"""Links of Markdown in prose, ``[words](address)`` and ``[words][name]``: only where they end, and found in time.

Python-Markdown (3.11) goes letter by letter from each bracket to the end of the text, so that four hundred brackets
that nobody closed take seconds; here it goes from bracket to bracket. And it takes an address that begins with a
quotation mark and has a bracket in it for whole before it has ended: ``[a]('(b c`` became a link, and lost a letter.
"""

from __future__ import annotations

import re

from markdown import Markdown
from markdown.inlinepatterns import (
    LINK_RE,
    LinkInlineProcessor,
    ReferenceInlineProcessor,
    ShortReferenceInlineProcessor,
)

BRACKET = re.compile(r"[\[\]]")
LONGEST = 4_000  # letters of an address with its title; none in use is longer


class _Words(LinkInlineProcessor):
    """The words of a link."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(LINK_RE, md)

    def getText(self, data: str, index: int) -> tuple[str, int, bool]:  # noqa: N802 - the name is Python-Markdown's
        """What stands between the bracket before ``index`` and the one that closes it, where that is, and whether."""
        depth = 1
        for found in BRACKET.finditer(data, index):
            depth += 1 if found[0] == "[" else -1
            if depth == 0:
                return data[index : found.start()], found.end(), True
        return data[index:], len(data), False


class Links(_Words):
    """``[words](address "title")``."""

    def getLink(self, data: str, index: int) -> tuple[str, str | None, int, bool]:  # noqa: N802 - the same
        """Address, title and end of what begins with the bracket at ``index``, and whether it is a link."""
        href, title, end, handled = super().getLink(data[: index + LONGEST], index)
        return href, title, end, handled and end > index and data[end - 1] == ")"


class References(_Words, ReferenceInlineProcessor):
    """``[words][name]``, where the name's address stands apart."""


class ShortReferences(_Words, ShortReferenceInlineProcessor):
    """``[name]``, the same."""
