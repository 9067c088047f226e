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
PAINTED = """() => new Promise((done) => requestAnimationFrame(() => {
  const channel = new MessageChannel();  // heard after the frame
  channel.port1.onmessage = () => done(performance.timeOrigin + performance.now());
  channel.port2.postMessage(1);
}))"""
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


def test_a_save_changes_the_page_in_place_and_keeps_the_scroll_position(preview, tabs):
    """Even when the page told the browser not to do so by itself."""
    tabs.add_init_script("history.scrollRestoration = 'manual'")
    running = preview()
    tab = tabs.new_page()
    tab.goto(running.address)
    tab.evaluate("scrollTo(0, 2345)")
    tab.evaluate("window.before = true")
    running.save("index", "second")
    assert eventually(lambda: text_of(tab) == "second")
    assert tab.evaluate("window.before") is True
    assert tab.evaluate("scrollY") == 2345


PARTS = "<p id=a>one</p><details id=d><summary>more</summary><p id=b>two</p></details><p id=c>three <b>bold</b> end</p>"


def test_what_a_reader_has_opened_typed_and_selected_stays(preview, tabs):
    running = preview()
    running.save("index", PARTS)
    assert eventually(lambda: running.builds() == 2)
    [tab] = open_tabs(tabs, running.address, 1)
    tab.locator("#d > summary").click()
    tab.locator("#field").fill("half a wo")
    tab.evaluate("getSelection().selectAllChildren(document.querySelector('#c b'))")
    tab.evaluate("window.kept = document.querySelector('#c b')")
    running.save("index", "<p id=new>zero</p>" + PARTS.replace("two", "2").replace("three", "3") + "<p>last</p>")
    assert eventually(lambda: "last" in text_of(tab))
    assert tab.locator("#text").inner_text().split() == ["zero", "one", "more", "2", "3", "bold", "end", "last"]
    assert tab.evaluate("document.getElementById('d').open")
    assert tab.locator("#field").input_value() == "half a wo"
    assert tab.evaluate("getSelection().toString()") == "bold"
    assert tab.evaluate("window.kept.isConnected")


def test_what_is_read_stays_where_it_is_when_something_comes_above_it(preview, tabs):
    running = preview()
    rows = "".join(f"<p id=row{number}>row {number}</p>" for number in range(200))
    running.save("index", rows)
    assert eventually(lambda: running.builds() == 2)
    [tab] = open_tabs(tabs, running.address, 1)
    tab.evaluate("document.getElementById('row100').scrollIntoView()")
    where = "document.getElementById('row105').getBoundingClientRect().top"
    before = tab.evaluate(where)
    running.save("index", "<p>new</p>" * 7 + rows)
    assert eventually(lambda: text_of(tab).startswith("new"))
    time.sleep(0.2)
    assert abs(tab.evaluate(where) - before) < 2


@pytest.mark.parametrize(("scrolled", "told"), [(4000, "Changed above ↑"), (0, "")])
def test_a_change_out_of_view_is_told_and_gone_to_when_asked(preview, tabs, scrolled, told):
    running = preview()
    [tab] = open_tabs(tabs, running.address, 1)
    tab.evaluate(f"scrollTo(0, {scrolled})")
    running.save("index", "second")
    assert eventually(lambda: text_of(tab) == "second")
    assert eventually(lambda: tab.locator("parley-corner .status").inner_text() == (told or "The page has changed."))
    assert tab.evaluate("scrollY") == scrolled
    assert tab.evaluate("document.getElementById('text').getAnimations().length") == 1, "the change is marked"
    if told:
        tab.get_by_role("button", name=told).click()
        assert eventually(lambda: tab.evaluate("scrollY") == 0)


def test_with_reduced_motion_the_mark_of_a_change_stands_still(preview, tabs):
    running = preview()
    [tab] = open_tabs(tabs, running.address, 1)
    tab.emulate_media(reduced_motion="reduce")
    running.save("index", "second")
    frames = "document.getElementById('text').getAnimations()[0]?.effect.getKeyframes().map((one) => one.outline)"
    assert eventually(lambda: tab.evaluate(frames))
    assert len(set(tab.evaluate(frames))) == 1


def test_another_page_s_change_marks_nothing_here(preview, tabs):
    running = preview()
    [tab] = open_tabs(tabs, running.address, 1)
    running.save("other", "changed")
    assert eventually(lambda: running.builds() == 2)
    time.sleep(0.3)
    assert tab.locator("parley-corner .status").inner_text() == ""


def test_the_time_from_save_to_screen(preview, tabs, figure):
    running = preview()
    tab = tabs.new_page()
    tab.goto(running.address)
    times = []
    for number in range(10):
        time.sleep(0.1)
        start = time.time()
        running.save("index", f"text {number}")
        tab.wait_for_function(SHOWN, arg=f"text {number}", polling="raf")
        painted = tab.evaluate(PAINTED)
        times.append(painted / 1000 - start)
        assert times[-1] > 0
    figure(f"save to the paint of the changed page: median {statistics.median(times) * 1000:.0f} ms")


def test_drafts_are_shown_at_an_address_of_their_own_and_built_only_there(preview, tabs):
    running = preview()
    running.save("draft-new", "a first try")
    assert eventually(lambda: running.builds() == 2)
    [tab] = open_tabs(tabs, running.address, 1)
    tab.locator("parley-corner summary", has_text="1 draft hidden").click()
    assert not [line for line in running.lines if "with drafts" in line]
    tab.get_by_role("link", name="draft-new", exact=True).click()
    assert eventually(lambda: tab.url.endswith("/_drafts/draft-new/") and text_of(tab) == "a first try")
    running.save("draft-new", "a second try")
    assert eventually(lambda: text_of(tab) == "a second try")
    tab.locator("parley-corner summary", has_text="1 draft shown").click()
    tab.get_by_role("link", name="Hide them").click()
    assert eventually(lambda: "This page is a draft" in tab.title())
    running.save("draft-new", "a third try")
    time.sleep(0.5)
    tab.get_by_role("link", name="See it with the drafts").click()
    assert eventually(lambda: text_of(tab) == "a third try"), "what nobody looked at is built when it is asked for"
    running.save("draft-new", BROKEN)
    assert all_show([tab], 1)


def test_marks_lead_from_the_page_to_its_source(preview, tabs):
    running = preview()
    [tab] = open_tabs(tabs, running.address, 1)
    edit = tab.locator("parley-corner a.edit")
    edit.wait_for()
    assert edit.get_attribute("href") == "editor://open?file=/desk/index.txt&line=1"
    mark = tab.locator("parley-corner a.mark")
    assert mark.count() == 0
    tab.locator("#text").hover()
    mark.wait_for()
    assert mark.get_attribute("href") == "editor://open?file=/desk/index.txt&line=7"
    tab.mouse.move(5, 500)
    assert eventually(lambda: mark.count() == 0)
    tab.keyboard.down("Alt")
    assert mark.count() == 1
    tab.keyboard.up("Alt")
    assert mark.count() == 0
    tab.locator("parley-corner summary", has_text="Places").focus()
    tab.keyboard.press("Enter")
    tab.keyboard.press("Tab")
    focused = "document.activeElement.shadowRoot.activeElement.href"
    assert eventually(lambda: tab.evaluate(focused) == "editor://open?file=/desk/index.txt&line=7")


def test_a_problem_shows_its_lines_its_mend_and_what_it_means(preview, tabs):
    running = preview()
    [tab] = open_tabs(tabs, running.address, 1)
    running.save("index", "! naught")
    assert all_show([tab], 1)
    panel = panel_of(tab)
    assert panel.get_by_role("link", name="briefs/index.txt:1:3").get_attribute("href").endswith("index.txt&line=1")
    lines = panel.locator(".lines").first.inner_text().split("\n")
    lines = [line for line in lines if line]
    assert lines[0] == ">    1 ! naught"
    assert lines[1].index("^") == lines[0].index("naught")
    assert [line for line in panel.locator(".mend").inner_text().split("\n") if line] == [
        "-    1 ! naught",
        "+    1 naught",
    ]
    assert panel.locator(".cure").inner_text() == "write 'naught'"
    with tabs.expect_page() as opened:
        panel.get_by_role("link", name="What this means").click()
    assert "No marks." in opened.value.locator("body").inner_text()


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
        assert (
            panel.locator("pre:not(.lines)").inner_text()
            == "1 | ! the term is unknown: <b>ceasefier</b>\n  |   " + "^" * 37
        )
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
    assert eventually(lambda: text_of(tab).startswith("fine"))
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
