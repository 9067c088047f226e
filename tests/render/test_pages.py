"""Pages become bytes, and what goes wrong in a template becomes one located problem."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.model.page import Page
from parley.pages.machine_views import RobotsView, SitemapEntry, SitemapView
from parley.render.pages import compact, rendered
from parley.render.theme import theme
from tests.render.example_pages import pages

BUILT_IN = Path(__file__).parents[2] / "theme"


def test_compact_html_has_no_indentation_no_trailing_blanks_and_no_empty_lines() -> None:
    assert compact("\n\n<p>  \n\n\n   a  b\t\n</p>   \n\n") == "<p>\na  b\n</p>\n"


def test_preformatted_text_stays_as_it_is() -> None:
    assert (
        compact("<p>\n  <pre><code>a\n\n    b  \n</code></pre>\n   </p>")
        == "<p>\n<pre><code>a\n\n    b  \n</code></pre>\n</p>\n"
    )


@given(st.text(alphabet="ab<> \t\r\n\f\u00a0"))
def test_a_page_is_compacted_the_same_whether_or_not_it_holds_preformatted_text(text: str) -> None:
    kept = "<pre> a\n\n b</pre>"
    assert compact(f"{text}x{kept}") == compact(f"{text}x").removesuffix("\n") + kept + "\n"


def test_a_non_breaking_space_stays() -> None:
    assert compact("<p>a\n\u00a0b</p>") == "<p>a\n\u00a0b</p>\n"


def test_every_page_is_utf8_and_ends_with_a_line_end() -> None:
    files, faults = rendered(pages(), theme([BUILT_IN]))
    assert not faults
    assert len(files) == len(pages())
    for page in files.values():
        text = page.decode("utf-8")
        assert text.endswith("\n")
        assert not text.endswith("\n\n")


def test_the_same_pages_give_the_same_bytes() -> None:
    assert rendered(pages(), theme([BUILT_IN])) == rendered(pages(), theme([BUILT_IN]))


def test_sitemap_and_robots_are_what_crawlers_read() -> None:
    view = SitemapView(
        pages=(
            SitemapEntry(address="https://a.example/?a&b", changed="2025-05-16"),
            SitemapEntry(address="https://a.example/c", changed=""),
        )
    )
    robots = RobotsView(sitemap="https://a.example/sitemap.xml")
    files, _ = rendered(
        [Page(path="s", template="sitemap.xml", view=view), Page(path="r", template="robots.txt", view=robots)],
        theme([BUILT_IN]),
    )
    assert files["s"].decode() == (
        '<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
        "<url><loc>https://a.example/?a&amp;b</loc><lastmod>2025-05-16</lastmod></url>\n"
        "<url><loc>https://a.example/c</loc></url>\n</urlset>\n"
    )
    assert files["r"].decode() == "User-agent: *\nAllow: /\n\nSitemap: https://a.example/sitemap.xml\n"


@pytest.mark.parametrize(
    ("text", "place", "found"),
    [
        ("a\n{{ view.sitmap }}", ":2:1", 'the field "sitmap", which RobotsView does not have; did you mean "sitemap"?'),
        ("a\n\n{{ vew }}", ":3:1", 'the name "vew", which nothing defines'),
        ("{{ view.sitemap.nope }}", ":1:1", 'the field "nope", which a value of another kind does not have; remove it'),
        ("{{ 1 / 0 }}", ":1:1", "division by zero"),
        ("\n{% if %}", ":2:1", "expected an expression"),
        ("\n{% for x in view %}{% endfor %}", ":2:1", "'RobotsView' object is not iterable"),
        ("\n{{ view.sitemap | links }}", ":2:1", "'str' object has no attribute"),
        ('\n{% include "nope.html" %}', ":2:1", 'the template "nope.html", which there is not'),
        (
            '{% from "components/badge.html" import nope %}\n{{ nope() }}',
            ":2:1",
            "the template 'components/badge.html'",
        ),
        ("{{ view | nope }}", ":1:1", "no filter named 'nope'"),
    ],
)
def test_a_fault_in_a_template_is_told_once_at_its_line(tmp_path: Path, text: str, place: str, found: str) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates/robots.txt").write_text(text, encoding="utf-8")
    look = theme([tmp_path, BUILT_IN])
    view = RobotsView(sitemap="x")
    made = [Page(path=path, template="robots.txt", view=view) for path in ("a.txt", "b.txt")]
    good = Page(path="good.xml", template="sitemap.xml", view=SitemapView(pages=()))
    files, faults = rendered([*made, good], look)
    assert list(files) == ["good.xml"]
    assert len(faults) == 1
    assert str(faults[0]).startswith(f"{tmp_path.as_posix()}/templates/robots.txt{place}: error: {found}")


def test_a_fault_inside_a_component_is_told_there(tmp_path: Path) -> None:
    (tmp_path / "templates/components").mkdir(parents=True)
    (tmp_path / "templates/components/when.html").write_text(
        "{% macro when(when) %}\n{{ when.wrods }}{% endmacro %}", encoding="utf-8"
    )
    _, faults = rendered(pages(), theme([tmp_path, BUILT_IN]))
    assert [str(fault) for fault in faults] == [
        f"{tmp_path.as_posix()}/templates/components/when.html:2:1: error: "
        'the field "wrods", which When does not have; did you mean "words"? [template]'
    ]


def test_a_page_without_a_template_is_a_problem() -> None:
    files, faults = rendered(
        [Page(path="x", template="pages/nope.html", view=RobotsView(sitemap=""))], theme([BUILT_IN])
    )
    assert files == {}
    assert [fault.found for fault in faults] == ['the template "pages/nope.html", which there is not']
