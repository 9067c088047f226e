"""The pages of the site's own, from their files to HTML, and everywhere that leads to them."""

import json
import re
from pathlib import Path

from tests.read.test_chapters import PAGES
from tests.sites import FILES, built_from, site_from

OWN = FILES | PAGES | {"site.yaml": FILES["site.yaml"] + "pages:\n  about-us: pages/us\n"}


def test_each_page_has_its_title_its_text_and_the_way_on(tmp_path: Path) -> None:
    site = site_from(tmp_path, OWN, strict=True)
    page = site["about-us/sources/index.html"]
    assert "<h1>How we choose sources</h1>" in page
    assert '<a href="../../about-us/">us</a>' in page
    assert 'Before: <a href="../../about-us/">About us</a>' in page
    assert 'Next: <a href="../../about-us/money/">Money</a>' in page
    assert '<a href="../about-us/money/#who-pays">Money</a>' in site["about-us/index.html"]
    assert '<h2 id="who-pays">Who pays</h2>' in site["about-us/money/index.html"]


def test_they_are_linked_from_the_foot_of_every_page_and_listed_for_machines(tmp_path: Path) -> None:
    site = site_from(tmp_path, OWN)
    assert '<a href="../../about-us/">About us</a>' in site["briefs/bridge/index.html"]
    assert "<loc>https://desk.example/about-us/money/</loc>" in site["sitemap.xml"]
    assert "## About us\n\n- [About us](https://desk.example/about-us/): Four reporters." in site["llms.txt"]
    assert 'data-pagefind-filter="kind[content]"' in site["about-us/index.html"]
    assert '<a href="../about-us/money/">Money</a>' in site["search/index.html"]


def test_a_site_without_them_has_no_link_to_them(tmp_path: Path) -> None:
    assert "about-us" not in "".join(site_from(tmp_path).values())


def test_contents_tell_the_headings_of_the_second_level_where_there_are_three(tmp_path: Path) -> None:
    heads = "# Money\n\n## Who pays\n\n### Not told\n\n## `Who` does not\n\n## When\n\n## Why\n"
    page = site_from(tmp_path, OWN | {"pages/money.md": heads})["about-us/money/index.html"]
    contents = re.search(r'<nav class="toc".*?</nav>', page, re.DOTALL)
    assert contents
    assert re.findall(r'href="(#[^"]+)">([^<]+)', contents[0]) == [
        ("#who-pays", "Who pays"),
        ("#who-does-not", "Who does not"),
        ("#when", "When"),
        ("#why", "Why"),
    ]


def test_code_keeps_its_lines_and_takes_the_focus_under_the_name_of_its_file(tmp_path: Path) -> None:
    code = "# Money\n\n```yaml briefs/x.yaml\nwho:\n  a: <b>  # {{ view }}\n\n\n  c: d\n```\n"
    page = site_from(tmp_path, OWN | {"pages/money.md": code + "\n## Who pays\n"})["about-us/money/index.html"]
    assert '<figcaption class="kicker">briefs/x.yaml</figcaption>' in page
    assert '<pre tabindex="0" role="group" aria-label="briefs/x.yaml">' in page
    assert "<code>who:\n  a: &lt;b&gt;  # {{ view }}\n\n\n  c: d</code>" in page


def test_html_in_a_page_is_text(tmp_path: Path) -> None:
    hostile = "# Money\n\n## Who pays\n\n<script>alert(1)</script>\n\n| <b> |\n|---|\n| <i onclick=x> |\n"
    page = site_from(tmp_path, OWN | {"pages/money.md": hostile})["about-us/money/index.html"]
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "<b>" not in page
    assert "<i " not in page


def test_a_link_to_a_script_keeps_the_site_from_being_published(tmp_path: Path) -> None:
    links = "[x](javascript:alert(1)) [y](data:text/html,x)"
    found = built_from(tmp_path, OWN | {"pages/money.md": f"# Money\n\n## Who pays\n\n{links}\n"})
    assert found.site is None
    assert [problem.code for problem in found.problems] == ["bad-link", "bad-link"]


def test_as_of_a_day_they_stay_since_they_have_none(tmp_path: Path) -> None:
    assert "about-us/index.html" in site_from(tmp_path, OWN, as_of="2025-05-02")


def test_a_fault_in_a_page_keeps_the_site_from_being_published(tmp_path: Path) -> None:
    found = built_from(tmp_path, OWN | {"pages/money.md": "No title"})
    assert found.site is None
    assert [problem.code for problem in found.problems] == ["no-title"]


def test_their_linked_data_is_the_way_that_leads_to_them(tmp_path: Path) -> None:
    page = site_from(tmp_path, OWN)["about-us/money/index.html"]
    data = json.loads(re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)[0])
    assert [item["name"] for item in data["@graph"][0]["itemListElement"]] == ["About us", "Money"]
