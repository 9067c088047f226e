"""Exact words, each with the way to the place where the source has them.

The address ends in a text fragment (WICG, Scroll to Text Fragment): a browser that knows it scrolls to the words and
marks them, any other opens the page. A short quote is looked for as a whole; of a long one, or one with an omission,
the first and the last words are, since a range may run over paragraphs and a whole may not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import quote as percent

from parley.pages.desk import Desk
from parley.pages.parts import Quote

DIRECTIVE = ":~:"
OMISSION = re.compile(r"\[[^\[\]]*\]|\(\s*(?:…|\.{3})\s*\)|…|\.{3}")  # and what an editor has put in: "[the president]"
EDGES = re.compile(r"^\W+|\W+$")  # marks round the words, which a source may set in another way
WHOLE, ENDS = 12, 5  # words: the longest quote that is looked for as a whole, and how many stand for each end of others
TELLING = 3  # words: fewer say nothing of where they stand
LONGEST, LONGEST_END = 300, 40  # letters, for scripts that put no blanks between words


def quote(desk: Desk, slug: str, text: str, sources: Iterable[str]) -> Quote | None:
    """The words ``text`` of the brief ``slug`` with the source that they are looked up in: the first of ``sources``
    (full ids) that has an address, one in the language of the words before others; ``None`` without words."""
    if not text:
        return None
    listed = desk.library.briefs[slug].sources
    known = [source for full in sources if (source := listed.get(full.partition("/")[2]))]
    lang = desk.library.briefs[slug].lang_of(text)
    language = lang or desk.library.settings.language
    reachable = [source for source in known if source.url or source.archived]
    if not reachable:
        return Quote(text=text, lang=lang)
    found = min(reachable, key=lambda source: (not source.url, source.lang not in ("", language)))
    return Quote(
        text=text,
        lang=lang,
        where=text_address(found.url, text) if found.url else "",
        kept=text_address(found.archived, text) if found.archived else "",
        publisher=found.publisher or found.title,
    )


def text_address(url: str, text: str) -> str:
    """``url`` with a fragment that leads to ``text``; a fragment of its own stays, a text fragment does not."""
    page = url.partition(DIRECTIVE)[0]
    parts = ",".join(map(_encoded, _sought(text)))
    if not parts:
        return url
    return f"{page}{'' if '#' in page else '#'}{DIRECTIVE}text={parts}"


def _sought(text: str) -> list[str]:
    """The words to look for: all of them, or the first and the last."""
    pieces = [piece for part in OMISSION.split(text) if (piece := EDGES.sub("", " ".join(part.split())))]
    if not pieces:
        return []
    first, last = pieces[0], pieces[-1]
    if min(len(first.split()), len(last.split())) < TELLING:  # "I", "he": they would be found anywhere
        first = last = max(pieces, key=len)
    if first is last and len(first.split()) <= WHOLE and len(first) <= LONGEST:
        return [first]
    start, end = first.split(" ")[:ENDS], last.split(" ")[-ENDS:]
    return [EDGES.sub("", _short(start, LONGEST_END)), EDGES.sub("", _short(end, -LONGEST_END))]


def _short(words: list[str], most: int) -> str:
    """``words`` as one text; where they are not words but a text without blanks, only so many letters of it."""
    text = " ".join(words)
    if len(words) > 1 or len(text) <= abs(most):
        return text
    return text[:most] if most > 0 else text[most:]


def _encoded(text: str) -> str:
    """``text`` as a part of a text directive, whose own signs are the hyphen, the comma and the ampersand."""
    return percent(text, safe="").replace("-", "%2D")
