"""Whether a change of prose is more than a slip of the pen."""

from __future__ import annotations

from difflib import SequenceMatcher

from parley.words.rewriting import WORD, rewritten, words

SMALL = 0.75  # likeness of two spellings of one word


def is_slip(was: str, now: str) -> bool:
    """Whether the two differ in no more than case, marks, spaces and the spelling of a word that is no figure."""
    old, new = words(was), words(now)
    if len(old) != len(new):
        return False
    pairs = [(a, b) for a, b in zip(old, new, strict=True) if a != b]
    return len(pairs) <= 1 and all(_spelling(a, b) for a, b in pairs)


def slipped_facts(was: str, now: str) -> list[tuple[str, str]]:
    """Figures and names that were put in the place of others, in sentences that are otherwise the same: (was, now)."""
    found = []
    change = rewritten(was, now)
    for before in change.gone:
        for after in change.come:
            old, new = WORD.findall(before), WORD.findall(after)
            if len(old) != len(new) or len(old) < 4:
                continue
            pairs = [(a, b) for a, b in zip(old, new, strict=True) if a.casefold() != b.casefold()]
            if len(pairs) <= 2:
                found += [
                    (a, b) for a, b in pairs if _is_fact(a) and _is_fact(b) and not _spelling(a.lower(), b.lower())
                ]
    return found


def _is_fact(word: str) -> bool:
    return word[0].isdigit() or word[0].isupper()


def _spelling(was: str, now: str) -> bool:
    if any(sign.isdigit() for sign in was + now) or min(len(was), len(now)) < 4:
        return False
    return SequenceMatcher(None, was, now, autojunk=False).ratio() >= SMALL
