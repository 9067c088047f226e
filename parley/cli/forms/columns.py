"""How much room text takes on a terminal, and how it is shown there so that nothing in it acts or hides.

A wide letter (UAX #11) takes two columns and a combining mark none; a tab reaches to the next stop, with a sign to see
it by. Signs that would not show, or would steer the terminal, are shown as one sign that stands for them.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

STOP = 4
TAB, OTHER_SPACE, UNSEEN = "→", "␣", "�"


def cells(text: str, encoding: str = "utf-8") -> list[str]:
    """What is shown for each character of ``text``: one piece a character, so that places in it are kept."""
    shown, at = [], 0
    for sign in text:
        piece = (_shown(TAB, encoding, " ") + " " * (STOP - 1 - at % STOP)) if sign == "\t" else _cell(sign, encoding)
        at += width(piece)
        shown.append(piece)
    return shown


def width(text: str) -> int:
    """The columns that ``text`` takes."""
    return len(text) if text.isascii() else sum(map(_width, text))


def wrapped(text: str, room: int, indent: str = "") -> Iterator[str]:
    """``text`` in lines of at most ``room`` columns, parted between words; further lines begin with ``indent``. None
    begins with "::" because of that: GitHub would take it for a command, also behind spaces."""
    line = ""
    for word in text.split(" "):
        if line.strip() and not word.startswith("::") and width(line) + 1 + width(word) > room:
            yield line
            line = indent + word
        else:
            line = f"{line} {word}" if line else word
    yield line


def _width(sign: str) -> int:
    if unicodedata.category(sign) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1


def _cell(sign: str, encoding: str) -> str:
    if sign.isprintable() or unicodedata.category(sign) in ("Mn", "Me"):
        return _shown(sign, encoding, "?" * _width(sign))
    if sign < " ":
        return _shown(chr(0x2400 + ord(sign)), encoding, "?")  # Unicode's pictures of control characters
    return _shown(OTHER_SPACE if unicodedata.category(sign) == "Zs" else UNSEEN, encoding, "?")


def _shown(sign: str, encoding: str, otherwise: str) -> str:
    """``sign``, or ``otherwise`` where the terminal's encoding lacks it."""
    try:
        sign.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return otherwise
    return sign
