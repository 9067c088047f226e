"""Prose is Markdown and nothing more: no HTML, no scripts, links where the brief puts them."""

from __future__ import annotations

import re
import time

import lxml.html
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import escape

from parley.model.page import MARK, Link, Prose
from parley.render.prose import TAGS, is_plain, markdown_html, plain_html, prose_html

PUTIN = Link(text="Vladimir <Putin>", href="../putin/", kind="actor")
UPI = Link(text="1", href="#source-upi", kind="cite")
PUTIN_HTML = '<a href="../putin/"><bdi>Vladimir &lt;Putin&gt;</bdi></a>'
BREAK_OUT = Link(text='javascript:alert(1)"><script>alert(1)</script>', href="x")


def mark(number: int) -> str:
    return f"{MARK[0]}{number}{MARK[1]}"


def html(text: str, *links: Link, inline: bool = False) -> str:
    return str(prose_html(Prose(text=text, links=links), inline))


def test_markdown_becomes_the_html_that_prose_needs() -> None:
    text = 'One *two* **three** `four`.\n\n- a\n- b\n\n3. c\n\n> d\n\n    e\n\n---\n\n[f](https://example.org "g")'
    assert html(text) == (
        "<p>One <em>two</em> <strong>three</strong> <code>four</code>.</p>\n<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"
        '<ol start="3">\n<li>c</li>\n</ol>\n<blockquote>\n<p>d</p>\n</blockquote>\n<pre><code>e\n</code></pre>\n<hr>\n'
        '<p><a href="https://example.org" title="g">f</a></p>'
    )


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("# a\n\n## b\n\n### c", ["h3", "h4", "h5"]),
        ("### a\n\ntext\n\n### b", ["h3", "h3"]),
        ("## a\n\n##### b", ["h3", "h4"]),
        ("# 1\n## 2\n### 3\n#### 4\n##### 5\n###### 6", ["h3", "h4", "h5", "h6", "h6", "h6"]),
        ("a\n===\n\nb\n---", ["h3", "h4"]),
    ],
)
def test_headings_begin_at_the_third_level_and_skip_none(text: str, tags: list[str]) -> None:
    assert re.findall(r"<(h\d)>", html(text)) == tags


def test_a_hash_before_a_word_is_no_heading() -> None:
    assert html("#Ukraine is trending") == "<p>#Ukraine is trending</p>"


@pytest.mark.parametrize(
    "text",
    ["<script>alert(1)</script>", "<b>bold</b>", "<!-- a -->", "<div>\n\n*a*\n\n</div>", "a <img src=x onerror=y>"],
)
def test_html_in_prose_is_shown_as_text(text: str) -> None:
    made = lxml.html.fragment_fromstring(html(text), create_parent="div")
    assert {element.tag for element in made.iter()} <= {"div", "p", "em"}
    assert made.text_content().replace("\n", "").replace("*", "") == text.replace("\n", "").replace("*", "")


def test_pictures_stay_as_typed() -> None:
    assert html("![alt](http://example.org/a.png)") == "<p>![alt](http://example.org/a.png)</p>"


@pytest.mark.parametrize(
    "href", ["javascript:alert(1)", "JAVASCRIPT:x", "data:text/html,x", "vbscript:x", "java&#115;cript:x"]
)
def test_a_link_in_prose_never_runs(href: str) -> None:
    made = html(f"[a]({href}) <{href}> [b]\n\n[b]: {href}")
    assert not re.search(r'href="(?!https?:|mailto:|java&amp;)[a-z]+:', made, re.IGNORECASE)


def test_marks_become_links() -> None:
    assert html(f"He, {mark(0)}, said no.{mark(1)}", PUTIN, UPI) == (
        f'<p>He, {PUTIN_HTML}, said no.<sup><a class="cite" href="#source-upi">1</a></sup></p>'
    )
    assert html(f"**{mark(0)}** said *no*", PUTIN) == f"<p><strong>{PUTIN_HTML}</strong> said <em>no</em></p>"


def test_marks_in_code_and_in_the_words_of_a_link_are_plain_words() -> None:
    assert html(f"`{mark(0)}`", PUTIN) == "<p><code>Vladimir &lt;Putin&gt;</code></p>"
    assert html(f"    {mark(0)}", PUTIN) == "<pre><code>Vladimir &lt;Putin&gt;\n</code></pre>"
    assert html(f"[see **{mark(0)}** {mark(0)}](http://x.org)", PUTIN) == (
        '<p><a href="http://x.org">see <strong>Vladimir &lt;Putin&gt;</strong> Vladimir &lt;Putin&gt;</a></p>'
    )


@pytest.mark.parametrize(
    "text",
    [
        "[a]({0})",
        "[a](x '{0}')",
        "<http://{0}>",
        "<a@{0}>",
        "<{0}@a>",
        "`{0}`",
        "[{0}](x)",
        "{0}",
        "[a][b]\n\n[b]: {0} '{0}'",
    ],
)
def test_a_mark_never_breaks_out(text: str) -> None:
    made = lxml.html.fragment_fromstring(html(text.format(mark(0)), BREAK_OUT), create_parent="div")
    assert not list(made.iter("script"))
    assert {name for element in made.iter() for name in element.attrib} <= {"href", "title"}
    assert not [href for href in made.xpath("//@href") if href.strip().lower().startswith("javascript")]


def test_a_sign_behind_a_backslash_comes_out_wherever_it_ends_up() -> None:
    assert html("*``b``a```\\````*") == "<p><em><code>b</code>a<code>`</code></em></p>"


def test_a_mark_in_a_links_own_words_is_not_put_in_again() -> None:
    twice = Link(text=f"a{mark(0)}b", href="x")
    assert html(f'[c](d "{mark(0)}")', twice) == '<p><a href="d" title="a0b">c</a></p>'


def test_marks_without_a_link_vanish() -> None:
    assert html(f"a{mark(7)}b `c{mark(7)}`") == "<p>ab <code>c</code></p>"


def test_one_line_has_no_blocks_whatever_it_begins_with() -> None:
    for text in ("- a", "1. a", "# a", "> a", "    a", "a\n===", "---", "2025. A year"):
        assert "<" not in html(text, inline=True), text
    assert html("a *b*\n\n\n  c", inline=True) == "a <em>b</em> c"
    assert html("one\u00a0%", inline=True) == "one&nbsp;%"


def test_foreign_prose_says_its_language() -> None:
    assert prose_html(Prose(text="سلام", lang="ar")) == '<div lang="ar" dir="auto"><p>سلام</p></div>'
    assert prose_html(Prose(text="سلام", lang="ar"), inline=True) == '<span lang="ar" dir="auto">سلام</span>'
    assert prose_html(Prose(text="", lang="ar")) == ""


PIECES = st.sampled_from(
    [
        *"abc. ,;:!?-+=#|~'\"()/%$@{}1290é中ع\n\n\n  \u00a0\u2003\u2028\x0b\x85<>&*_`[]\\",
        "\n\n",
        "1. ",
        "a b",
        "2025",
        "–",
        "\ue0000\ue001",
    ]
)
STARRY = st.sampled_from([*"*****  \n.(-#1é", "**", "**", "a", "b c", "\n\n", "1. ", "- ", "\ue0000\ue001"])


@settings(max_examples=600, deadline=None)
@given(st.lists(PIECES, max_size=24).map("".join) | st.lists(STARRY, max_size=16).map("".join), st.booleans())
def test_the_fast_path_gives_the_same_html_as_markdown(text: str, inline: bool) -> None:
    text = text.strip("\n")
    if inline:
        text = re.sub(r"[ \t\r\n]+", " ", text).strip(" ")
    if is_plain(text):
        assert plain_html(text, inline) == markdown_html(text, (), inline)


def test_ordinary_prose_takes_the_fast_path() -> None:
    for text in (
        "Two people met.",
        "A line\nand the next.\n\nA paragraph: 3 (three) – “so”, she said!",
        f"With {mark(0)}.",
        "a *b*, **c d**e (*f*)",
        f"*a*\n**{mark(0)}**",
    ):
        assert is_plain(text)
    for text in (
        "a *b", "a ***b***", "*a**b*", "* a*", "*a\nb*", "*a **b***", "*- a*",
        "- a", "1. a", "# a", "a & b", "a <b", "[a]", " a", "a  \nb", "a\n---", "a\tb", "a\rb",
    ):  # fmt: skip
        assert not is_plain(text)


@settings(max_examples=300, deadline=None)
@given(
    st.lists(
        st.one_of(
            PIECES,
            st.sampled_from(["<script>", "](", "![", "javascript:", "<a href=", "\n> ", "\n- ", "http://a", "'>"]),
        ),
        max_size=30,
    ).map("".join)
)
def test_nothing_but_the_allowed_elements_comes_out(text: str) -> None:
    made = lxml.html.fragment_fromstring(html(text.replace("\x0b", ""), BREAK_OUT), create_parent="div")
    assert {str(element.tag) for element in made.iter()} <= TAGS | {"div"}
    assert {name for element in made.iter() for name in element.attrib} <= {"href", "title", "start"}


@pytest.mark.parametrize(
    "piece",
    [
        "[",
        "*",
        "_",
        "`",
        "<",
        "[](",
        "[a](",
        "**a",
        "> ",
        "* ",
        "\\",
        "[a]:",
        "*a _b ",
        "1. ",
        "- a\n    ",
        "(",
        "![",
        "-\n",
        "---\n",
        "a\n===\n",
        "**a*[a](a ",
    ],
)
def test_no_text_takes_long_or_falls_over(piece: str) -> None:
    began = time.process_time()
    for length in (390, 1_900, 20_000):
        assert html(piece * (length // len(piece))) or piece == "[a]:"  # which only says where a link leads
    assert html(piece * 390 + "word " * 7_900)
    assert time.process_time() - began < 10  # as measured, below 0.5; it was minutes before there was a limit


@pytest.mark.parametrize("piece", ["> ", ">", "- ", "* ", "1. ", "> - "])
def test_what_is_nested_past_all_sense_is_set_as_typed_and_leaves_no_trace(piece: str) -> None:
    assert html(piece * 100 + "a *b*") == f"<p>{escape(piece * 100)}a *b*</p>"
    assert html("One *two*.\n\n- a") == "<p>One <em>two</em>.</p>\n<ul>\n<li>a</li>\n</ul>"


def test_nesting_is_read_the_same_from_however_deep_in_the_code() -> None:
    def asked_from(depth: int, text: str) -> str:
        return asked_from(depth - 1, text) if depth else html(text)

    for piece in ("> ", "- ", "1. ", "    - a\n    "):
        for times in (1, 10, 19, 25):
            assert asked_from(250, piece * times + "a") == html(piece * times + "a")


def test_a_reader_that_was_stopped_midway_is_not_used_again(monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as broken:
        broken.setattr("markdown.blockprocessors.HashHeaderProcessor.run", stopped)
        with pytest.raises(KeyboardInterrupt):
            html("- # b")
    assert html("a *b*") == "<p>a <em>b</em></p>"


def test_a_text_with_too_many_signs_is_set_as_typed() -> None:
    assert html("[" * 500 + "\n\n<b>") == "<p>" + "[" * 500 + "</p>\n<p>&lt;b&gt;</p>"
