"""The characters that a font has glyphs for, read from its ``cmap`` table.

A card is drawn only with letters that its font has, so that no reader ever meets an empty box; the library that draws
can't be asked. Read are the two formats in which fonts map Unicode: 4 (the first 65,536 characters) and 12 (all).
See the OpenType specification, "cmap - Character to Glyph Index Mapping Table".
"""

from __future__ import annotations

import struct

UNICODE = {(3, 10), (3, 1), (0, 6), (0, 4), (0, 3)}  # platform and encoding


def characters(font: bytes) -> frozenset[str]:
    """All characters that ``font`` (TrueType or OpenType) has a glyph for. Raises ``ValueError`` if it is no font."""
    try:
        table = _table(font, b"cmap")
        (number,) = struct.unpack_from(">H", table, 2)
        records = [struct.unpack_from(">HHI", table, 4 + 8 * at) for at in range(number)]
        parts = {at for platform, encoding, at in records if (platform, encoding) in UNICODE}
        return frozenset(chr(code) for at in parts for code in _mapped(table[at:]))
    except (struct.error, OverflowError) as error:
        raise ValueError("not a whole font") from error


def _table(font: bytes, tag: bytes) -> bytes:
    (number,) = struct.unpack_from(">H", font, 4)
    for at in range(number):
        name, _, offset, length = struct.unpack_from(">4sIII", font, 12 + 16 * at)
        if name == tag:
            return font[offset : offset + length]
    raise ValueError("a font without a table of its characters")


def _mapped(part: bytes) -> list[int]:
    """The code points that a subtable of the ``cmap`` maps to a glyph."""
    (form,) = struct.unpack_from(">H", part)
    if form == 4:
        return _segments(part)
    if form == 12:
        (groups,) = struct.unpack_from(">I", part, 12)
        spans = (struct.unpack_from(">III", part, 16 + 12 * at) for at in range(groups))
        return [code for first, last, glyph in spans for code in range(first, last + 1) if glyph + code - first]
    return []


def _segments(part: bytes) -> list[int]:
    """Format 4: segments of code points, each with an offset to its glyphs, or a list of them."""
    (twice,) = struct.unpack_from(">H", part, 6)
    size = f">{twice // 2}H"
    last, first = struct.unpack_from(size, part, 14), struct.unpack_from(size, part, 16 + twice)
    delta, at = struct.unpack_from(size, part, 16 + 2 * twice), 16 + 3 * twice
    found: list[int] = []
    for number, offset in enumerate(struct.unpack_from(size, part, at)):
        for code in range(first[number], last[number] + 1):
            glyph = code
            if offset:
                (glyph,) = struct.unpack_from(">H", part, at + 2 * number + offset + 2 * (code - first[number]))
            if code != 0xFFFF and glyph and (offset or (code + delta[number]) & 0xFFFF):
                found.append(code)
    return found
