"""In a real browser nothing of a brief runs, with the policy of the pages and without it; nor does it ask any host."""

from __future__ import annotations

import functools
import random
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from parley.model.keys import Kind
from tests.browser.conftest import Quiet
from tests.reliability.figures import Chapter, Figures
from tests.reliability.hostile import payloads
from tests.reliability.hostile.planting import WORDS, Place, filled, planted
from tests.reliability.hostile.sites import MARKDOWN, PLAIN, harmless, made, sorted_out
from tests.sites import run, written

pytestmark = pytest.mark.browser
# Whatever a payload would call tells that it ran; what the policy has to stop tells that a template let it through.
WATCH = """
for (const name of ['alert', 'confirm', 'prompt', 'print', 'open'])
  window[name] = () => console.error('ran: ' + name);
addEventListener('securitypolicyviolation', (event) => console.error('violated: ' + event.violatedDirective));
"""
# What a reader might do with anything on a page: all handlers that an attribute may hold are called by these.
TOUCH = """() => {
  for (const element of document.querySelectorAll('body *')) {
    for (const attribute of element.getAttributeNames())
      if (attribute.startsWith('on') || attribute === 'style' && !element.closest('template'))
        console.error('attribute: ' + attribute);
    for (const kind of ['mouseover', 'focus', 'focusin', 'toggle', 'error', 'load', 'pointerenter', 'animationend'])
      element.dispatchEvent(new Event(kind));
    if (element.tagName === 'DETAILS') element.open = true;
    const address = element.href && (element.href.baseVal ?? element.href);
    if (address && !/^(https?|mailto|webcal):/.test(address) && !/^[^:]*$/.test(address))
      console.error('leads: ' + address);
  }
}"""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    handler = functools.partial(Quiet, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


@contextmanager
def watched(browser: Browser, address: str, *, policy: bool) -> Iterator[tuple[BrowserContext, list[str]]]:
    """A reader's browser, and what went wrong in it; without ``policy`` it does not heed that of the pages."""
    context = browser.new_context(base_url=address, bypass_csp=not policy)
    context.add_init_script(WATCH)
    wrong: list[str] = []
    context.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    context.on("weberror", lambda error: wrong.append(str(error.error)))
    context.on("dialog", lambda dialog: (wrong.append(f"dialog: {dialog.message}"), dialog.dismiss()))
    context.on("request", lambda asked: wrong.append(asked.url) if not asked.url.startswith(address) else None)
    yield context, wrong
    context.close()


def site(root: Path, texts: dict[Place, str]) -> Path:
    """The output of the real command for a site with ``texts`` in it."""
    done = run("build", "--root", str(written(root, planted(texts))), "--as-of", "2025-06-01")
    assert done.returncode == 0, done.stderr
    return root / "output"


@pytest.fixture(scope="module")
def taken(tmp_path_factory: pytest.TempPathFactory, pytestconfig: pytest.Config) -> dict[frozenset[Kind], list[str]]:
    """The hostile texts that a brief may have, by the sort of place."""
    root, more = tmp_path_factory.mktemp("sorted"), payloads.more() if pytestconfig.getoption("long") else []
    some = random.Random(1).sample(more, min(len(more), 1_500))
    return {
        PLAIN: sorted_out(root, [*payloads.texts(), *some], PLAIN)[0],
        MARKDOWN: sorted_out(root, [*payloads.texts(), *payloads.MARKDOWN, *some], MARKDOWN)[0],
    }


@pytest.mark.parametrize("policy", [True, False], ids=["with the policy", "without it"])
def test_nothing_of_a_brief_runs_or_asks_another_host(
    policy: bool, browser: Browser, taken: dict[frozenset[Kind], list[str]], tmp_path: Path, figures: Figures
) -> None:
    chance, pages, texts, found = random.Random(policy), 0, 0, []
    for number in range(figures.many(2, 40)):

        def choose(at: int, place: Place, number: int = number) -> str | None:
            for kinds, usable in taken.items():
                if place.kind in kinds:
                    return f"{chance.choice(usable)} {at}" if "topics" in place.path else chance.choice(usable)
            return harmless(at, place)

        chosen = filled(choose)
        if not made(tmp_path / "tried", chosen)[0]:
            continue  # two texts that may not stand beside each other
        output = site(tmp_path / str(number), chosen)
        texts += sum(place.kind in WORDS for place in chosen)
        with served(output) as address, watched(browser, address, policy=policy) as (context, wrong):
            page = context.new_page()
            for path in sorted(output.rglob("*.html")):
                where = path.relative_to(output).as_posix()
                if (
                    not where.startswith("style/") and b'"refresh"' not in path.read_bytes()
                ):  # which lead elsewhere at once
                    page.goto(f"/{where}")
                    page.evaluate(TOUCH)
                    found += [f"{where}: {told}" for told in wrong]
                    wrong.clear()
                    pages += 1
    what = f"pages full of hostile texts in a browser, {'with' if policy else 'without'} their policy"
    figures.tell(
        Chapter.HOSTILE, what, pages, len(found), f"{texts:,} texts; scripts run, policies broken, hosts asked"
    )
    assert pages > 20
    assert found == []


def test_what_is_searched_and_found_is_shown_as_words(browser: Browser, tmp_path: Path) -> None:
    tag = "<img src=x onerror=alert(1)>"
    output = site(tmp_path, filled(lambda at, place: f"{tag} needle {at}" if place.kind in WORDS else None))
    with served(output) as address, watched(browser, address, policy=False) as (context, wrong):
        page = context.new_page()
        page.goto("/search/?q=needle")
        expect(page.locator(".results li").first).to_contain_text(tag)
        assert page.locator(".results img").count() == 0
        page.goto(f"/search/?q={tag}")
        expect(page.get_by_role("searchbox")).to_have_value(tag)
        page.goto("/briefs/town/")
        for link in page.locator("main a[href*='actors/']").all()[:6]:
            link.hover()
            page.wait_for_timeout(400)  # a card comes up beside it
        assert page.locator("main img, body > img").count() == 0
        assert wrong == []


def test_a_page_that_runs_what_it_shows_is_seen(browser: Browser, tmp_path: Path) -> None:
    """Test the test: with the policy a violation is seen, without it the script, and the host that is asked."""
    page = "<!doctype html><meta http-equiv=Content-Security-Policy content=\"default-src 'self'\"><p>x<script>alert(1)"
    written(tmp_path, {"index.html": f"{page}</script><img src=//evil.invalid/a.gif>"})
    for policy, seen in ((True, "violated: script-src-elem"), (False, "ran: alert")):
        with served(tmp_path) as address, watched(browser, address, policy=policy) as (context, wrong):
            context.new_page().goto("/")
            assert seen in wrong
            assert policy or "http://evil.invalid/a.gif" in wrong
