"""Emphasis of Markdown, so that no letter is lost on the way.

Python-Markdown (3.11) works out all the emphasis of a text at once and hands it out piece by piece, each at the next
sign that it meets. Where that sign belongs to no emphasis (the second star after ``_*b**``), or stands in another text
(the words behind a nested emphasis), it takes the piece for standing there, and letters are lost or said twice:
``_*b** *abc*`` comes out as ``_b a c``. So each piece is looked for where it really stands: what has been handed out
before only moved what follows, by as much as the text is longer or shorter now. Pieces within pieces are put together
here, too, and a piece whose last sign would be a star and a letter is none. And where Python-Markdown goes letter by
letter to the next sign, from each sign anew, here the signs themselves are looked for.
"""

from __future__ import annotations

import re
from itertools import islice, takewhile
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.inlinepatterns import Delimiter, DelimiterProcessor

SIGN = re.compile(r"[*_]")


class Emphasis(DelimiterProcessor):
    """``*`` and ``_``, as Python-Markdown reads them."""

    def __init__(self, md: Markdown) -> None:
        super().__init__("*", "strong,em", md)
        self.add("_", "strong,em", smart=True)
        self.text = ""  # in which the pieces that are still to be handed out were found

    def handleMatch(  # type: ignore[override]  # noqa: N802 - the name is Python-Markdown's
        self, m: re.Match[str], data: str
    ) -> tuple[Element | None, int | None, int | None]:
        """What is emphasised from the sign ``m`` of ``data`` on, with its start and end; no element where nothing."""
        at = m.start(0)
        if self.regions:
            begins = self.regions[self.cache_index][0]
            moved = len(data) - len(self.text)
            here = begins + moved
            if here < at or data[here:] != self.text[begins:]:
                self.reset()
            elif at < here:
                return None, at, at + 1
            else:
                self.cache_pos = begins
        if not self.regions:
            self.text = data
        return super().handleMatch(m, data)

    def search(self, data: str, start: int) -> re.Match[str] | None:
        """The next signs that can begin a piece, or end one that has begun."""
        for sign in SIGN.finditer(data, start):
            delim = self.delimiters[sign[0]]
            found = delim.boundary.match(data, sign.start())
            if found and (delim.stack or not (found.lastgroup or "").startswith("e")):
                return found
        return None

    def add_region(self, delim: Delimiter, a: int, b: int, c: int, d: int, size: int) -> None:
        """Note a piece, if its signs are nothing but signs: two stars may be paired with one and the letter behind."""
        if set(self.text[a:b] + self.text[c:d]) == {delim.token}:
            super().add_region(delim, a, b, c, d, size)

    def _build_element(self, data: str, start: int = 0, offset: int = 0) -> tuple[Element, int]:
        """The element of the piece ``start`` with all that is nested in it, and how many pieces these are. One that
        crosses another stays as typed."""
        first = self.regions[start]
        inner = list(takewhile(lambda each: each[0] < first[3], islice(self.regions, start + 1, None)))
        root = Element(_tag(first))
        open_ = [(root, first)]
        at = first[1]
        for each in inner:
            while len(open_) > 1 and each[0] >= open_[-1][1][2]:
                element, piece = open_.pop()
                _add(element, data[at + offset : piece[2] + offset])
                at = piece[3]
            outer, around = open_[-1]
            if each[0] < at or each[3] > around[2]:
                continue
            _add(outer, data[at + offset : each[0] + offset])
            open_.append((SubElement(outer, _tag(each)), each))
            at = each[1]
        for element, piece in reversed(open_):
            _add(element, data[at + offset : piece[2] + offset])
            at = piece[3]
        return root, 1 + len(inner)


# Begin and end of the first sign and of the last, their tags, and how many signs stand together.
Piece = tuple[int, int, int, int, tuple[str, str], int]


def _tag(piece: Piece) -> str:
    return piece[4][0] if piece[5] == 2 else piece[4][1]


def _add(element: Element, text: str) -> None:
    """Put ``text`` behind all that stands in ``element``."""
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text
