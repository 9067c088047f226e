"""Linked data is data to a real browser: the policy has nothing against it, nothing of it runs, and it can be read."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route

pytestmark = pytest.mark.browser

PATHS = ["/", "/briefs/istanbul-talks/", "/actors/russia/", "/proposals/istanbul-talks/direct-talks/", "/data/"]
WATCH = """
window.refused = [];
document.addEventListener("securitypolicyviolation", each => window.refused.push(each.violatedDirective));
"""
BLOCKS = (
    "[...document.querySelectorAll('script[type=\"application/ld+json\"]')].map(each => JSON.parse(each.textContent))"
)


@pytest.fixture
def watched(browser: Browser, address: str) -> Iterator[Page]:
    """A page with script, that keeps what its policy refuses."""
    context = browser.new_context(base_url=address)
    context.add_init_script(WATCH)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("path", PATHS)
def test_the_policy_refuses_nothing_and_the_block_can_be_read(watched: Page, path: str) -> None:
    told: list[str] = []
    watched.on("console", lambda message: told.append(message.text))
    watched.on("pageerror", lambda error: told.append(str(error)))
    watched.goto(path)
    (block,) = watched.evaluate(BLOCKS)
    assert block["@context"] == "https://schema.org"
    assert watched.evaluate("window.refused") == []
    assert told == []


def test_a_script_in_its_place_would_be_refused_and_that_would_be_seen(watched: Page) -> None:
    def swapped(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace("application/ld+json", "text/javascript"))

    watched.route("**/briefs/istanbul-talks/", swapped)
    watched.goto("/briefs/istanbul-talks/")
    assert watched.evaluate("window.refused") == ["script-src-elem"]


def test_text_that_would_end_the_block_stays_in_it(watched: Page) -> None:
    from parley.render.linked import jsonld_html

    text = "</script><script>document.title = 'run'</script><!--<script>"

    def poisoned(route: Route) -> None:
        html = (
            f'<title>calm</title><script type="application/ld+json">{jsonld_html({"name": text})}</script><p>after</p>'
        )
        route.fulfill(body=html, content_type="text/html; charset=utf-8")  # without a policy that could save it

    watched.route("**/poisoned", poisoned)
    watched.goto("/poisoned")
    assert json.dumps(watched.evaluate(BLOCKS)) == json.dumps([{"name": text}])
    assert watched.title() == "calm"
    assert watched.locator("script").count() == 1
    assert watched.locator("p").inner_text() == "after"
