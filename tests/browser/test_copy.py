"""A # copies the address of what it stands beside; a button copies a text. Without script nothing is offered."""

import json

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser
BRIEF = "/briefs/thirty-day-ceasefire/"


@pytest.fixture
def brief(scripted: Page) -> Page:
    scripted.context.grant_permissions(["clipboard-read", "clipboard-write"])
    scripted.goto(BRIEF)
    return scripted


def copied(page: Page) -> str:
    text: str = page.evaluate("navigator.clipboard.readText()")
    return text


@pytest.mark.parametrize(
    "place",
    [".heading:has(> h2)", "#proposal-ceasefire > header", ".answer-card", ".entry[data-kind=event]",
     ".entry[data-kind=answer]", ".step-card", ".source-entry"],
)  # fmt: skip
def test_a_hash_copies_its_address_moves_there_and_says_so(brief: Page, address: str, place: str) -> None:
    anchor = brief.locator(f"main {place} .anchor").first
    brief.locator(f"main {place}").filter(has=brief.locator(".anchor")).first.hover()
    expect(anchor).to_have_css("opacity", "1")
    box = anchor.bounding_box()
    assert box
    assert min(box["width"], box["height"]) >= 24
    anchor.click()
    expect(brief.get_by_role("status")).to_have_text("Link copied")
    assert copied(brief) == f"{address}{BRIEF}{anchor.get_attribute('href')}" == brief.url
    assert brief.evaluate("document.querySelector(':target') !== null")


def test_what_was_said_is_gone_after_a_while(brief: Page) -> None:
    brief.locator(".anchor").first.focus()
    brief.keyboard.press("Enter")
    note = brief.get_by_role("status")
    expect(note).to_have_text("Link copied")
    expect(note).to_be_in_viewport()
    expect(note).to_have_text("", timeout=5000)


def test_what_is_said_is_in_the_words_of_the_page(brief: Page) -> None:
    brief.evaluate("Object.assign(document.body.dataset, { copied: 'Kopiert', linkCopied: 'Link kopiert' })")
    brief.locator(".anchor").first.focus()
    brief.keyboard.press("Enter")
    expect(brief.get_by_role("status")).to_have_text("Link kopiert")
    brief.get_by_role("button", name="Copy APA").click()
    expect(brief.get_by_role("status")).to_have_text("Kopiert")


def test_every_proposal_answer_step_event_and_source_has_a_hash(brief: Page) -> None:
    bare = """[".proposal-card", ".answer-card", ".step-card", ".entry", ".source-entry"].flatMap(kind =>
        [...document.querySelectorAll(`main ${kind}`)].filter(part => !part.querySelector(".anchor") &&
            !part.querySelector("[href*='briefs/tribunal']")).map(part => part.outerHTML.slice(0, 200)))"""
    assert brief.evaluate(bare) == []


def test_a_button_copies_the_text_it_names(brief: Page) -> None:
    brief.get_by_role("button", name="Copy APA").click()
    expect(brief.get_by_role("status")).to_have_text("Copied")
    assert copied(brief) == brief.locator('[id^="apa-"]').inner_text()
    assert "(2025, May 12). " in copied(brief)
    brief.get_by_role("button", name="Copy MLA").press("Enter")
    expect(brief.get_by_role("status")).to_have_text("Copied")
    assert copied(brief).endswith("12 May 2025, https://parley.example/briefs/thirty-day-ceasefire/.")


@pytest.mark.parametrize(
    "html",
    ["<pre id=here>one\n  two</pre>", "<textarea id=here>one\n  two</textarea>",
     "<pre id=here hidden>one\n  two</pre>"],
)  # fmt: skip
def test_text_of_several_lines_keeps_them(brief: Page, html: str) -> None:
    brief.evaluate("""html => {
        document.querySelector("main").append(document.createRange().createContextualFragment(html));
        document.querySelector("button.copy").dataset.copy = "here";
    }""", html)  # fmt: skip
    brief.locator("button.copy").first.click()
    expect(brief.get_by_role("status")).to_have_text("Copied")
    assert copied(brief) == "one\n  two"


def test_files_for_reference_managers_are_saved_under_the_name_of_the_brief(brief: Page) -> None:
    for name, ending in (("BibTeX", "bib"), ("CSL-JSON", "json")):
        with brief.expect_download() as saved:
            brief.get_by_role("link", name=name).click()
        assert saved.value.suggested_filename == f"thirty-day-ceasefire.{ending}"
        text = saved.value.path().read_text(encoding="utf-8")
        assert "thirty-day-ceasefire" in (json.loads(text)[0]["id"] if ending == "json" else text)


def test_a_refused_clipboard_is_passed_over_in_silence(browser: Browser, address: str) -> None:
    page = browser.new_context(base_url=address).new_page()
    page.add_init_script("navigator.clipboard.writeText = () => Promise.reject(new Error('refused'))")
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(BRIEF)
    page.locator(".anchor").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_timeout(200)
    assert page.get_by_role("status").text_content() == ""
    assert page.url.endswith("#stand")
    assert faults == []
    page.context.close()


def test_where_there_is_no_clipboard_no_button_is_offered(browser: Browser, address: str) -> None:
    page = browser.new_context(base_url=address).new_page()
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.goto(BRIEF)
    expect(page.locator("button.copy").first).to_be_hidden()
    page.context.close()


def test_without_script_the_text_is_there_and_no_button(page: Page) -> None:
    page.goto(BRIEF)
    expect(page.locator('[id^="apa-"]')).to_be_visible()
    expect(page.locator("button.copy").first).to_be_hidden()
    page.locator('[id^="apa-"]').scroll_into_view_if_needed()
    expect(page.get_by_role("link", name="BibTeX")).to_be_visible()
