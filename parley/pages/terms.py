"""The terms that a brief explains: how they are found in its prose, and by which id their entries are known.

A term is looked for as a whole word, in any script, and so that ordinary writing is met: a capital at the start of a
sentence does not matter, but the capitals of an acronym do ("WHO" is not "who"). A term filed by its chief word, as
"aggression (crime of)", is met as "crime of aggression" and as "aggression". Inflected forms are not guessed at.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

FIRST = re.compile(r"\w+")
FILED = re.compile(r"(.+?)\s*\(([^()]+)\)")
SPACE = r"(?:[ \t]+|[ \t]*\n[ \t]*)"  # between the words of a term: blanks, or the end of a line

Form = tuple[str, re.Pattern[str], str]  # as it is typed, how it is met in prose, the id of the entry
Glossary = Mapping[str, tuple[Form, ...]]  # by the first word, case folded; the longest forms first


def term_anchors(terms: Mapping[str, str]) -> dict[str, str]:
    """The id of each term's entry, made from the term and never from its place in the list.

    Terms that differ in signs alone ("Weimar", "Weimar+") are told apart by a number.
    """
    found: dict[str, str] = {}
    for term in terms:
        words = re.findall(r"[^\W_]+", unicodedata.normalize("NFKC", term).casefold())
        plain = f"term-{'-'.join(words) or 'x'}"
        name, number = plain, 1
        while name in found.values():
            number += 1
            name = f"{plain}-{number}"
        found[term] = name
    return found


def glossary(terms: Mapping[str, str]) -> Glossary:
    """What to look for in prose, by its first word."""
    found: dict[str, list[Form]] = {}
    for term, anchor in term_anchors(terms).items():
        for form in _forms(term):
            if first := FIRST.match(form):
                met = re.compile(SPACE.join(map(re.escape, form.split())), re.IGNORECASE)
                found.setdefault(first[0].casefold(), []).append((form, met, anchor))
    return {word: tuple(sorted(forms, key=lambda form: (-len(form[0]), form[0]))) for word, forms in found.items()}


def term_at(text: str, at: int, limit: int, terms: Glossary) -> tuple[str, int] | None:
    """The id of the longest of ``terms`` that stands in ``text`` from ``at`` as whole words, and where it ends."""
    word = FIRST.match(text, at, limit)
    if word is None:
        return None
    for form, met, anchor in terms.get(word[0].casefold(), ()):
        found = met.match(text, at, limit)
        if found and _same(" ".join(found[0].split()), form) and _ends(text, found.end()):
            return anchor, found.end()
    return None


def _forms(term: str) -> list[str]:
    filed = FILED.fullmatch(term)
    return [f"{filed[2]} {filed[1]}", filed[1]] if filed else [" ".join(term.split())]


def _same(found: str, form: str) -> bool:
    """Whether ``found`` is ``form``, but for capitals that its place in a sentence, or in the list, may have given."""
    if found == form:
        return True
    if form[1:] != form[1:].lower() or (len(found) > 1 and found.isupper()):
        return False
    return found.casefold() == form.casefold()


def _ends(text: str, end: int) -> bool:
    """Whether a word ends here: what follows is no letter, digit or mark, nor a hyphen with a word after it."""
    after = text[end : end + 2]
    if not after:
        return True
    if after[0] in "-\u2010\u2011" and after[1:].isalnum():
        return False
    return not (after[0].isalnum() or after[0] == "_" or unicodedata.category(after[0])[0] == "M")
