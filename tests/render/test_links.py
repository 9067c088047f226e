"""Links lead where they say and nowhere that a browser would run."""

from __future__ import annotations

import pytest
from markupsafe import Markup

from parley.model.page import Foreign, Link
from parley.render.links import lang_html, link_html, links_html, safe_url, words_html
from parley.words.tongue import speaking


def test_a_link_is_escaped_in_text_and_attributes() -> None:
    link = Link(text="<b>A & B</b>", href='x?a=1&b="2"', title='"quoted"')
    assert link_html(link) == (
        '<a title="&#34;quoted&#34;" href="x?a=1&amp;b=&#34;2&#34;">&lt;b&gt;A &amp; B&lt;/b&gt;</a>'
    )


def test_an_actors_name_is_isolated() -> None:
    assert link_html(Link(text="بوتين", href="../putin/", kind="actor")) == '<a href="../putin/"><bdi>بوتين</bdi></a>'


def test_a_citation_in_prose_is_raised() -> None:
    link = Link(text="3", href="#source-upi", kind="cite", title="UPI")
    assert link_html(link) == '<sup><a class="cite" title="UPI" href="#source-upi">3</a></sup>'


def test_a_term_is_told_from_other_links() -> None:
    link = Link(text="truce", href="#term-truce", kind="term")
    assert link_html(link) == '<a class="term" href="#term-truce">truce</a>'


def test_words_in_another_language_say_so() -> None:
    assert link_html(Link(text="Gespräche", href="a/", lang="de")) == '<a lang="de" href="a/">Gespräche</a>'


def test_a_piece_of_a_sentence_in_another_language_says_so() -> None:
    sentence = ("No, unless ", Foreign(text="the <county> pays", lang="en"))
    assert words_html(sentence) == 'No, unless <span lang="en">the &lt;county&gt; pays</span>'


def test_what_runs_the_other_way_than_the_page_says_which() -> None:
    assert lang_html("") == ""
    assert (lang_html("de"), lang_html("ar")) == (' lang="de"', ' lang="ar" dir="rtl"')
    with speaking("ar"):
        assert lang_html("en") == ' lang="en" dir="ltr"'
        assert link_html(Link(text="A", href="a/", lang="fa")) == '<a lang="fa" href="a/">A</a>'


def test_a_sentence_keeps_its_text_and_its_links_apart() -> None:
    sentence = ("1 < 2, says ", Link(text="Ann", href="ann/", kind="actor"), ".")
    assert words_html(sentence) == Markup('1 &lt; 2, says <a href="ann/"><bdi>Ann</bdi></a>.')


def test_several_links_have_commas_between_them() -> None:
    assert links_html((Link(text="A", href="a"), Link(text="B", href="b"))) == '<a href="a">A</a>, <a href="b">B</a>'
    assert links_html(()) == ""


@pytest.mark.parametrize(
    "address",
    [
        "",
        "#top",
        "./",
        "../../briefs/x/#y",
        "a/b:c",
        "?q=a:b",
        "//example.org/",
        "https://example.org/a:b",
        "HTTP://example.org",
        "mailto:desk@example.org",
    ],
)
def test_addresses_that_lead_somewhere_stay(address: str) -> None:
    assert safe_url(address) == address


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " javascript:alert(1)",
        "java\tscript:alert(1)",
        "\x01javascript:x",
        "java\nscript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "blob:x",
        "view-source:x",
        "http\x00s:x",
        "tel:1",
        "https\n:x",
        "webcal://example.org/x.ics",  # only a template says this, before what it was given
    ],
)
def test_addresses_that_a_browser_might_run_vanish(address: str) -> None:
    assert safe_url(address) == ""
    assert link_html(Link(text="x", href=address)) == '<a href="">x</a>'
