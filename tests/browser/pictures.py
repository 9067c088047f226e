"""Pictures of every component in every state, to look at before and after a change of the theme.

    .venv/bin/python -m tests.browser.pictures before            # all states, at 360 and 1280 px, light and dark
    .venv/bin/python -m tests.browser.pictures after --only badge --width 360 --look forced

The folder gets a file for each: ``badge-open.360.light.png``. Chromium is found through the variable CHROMIUM.
"""

from __future__ import annotations

import argparse
import functools
import http.server
import os
import tempfile
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal

from playwright.sync_api import Browser, sync_playwright

from parley.pages.style.groups import GROUPS
from tests.browser.conftest import FLAGS, Quiet
from tests.sites import ROOT, run

PAGES = tuple(f"/style/{group.name}/" for group in GROUPS)
Look = Literal["light", "dark", "forced", "rtl"]
LOOKS: dict[Look, dict[str, Any]] = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "forced": {"forced_colors": "active"},
    "rtl": {},
}


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address at which ``folder`` is served meanwhile."""
    handler = functools.partial(Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


@contextmanager
def chromium() -> Iterator[Browser]:
    """A real browser; `make test` says where it is."""
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=FLAGS)
        yield found
        found.close()


def pictures(
    browser: Browser, address: str, folder: Path, widths: Sequence[int], looks: Sequence[Look], only: str = ""
) -> list[str]:
    """Writes a picture of each state whose id begins with ``only`` into ``folder``; returns the names of the files."""
    folder.mkdir(parents=True, exist_ok=True)
    made = []
    for look in looks:
        context = browser.new_context(base_url=address, java_script_enabled=False, **LOOKS[look])
        page = context.new_page()
        for path in PAGES:
            page.goto(path)
            if look == "rtl":
                page.evaluate("document.documentElement.dir = 'rtl'")
            for width in widths:
                page.set_viewport_size({"width": width, "height": 800})
                for state in page.locator(f"figure[id^='{only}']").all():
                    name = f"{state.get_attribute('id')}.{width}.{look}.png"
                    state.screenshot(path=folder / name)
                    made.append(name)
        context.close()
    return made


def main() -> None:
    """Builds the site, and takes the pictures that were asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.browser.pictures", description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path, help="where the pictures go")
    parser.add_argument("--root", type=Path, default=ROOT, help="the site, whose own theme is shown")
    parser.add_argument("--only", default="", help="how the states' ids begin, such as badge or badge-open")
    parser.add_argument("--width", type=int, nargs="+", default=[360, 1280], help="of the window, in pixels")
    parser.add_argument("--look", choices=LOOKS, nargs="+", default=["light", "dark"])
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / "output"
        done = run("build", "--root", str(asked.root), "--output", str(output))
        if done.returncode:
            raise SystemExit(done.stderr)
        with served(output) as address, chromium() as browser:
            made = pictures(browser, address, asked.folder, asked.width, asked.look, asked.only)
    print(f"{len(made)} pictures in {asked.folder}")


if __name__ == "__main__":
    main()
