"""Every component in every state in a real browser: nothing sticks out, is cut off, overlaps or is faint."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page

from tests.browser.pictures import LOOKS, PAGES, Look, pictures

pytestmark = pytest.mark.browser

SHOWN = "figure[id], main > section > :not(.states)"
# Each piece of text as it is laid out, line by line, and each badge as a box: what it lies over, and what cuts it off.
MEASURED = """(shown) => {
  const faults = [];
  const told = (item) => item.node.textContent.trim().slice(0, 40);
  for (const part of document.querySelectorAll(shown)) {
    const frame = part.getBoundingClientRect();
    const items = [];
    const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (!node.data.trim() || node.parentElement.closest("[tabindex='0']")) continue; // that scrolls on its own
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const box of range.getClientRects()) if (box.width > 1) items.push({node, box});
    }
    for (const node of part.querySelectorAll(".badge")) {
      for (const box of node.getClientRects()) items.push({node, box});
    }
    for (const item of items) {
      if (item.box.left < frame.left - 1 || item.box.right > frame.right + 1) {
        faults.push(["sticks out", part.id, told(item)]);
      }
    }
    for (const [at, one] of items.entries()) {
      for (const other of items.slice(at + 1)) {
        if (one.node.contains(other.node) || other.node.contains(one.node)) continue;
        const wide = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
        const high = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
        if (wide > 2 && high > 0.35 * Math.min(one.box.height, other.box.height)) {
          faults.push(["lies over", part.id, told(one), told(other)]);
        }
      }
    }
    for (const element of part.querySelectorAll("*")) {
      const style = getComputedStyle(element);
      const scrolls = style.overflowX === "auto" && element.tabIndex === 0; // with the keyboard, too
      if (style.overflowX !== "visible" && !scrolls && element.scrollWidth > element.clientWidth + 1) {
        faults.push(["is cut off", part.id, element.textContent.trim().slice(0, 40)]);
      }
    }
    for (const text of part.querySelectorAll("svg text")) {
      const box = text.getBoundingClientRect(), around = text.closest("svg").getBoundingClientRect();
      if (box.left < around.left - 1 || box.right > around.right + 1) faults.push(["is cut off", text.textContent]);
    }
  }
  return faults;
}"""
# For each piece of text in the page's content its colour, and the grounds behind it, from the nearest to the page's.
COLOURS = """() => {
  const found = [];
  const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (!node.data.trim() || !node.parentElement.getClientRects().length) continue;
    const grounds = [];
    for (let at = node.parentElement; at; at = at.parentElement) grounds.push(getComputedStyle(at).backgroundColor);
    found.push([node.data.trim().slice(0, 40), getComputedStyle(node.parentElement).color, grounds]);
  }
  return found;
}"""
FOCUS = """() => {
  const style = getComputedStyle(document.activeElement);
  return [document.activeElement.textContent.trim(), style.outlineStyle, parseFloat(style.outlineWidth)];
}"""

STYLE = ("/style/", *PAGES)


@pytest.fixture(params=LOOKS, scope="module")
def look(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[tuple[Look, Page]]:
    """A page in one of the looks, whose every error fails the test."""
    context = browser.new_context(base_url=address, java_script_enabled=False, **LOOKS[request.param])
    page = context.new_page()
    wrong: list[str] = []
    page.on("console", lambda message: wrong.append(message.text) if message.type in ("error", "warning") else None)
    page.on("response", lambda answer: wrong.append(f"{answer.status} {answer.url}") if answer.status >= 400 else None)
    yield request.param, page
    context.close()
    assert wrong == []


def opened(look: tuple[Look, Page], path: str) -> Page:
    """The page at ``path`` in its look."""
    name, page = look
    page.goto(path)
    if name == "rtl":
        page.evaluate("document.documentElement.dir = 'rtl'")
    return page


@pytest.mark.parametrize("path", STYLE)
def test_nothing_sticks_out_lies_over_its_neighbour_or_is_cut_off(look: tuple[Look, Page], path: str) -> None:
    page = opened(look, path)
    for width in (320, 768, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width, width
        assert page.evaluate(MEASURED, SHOWN) == [], width


@pytest.mark.parametrize("path", STYLE)
def test_text_stands_7_to_1_against_its_ground_or_in_the_reader_s_own_colours(
    look: tuple[Look, Page], path: str
) -> None:
    page = opened(look, path)
    least = 4.5 if look[0] == "forced" else 7.0
    texts = page.evaluate(COLOURS)
    assert len(texts) > 50
    assert [(text, colour) for text, colour, grounds in texts if ratio(colour, grounds) < least] == []


def ratio(colour: str, grounds: list[str]) -> float:
    """The contrast of a colour against the nearest ground that is not see-through (WCAG 2.2, "contrast ratio")."""
    ground = next((parts for each in grounds if (parts := channels(each))[3] == 1), (255.0, 255.0, 255.0, 1.0))
    dim, bright = sorted((luminance(channels(colour)), luminance(ground)))
    return (bright + 0.05) / (dim + 0.05)


def channels(colour: str) -> tuple[float, ...]:
    """ "rgb(1, 2, 3)" or "rgba(1, 2, 3, 0)" as four numbers; a colour that lets a little through is refused."""
    found = [float(part) for part in colour.partition("(")[2].rstrip(")").split(",")]
    red, green, blue, opacity = (*found, 1.0)[:4]
    assert opacity in (0, 1), colour
    return red, green, blue, opacity


def luminance(parts: tuple[float, ...]) -> float:
    """WCAG 2.2, "relative luminance"."""
    linear = [part / 3294.6 if part <= 10.3 else ((part / 255 + 0.055) / 1.055) ** 2.4 for part in parts[:3]]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_every_status_has_an_edge_and_an_icon_beside_its_colour(look: tuple[Look, Page]) -> None:
    page = opened(look, "/style/marks/")
    marks: list[list[Any]] = page.locator("figure[id^=badge-] .badge").evaluate_all(
        """all => all.map(badge => {
          const edge = getComputedStyle(badge), icon = getComputedStyle(badge, "::before");
          const width = parseFloat(edge.borderTopWidth), masked = icon.maskImage.startsWith("url(");
          return [badge.textContent, edge.borderTopStyle, width, masked, icon.backgroundColor];
        })"""
    )
    assert len(marks) == 8
    assert {style for _, style, *_ in marks} == {"solid", "dashed", "double", "dotted"}
    assert [mark for mark in marks if mark[2] < 2 or not mark[3] or channels(mark[4])[3] == 0] == []


def test_whatever_has_the_focus_shows_it(look: tuple[Look, Page]) -> None:
    page = opened(look, "/style/")
    seen = set()
    for _ in range(40):
        page.keyboard.press("Tab")
        text, style, width = page.evaluate(FOCUS)
        assert (style, width >= 2) == ("solid", True), text
        seen.add(text)
        if text == "A button":
            break
    assert {"Skip to the content", "Marks", "a link", "A button"} <= seen


def test_a_picture_is_taken_of_every_state_that_was_asked_for(browser: Browser, address: str, tmp_path: Path) -> None:
    made = pictures(browser, address, tmp_path / "pictures", [360], ["dark"], only="badge-re")
    assert made == ["badge-rejected.360.dark.png"]
    with Image.open(tmp_path / "pictures" / made[0]) as picture:
        colours = {colour for _, colour in picture.convert("RGB").getcolors(picture.width * picture.height) or ()}
        assert picture.width > 200
    assert {(0x14, 0x16, 0x1A), (0x43, 0x19, 0x0F), (0xFF, 0xB7, 0xA8)} <= colours  # page, ground and words, by dark
