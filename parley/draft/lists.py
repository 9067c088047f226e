"""Word lists as they are easily read and kept: words in a text, with spaces between them."""

from __future__ import annotations


def listed(words: str) -> list[str]:
    """The words of a list."""
    return words.split()
