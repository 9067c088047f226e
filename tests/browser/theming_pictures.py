"""The pictures of ``docs/theming.md``, made anew: ``python -m tests.browser.theming_pictures [FOLDER]``.

The same small site in the built-in look, with an identity alone, and as the broadsheet of ``docs/examples``. It needs
Chromium, by ``CHROMIUM`` or as ``/usr/bin/chromium``.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from tests.sites import FILES, ROOT, built_from

EXAMPLE = ROOT / "docs/examples/broadsheet"
BROADSHEET = {path.relative_to(EXAMPLE).as_posix(): path.read_text() for path in EXAMPLE.rglob("*") if path.is_file()}
IDENTITY = "name: The Alder Desk\nidentity: {accent: 6b2a7a, headings: slab, text: humanist, corners: round}\n"
LOOKS = {"built-in": {}, "identity": {"site.yaml": IDENTITY}, "broadsheet": BROADSHEET}
COLOURS = 64  # enough for flat pages, and a third of the bytes


def pictures(folder: Path, width: int = 960, height: int = 640) -> list[Path]:
    """The pictures, in ``folder``: each look by light, and the broadsheet by dark, too."""
    folder.mkdir(parents=True, exist_ok=True)
    made = []
    with sync_playwright() as play:
        browser = play.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=["--no-sandbox"]
        )
        for look, files in LOOKS.items():
            for scheme in ("light", "dark") if look == "broadsheet" else ("light",):
                path = folder / f"{look}-{scheme}.png"
                _shot(browser, {**FILES, **files}, scheme, path, (width, height))
                made.append(path)
        browser.close()
    return made


def _shot(browser: Browser, files: dict[str, str], scheme: str, path: Path, size: tuple[int, int]) -> None:
    with TemporaryDirectory() as there:
        site = built_from(Path(there, "site"), files).site
        assert site is not None
        for name, body in site.items():
            file = Path(there, "out", name)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(body)
        page = browser.new_page(color_scheme=scheme, viewport={"width": size[0], "height": size[1]})
        page.goto(Path(there, "out/briefs/bridge/index.html").as_uri())
        page.screenshot(path=path)
        page.close()
    Image.open(path).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)


if __name__ == "__main__":
    for picture in pictures(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs/pictures/theming"):
        print(picture, picture.stat().st_size)
