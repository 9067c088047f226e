from __future__ import annotations

from lxml import html

from parley.preview.built import Shown
from parley.preview.notices import problems_page


def test_what_comes_from_the_sources_is_text_and_never_markup():
    nasty = "</pre><script>alert(1)</script>\"'&"
    page = html.fromstring(problems_page((Shown(nasty, 1, 0, "error", nasty, nasty),)))
    assert page.xpath("count(//script)") == 0
    texts = [page.xpath(f'string(//*[@class="{name}"])') for name in ("place", "what", "excerpt")]
    assert texts == [f"{nasty}:1", f"error {nasty}", nasty]


def test_a_build_without_site_and_without_reason_is_named():
    assert b"neither a site nor a reason" in problems_page(())
