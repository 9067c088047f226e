"""The picture of ``docs/admin.md``, made anew: ``FORMS="$(.ci/forms)" python -m tests.forms.picture [FILE]``.

A next step of our own brief on the talks in Istanbul, opened in the form editor.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from playwright.sync_api import sync_playwright

from tests.forms.saving import desk
from tests.sites import ROOT

PICTURE = ROOT / "docs/pictures/form-editor.png"
COLOURS = 64


def picture(path: Path, forms: Path) -> None:
    """The picture, at ``path``."""
    with TemporaryDirectory() as there, desk(Path(there) / "desk", forms) as site, sync_playwright() as play:
        program = os.environ.get("CHROMIUM", "/usr/bin/chromium")
        browser = play.chromium.launch(executable_path=program, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 960, "height": 760})
        page.goto(f"{site.address}/admin/")
        page.get_by_role("button", name="Login").click()
        page.get_by_role("link", name="Direct talks in Istanbul").click()
        steps = (
            page.locator("[class*=ControlContainer]").filter(has=page.get_by_role("button", name="Add next step")).last
        )
        steps.get_by_role("button", name="Expand").first.click()
        steps.get_by_role("button", name="Expand").first.click()
        page.locator("[id^=id-field]:visible").first.scroll_into_view_if_needed()
        page.mouse.wheel(0, 300)
        page.wait_for_timeout(1000)
        page.screenshot(path=path)
        browser.close()
    Image.open(path).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)


if __name__ == "__main__":
    picture(Path(sys.argv[1]) if len(sys.argv) > 1 else PICTURE, Path(os.environ["FORMS"]))
