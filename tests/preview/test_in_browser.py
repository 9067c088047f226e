"""The preview as a reader sees it: a real browser, a real server, real saves."""

from __future__ import annotations

import contextlib
import http.server
import statistics
import threading
import time
from typing import ClassVar

import playwright.sync_api as playwright
import pytest

from parley.preview.outgoing import page_for_preview
from tests.preview import conftest
from tests.preview.conftest import PROJECT

pytestmark = pytest.mark.browser

SHOWN = "text => document.getElementById('text')?.textContent.trim() === text"
PAINTED = """() => new Promise((done) => {
  const paint = (list) => done(performance.timeOrigin + list.getEntriesByName("first-contentful-paint")[0].startTime);
  new PerformanceObserver(paint).observe({ type: "paint", buffered: true });
})"""
BROKEN = "! the term is unknown: <b>ceasefier</b>\nmore"


def eventually(holds, within: float = 5) -> bool:
    """Whether something comes to hold in time, asked seldom enough to leave the machine to the browser."""
    return conftest.eventually(holds, within, 0.04)


def text_of(tab) -> str:
    return tab.locator("#text").text_content().strip()


def open_tabs(tabs, address: str, number: int) -> list:
    opened = []
    for _ in range(number):
        tab = tabs.new_page()
        tab.goto(address)
        opened.append(tab)
    return opened


def panel_of(tab):
    return tab.get_by_role("alertdialog")


def all_show(pages, number: int, within: float = 5) -> bool:
    """Whether the panel comes to be open in all pages (1) or in none (0)."""
    return eventually(lambda: all(panel_of(tab).count() == number for tab in pages), within)


def test_a_save_reloads_the_page_and_keeps_the_scroll_position(preview, tabs):
    """Even when the page told the browser not to do so by itself."""
    tabs.add_init_script("history.scrollRestoration = 'manual'")
    running = preview()
    tab = tabs.new_page()
    tab.goto(running.address)
    tab.evaluate("scrollTo(0, 2345)")
    tab.evaluate("window.before = true")
    running.save("index", "second")
    assert eventually(lambda: text_of(tab) == "second")
    assert tab.evaluate("window.before") is None
    assert eventually(lambda: tab.evaluate("scrollY") == 2345, 1), tab.evaluate("scrollY")


def test_the_time_from_save_to_screen(preview, tabs, figure):
    running = preview()
    tab = tabs.new_page()
    tab.goto(running.address)
    times = []
    for number in range(5):
        time.sleep(0.1)
        start = time.time()
        running.save("index", f"text {number}")
        tab.wait_for_function(SHOWN, arg=f"text {number}", polling="raf")
        painted = tab.evaluate(PAINTED)
        times.append(painted / 1000 - start)
        assert times[-1] > 0
    figure(f"save to the first paint of the reloaded page: median {statistics.median(times) * 1000:.0f} ms")


def test_a_broken_source_is_shown_over_the_last_good_page_in_eight_tabs_and_goes_when_mended(preview, tabs, figure):
    running = preview()
    opened = open_tabs(tabs, running.address, 4) + open_tabs(tabs, f"{running.address}other/", 4)
    start = time.monotonic()
    running.save("index", BROKEN)
    assert all_show(opened, 1)
    figure(f"panel in all of {len(opened)} tabs after {time.monotonic() - start:.2f} s")
    for tab in opened:
        panel = panel_of(tab)
        assert "briefs/index.txt:1:3" in panel.inner_text()
        assert "the term is unknown: <b>ceasefier</b>" in panel.inner_text()
        assert panel.locator("pre").inner_text() == "1 | ! the term is unknown: <b>ceasefier</b>\n  |   " + "^" * 37
    assert [text_of(tab) for tab in opened] == ["first"] * 4 + ["the other page"] * 4
    late = open_tabs(tabs, running.address, 1)
    assert all_show(late, 1, 2)
    start = time.monotonic()
    running.save("index", "mended")
    assert all_show([*opened, *late], 0)
    assert eventually(lambda: [text_of(tab) for tab in opened[:4]] == ["mended"] * 4)
    figure(f"gone from all of {len(opened) + 1} tabs after {time.monotonic() - start:.2f} s")
    assert running.builds() == 3


def test_mending_by_undoing_takes_the_panel_away_without_a_reload(preview, tabs):
    running = preview()
    [tab] = open_tabs(tabs, running.address, 1)
    tab.evaluate("window.before = true")
    for _ in range(2):
        running.save("other", BROKEN)
        assert all_show([tab], 1)
        running.save("other", "the other page")
        assert all_show([tab], 0)
    assert tab.evaluate("window.before") is True
    assert tab.locator("parley-problems").count() == 0


def test_the_panel_is_worked_with_the_keyboard(preview, tabs):
    running = preview()
    [tab] = open_tabs(tabs, running.address, 1)
    running.save("index", BROKEN)
    assert all_show([tab], 1)
    focused = "document.activeElement.shadowRoot?.activeElement?.className"
    assert eventually(lambda: tab.evaluate(focused) == "panel")
    tab.keyboard.press("Tab")
    assert tab.evaluate(focused) == "close"
    tab.keyboard.press("Enter")
    assert panel_of(tab).count() == 0
    count = tab.get_by_role("button", name="1 error")
    assert count.is_visible()
    assert tab.evaluate(focused).startswith("count")
    tab.keyboard.press("Enter")
    assert panel_of(tab).is_visible()
    tab.keyboard.press("Escape")
    assert panel_of(tab).count() == 0
    running.save("other", "! another fault")
    assert all_show([tab], 1), "a new problem opens the panel again"


def test_a_field_that_is_being_filled_in_keeps_the_focus(preview, tabs):
    running = preview()
    [tab] = open_tabs(tabs, running.address, 1)
    tab.locator("#field").focus()
    running.save("index", BROKEN)
    assert all_show([tab], 1)
    assert tab.evaluate("document.activeElement.id") == "field"


def test_warnings_do_not_cover_the_page(preview, tabs):
    running = preview()
    [tab] = open_tabs(tabs, running.address, 1)
    running.save("index", "fine\n? a date is missing\n? a source is old")
    count = tab.get_by_role("button", name="2 warnings")
    count.wait_for()
    assert text_of(tab).startswith("fine")
    assert panel_of(tab).count() == 0
    box = count.bounding_box()
    assert box["width"] * box["height"] < 8000
    count.click()
    assert "briefs/index.txt:2:3" in panel_of(tab).inner_text()


def test_a_page_that_is_gone_becomes_the_404_and_comes_back(preview, tabs):
    running = preview()
    running.save("404", "nothing here, says the site")
    assert eventually(lambda: running.builds() == 2)
    [tab] = open_tabs(tabs, f"{running.address}other/", 1)
    (running.folder / "other.txt").unlink()
    assert eventually(lambda: text_of(tab) == "nothing here, says the site", 1)
    running.save("other", "back again")
    assert eventually(lambda: text_of(tab) == "back again", 1)


def test_without_any_good_site_the_problems_are_the_page_until_they_are_mended(preview, tabs, briefs):
    (briefs / "index.txt").write_text("! one\n! two")
    running = preview()
    [tab] = open_tabs(tabs, f"{running.address}other/", 1)
    assert tab.locator(".problem").count() == 2
    assert panel_of(tab).count() == 0
    running.save("index", "! one")
    assert eventually(lambda: tab.locator(".problem").count() == 1)
    running.save("index", "fine")
    assert eventually(lambda: tab.locator("#text").count() == 1)
    assert text_of(tab) == "the other page"


def test_a_server_that_comes_back_reloads_only_what_is_different(preview, tabs, briefs):
    running = preview()
    opened = open_tabs(tabs, running.address, 3)
    for tab in opened:
        tab.evaluate("window.before = true")
    running.stop()
    again = preview(port=running.port)
    time.sleep(0.9)
    assert [tab.evaluate("window.before") for tab in opened] == [True] * 3
    again.save("index", "seen again")
    assert eventually(lambda: all(text_of(tab) == "seen again" for tab in opened), 2)
    again.stop()
    (briefs / "index.txt").write_text("changed meanwhile")
    preview(port=running.port)
    assert eventually(lambda: all(text_of(tab) == "changed meanwhile" for tab in opened), 5)


class Stranger(http.server.BaseHTTPRequestHandler):
    """Something else on the port of a preview that is gone: a page of another generation, and no event stream."""

    visits: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        name = self.path.removeprefix("/_parley/")
        if self.path == "/":
            self.visits.append(self.path)
            body, kind = page_for_preview(b"", "of another site"), "text/html"
        elif name in {"reload.js", "stream.js"}:
            body, kind = (PROJECT / "parley/preview/static" / name).read_bytes(), "text/javascript"
        else:
            self.send_error(404)
            return
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


def test_what_was_heard_of_a_preview_that_is_gone_reloads_no_page(preview, tabs):
    running = preview()
    opened = open_tabs(tabs, running.address, 2)
    running.stop()
    with http.server.ThreadingHTTPServer(("127.0.0.1", running.port), Stranger) as stranger:
        thread = threading.Thread(target=stranger.serve_forever)
        thread.start()
        opened[0].goto(running.address)
        time.sleep(0.7)
        stranger.shutdown()
        thread.join()
    assert Stranger.visits == ["/"]


def test_a_tab_opened_between_two_builds_is_not_left_behind(preview, tabs):
    running = preview("--slow", "0.05")
    tab = tabs.new_page()
    for number in range(3):
        running.save("index", f"race {number}")
        time.sleep(0.04 * number)
        with contextlib.suppress(playwright.Error):  # the visit itself may be overtaken by the reload
            tab.goto(running.address)
        assert eventually(lambda: text_of(tab) == f"race {number}", 2), (number, text_of(tab))  # noqa: B023


def test_a_browser_without_shared_workers_listens_in_the_tab(preview, tabs):
    tabs.add_init_script("delete window.SharedWorker")
    running = preview()
    opened = open_tabs(tabs, running.address, 2)
    running.save("index", "second")
    assert eventually(lambda: [text_of(tab) for tab in opened] == ["second"] * 2)
    running.save("index", BROKEN)
    assert all_show(opened, 1)


ATTACK = """async (address) => {
  const used = (name, link) => new Promise((done) => {
    const made = Object.assign(document.createElement(name), link);
    made.onload = () => done("used");
    made.onerror = () => done("refused");
    document.documentElement.append(made);
  });
  const events = new Promise((done) => {
    const source = new EventSource(address + "_parley/events");
    source.onopen = () => done("heard");
    source.onerror = () => done("refused");
  });
  const read = (mode) => fetch(address, { mode }).then(() => "read", () => "refused");
  return Promise.all([
    events, read("cors"), read("no-cors"), used("link", { rel: "stylesheet", href: address + "site.css" }),
  ]);
}"""


def test_a_page_of_another_origin_learns_nothing(preview, chromium):
    running, other = preview(), preview()
    tab = chromium.new_page()
    tab.goto(f"{other.address}site.css")  # not a page of the preview: nothing there forbids the attempt
    assert tab.evaluate(ATTACK, other.address) == ["heard", "read", "read", "used"]
    assert tab.evaluate(ATTACK, running.address) == ["refused"] * 4
    tab.close()
