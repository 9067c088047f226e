"""Which characters a font has, read from its own table and held against what the font draws."""

from __future__ import annotations

import contextlib
import io
import struct
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import ImageFont

from parley.render.cmap import characters

FONTS = Path(__file__).parents[2] / "theme" / "fonts"
HEADLINE = (FONTS / "headline.ttf").read_bytes()
KNOWN = characters(HEADLINE)
FACE = ImageFont.truetype(io.BytesIO(HEADLINE), 40, layout_engine=ImageFont.Layout.BASIC)
BOX = bytes(FACE.getmask("\uffff"))  # what is drawn for a character that there is not


def font_of(part: bytes) -> bytes:
    """The least of a font: one table, which maps Unicode by ``part``."""
    table = struct.pack(">HHHHI", 0, 1, 3, 10, 12) + part
    return struct.pack(">IHHHH4sIII", 0x10000, 1, 0, 0, 0, b"cmap", 0, 28, len(table)) + table


@pytest.mark.parametrize("name", ["headline.ttf", "text.ttf"])
def test_the_fonts_of_the_theme_know_the_alphabets_they_are_there_for(name: str) -> None:
    known = characters((FONTS / name).read_bytes())
    for text in (
        "The quick brown fox, 0123456789 “quoted” – ‘so’ … · € №",
        "Łódź Çağrı İstanbul’da ğüşıöç žluťoučký ő ș ț Ế Ỗ Ự ß ẞ",
        "Съешь ещё этих мягких булок Їжак ґанок Љубав Ўсе",
        "Πλήρης κατάπαυση του πυρός ΐ ΰ",
        "وقف كامل لإطلاق النار ٪ ٣ گفت‌وگو پ چ ژ ک ہے ٹ",
        "הפסקת אש מלאה וללא תנאי שָׁלוֹם ־ ״",
    ):
        assert set(text) - known == set()


def test_scripts_that_the_fonts_lack_are_not_known() -> None:
    assert not KNOWN & set("停火三十天한국日本ไทยहिन्दीქართული🕊")


@given(st.characters(max_codepoint=0xFFFD, exclude_categories=["Cs", "Cc", "Cf", "Zs", "Zl", "Zp", "Mn", "Me", "Mc"]))
def test_a_character_is_known_where_the_font_draws_no_box_for_it(character: str) -> None:
    assert (character in KNOWN) == (bytes(FACE.getmask(character)) != BOX)


def test_groups_and_segments_are_read_and_what_maps_to_no_glyph_is_left_out() -> None:
    groups = struct.pack(">HHIII", 12, 0, 40, 0, 2) + struct.pack(">IIIIII", 0x41, 0x43, 0, 0x1F54A, 0x1F54A, 9)
    assert characters(font_of(groups)) == {"B", "C", "\U0001f54a"}
    # One segment a to c by a difference, one d to e by a list in which d has no glyph, and the one that ends them.
    ends, starts, deltas, offsets = (0x63, 0x65, 0xFFFF), (0x61, 0x64, 0xFFFF), (1, 0, 1), (0, 4, 0)
    body = struct.pack(">3HH3H3H3H2H", *ends, 0, *starts, *deltas, *offsets, 0, 7)
    assert characters(font_of(struct.pack(">7H", 4, 14 + len(body), 0, 6, 0, 0, 0) + body)) == {"a", "b", "c", "e"}
    assert characters(font_of(struct.pack(">HHH", 0, 262, 0) + bytes(256))) == set(), "no Unicode"


@pytest.mark.parametrize("font", [b"", b"no font at all", HEADLINE[:200], HEADLINE[:3000], b"\0" * 64])
def test_what_is_no_whole_font_is_refused(font: bytes) -> None:
    with pytest.raises(ValueError, match="font"):
        characters(font)


@given(st.binary(max_size=200))
def test_no_bytes_do_more_harm_than_to_be_refused(data: bytes) -> None:
    with contextlib.suppress(ValueError):
        characters(font_of(data))
