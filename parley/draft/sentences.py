"""An article -> its sentences, each with the line it stands on. Quotes and abbreviations don't end a sentence."""

from __future__ import annotations

import re

import msgspec

from parley.draft.lists import listed

LONGEST = 900  # letters of a sentence; what is longer is a table or no prose, and is cut
WRAPPED = 100  # a text without longer lines may be wrapped by hand
ABBREVIATIONS = frozenset(
    listed(
        "mr mrs ms dr prof gen col lt capt sgt sen rep gov hon rev st jr sr no vs etc inc ltd co corp cllr "
        "jan feb mar apr jun jul aug sep sept oct nov dec mt ft approx fig u.s u.k e.u u.n a.m p.m d.c"
    )
)
END = re.compile(r"[.!?]{1,4}[\"”’')\]]{0,3}(?=\s)")
CLOSED = re.compile(r"[.!?:][\"”’')\]]{0,3}$")


class Sentence(msgspec.Struct, frozen=True):
    """One sentence: its ``text`` on one line, the ``line`` it begins on (from 1), and its number in the article."""

    text: str
    line: int
    at: int
    headline: bool = False


def cleaned(text: str) -> str:
    """``text`` with line ends as ``\\n`` and without anything that does not show."""
    lines = re.sub(r"\r\n?|[\u2028\u2029\x0b\x0c\x85]", "\n", text)
    return "".join(sign if sign.isprintable() or sign == "\n" else " " for sign in lines)


def sentences(text: str) -> list[Sentence]:
    """The sentences of ``text``, which is cleaned. The first is a headline if it stands alone without a full stop."""
    lines = text.split("\n")
    wrapped = max(map(len, lines)) <= WRAPPED
    found: list[Sentence] = []
    block: list[tuple[int, str]] = []
    for number, line in enumerate([*lines, ""], 1):
        line = " ".join(line.split())
        if line:
            block.append((number, line))
            first = not found and len(block) == 1
            if wrapped and not (first and _headline(line, lines[number] if number < len(lines) else "")):
                continue
        _add(found, block)
        block = []
    return found


def _headline(line: str, following: str) -> bool:
    words = [word for word in line.split() if len(word) > 3]
    titled = sum(word[0].isupper() for word in words) >= 0.6 * len(words)
    return not CLOSED.search(line[-5:]) and (titled or not following.strip())


def _add(found: list[Sentence], block: list[tuple[int, str]]) -> None:
    """Put the sentences of one paragraph behind those ``found``."""
    if not block:
        return
    starts, text = [], " ".join(line for _, line in block) + " "
    offset = 0
    for number, line in block:
        starts.append((offset, number))
        offset += len(line) + 1
    begin, row = 0, 0
    for end in [*_ends(text), len(text)]:
        for cut in range(begin, end, LONGEST):
            while row + 1 < len(starts) and starts[row + 1][0] <= cut:
                row += 1
            if piece := text[cut : min(cut + LONGEST, end)].strip():
                head = not found and not CLOSED.search(piece[-5:])
                found.append(Sentence(piece, starts[row][1], len(found), head))
        begin = end


def _ends(text: str) -> list[int]:
    """Where sentences end in a paragraph."""
    ends = []
    inside, seen = False, 0
    for match in END.finditer(text):
        for sign in text[seen : match.end()]:
            inside = not inside if sign == '"' else True if sign == "“" else False if sign == "”" else inside
        seen = match.end()
        word = text[max(0, match.start() - 12) : match.start()].rpartition(" ")[2].lower().lstrip("(“\"'")
        after = text[match.end() : match.end() + 3].lstrip()[:1]
        abbreviated = match[0] == "." and (word in ABBREVIATIONS or (len(word) == 1 and word.isalpha()))
        if not inside and not abbreviated and not after.islower():
            ends.append(match.end())
    return ends
