"""Whether a text is English, by how many of its words are the small ones that every English text is full of."""

from __future__ import annotations

import re

from parley.draft.lists import listed

SMALL = frozenset(
    listed(
        "the of and to in a is that for it on was with as at by be from this his her he she they are have has had not "
        "but were which their an or who will would its said after been if than no more when there"
    )
)
ENOUGH = 0.17  # news prose stands near 0.4; other languages that share some words (a, in, is, was) below 0.12
FEWEST = 12  # words below which nothing can be told


def not_english(text: str) -> str:
    """Why ``text`` can't be read as English prose; empty where it can."""
    words = re.findall(r"[^\W\d_]+", text[:200_000].lower())
    if len(words) < FEWEST:
        return f"the text has only {len(words)} words; paste the whole article"
    if sum(word in SMALL for word in words) < ENOUGH * len(words):
        return "the text does not seem to be English; the rules know English alone"
    return ""
