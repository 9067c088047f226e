"""The pictures as a browser draws them: nothing overlaps, everything leads somewhere, and every reader is served."""

import functools
import http.server
import re
import threading
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from parley.render.assets import assets
from parley.render.pages import rendered
from parley.render.theme import theme
from tests.browser.conftest import Quiet
from tests.render import stress
from tests.sites import ROOT

pytestmark = pytest.mark.browser

BRIEFS = ("istanbul-talks", "thirty-day-ceasefire", "tribunal-and-sanctions")
REAL = (*(f"/briefs/{slug}/" for slug in BRIEFS), "/actors/russia/", "/actors/ukraine/", "/actors/european-union/")
STRESS = ("/briefs/stress/", "/briefs/rtl/")
SANS = ("", "DejaVu Sans")  # the system's own, and one of the widest there is

AIR = 6  # of a font's own height, what letters of a line leave to the next: most in Arabic fonts

# Every text of every picture, and every mark of an axis: name, and box in user units; and the size of the picture.
BOXES = """() => [...document.querySelectorAll('svg.picture')].map(svg => ({
  size: [svg.viewBox.baseVal.width, svg.viewBox.baseVal.height],
  texts: [...svg.querySelectorAll('text')].map(at => [at.textContent.trim(), at.getBBox()])
    .filter(([text]) => text).map(([text, box]) => [text, box.x, box.y, box.width, box.height]),
  icons: [...svg.querySelectorAll('[data-word] path')].map(at => {
    const [box, shift] = [at.getBBox(), at.transform.baseVal[0].matrix];
    return ['icon', shift.e + .8 * box.x, shift.f + .8 * box.y, .8 * box.width, .8 * box.height]; }),
  marks: [...svg.querySelectorAll('.mark')].map(at => [at.closest('a').querySelector('title').textContent, at])
    .map(([told, at]) => { const box = at.getBBox(); return [told, box.x, box.y, box.width, box.height]; }),
}))"""

SYSTEM_COLOUR = """name => {
  const at = document.body.appendChild(document.createElement('i'));
  at.style.color = name;
  return getComputedStyle(at).color;
}"""

Box = tuple[str, float, float, float, float]


def overlaps(boxes: list[Box], across: float = 1, down: float = 0) -> list[tuple[str, str]]:
    """The pairs of ``boxes`` that meet by more than ``across`` units and by more than ``down``."""
    found = []
    for (one, x, y, w, h), (other, x2, y2, w2, h2) in combinations(boxes, 2):
        if min(x + w, x2 + w2) - max(x, x2) > across and min(y + h, y2 + h2) - max(y, y2) > down:
            found.append((one, other))
    return found


@pytest.fixture(scope="module")
def stressed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where pages are served that no newsroom would make."""
    folder, look = tmp_path_factory.mktemp("stress"), theme([ROOT / "theme"])
    files, faults = rendered(stress.pages(), look)
    assert not faults
    made = assets(look)
    styled = {f"assets/{name}": made.files[made.names[name]] for name in ("site.css", "site.js", "icon.svg")}
    for name, content in (files | styled).items():
        path = Path(folder, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    handler = functools.partial(Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


@pytest.mark.parametrize("sans", SANS)
@pytest.mark.parametrize("path", [*REAL, *STRESS])
def test_no_text_meets_another_or_leaves_its_picture(
    browser: Browser, address: str, stressed: str, path: str, sans: str
) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 800}, bypass_csp=True)
    page = context.new_page()
    page.goto((stressed if path in STRESS else address) + path)
    if sans:
        page.add_style_tag(content=f'.picture {{ font-family: "{sans}" !important; }}')
    pictures = page.evaluate(BOXES)
    assert pictures
    for picture in pictures:
        assert overlaps(picture["texts"] + picture["icons"], down=AIR) == []
        assert overlaps(picture["marks"], across=0) == []
        width, height = picture["size"]
        for name, x, y, w, h in picture["texts"] + picture["icons"] + picture["marks"]:
            assert x >= -1, name
            assert x + w <= width + 1, name
            assert y >= -1, name
            assert y + h <= height + 1, name
    context.close()


@pytest.mark.parametrize("width", [360, 768, 960, 1280])
def test_either_the_picture_or_the_list_is_there_and_never_both(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto("/briefs/thirty-day-ceasefire/")
    told = page.locator(".lanes").aria_snapshot()
    assert told.count("A full and unconditional ceasefire of at least 30 days") == 2 - ("listitem" in told)
    assert page.locator(".lanes svg").is_visible() == (width >= 768)
    assert page.locator(".lanes ol").is_visible() == (width < 768)
    assert page.locator(".time-axis").is_visible() == (width >= 768)


def test_a_screen_reader_hears_sides_days_titles_arrows_and_answers(page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto("/briefs/tribunal-and-sanctions/")
    picture = page.get_by_role("group", name="Sides and proposals")
    expect(picture.get_by_role("link", name="Council of the European Union", exact=True)).to_be_visible()
    rows = picture.get_by_role("list").get_by_role("listitem")
    expect(rows).to_have_count(3)
    expect(rows.nth(1)).to_contain_text("9 May 2025")
    expect(
        rows.nth(1).get_by_role("img", name="from the Core Group on the Special Tribunal to the Council of Europe")
    ).to_be_visible()
    expect(rows.nth(1).get_by_role("img", name="No answer (Council of Europe)")).to_be_visible()
    axis = page.get_by_role("group", name="The timeline by day")
    expect(axis.get_by_role("link", name="9 May 2025: 2 proposals")).to_be_visible()
    assert "Proposals" not in axis.aria_snapshot()


def test_what_a_link_is_called_holds_the_words_that_are_seen(page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto("/briefs/thirty-day-ceasefire/")
    named = page.locator(".lanes svg a[aria-label]").all()
    assert named
    for link in named:
        seen, called = " ".join((link.text_content() or "").split()), link.get_attribute("aria-label") or ""
        assert called.startswith(seen)


def press(page: Page, link: Locator) -> None:
    """Clicks the middle of a link: what ``click`` takes for its place within a text of SVG is elsewhere."""
    x, y = link.evaluate(
        """at => {
          at.scrollIntoView({block: 'center', behavior: 'instant'});
          const box = at.getBoundingClientRect();
          return [box.x + box.width / 2, box.y + box.height / 2];
        }"""
    )
    page.mouse.click(x, y)
    page.wait_for_load_state()


def test_links_of_a_picture_lead_to_sides_proposals_answers_and_lines(page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    for link, address in (
        ("Russia", "/actors/russia/"),
        (
            "Sanctions on banks and energy if Russia refuses the ceasefire",
            "/proposals/thirty-day-ceasefire/sanctions-warning/",
        ),
        ("Rejects with conditions (Russia)", "/briefs/thirty-day-ceasefire/#answer-ceasefire.zakharova.2025-05-11"),
    ):
        page.goto("/briefs/thirty-day-ceasefire/")
        press(page, page.locator(".lanes svg").get_by_role("link", name=link, exact=True))
        expect(page).to_have_url(re.compile(f"{re.escape(address)}$"))
    page.goto("/briefs/thirty-day-ceasefire/")
    page.locator(".time-axis").get_by_role("link", name="11 May 2025: 2 answers").click()
    line = page.locator("li:has(:target)")
    expect(line).to_be_in_viewport()
    expect(line).to_contain_text("11 May 2025")
    assert line.get_attribute("data-kind") == "answer"


@pytest.mark.parametrize("path", ["/briefs/thirty-day-ceasefire/", "/actors/russia/"])
def test_a_keyboard_reaches_every_link_of_a_picture_and_shows_where_it_is(page: Page, path: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(path)
    for picture in page.locator("svg.picture").all():
        links = picture.locator("a").all()
        links[0].focus()
        page.keyboard.press("Shift+Tab")
        for link in links:
            page.keyboard.press("Tab")
            expect(link).to_be_focused()
            assert link.evaluate("at => getComputedStyle(at).outlineStyle") == "solid"
            assert float(link.evaluate("at => parseFloat(getComputedStyle(at).outlineWidth)")) >= 2


@pytest.mark.parametrize("width", [768, 960, 1280])
@pytest.mark.parametrize("path", ["/briefs/tribunal-and-sanctions/", "/actors/russia/"])
def test_every_mark_of_an_axis_is_large_enough_to_touch(page: Page, path: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(path)
    for mark in page.locator(".time-axis .mark").all():
        box = mark.bounding_box()
        assert box
        assert box["width"] >= 23.9
        assert box["height"] >= 21.9


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_in_forced_colours_lines_texts_and_marks_take_the_reader_s_colours(
    browser: Browser, address: str, scheme: str
) -> None:
    context = browser.new_context(
        base_url=address, viewport={"width": 1280, "height": 800}, forced_colors="active", color_scheme=scheme
    )
    page = context.new_page()
    page.goto("/briefs/tribunal-and-sanctions/")
    canvas, ink, link = (page.evaluate(SYSTEM_COLOUR, name) for name in ("Canvas", "CanvasText", "LinkText"))
    look = "(at, name) => getComputedStyle(at)[name]"
    lanes, axis = page.locator(".lanes svg"), page.locator(".time-axis")
    assert lanes.locator("path[role=img]").first.evaluate(look, "stroke") == ink
    assert lanes.locator("text").first.evaluate(look, "fill") == link
    assert lanes.locator(".gap").evaluate(look, "fill") == canvas
    assert axis.locator("a:not(.ahead) .mark").first.evaluate(look, "fill") == link
    assert axis.locator("a:not(.ahead) text").first.evaluate(look, "fill") == canvas
    assert axis.locator(".ahead .mark").first.evaluate(look, "fill") == canvas
    context.close()


def test_on_paper_the_pictures_stay_and_the_list_that_stands_in_for_one_goes(page: Page) -> None:
    page.set_viewport_size({"width": 640, "height": 900})
    page.goto("/briefs/thirty-day-ceasefire/")
    page.emulate_media(media="print")
    expect(page.locator(".lanes svg")).to_be_visible()
    expect(page.locator(".time-axis")).to_be_visible()
    expect(page.locator(".lanes ol")).to_be_hidden()


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_a_proposal_s_way_runs_across_where_there_is_room_and_else_down(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto("/proposals/thirty-day-ceasefire/ceasefire/")
    first, second = (page.locator(".progress > li").nth(at).bounding_box() for at in (0, 1))
    assert first
    assert second
    if width < 640:
        assert second["y"] >= first["y"] + first["height"]
        assert second["x"] == first["x"]
    else:
        assert second["x"] >= first["x"] + first["width"]
        assert second["y"] == first["y"]
    assert page.evaluate("document.documentElement.scrollWidth") <= width
