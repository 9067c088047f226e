"""What is new since the last visit: marked only for a reader who asked, and kept on the device only."""

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser
BRIEF = "/briefs/thirty-day-ceasefire/"
STORED = "localStorage.getItem('parley:since')"


def test_nothing_is_kept_before_the_reader_asks(scripted: Page) -> None:
    scripted.goto(BRIEF)
    expect(scripted.get_by_role("button", name="Mark what is new when I come back")).to_be_visible()
    assert scripted.evaluate(STORED) is None


def test_changes_since_the_last_visit_are_marked_for_a_reader_who_asked(scripted: Page) -> None:
    scripted.goto(BRIEF)
    scripted.get_by_role("button", name="Mark what is new").click()
    assert scripted.evaluate(STORED) == '{"thirty-day-ceasefire":"2025-05-12"}'
    scripted.reload()
    expect(scripted.locator(".change.new")).to_have_count(0)

    scripted.evaluate("localStorage.setItem('parley:since', JSON.stringify({'thirty-day-ceasefire': '2025-05-11'}))")
    scripted.reload()
    expect(scripted.locator(".change.new")).to_have_count(1)
    expect(scripted.locator(".change.new")).to_contain_text("12 May 2025")
    shown = "getComputedStyle(document.querySelector('.change.new .date'), '::after').content"
    assert scripted.evaluate(shown) == '"New"'
    scripted.reload()
    expect(scripted.locator(".change.new")).to_have_count(0)


def test_the_reader_can_stop_it_and_everything_is_forgotten(scripted: Page) -> None:
    scripted.goto(BRIEF)
    scripted.get_by_role("button", name="Mark what is new").click()
    scripted.get_by_role("button", name="Stop, and forget my visits").click()
    assert scripted.evaluate(STORED) is None
    expect(scripted.get_by_role("button", name="Mark what is new")).to_be_visible()


def test_without_script_the_offer_is_not_shown(page: Page) -> None:
    page.goto(BRIEF)
    expect(page.locator(".since")).to_be_hidden()
