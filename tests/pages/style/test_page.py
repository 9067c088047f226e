"""The style pages: out of search and sitemap, one modest line leads to them, and they show the site's own tokens."""

from __future__ import annotations

import re
from pathlib import Path

from parley.pages.style.groups import GROUPS
from parley.pages.style.page import style_pages
from parley.pages.style.views import StyleView
from tests.pages.conftest import desk_on, view_of
from tests.sites import FILES, site_from


def test_there_is_a_page_of_tokens_and_one_for_each_group_none_of_them_indexed() -> None:
    pages = style_pages(desk_on("2025-05-12"))
    assert [page.path for page in pages] == [
        "style/index.html",
        *(f"style/{group.name}/index.html" for group in GROUPS),
    ]
    views = [view_of(page, StyleView) for page in pages]
    assert [view.frame.indexed for view in views] == [False] * len(pages)
    assert [len(view.sections) for view in views] == [0, *(len(group.examples) for group in GROUPS)]
    assert [line.link.href for line in views[0].groups] == [f"../style/{group.name}/" for group in GROUPS]


def test_without_a_theme_s_tokens_the_page_says_nothing_of_them() -> None:
    view = view_of(style_pages(desk_on("2025-05-12"))[0], StyleView)
    assert (view.colours, view.sizes, view.spaces, view.measures) == ((), (), (), ())


def test_the_page_how_we_work_leads_there_and_menu_and_sitemap_do_not(tmp_path: Path) -> None:
    site = site_from(tmp_path)
    assert 'href="../style/"' in site["about/index.html"]
    assert "/style/" not in site["sitemap.xml"]
    assert "style/" not in site["index.html"]
    for path, text in site.items():
        if path.startswith("style/"):
            assert '<meta name="robots" content="noindex">' in text
            assert 'rel="canonical"' not in text


def test_a_site_s_own_theme_shows_in_colours_and_components(tmp_path: Path) -> None:
    own = {
        "theme/css/site.css": ":root { --accent: light-dark(#707070, #888888); }",
        "theme/templates/components/badge.html": "{% macro badge(badge) %}<b class=own>x</b>{% endmacro %}",
    }
    site = site_from(tmp_path, FILES | own)
    accent = re.search(r"--accent</code>(.*?)</li>", site["style/index.html"], re.DOTALL)
    assert accent
    assert "#707070 4.9:1, too low" in accent[1]
    assert site["style/marks/index.html"].count("<b class=own>") == 8
