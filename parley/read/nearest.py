"""The nearest right word for a misspelt one, or none: a wrong suggestion costs a writer more than a missing one.

Fewer slips are believed in shorter words, and at least half of the letters must be right. Of two words that are equally
near neither is the nearest; both can be told.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

LONGEST_WORD = 200  # no id and no key is longer


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The word of ``known`` that ``word`` was meant to be, if one is near enough."""
    return Words(dict.fromkeys(known, ())).nearest(word)


class Words:
    """Words to choose from, each with other names that it goes by; prepared once for many a misspelt word."""

    def __init__(self, known: Mapping[str, Iterable[str]]) -> None:
        self.names = [
            (folded, _letters(folded), candidate)
            for candidate, names in known.items()
            for folded in dict.fromkeys(map(_folded, (candidate, *names)))
        ]

    def nearest(self, word: str) -> str | None:
        """The one that ``word`` was meant to be, if one is near enough and no other is as near."""
        found = self.nearby(word)
        return found[0] if len(found) == 1 else None

    def nearby(self, word: str) -> tuple[str, ...]:
        """Those that ``word`` may have been meant to be: one, or several that are equally near, or none."""
        typed = _folded(word) if len(word) <= LONGEST_WORD else ""
        if not typed:
            return ()
        near = self._near(typed)
        if not near:
            return tuple(dict.fromkeys(self._by_part(typed)))
        best = min(rank for rank, _ in near)
        return tuple(dict.fromkeys(candidate for rank, candidate in near if rank == best))

    def _near(self, typed: str) -> list[tuple[tuple[int, int], str]]:
        """What is near enough, with its rank: slips, then letters in common (negative)."""
        limit, letters, length = _allowed(typed), _letters(typed), len(typed)
        found = []
        for name, others, candidate in self.names:
            if abs(len(name) - length) > limit or (letters ^ others).bit_count() > 2 * limit:
                continue  # a slip adds or takes away one letter, or changes two
            slips = _distance(typed, name, limit + 1)
            if slips <= limit and 2 * (shared := _shared(typed, name)) >= max(length, len(name)):
                found.append(((slips, -shared), candidate))
        return found

    def _by_part(self, typed: str) -> Iterator[str]:
        """Those that have ``typed`` as a whole part of a name ("Vladimir Putin" for putin), or are part of it."""
        words = set(typed.split("-"))
        for name, _, candidate in self.names:
            if len(name) > 3 and (
                (len(typed) > 3 and typed in name and (name.startswith(typed) or typed in name.split("-")))
                or name in words
            ):
                yield candidate


def _allowed(typed: str) -> int:
    """How many slips are believed in a word of this length."""
    return 1 if len(typed) < 3 else 2 if len(typed) < 12 else 3


def _folded(word: str) -> str:
    """``word`` without case, accents and choice of separator."""
    text = unicodedata.normalize("NFKD", word.strip().casefold())
    return "".join(
        "-" if char in " _-" else char for char in text if not unicodedata.combining(char) and char not in "'’‘“”„«»\"."
    )


def _letters(folded: str) -> int:
    """The letters of a word as bits, to tell words apart that can't be near."""
    bits = 0
    for char in folded:
        bits |= 1 << (ord(char) & 63)
    return bits


def _shared(one: str, other: str) -> int:
    """How many letters two words have in common, in whatever order."""
    return (Counter(one) & Counter(other)).total()


def _distance(one: str, other: str, limit: int) -> int:
    """Slips between two words: letters added, left out, changed, or two neighbours swapped (optimal string alignment).

    Stops counting at ``limit``.
    """
    if abs(len(one) - len(other)) >= limit:
        return limit
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, left in enumerate(one, 1):
        after = [i]
        for j, right in enumerate(other, 1):
            cost = min(row[j] + 1, after[j - 1] + 1, row[j - 1] + (left != right))
            if i > 1 and j > 1 and left == other[j - 2] and one[i - 2] == right:
                cost = min(cost, before[j - 2] + 1)
            after.append(cost)
        if min(after) >= limit:
            return limit
        before, row = row, after
    return row[-1]
