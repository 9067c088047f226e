"""The pictures of the icon show ``theme/icon.svg``, each in the size and on the ground that its place asks for.

After a change of the icon, make them anew and look at them: ``UPDATE_ICONS=1 make test ARGS="-k icons"``.
"""

from __future__ import annotations

import base64
import io
import os

import pytest
from PIL import Image, ImageChops, ImageStat
from playwright.sync_api import Browser

from tests.sites import ROOT

pytestmark = pytest.mark.browser

ICONS = ROOT / "theme" / "icons"
GROUND = "#0f5c6e"  # the icon's own
# name -> pixels, and how much of them the icon fills. An icon for a home screen has no corners of its own, and of a
# maskable one only the inner four fifths are sure to be seen (W3C, Web Application Manifest, "icon masks").
PNGS = {"icon-192": (192, 1.0), "icon-512": (512, 1.0), "apple-touch-icon": (180, 0.9), "maskable-512": (512, 0.82)}
FAVICON = (16, 32)


def drawn(browser: Browser, pixels: int, share: float) -> Image.Image:
    """The icon as the browser draws it."""
    picture = base64.b64encode((ROOT / "theme" / "icon.svg").read_bytes()).decode()
    ground = "transparent" if share == 1 else GROUND
    inner = round(pixels * share / 2) * 2
    page = browser.new_page(viewport={"width": pixels, "height": pixels})
    page.set_content(
        f'<body style="margin:0;background:{ground};display:grid;place-content:center;block-size:100vh">'
        f'<img src="data:image/svg+xml;base64,{picture}" width="{inner}" height="{inner}">'
    )
    shot = page.screenshot(omit_background=True)
    page.close()
    return Image.open(io.BytesIO(shot)).convert("RGBA")


def alike(one: Image.Image, other: Image.Image) -> bool:
    """Whether two pictures differ by no more than the browsers that drew them."""
    assert one.size == other.size
    difference = ImageChops.difference(one.convert("RGBA"), other.convert("RGBA"))
    return max(ImageStat.Stat(difference).mean) < 2


@pytest.mark.parametrize("name", PNGS)
def test_icons_for_phones_show_the_icon(name: str, browser: Browser) -> None:
    made, path = drawn(browser, *PNGS[name]), ICONS / f"{name}.png"
    if os.environ.get("UPDATE_ICONS"):
        made.save(path, optimize=True)
    with Image.open(path) as kept:
        assert alike(kept, made)
        clear = kept.convert("RGBA").getextrema()[3][0] < 255
        assert clear == (PNGS[name][1] == 1), "a home screen would show black behind what is clear"


def test_icons_for_old_browsers_show_the_icon_in_both_sizes(browser: Browser) -> None:
    small, large = (drawn(browser, pixels, 1.0) for pixels in FAVICON)
    path = ICONS / "favicon.ico"
    if os.environ.get("UPDATE_ICONS"):
        large.save(path, sizes=[(pixels, pixels) for pixels in FAVICON], append_images=[small])
    with Image.open(path) as kept:
        assert kept.info["sizes"] == {(pixels, pixels) for pixels in FAVICON}
        for made in (small, large):
            kept.size = made.size
            kept.load()
            assert alike(kept, made)
