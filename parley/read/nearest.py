"""The nearest right word for a misspelt one, or none: a wrong suggestion costs a writer more than a missing one."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The word of ``known`` that ``word`` was meant to be, if one is near enough."""
    return nearest_of(word, dict.fromkeys(known, ()))


def nearest_of(word: str, known: Mapping[str, Iterable[str]]) -> str | None:
    """The key of ``known`` that ``word`` was meant to be; the values are other names that each key goes by."""
    typed = _folded(word)
    if not typed:
        return None
    best: tuple[float, str] | None = None
    for candidate, names in known.items():
        for name in (candidate, *names):
            distance = _distance(typed, _folded(name), _allowed(typed) + 1)
            if distance <= _allowed(typed) and (best is None or (distance, candidate) < best):
                best = (distance, candidate)
    return best[1] if best else _by_part(typed, known)


def _allowed(typed: str) -> int:
    """How many slips are believed in a word of this length."""
    return 0 if len(typed) < 3 else 1 if len(typed) < 5 else 2 if len(typed) < 12 else 3


def _by_part(typed: str, known: Mapping[str, Iterable[str]]) -> str | None:
    """The one candidate that has ``typed`` as a whole part of a name ("Vladimir Putin" for putin)."""
    hits = set()
    for candidate, names in known.items():
        parts = {part for name in (candidate, *names) for part in _folded(name).split("-")}
        whole = _folded(candidate)
        if len(typed) > 3 and (
            typed in parts or (len(whole) > 3 and whole in typed.split("-")) or whole.startswith(typed)
        ):
            hits.add(candidate)
    return hits.pop() if len(hits) == 1 else None


def _folded(word: str) -> str:
    """``word`` without case, accents and choice of separator."""
    text = unicodedata.normalize("NFKD", word.strip().casefold())
    return "".join(
        "-" if char in " _-" else char for char in text if not unicodedata.combining(char) and char not in "'’\"."
    )


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
