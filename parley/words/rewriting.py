"""Prose, before and after, sentence by sentence.

Sentences are told apart by their marks and the space behind them, so an abbreviation may count as an end. That shows
in how many sentences are said to have changed, and nowhere else.
"""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher

from parley.model.keys import Noun

END = re.compile(r"(?<=[.!?…])((?:[\"'”’»)\]]|\[\^[^\]]*\])*)(?:\s+|$)|\n\s*\n")
WORD = re.compile(r"\w+(?:[-’'.,:]\w+)*")


class Rewritten(Noun, frozen=True, kw_only=True):
    """The sentences that went, and those that came in their place; ``of`` is how many there are now."""

    gone: tuple[str, ...]
    come: tuple[str, ...]
    of: int

    @property
    def changed(self) -> int:
        """How many sentences are others now, counting those that came or else those that went."""
        return max(len(self.come), len(self.gone))

    @property
    def wholly(self) -> bool:
        """Whether most of the text is new."""
        return self.of > 1 and len(self.come) * 2 > self.of


def sentences(text: str) -> list[str]:
    """The sentences of Markdown, each on one line."""
    found, at = [], 0
    for match in END.finditer(text):
        end = match.end(1) if match[1] is not None else match.start()
        found.append(text[at:end])
        at = match.end()
    return [" ".join(it.split()) for it in [*found, text[at:]] if it.strip()]


def rewritten(was: str, now: str) -> Rewritten:
    """What changed from ``was`` to ``now``, which may be empty."""
    old, new = sentences(was), sentences(now)
    gone: list[str] = []
    come: list[str] = []
    for how, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if how != "equal":
            gone += old[a:b]
            come += new[c:d]
    return Rewritten(gone=tuple(gone), come=tuple(come), of=len(new))


def words(text: str) -> list[str]:
    """The words of a text as far as they count: without case, marks and spaces."""
    return [word.casefold() for word in WORD.findall(unicodedata.normalize("NFC", text))]


def is_touch(was: str, now: str) -> bool:
    """Whether only case, marks and spaces differ."""
    return words(was) == words(now)
