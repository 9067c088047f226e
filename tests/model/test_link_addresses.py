"""Links lead to the web, to a mailbox or into the site."""

from __future__ import annotations

import pytest

from parley.model.link_addresses import astray, may_lead
from parley.model.page import Prose
from parley.render.prose import prose_html

FINE = [
    "https://example.org/a?b=c#d",
    "HTTP://example.org/",
    "mailto:desk@example.org",
    "../about/",
    "page.md#part",
    "#part",
    "?q=a:b",
    "a/b:c",
    "https://en.wikipedia.org/wiki/Alder_(town)",
]
ASTRAY = [
    "javascript:alert(1)",
    "JavaScript:alert(1)",
    "java&#115;cript:alert(1)",
    "javascript&colon;alert(1)",
    "data:text/html,x",
    "vbscript:x",
    "file:///etc/passwd",
    "ftp://example.org/",
    "tel:112",
    "//evil.example/",
    "\\\\evil.example/",
    "&#47;/evil.example/",
]


@pytest.mark.parametrize("address", FINE)
def test_an_address_of_the_web_a_mailbox_or_the_site_is_fine(address: str) -> None:
    assert may_lead(address)
    assert list(astray(f"See [this]({address}) and more.")) == []


@pytest.mark.parametrize("address", ASTRAY)
@pytest.mark.parametrize("form", ["See [this]({}).", 'See [this]( <{}> "title").', "[this]\n\n[this]: {}\n"])
def test_any_other_is_found_where_it_stands(address: str, form: str) -> None:
    text = form.format(address)
    assert not may_lead(address)
    assert list(astray(text)) == [(address, text.index(address))]


def test_an_old_address_of_a_file_between_angle_brackets_is_found() -> None:
    assert list(astray("<ftp://example.org/a> <https://example.org/>")) == [("ftp://example.org/a", 1)]


def test_what_stands_in_code_or_is_no_link_is_left_alone() -> None:
    text = (
        "`[x](javascript:alert(1))`\n\n```\n[x](javascript:alert(1))\n```\n\n\\](javascript:x) (javascript:x) [^a]: b:c"
    )
    assert list(astray(text)) == []


@pytest.mark.parametrize("address", ASTRAY)
def test_no_page_leads_there_whatever_was_found(address: str) -> None:
    html = str(prose_html(Prose(text=f"[x]({address}) [y]\n\n[y]: {address}")))
    assert "script" not in html.partition("x</a>")[0]
    assert all(not part.startswith(("java", "data", "vb", "file", "ftp", "tel")) for part in html.split('href="')[1:])
