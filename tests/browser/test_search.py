"""A reader searches the whole site: types, narrows it down, shares the address, comes back; without script, A to Z."""

import functools
import re
import threading
from collections.abc import Iterator
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.conftest import Quiet

pytestmark = pytest.mark.browser
WATCH = "addEventListener('securitypolicyviolation', (event) => console.error(`violated: ${event.violatedDirective}`))"


def watched(context: BrowserContext) -> tuple[Page, list[str]]:
    """A page, and what goes wrong on it: every error, warning, breach of its policy, and file that is not there."""
    wrong: list[str] = []
    context.add_init_script(WATCH)
    page = context.new_page()
    page.on("console", lambda message: wrong.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("response", lambda answer: wrong.append(f"{answer.status} {answer.url}") if answer.status >= 400 else None)
    return page, wrong


@pytest.fixture
def reader(browser: Browser, address: str) -> Iterator[Page]:
    """A page with script, on which nothing may go wrong and no other host is asked for anything."""
    context = browser.new_context(base_url=address, viewport={"width": 360, "height": 740})
    page, wrong = watched(context)
    page.on("request", lambda request: wrong.append(request.url) if not request.url.startswith(address) else None)
    yield page
    context.close()
    assert wrong == []


def told(page: Page, text: str | re.Pattern[str]) -> None:
    expect(page.locator("main").get_by_role("status")).to_have_text(text)


def pick(page: Page, *names: str) -> None:
    """Opens the filters where they are closed, and ticks ``names``."""
    if not page.locator(".filters > div").is_visible():
        page.locator("summary", has_text="Filters").click()
    for name in names:
        page.get_by_role("checkbox", name=re.compile(rf"^{name} \d+$")).check()


def kinds(page: Page) -> set[str]:
    return {text.split(" ")[0] for text in page.locator(".results .kicker").all_inner_texts()}


def test_words_are_found_while_they_are_typed(reader: Page) -> None:
    reader.goto("/search/")
    reader.get_by_role("searchbox").press_sequentially("tribunal")
    told(reader, re.compile(r"^\d+ results$"))
    title = reader.get_by_role("link", name="A special tribunal for the crime of aggression against Ukraine")
    first = reader.locator(".results li", has=title)
    expect(first.locator(".kicker")).to_have_text("Proposal Open")
    expect(first.locator(".badge")).to_have_attribute("data-status", "open")
    expect(first.locator("mark").first).to_have_text(re.compile("^tribunal", re.IGNORECASE))
    expect(reader.locator(".results li")).to_have_count(10)


def test_an_actor_is_found_by_any_of_its_names(reader: Page) -> None:
    reader.goto("/search/?q=Britain")
    told(reader, "1 result")
    link = reader.locator(".results a")
    expect(link).to_have_text("United Kingdom")
    link.click()
    expect(reader.get_by_role("heading", level=1)).to_have_text("United Kingdom")


def test_filters_narrow_it_down_and_stand_in_the_address(reader: Page) -> None:
    reader.goto("/search/?q=ceasefire")
    told(reader, re.compile(r"^\d+ results$"))
    pick(reader, "Proposal", "Rejected")
    told(reader, "1 result")
    expect(reader.locator(".results .kicker")).to_have_text("Proposal Rejected")
    expect(reader).to_have_url(re.compile(r"/search/\?q=ceasefire&kind=Proposal&status=Rejected$"))

    reader.reload()
    told(reader, "1 result")
    expect(reader.get_by_role("searchbox")).to_have_value("ceasefire")
    pick(reader)
    expect(reader.get_by_role("checkbox", name="Rejected")).to_be_checked()


def test_two_values_of_one_filter_widen_it(reader: Page) -> None:
    reader.goto("/search/?kind=Brief&kind=Group")
    told(reader, re.compile(r"^\d results$"))
    assert kinds(reader) == {"Brief", "Group"}


def test_filters_alone_list_what_they_let_through(reader: Page) -> None:
    reader.goto("/search/")
    pick(reader, "Brief")
    told(reader, "3 results")
    assert kinds(reader) == {"Brief"}
    reader.get_by_role("checkbox", name="Brief").uncheck()
    told(reader, "")
    expect(reader.locator(".results li")).to_have_count(0)
    expect(reader).to_have_url(re.compile(r"/search/$"))


def test_an_actor_far_down_the_filter_is_there_and_shown_where_it_is_ticked(reader: Page) -> None:
    reader.goto("/search/?actor=Rustem+Umerov")
    told(reader, re.compile(r"result"))
    pick(reader)
    expect(reader.get_by_role("checkbox", name="Rustem Umerov")).to_be_checked()
    expect(reader.get_by_role("checkbox", name="Rustem Umerov")).to_be_visible()


def test_counts_tell_how_many_pages_with_the_words_have_a_value(reader: Page) -> None:
    reader.goto("/search/?q=Britain")
    told(reader, "1 result")
    pick(reader)
    expect(reader.get_by_role("checkbox", name="State 1", exact=True)).to_be_visible()
    expect(reader.get_by_role("checkbox", name="Brief 0", exact=True)).to_be_visible()


def test_nothing_found_is_said(reader: Page) -> None:
    reader.goto("/search/?q=xylophone")
    told(reader, "Nothing was found.")
    expect(reader.locator(".results li")).to_have_count(0)


def test_more_results_follow_and_the_first_new_one_has_the_focus(reader: Page) -> None:
    reader.goto("/search/?q=ceasefire")
    reader.get_by_role("button", name="Show more results").focus()
    reader.keyboard.press("Enter")
    expect(reader.locator(".results li")).to_have_count(20)
    expect(reader.locator(".results li").nth(10).locator("a")).to_be_focused()


def test_going_back_brings_back_the_search_before(reader: Page) -> None:
    reader.goto("/search/")
    field = reader.get_by_role("searchbox")
    field.fill("tribunal")
    field.press("Enter")
    expect(reader).to_have_url(re.compile(r"\?q=tribunal$"))
    field.fill("Britain")
    field.press("Enter")
    told(reader, "1 result")
    reader.go_back()
    expect(field).to_have_value("tribunal")
    told(reader, re.compile(r"^\d\d results$"))
    reader.go_forward()
    told(reader, "1 result")
    reader.locator(".results a").click()
    reader.go_back()
    told(reader, "1 result")
    expect(field).to_have_value("Britain")


def test_the_box_on_the_home_page_leads_to_the_results(reader: Page) -> None:
    reader.goto("/")
    reader.get_by_role("searchbox").fill("Britain")
    reader.get_by_role("button", name="Search").click()
    expect(reader).to_have_url(re.compile(r"/search/\?q=Britain$"))
    told(reader, "1 result")


def test_the_keyboard_is_enough(reader: Page) -> None:
    reader.goto("/search/")
    reader.get_by_role("searchbox").focus()
    reader.keyboard.type("Britain")
    reader.keyboard.press("Enter")
    told(reader, "1 result")
    for _ in range(3):  # the field's button, the filters, the first result
        reader.keyboard.press("Tab")
    expect(reader.locator(".results a")).to_be_focused()


def test_nothing_is_loaded_before_it_is_needed(reader: Page) -> None:
    asked: list[str] = []
    reader.on("request", lambda request: asked.append(request.url))
    reader.goto("/search/", wait_until="networkidle")
    assert not [url for url in asked if "pagefind" in url]
    reader.goto("/", wait_until="networkidle")
    assert not [url for url in asked if "search." in url.split("/")[-1] and asked.index(url) > asked.index(reader.url)]


def test_what_stands_on_a_page_is_shown_as_text(reader: Page) -> None:
    reader.goto("/search/?q=ceasefire")
    told(reader, re.compile(r"^\d+ results$"))
    assert "&lt;" not in reader.locator(".results").inner_text()
    expect(reader.locator(".results p > :not(mark, .badge)")).to_have_count(0)


@pytest.mark.parametrize("width", [320, 768, 1280])
def test_neither_results_nor_filters_scroll_sideways(reader: Page, width: int) -> None:
    reader.set_viewport_size({"width": width, "height": 740})
    reader.goto("/search/?q=ceasefire")
    told(reader, re.compile(r"^\d+ results$"))
    pick(reader)
    assert reader.evaluate("document.documentElement.scrollWidth") <= width


def test_without_a_worker_the_search_is_done_in_the_page_and_its_policy_allows_it(
    browser: Browser, address: str
) -> None:
    context = browser.new_context(base_url=address)
    context.add_init_script("delete globalThis.Worker")
    page, wrong = watched(context)
    page.goto("/search/?q=Britain")
    told(page, "1 result")
    context.close()
    assert wrong == []


def test_an_index_that_can_t_be_loaded_is_told_and_the_list_stays(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address)
    page = context.new_page()
    page.route("**/pagefind.js", lambda route: route.abort())
    page.goto("/search/?q=Britain")
    told(page, "The search could not be loaded. The A to Z below works without it.")
    expect(page.get_by_role("link", name="Britain")).to_be_visible()
    context.close()


def test_the_site_works_below_any_path(browser: Browser, output: Path, tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "desk").symlink_to(output, target_is_directory=True)
    handler = functools.partial(Quiet, directory=str(tmp_path))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        context = browser.new_context(base_url=f"http://127.0.0.1:{server.server_address[1]}")
        page, wrong = watched(context)
        page.goto("/news/desk/")
        page.get_by_role("searchbox").fill("Britain")
        page.get_by_role("searchbox").press("Enter")
        told(page, "1 result")
        page.locator(".results a").click()
        expect(page).to_have_url(re.compile(r"/news/desk/actors/united-kingdom/$"))
        context.close()
        server.shutdown()
    assert wrong == []


def test_without_script_everything_stands_from_a_to_z(page: Page) -> None:
    page.goto("/search/")
    assert page.locator("noscript .notice").all_inner_texts() == [
        "Search needs script. The A to Z below works without it."
    ]
    page.get_by_role("navigation", name="A to Z").get_by_role("link", name="T", exact=True).click()
    expect(page.locator("#az-t")).to_be_in_viewport()
    page.get_by_role("link", name="Turkey").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Türkiye")


def test_only_the_page_of_the_search_may_run_webassembly(output: Path) -> None:
    for path in output.rglob("*.html"):
        policy = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', path.read_text())
        name = path.relative_to(output).as_posix()
        if not policy:
            assert 'http-equiv="refresh"' in path.read_text(), name
            continue
        name = name.removeprefix("de/")
        assert ("wasm-unsafe-eval" in policy[0]) == (name == "search/index.html"), name
        boxes = name in ("index.html", "404.html", "search/index.html")
        assert policy[0].endswith("form-action 'self'" if boxes else "form-action 'none'"), name
        assert "'unsafe-inline'" not in policy[0]
        assert "'unsafe-eval'" not in policy[0]
