"""A card of a proposal inside someone else's page, in a real browser."""

from __future__ import annotations

import functools
import http.server
import json
import re
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Quiet

pytestmark = pytest.mark.browser
CARD = "/embed/thirty-day-ceasefire/ceasefire/"


@pytest.fixture
def elsewhere(browser: Browser, address: str, output: Path, tmp_path: Path) -> Iterator[Page]:
    """A page of another origin that shows the card as oEmbed says; any error in either fails the test."""
    told = json.loads((output / "oembed/thirty-day-ceasefire/ceasefire.json").read_text(encoding="utf-8"))
    html = told["html"].replace("https://parley.example", address)
    (tmp_path / "index.html").write_text(
        f'<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><body style="margin:0">{html}',
        encoding="utf-8",
    )
    page = browser.new_page()
    wrong: list[str] = []
    page.on("console", lambda message: wrong.append(message.text) if message.type in ("error", "warning") else None)
    page.on("requestfailed", lambda request: wrong.append(request.url))
    handler = functools.partial(Quiet, directory=str(tmp_path))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        page.goto(f"http://127.0.0.1:{server.server_address[1]}/")
        yield page
        page.close()
        server.shutdown()
    assert wrong == []


def inside(page: Page, script: str) -> object:
    frame = page.frames[1]
    frame.wait_for_load_state()
    return frame.evaluate(script)


@pytest.mark.parametrize("width", [320, 400, 600])
def test_a_card_fits_its_frame_without_sideways_scroll(elsewhere: Page, width: int) -> None:
    elsewhere.set_viewport_size({"width": width, "height": 900})
    card = elsewhere.frame_locator("iframe")
    expect(card.get_by_role("heading", level=1)).to_have_text("A full and unconditional ceasefire of at least 30 days")
    expect(card.locator("main")).to_contain_text("Russia rejected it on 11 May 2025")
    expect(card.locator("main")).to_contain_text("As of 12 May 2025")
    assert inside(elsewhere, "innerWidth") == width
    assert inside(elsewhere, "document.documentElement.scrollWidth") == width
    assert elsewhere.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [400, 600])
def test_the_frame_is_about_as_tall_as_the_card(elsewhere: Page, width: int) -> None:
    elsewhere.set_viewport_size({"width": width, "height": 900})
    tall = inside(elsewhere, "document.querySelector('main').lastElementChild.getBoundingClientRect().bottom + scrollY")
    assert isinstance(tall, int | float)
    given = int(elsewhere.locator("iframe").get_attribute("height") or 0)
    assert tall - 60 <= given <= tall + 180


def test_the_style_of_the_site_reaches_the_card(elsewhere: Page) -> None:
    colour = inside(elsewhere, "getComputedStyle(document.querySelector('main')).borderBlockStartColor")
    assert colour == "rgb(138, 31, 17)"  # of a rejection


def test_a_link_in_the_card_opens_in_the_whole_window(elsewhere: Page) -> None:
    elsewhere.frame_locator("iframe").get_by_role("link", name="A full and unconditional ceasefire").click()
    expect(elsewhere).to_have_url(re.compile(r"^http://127.*/proposals/thirty-day-ceasefire/ceasefire/$"))
    expect(elsewhere.get_by_role("heading", name="Embed this card")).to_be_visible()


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_the_card_alone_and_the_offer_do_not_scroll_sideways(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    page.goto("/proposals/thirty-day-ceasefire/ceasefire/")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    expect(page.get_by_role("textbox", name="HTML of the card")).to_have_value(re.compile(r"^<iframe src=.*</iframe>$"))
    expect(page.get_by_role("button", name="Copy")).to_be_hidden()  # without script there is nothing to press
    page.get_by_role("link", name="See the card alone").click()
    expect(page).to_have_url(re.compile(f"{CARD}$"))
    assert page.evaluate("document.documentElement.scrollWidth") <= width
