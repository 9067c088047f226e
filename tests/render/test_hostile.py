"""A brief may be pasted from anywhere: whatever stands in its fields, pages keep the bones of a harmless one."""

from __future__ import annotations

import re
from pathlib import Path

import lxml.html
import msgspec
import pytest

from parley.model.page import Link, Page, Prose
from parley.render.pages import rendered
from parley.render.theme import Theme, theme
from tests.render import example_pages

PAYLOADS = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'><svg/onload=alert(1)>",
    "</title><script>alert(1)</script>",
    '" onmouseover="alert(1)',
    "' autofocus onfocus='alert(1)",
    "javascript:alert(1)",
    "java\tscript:alert(1)",
    "\x01javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "</p></div></main><script>alert(1)</script>",
    "<!--<img src=--><img src=x onerror=alert(1)//",
    "{{ 7 * 7 }}",
    "{% for x in view %}{{ x }}{% endfor %}",
    "{{ view.frame }}",
    "${7*7}",
    "<%= 7 * 7 %>",
    "]]><script>alert(1)</script>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)",
    "<math><mtext><style><img src onerror=alert(1)>",
    "<a href=javascript:alert(1)>x</a>",
    "<style>*{display:none}</style>",
    "\u202ealert(1)\u202c",
    "<plaintext>",
    "</script><script>alert(1)</script>",
    "</SCRIPT\t/><img src=x onerror=alert(1)>",
    "<!--<script>",
    "--></script>",
    "\u2028alert(1)\u2029",
    "<textarea>",
    "<base href=//evil.example>",
]
KEPT = {"anchor", "iso", "status", "word", "state", "lang", "dir", "root", "stylesheet", "icon", "template", "path"}


@pytest.fixture(scope="module")
def built_in() -> Theme:
    return theme([Path(__file__).parents[2] / "theme"])


def poisoned(value: object, payload: str, name: str = "") -> object:
    """A copy of a view with ``payload`` for every text that comes from a brief, addresses included."""
    if isinstance(value, str):
        return value if name in KEPT or not value else payload
    if isinstance(value, tuple):
        return tuple(poisoned(each, payload, name) for each in value)
    if isinstance(value, dict):
        return {key: poisoned(each, payload) for key, each in value.items()}
    if isinstance(value, list):
        return [poisoned(each, payload) for each in value]
    if isinstance(value, Prose):
        links = tuple(poisoned(link, payload) for link in value.links)
        return Prose(text=payload if value.text else "", links=links, lang=value.lang)  # type: ignore[arg-type]
    if isinstance(value, Link):
        return Link(text=payload, href=payload, kind=value.kind, title=payload)
    if isinstance(value, msgspec.Struct):
        fields = {field: poisoned(getattr(value, field), payload, field) for field in value.__struct_fields__}
        return type(value)(**fields)
    return value


def skeleton(page: bytes) -> list[tuple[str, tuple[str, ...]]]:
    tree = lxml.html.document_fromstring(page.replace(b"\x01", b""), parser=lxml.html.HTMLParser(encoding="utf-8"))
    return [(str(element.tag), tuple(sorted(element.attrib))) for element in tree.iter()]


@pytest.mark.parametrize(
    ("template", "least"),
    [
        ("pages/brief.html", 100),
        ("pages/actor.html", 100),
        ("pages/proposal.html", 100),
        ("pages/home.html", 100),
        ("pages/embed.html", 40),
    ],
)
def test_a_payload_in_every_field_leaves_the_skeleton_of_a_harmless_word(
    template: str, least: int, built_in: Theme
) -> None:
    page = max(
        (page for page in example_pages.pages() if page.template == template), key=lambda page: len(repr(page.view))
    )

    def made(payload: str) -> bytes:
        files, faults = rendered([Page(path="x.html", template=template, view=poisoned(page.view, payload))], built_in)  # type: ignore[arg-type]
        assert not faults
        return files["x.html"]

    harmless = skeleton(made("word"))
    assert len(harmless) > least
    for payload in PAYLOADS:
        html = made(payload)
        assert skeleton(html) == harmless, payload
        assert not re.search(rb'(?:href|src)="\s*(?:java\s*script|data):', html, re.IGNORECASE), payload
        assert b">49<" not in html
