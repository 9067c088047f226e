"""The zip, unpacked and opened from a disk by a real browser: every page, and whatever it leads to."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import NOON
from tests.sites import ROOT, run

pytestmark = pytest.mark.browser

ADDRESSES = """[...document.querySelectorAll('a[href], form[action], link[href], script[src], img[src], iframe[src]')]
    .filter(each => each.rel !== 'canonical')
    .map(each => new URL(each.action || each.href?.baseVal || each.href || each.src, document.baseURI).href)"""
STYLED = "getComputedStyle(document.documentElement).getPropertyValue('--bg') !== ''"
REFUSED = "addEventListener('securitypolicyviolation', (e) => console.error(e.violatedDirective))"


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("zip")
    done = run("zip", str(folder / "desk.zip"), "--root", str(ROOT), SOURCE_DATE_EPOCH=NOON)
    assert done.returncode == 0, done.stderr
    with zipfile.ZipFile(folder / "desk.zip") as made:
        made.extractall(folder)
    return folder / "desk"


@pytest.mark.parametrize(("script", "scheme"), [(True, "light"), (False, "dark")], ids=["script", "no script, dark"])
def test_every_link_of_every_page_leads_to_a_file_and_a_place_in_it(
    browser: Browser, unpacked: Path, script: bool, scheme: str
) -> None:
    pages = sorted(unpacked.rglob("*.html"))
    places = {file: set(re.findall(r'\sid="([^"]+)"', file.read_text(encoding="utf-8"))) for file in pages}
    context = browser.new_context(java_script_enabled=script, color_scheme=scheme)  # type: ignore[arg-type]
    if script:
        context.add_init_script(REFUSED)
    page, wrong, failed, seen = context.new_page(), list[str](), list[str](), set[str]()
    page.on("console", lambda message: wrong.append(f"{page.url}: {message.text}"))
    page.on("pageerror", lambda error: wrong.append(f"{page.url}: {error}"))
    page.on("requestfailed", lambda request: failed.append(f"{page.url}: {request.url}: {request.failure}"))
    for file in pages:
        moves = b'http-equiv="refresh"' in file.read_bytes()
        page.goto(file.as_uri(), wait_until="commit" if moves else "load")
        if moves:
            page.wait_for_url(re.compile(f"^(?!{re.escape(file.as_uri())}$)"))
            assert unquote(urlsplit(page.url).path).endswith("/index.html")
            continue
        assert page.evaluate(STYLED), file
        for address in set(page.evaluate(ADDRESSES)):
            parts = urlsplit(address)
            if parts.scheme != "file":
                assert parts.scheme in ("https", "http", "webcal", "mailto", "data"), address
                continue
            there, place = Path(unquote(parts.path)), unquote(parts.fragment)
            seen.add(address)
            if not there.is_file():
                wrong.append(f"{page.url}: {address} is no file")
            elif place and place not in places[there]:
                wrong.append(f"{page.url}: {address} has no such place")
    context.close()

    assert wrong == []
    assert [
        told for told in failed if not told.endswith("ERR_ABORTED")
    ] == []  # that is an icon that we did not wait for
    assert len(pages) > 90
    assert len(seen) > 500


def test_what_needs_a_server_says_so_and_what_does_not_works(browser: Browser, unpacked: Path) -> None:
    page = browser.new_page()
    page.goto((unpacked / "index.html").as_uri())
    assert page.get_by_role("searchbox").count() == 0

    page.get_by_role("navigation", name="Site").get_by_role("link", name="Search").click()
    assert (
        page.locator("main .notice").inner_text()
        == "Full-text search works only on the web. Everything is listed below."
    )
    assert page.get_by_role("searchbox").count() == 0

    page.goto((unpacked / "briefs/istanbul-talks/index.html").as_uri())
    page.locator(".since .ask button, .since button.ask").click()
    assert page.locator(".since .forget").is_visible()

    page.locator("a.term").first.hover()
    page.locator(".card:popover-open").wait_for()
    page.close()
