"""Linked data in a page is data: whatever its texts say, the element that holds it ends where it should."""

from __future__ import annotations

import html.parser
import json

import lxml.html
import pytest

from parley.render.linked import jsonld_html
from tests.render.test_hostile import PAYLOADS

BREAKING = [
    *PAYLOADS,
    "</script>",
    "</ScRiPt >",
    "</script\n>",
    "<!--",
    "<!--<script>",
    "<!--<script></script>",
    "<![CDATA[",
    "&lt;/script&gt;",
    "\\u003c/script\\u003e",
    '"},{"@id":"x"}',
    "\\",
    '\\"',
    "\x00\x1f\x7f\t\n\r",
    "\u2028\u2029\ufeff\ufffe",
    "\U0001f600 Überprüfung Україна حسن",
]


class Elements(html.parser.HTMLParser):
    """Another reading of HTML than lxml's."""

    def __init__(self) -> None:
        super().__init__()
        self.started: list[str] = []
        self.data: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.started.append(tag)

    def handle_data(self, data: str) -> None:
        self.data.append(data)


def page(tree: dict[str, object]) -> str:
    return f'<html><body><script type="application/ld+json">{jsonld_html(tree)}</script><p>after</p></body></html>'


@pytest.mark.parametrize("text", BREAKING)
def test_no_text_ends_the_element_and_every_text_comes_back_whole(text: str) -> None:
    tree = {"name": text, text: ["x", {"description": text}]}
    made = page(tree)
    read = Elements()
    read.feed(made)
    assert read.started == ["html", "body", "script", "p"]
    assert json.loads("".join(read.data[:-1])) == tree
    body = lxml.html.document_fromstring(made).find("body")
    assert body is not None
    assert [element.tag for element in body] == ["script", "p"]
    assert json.loads(body[0].text or "") == tree


@pytest.mark.parametrize("sign", ["<", ">", "&", "\u2028", "\u2029"])
def test_no_sign_that_matters_to_html_or_old_scripts_is_left(sign: str) -> None:
    assert sign not in jsonld_html({"name": f"a{sign}b"})


def test_the_json_is_on_one_line_and_in_the_order_in_which_it_was_told() -> None:
    tree = {"@type": "Person", "name": "Ann\nReed", "alternateName": ["b", "a"]}
    assert jsonld_html(tree) == '{"@type":"Person","name":"Ann\\nReed","alternateName":["b","a"]}'
