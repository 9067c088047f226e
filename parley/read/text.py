"""Bytes -> text: what a file may be made of, before anyone looks at what it says.

Refused, each at its place: files too large, other encodings than UTF-8, and characters that nobody can see or that
would turn the text around. Line ends of every sort become one, so that lines count as they do in an editor.
"""

from __future__ import annotations

import re
from codecs import BOM_UTF8

from parley.model.problem import Mend, Place, Problem

MAX_BYTES = 1 << 20
# What YAML allows in a text, less the private-use marks that prose uses inside; tab and line ends are allowed.
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ue000\ue001\ufeff\ufffe\uffff\ud800-\udfff]")
BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")
UNSEEN = re.compile(f"{FORBIDDEN.pattern}|{BIDI.pattern}")
PLAIN = bytes([9, 10, 13, *range(0x20, 0x7F)])  # the ASCII that may stand in a text
MOST_HIDDEN = 5  # lines with signs that nobody sees; with more it is no text
# YAML takes these for line ends, editors do not: as spaces they leave every place where the writer sees it.
SPACES = {0x85: " ", 0x2028: " ", 0x2029: " "}


def text(data: bytes, file: str, problems: list[Problem]) -> str | None:
    """``data``, the bytes of ``file``, as text; or ``None`` with the reason among ``problems``."""

    def refuse(code: str, found: str, expected: str, line: int = 0, column: int = 0) -> None:
        problems.append(Problem(Place(file, line, column), code, found, expected))

    if len(data) > MAX_BYTES:
        refuse("file-too-large", f"a file of more than {MAX_BYTES:,} bytes", "make it smaller: part it or cut it")
        return None
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in data[:2]:
        refuse("not-utf-8", "text saved as UTF-16", "save the file as UTF-8")
        return None
    data = data.removeprefix(BOM_UTF8)
    try:
        found = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8", "replace")
        byte = f"a character that is not UTF-8 (byte 0x{data[error.start]:02x})"
        refuse("not-utf-8", byte, "save the file as UTF-8", *_place(_one_end(before), len(_one_end(before))))
        return None
    found = _one_end(found)
    if fault := unseen(found):
        if not _cleanable(found, file, problems):
            code, what, at = fault
            refuse(code, what, "remove it (it may be invisible)", *_place(found, at))
            return None
        found = visible(found)
    return spaced(found)


def spaced(found: str) -> str:
    """``found`` with plain spaces for those signs that only YAML takes for line ends."""
    return found if found.isascii() else found.translate(SPACES)


def _cleanable(found: str, file: str, problems: list[Problem]) -> bool:
    """Whether so few lines of ``found`` have signs that nobody sees that it is a text all the same; those are told,
    each with the line without them, and the rest is read on."""
    hidden = [(at, line, fault) for at, line in enumerate(found.split("\n"), 1) if (fault := unseen(line))]
    if len(hidden) > MOST_HIDDEN:
        return False
    for at, line, (code, what, column) in hidden:
        expected = "remove it (it may be invisible)"
        mend = Mend(at, at, visible(line))
        problems.append(Problem(Place(file, at, column + 1), code, what, expected, mend=mend))
    return True


def visible(found: str) -> str:
    """``found`` without the signs that may not stand in a text."""
    return BIDI.sub("", FORBIDDEN.sub("", found)) if unseen(found) else found


def unseen(found: str) -> tuple[str, str, int] | None:
    """(code, what it is, where) of the first character in ``found`` that may not stand in a text."""
    if not found.encode().translate(None, PLAIN) if found.isascii() else not UNSEEN.search(found):
        return None  # nearly always
    for pattern, code, what in (
        (FORBIDDEN, "control-character", "a control character"),
        (BIDI, "bidi-control", "a hidden direction mark"),
    ):
        if match := pattern.search(found):
            return code, f"{what}, U+{ord(match[0]):04X}", match.start()
    return None


def _one_end(found: str) -> str:
    return found.replace("\r\n", "\n").replace("\r", "\n") if "\r" in found else found


def _place(found: str, at: int) -> tuple[int, int]:
    """Line and column, from 1, of the character ``at`` in ``found``."""
    return found.count("\n", 0, at) + 1, at - found.rfind("\n", 0, at)
