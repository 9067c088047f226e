"""How long a text is for a reader: its sentences, and the words of each.

Counted so that nothing short is called long: where it is not sure that a sentence ends, it ends, but for the stops of
well-known abbreviations. In scripts that put no space between words, words are not counted at all.
"""

from __future__ import annotations

import re

MARKS = re.compile(r"\[\^[^\]]*\]|\[\[[^\]|]*\||\[\[(?:proposal:|brief:)?|\]\]|\]\([^)\s]*\)|[*`\[]")
WIDE = "\u3002\uff01\uff1f\uff61"  # the stops of Chinese and Japanese, behind which stands no space
# Those of Latin script, Arabic, Urdu, Hindi, and the wide ones, with the closing marks behind them.
ENDS = re.compile(
    f"(?:[.!?…\u203d\u061f\u06d4\u0964\u0965]+[\"'\u201d\u2019»\u203a)\\]]*(?=\\s|$)|[{WIDE}]+[\u300d\u300f\u201d]*)"
)
PARAGRAPH = re.compile(r"\n\s*\n|\n(?=\s*(?:[-*+]|\d+[.)])\s)")
# Scripts without spaces between words: Thai, Lao, Burmese, Khmer, kana, and the Chinese signs.
UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
WORD = re.compile(r"\w")
# Before a name or a number a stop behind one of these ends nothing.
TITLES = (
    "mr mrs ms mx dr prof st sr jr gen col lt sgt capt maj adm cmdr sen rep gov pres rev hon amb min no nos nr vs art "
    "arts para sec ch vol fig p pp ca approx mme mlle m me hr fr frau dott sra av bd"
)
LAST = re.compile(r"(?:^|[\s(\[\"'“«])([^\W\d_]+(?:\.[^\W\d_]+)*)\.$")


def sentences(text: str) -> list[str]:
    """The sentences of ``text`` (plain or Markdown), without the marks of Markdown."""
    found = []
    for paragraph in PARAGRAPH.split(text):
        plain = " ".join(MARKS.sub("", paragraph).split())
        begin = 0
        for end in ENDS.finditer(plain):
            if not _goes_on(plain, begin, end):
                found.append(plain[begin : end.end()].strip())
                begin = end.end()
        found.append(plain[begin:].strip())
    return [sentence for sentence in found if sentence]


def word_count(text: str) -> int:
    """How many words ``text`` has; 0 where it is in a script that does not part them."""
    if UNSPACED.search(text):
        return 0
    return sum(WORD.search(part) is not None for part in MARKS.sub("", text).split())


def _goes_on(plain: str, begin: int, end: re.Match[str]) -> bool:
    """Whether the sentence goes on behind what looks like its end."""
    before, after = plain[begin : end.start() + 1], plain[end.end() :].lstrip()
    if not after:
        return False
    if after[0].islower():
        return True
    if end[0][0] in WIDE or end[0][0] != ".":
        return False
    if not (last := LAST.search(before)):
        return False
    word = last[1].lower()
    number = word in ("no", "nos", "nr", "art", "arts", "p", "pp", "para", "sec", "ch", "vol", "fig")
    return after[0].isdigit() if number else word in TITLES.split()
