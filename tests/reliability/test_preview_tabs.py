"""What a writer sees in many tabs, in a real browser: what is wrong, over the last good page, until it is mended."""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Error, Page, sync_playwright

from tests.reliability.figures import Chapter, Figures
from tests.reliability.previewed import BRIDGE, apart, busy, previewed, until
from tests.sites import FILES, STORY

pytestmark = pytest.mark.browser
TABS = 8
OTHER = "/briefs/other/"
BROKEN = {
    "brief": ("briefs/bridge.yaml", STORY.replace("by: reed", "by: nobody")),
    "template": ("theme/templates/pages/brief.html", '{% extends "!pages/brief.html" %}{% block main %}{{ nothing }'),
    "setting": ("site.yaml", "name: The Desk\naddress: [\n"),
}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = os.environ.get("CHROMIUM", "/usr/bin/chromium")
        found = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        yield found
        found.close()


def later_than_a_second(tabs: list[Page], panels: int) -> int:
    """How many of ``tabs`` do not come to show the panel (or, with none, to be without it) in a second."""
    began, late = time.monotonic(), 0
    waiting = list(tabs)
    while waiting and time.monotonic() < began + 20:
        waiting = [tab for tab in waiting if tab.get_by_role("alertdialog").count() != panels]
        if time.monotonic() > began + 1 and not late:
            late = len(waiting)
        time.sleep(0.02)
    assert not waiting, "not even later"
    return late


def test_what_is_wrong_is_told_in_every_tab_and_mending_it_clears_it(
    browser: Browser, tmp_path: Path, figures: Figures
) -> None:
    late, tried, away = 0, 0, 0
    with previewed(tmp_path, files={**FILES, "briefs/other.yaml": apart("Another")}) as preview:
        context = browser.new_context()
        tabs = [context.new_page() for _ in range(TABS)]
        for number, tab in enumerate(tabs):
            tab.goto(preview.address + (BRIDGE, OTHER, "/")[number % 3])
        for _ in range(figures.many(1, 15)):
            for name, broken in BROKEN.values():
                file = tmp_path / name
                before = file.read_text() if file.exists() else None
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(broken)
                late += later_than_a_second(tabs, 1)
                pages = [preview.page(path) for path in (BRIDGE, OTHER, "/")]
                away += sum(status != 200 or "The Desk" not in page for status, page in pages)
                file.write_text(before) if before is not None else file.unlink()
                late += later_than_a_second(tabs, 0)
                tried += 2 * TABS
        context.close()
    what = f"tabs that were told of a fault, or that it is mended, after more than a second ({TABS} open)"
    figures.tell(Chapter.PREVIEW, what, tried, late, "a brief, a template and a setting, broken and mended")
    figures.tell(Chapter.PREVIEW, "pages that were away while something was broken", tried // TABS // 2 * 3, away)
    assert away == 0
    assert late <= tried // 4 or busy()


def test_a_page_that_is_deleted_is_gone_from_its_tab(browser: Browser, tmp_path: Path, figures: Figures) -> None:
    late, tries = 0, figures.many(2, 30)
    with previewed(tmp_path, files={**FILES, "briefs/other.yaml": apart("Another")}) as preview:
        tab = browser.new_page()
        for number in range(tries):
            preview.save("briefs/other.yaml", apart(f"Another {number}"))
            assert preview.shows(f"Another {number}<", OTHER, within=20)
            with contextlib.suppress(Error):  # a tab that waited for the page goes there by itself, maybe just now
                tab.goto(preview.address + OTHER)
            assert until(lambda: "Another" in tab.title(), 20)
            (tmp_path / "briefs/other.yaml").unlink()
            late += not until(lambda: "Another" not in tab.title(), 1)
            assert until(lambda: "Another" not in tab.title(), 20), "not even later"
            assert preview.page(OTHER)[0] == 404
        tab.close()
    figures.tell(Chapter.PREVIEW, "deleted pages that a tab shows after a second", tries, late)
    assert late <= tries // 4 or busy()
