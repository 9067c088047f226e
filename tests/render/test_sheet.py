"""A sheet: few colours, smooth edges, mirrored where reading starts on the right, and a PNG that holds no date."""

from __future__ import annotations

import io
import struct

from PIL import Image

from parley.render.sheet import LEVELS, Sheet


def opened(sheet: Sheet) -> Image.Image:
    return Image.open(io.BytesIO(sheet.png()))


def test_an_oblong_stands_where_reading_starts() -> None:
    for mirrored, inside, outside in ((False, 2, 37), (True, 37, 2)):
        sheet = Sheet(40, 10, "#ffffff", mirrored=mirrored)
        sheet.fill(0, 0, 5, 10, "#0f5c6e")
        picture = opened(sheet).convert("RGB")
        assert picture.getpixel((inside, 5)) == (0x0F, 0x5C, 0x6E)
        assert picture.getpixel((outside, 5)) == (255, 255, 255)


def test_a_mask_is_stamped_in_shades_from_the_ground_to_the_colour() -> None:
    mask = Image.linear_gradient("L").rotate(90)  # 256 by 256, from black to white
    sheet = Sheet(300, 256, "#ffffff")
    sheet.stamp(mask, 20, 0, "#000000")
    shades = [sheet.picture.getpixel((x, 9)) for x in range(300)]
    grey = [opened(sheet).convert("L").getpixel((x, 9)) for x in range(20, 276)]
    assert len(set(shades)) == LEVELS + 1
    assert {grey[0], grey[-1]} == {0, 255}
    assert grey in (sorted(grey), sorted(grey, reverse=True)), "evenly darker"
    assert set(shades[:20] + shades[276:]) == {0}, "nothing beside the mask"


def test_what_is_clear_in_a_mask_hides_nothing() -> None:
    sheet = Sheet(30, 30, "#ffffff")
    sheet.fill(0, 0, 30, 30, "#8a1f11")
    sheet.stamp(Image.new("L", (30, 30), 0), 0, 0, "#000000")
    assert opened(sheet).convert("RGB").getcolors() == [(900, (0x8A, 0x1F, 0x11))]


def test_a_colour_takes_its_shades_once() -> None:
    sheet = Sheet(10, 10, "#ffffff")
    for _ in range(5):
        sheet.fill(0, 0, 2, 2, "#123456")
    assert len(sheet.palette) == 1 + LEVELS


def test_the_png_has_a_palette_and_nothing_but_the_picture() -> None:
    data = Sheet(40, 10, "#ffffff").png()
    chunks, at = [], 8
    while at < len(data):
        (length,) = struct.unpack_from(">I", data, at)
        chunks.append(data[at + 4 : at + 8])
        at += length + 12
    assert chunks == [b"IHDR", b"PLTE", b"IDAT", b"IEND"]
