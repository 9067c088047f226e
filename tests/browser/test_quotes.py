"""A browser takes the reader of a quote to its words in the source."""

import pytest
from playwright.sync_api import Page

from parley.pages.quotes import text_address

pytestmark = pytest.mark.browser
LONG = "We are ready to meet, now - on any day & at any place - but not before the guns fall silent: and “only that”."
FILLER = "<p>Other words.</p>" * 200


@pytest.mark.parametrize(
    ("quote", "source"),
    [
        ("“We are ready, now – and here.”", "<p>He said: We are ready, now – and here. Then he left.</p>"),
        (LONG, f"<p>{LONG.replace('&', '&amp;')}</p>"),
        (LONG, f"<p>{LONG.replace('&', '&amp;').replace('place - ', 'place - </p><p>')}</p>"),
        ("First we talk … and then we may sign it.", "<p>First we talk of it</p><p>and then we may sign it.</p>"),
        ("Мы предлагаем возобновить переговоры.", "<p>Мы предлагаем возобновить переговоры.</p>"),
    ],
    ids=["short", "long", "over two paragraphs", "with an omission", "Cyrillic"],
)  # fmt: skip
def test_the_address_of_a_quote_scrolls_to_its_words(scripted: Page, address: str, quote: str, source: str) -> None:
    body = f"<!doctype html><meta charset=utf-8><title>News</title>{FILLER}<div id=it>{source}</div>{FILLER}"
    scripted.route("**/news", lambda route: route.fulfill(content_type="text/html; charset=utf-8", body=body))
    scripted.goto(text_address(f"{address}/news", quote))
    scripted.wait_for_function("scrollY > 0", timeout=5000)
    box = scripted.locator("#it").bounding_box()
    assert box
    assert 0 <= box["y"] <= 720
