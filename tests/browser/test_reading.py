"""A reader on a phone, without script, clicks through the real site."""

import re

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


def test_from_a_brief_to_an_actor_to_a_rejected_proposal_and_back(page: Page) -> None:
    page.goto("/")
    page.get_by_role("link", name="The 30-day ceasefire proposed in Kyiv").first.click()
    expect(page).to_have_url(re.compile(r"/briefs/thirty-day-ceasefire/$"))
    expect(page.get_by_role("heading", name="Where things stand")).to_be_visible()

    page.locator("#rejections ~ *, section[aria-labelledby=rejections]").get_by_role(
        "link", name="Russia"
    ).first.click()
    expect(page).to_have_url(re.compile(r"/actors/russia/$"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Russia")

    received = page.locator("section[aria-labelledby=received]")
    received.get_by_role("link", name="A full and unconditional ceasefire of at least 30 days").first.click()
    expect(page).to_have_url(re.compile(r"/proposals/thirty-day-ceasefire/ceasefire/$"))
    expect(page.get_by_role("heading", level=1)).to_have_text("A full and unconditional ceasefire of at least 30 days")
    expect(page.locator("main")).to_contain_text("Russia rejected it on 11 May 2025")
    expect(page.locator("main")).to_contain_text("Deadlock:")

    page.get_by_role("navigation", name="You are here").get_by_role("link").last.click()
    expect(page).to_have_url(re.compile(r"/briefs/thirty-day-ceasefire/$"))


def test_a_citation_leads_to_its_source(page: Page) -> None:
    page.goto("/briefs/thirty-day-ceasefire/")
    page.locator("section[aria-labelledby=what] a.cite").first.click()
    expect(page).to_have_url(re.compile(r"#source-upi-10may$"))
    expect(page.locator("#source-upi-10may")).to_be_in_viewport()


def test_an_answer_in_the_positions_table_leads_to_where_it_is_told(page: Page) -> None:
    page.goto("/briefs/thirty-day-ceasefire/")
    cell = page.locator(".positions-table td[data-side=Russia] a").first
    cell.click()
    expect(page).to_have_url(re.compile(r"#answer-ceasefire\.zakharova\.2025-05-11$"))


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
@pytest.mark.parametrize(
    "path",
    ["/", "/briefs/istanbul-talks/", "/actors/", "/actors/russia/", "/proposals/istanbul-talks/direct-talks/",
     "/topics/war-in-ukraine/", "/timeline/", "/next/", "/about/", "/data/", "/404.html"],
)  # fmt: skip
def test_no_page_scrolls_sideways(page: Page, path: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    page.goto(path)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_headline_and_the_box_stand_in_the_first_view_of_a_desktop(page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 720})
    for slug in ("istanbul-talks", "thirty-day-ceasefire", "tribunal-and-sanctions"):
        page.goto(f"/briefs/{slug}/")
        box = page.locator(".stand").bounding_box()
        assert box
        assert box["y"] + box["height"] <= 720, slug
