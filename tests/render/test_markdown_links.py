"""A link of Markdown ends at its closing bracket, or is none."""

from __future__ import annotations

import pytest

from parley.render.prose import markdown_html


@pytest.mark.parametrize(
    "text", ["[a]('(b c", "[a]('b (c) d", "[a](('b", "[a](x 'y z", "[]('(\\\\", "[a](\"(b) c 'd"], ids=repr
)
def test_what_is_never_closed_is_no_link_and_stays_whole(text: str) -> None:
    made = markdown_html(text, (), inline=True)
    assert "<a" not in made
    assert made.replace("&quot;", '"') == text.replace("\\\\", "\\")


@pytest.mark.parametrize(
    ("text", "href", "title"),
    [
        ("[a](b 'c')", "b", "c"),
        ("[a](b(c)d \"e (f) g\")", "b(c)d", "e (f) g"),
        ("[a](<b c> 'd')", "b%20c", "d"),
        ("[a]('b)", "%27b", ""),
    ],
)  # fmt: skip
def test_what_is_closed_is_a_link(text: str, href: str, title: str) -> None:
    made = markdown_html(text, (), inline=True)
    assert made.replace("'b", "%27b").replace("b c", "b%20c").startswith(f'<a href="{href}"')
    assert (f'title="{title}"' in made) == bool(title)
