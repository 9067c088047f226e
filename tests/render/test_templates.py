"""Each template uses exactly the fields of its view, and pages come out whole, honest and safe."""

from __future__ import annotations

import gzip
import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

import lxml.html
import pytest

from parley.pages import away, list_views, machine_views, text_views, views
from parley.pages.style import views as style_views
from parley.render.assets import assets
from parley.render.pages import rendered
from parley.render.theme import Theme, theme
from tests.render import example_pages, stress, style_site
from tests.render.contract import MODULES, TEMPLATES, Contract, is_view, signature

THEME = Path(__file__).parents[2] / "theme"
NAMED = re.compile(r"((?:pages/)?\w+\.(?:html|xml|txt))\b")  # a view's docstring begins with its template's name
VIEWS = {
    match[1]: kind
    for kind in (
        vars(views) | vars(list_views) | vars(text_views) | vars(machine_views) | vars(away) | vars(style_views)
    ).values()
    if is_view(kind) and (match := NAMED.match(kind.__doc__ or ""))
}
COMPONENTS = sorted(path.name for path in (TEMPLATES / "components").iterdir())


@pytest.fixture(scope="module")
def built_in() -> Theme:
    return theme([THEME])


@pytest.fixture(scope="module")
def site(built_in: Theme) -> dict[str, bytes]:
    files, faults = rendered([*example_pages.pages(), *stress.pages(), *style_site.pages()], built_in)
    assert not faults
    return files


@pytest.fixture(scope="module")
def trees(site: dict[str, bytes]) -> dict[str, lxml.html.HtmlElement]:
    parser = lxml.html.HTMLParser(encoding="utf-8")
    return {
        path: lxml.html.document_fromstring(page, parser=parser) for path, page in site.items() if path.endswith("html")
    }


@pytest.fixture(scope="module")
def contract() -> Contract:
    walked = Contract()
    for name in COMPONENTS:
        walked.walk(f"components/{name}", {})
    for name, view in VIEWS.items():
        walked.walk(name, {"view": view})
    return walked


def test_every_page_template_has_its_view() -> None:
    found = {path.relative_to(TEMPLATES).as_posix() for path in TEMPLATES.rglob("*") if path.is_file()}
    assert found - set(VIEWS) == {"base.html", *(f"components/{name}" for name in COMPONENTS)}


def test_templates_ask_for_no_field_that_their_views_lack(contract: Contract) -> None:
    assert contract.faults == []


def test_templates_use_every_field_of_their_views(contract: Contract) -> None:
    classes = [kind for module in (*MODULES, away) for kind in vars(module).values() if is_view(kind)]
    ours = {kind for kind in classes if kind.__module__.startswith("parley.pages.")}
    unused = {
        f"{kind.__name__}.{name}"
        for kind in ours
        for name in kind.__struct_fields__
        if (kind, name) not in contract.asked
    }
    assert unused == set()


@pytest.mark.parametrize("name", COMPONENTS)
def test_a_component_tells_all_of_the_view_it_is_named_after(name: str, contract: Contract) -> None:
    _, takes = signature((TEMPLATES / "components" / name).read_text(encoding="utf-8"))
    named = Path(name).stem.replace("-", "")
    for kind in (kind for kind in takes.values() if is_view(kind) and kind.__name__.lower() == named):
        asked = {
            field for of, field in contract.asked if of is kind and f"components/{name}" in contract.asked[of, field]
        }
        assert set(kind.__struct_fields__) - asked == set()


def test_the_contract_notices_a_field_that_is_not_there() -> None:
    walked = Contract()
    walked.walk("robots.txt", {"view": machine_views.RedirectView})
    assert walked.faults.count("robots.txt: RedirectView has no field sitemap") == 2


def test_a_tree_of_data_is_printed_by_its_own_filter_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.render.contract.TEMPLATES", tmp_path)
    (tmp_path / "x.html").write_text(
        "{{ view.frame.linked }}{{ view.frame.linked | prose }}{{ view.frame.linked | jsonld }}"
    )
    walked = Contract()
    walked.walk("x.html", {"view": list_views.HomeView})
    printed, passed = walked.faults
    assert printed.startswith("x.html: prints dict")
    assert passed.startswith("x.html: the filter prose takes")


def test_every_address_in_an_attribute_goes_through_the_filter_that_refuses_scripts() -> None:
    for path in TEMPLATES.rglob("*.html"):
        for address in re.findall(r'(?:href|src)="\{\{(.*?)\}\}"', path.read_text(encoding="utf-8")):
            assert address.rstrip().endswith("| url"), f"{path.name}: {address}"


def test_no_template_writes_a_scheme_of_its_own_but_that_of_calendars() -> None:
    found = {
        (path.name, scheme)
        for path in TEMPLATES.rglob("*.html")
        for scheme in re.findall(r'(?:href|src)="([^"{]*:)', path.read_text(encoding="utf-8"))
    }
    assert found == {("calendar-offer.html", "webcal:")}


def test_pages_have_one_main_heading_and_skip_no_level(trees: dict[str, lxml.html.HtmlElement]) -> None:
    for path, tree in trees.items():
        levels = [int(heading.tag[1]) for heading in tree.iter("h1", "h2", "h3", "h4", "h5", "h6")]
        assert levels.count(1) == 1, path
        assert levels[0] == 1, path
        assert all(low - high <= 1 for high, low in pairwise(levels)), f"{path}: {levels}"


def test_no_id_stands_twice_and_every_fragment_leads_somewhere(trees: dict[str, lxml.html.HtmlElement]) -> None:
    for path, tree in trees.items():
        ids = Counter(tree.xpath("//@id"))
        assert [name for name, times in ids.items() if times > 1] == [], path
        wanted = {href[1:] for href in tree.xpath("//@href") if href.startswith("#")} | set(
            tree.xpath("//@aria-labelledby")
        )
        assert {name for name in wanted if name not in ids and name != "exchange"} == set(), path


def test_no_page_has_anything_inline_and_each_says_its_language(trees: dict[str, lxml.html.HtmlElement]) -> None:
    for path, tree in trees.items():
        assert tree.get("lang"), path
        assert tree.xpath("//head/*")[0].get("charset") == "utf-8"
        assert tree.xpath("//head/*")[1].get("http-equiv") == "Content-Security-Policy"
        assert "default-src 'none'" in tree.xpath("//meta[@http-equiv]")[0].get("content")
        data = "@type='application/ld+json' and not(@src)"  # a data block: no browser runs it
        script = f"//script[not({data}) and (not(@src) or text())]"
        inline = f"{script} | //style | //@style | //iframe | //*[starts-with(name(@*), 'on')]"
        assert not tree.xpath(inline), path


def test_a_title_names_page_and_site_but_not_the_site_twice(trees: dict[str, lxml.html.HtmlElement]) -> None:
    assert trees["index.html"].findtext(".//title") == "The Record"
    assert trees["actors/russia/index.html"].findtext(".//title") == "Russia · The Record"


def test_the_blocks_of_a_brief_stand_in_the_readers_order(trees: dict[str, lxml.html.HtmlElement]) -> None:
    headings = [heading.text_content() for heading in trees["briefs/istanbul-talks/index.html"].iter("h2")]
    assert headings == [
        "Where things stand",
        "On this page",
        "What changed",
        "What happened",
        "Why it matters",
        "Background",
        "Who is involved",
        "Proposals",
        "Rejections",
        "Who stands where",
        "Who proposed what to whom",
        "Who waits for whom",
        "Timeline",
        "Next steps",
        "Not known",
        "Terms",
        "Corrections",
        "Sources",
        "Cite this page",
    ]


def test_a_bare_brief_shows_no_empty_section(trees: dict[str, lxml.html.HtmlElement]) -> None:
    tree = trees["briefs/tribunal/index.html"]
    assert [heading.text_content() for heading in tree.iter("h2")] == [
        "Where things stand",
        "What happened",
        "Cite this page",
    ]
    assert not tree.xpath("//ul[not(*)] | //ol[not(*)] | //dl[not(*)] | //p[not(normalize-space())]")


def test_no_page_has_an_empty_list_or_paragraph(trees: dict[str, lxml.html.HtmlElement]) -> None:
    for path, tree in trees.items():
        empty = tree.xpath(
            "//ul[not(*)] | //ol[not(*)] | //dl[not(*)] | //p[not(normalize-space())] | //a[not(normalize-space())]"
        )
        assert [lxml.html.tostring(each) for each in empty] == [], path


def test_no_answer_is_told_in_words_in_table_and_cards(trees: dict[str, lxml.html.HtmlElement]) -> None:
    table = trees["briefs/istanbul-talks/index.html"].xpath("//table")[0]
    assert [cell.text_content().strip() for cell in table.xpath(".//td[@data-word='no-answer']")] == ["No answer"] * 2
    assert all(cell.text_content().strip() for cell in table.iter("td"))
    waiting = trees["briefs/istanbul-talks/index.html"].xpath("//*[@id='leaders-meeting']//li[@class='answer-line']")[0]
    assert waiting.text_content().split() == ["No", "answer", "from", "Russia"]


def test_a_table_is_one_real_table_whose_every_part_keeps_its_role(trees: dict[str, lxml.html.HtmlElement]) -> None:
    (table,) = trees["briefs/istanbul-talks/index.html"].xpath("//table")
    assert (table.get("role"), table.getparent().get("role")) == ("none", "table")
    assert {(part.tag, part.get("role")) for part in table.iter("thead", "tbody", "tr", "th", "td")} == {
        ("thead", "rowgroup"),
        ("tbody", "rowgroup"),
        ("tr", "row"),
        ("th", "columnheader"),
        ("th", "rowheader"),
        ("td", "cell"),
    }
    sides = [header.text_content() for header in table.xpath(".//th[@role='columnheader']")][1:]
    assert [cell.get("data-side") for cell in table.xpath(".//tbody/tr[1]/td")] == sides


def test_a_rejection_carries_reason_quote_speaker_date_and_source(trees: dict[str, lxml.html.HtmlElement]) -> None:
    section = trees["briefs/istanbul-talks/index.html"].xpath("//section[@aria-labelledby='rejections']")[0]
    card = " ".join(section.xpath(".//div[contains(@class, 'answer-card')]")[0].text_content().split())
    for told in (
        "Dmitry Peskov",
        "for Russia",
        "Rejects",
        "12 May 2025",
        "ultimatum",
        "unacceptable to Russia",
        "The Independent",
    ):
        assert told in card


def test_foreign_words_say_their_language_and_run_their_own_way(trees: dict[str, lxml.html.HtmlElement]) -> None:
    quotes = trees["briefs/stress/index.html"].xpath("//blockquote[@lang='ar']")
    assert quotes
    assert all(quote.get("dir") == "auto" for quote in quotes)
    assert trees["briefs/rtl/index.html"].get("dir") == "rtl"


def test_names_are_isolated_from_the_text_around_them(trees: dict[str, lxml.html.HtmlElement]) -> None:
    links = trees["briefs/stress/index.html"].xpath("//article//a[contains(@href, 'actors/')]")
    assert links
    assert all(link.find("bdi") is not None for link in links)


def test_pages_and_style_keep_their_budgets(site: dict[str, bytes], built_in: Theme) -> None:
    made = assets(built_in)
    assert len(gzip.compress(made.files[made.names["site.css"]], 9)) <= 6_000
    brief = site["briefs/istanbul-talks/index.html"]
    assert len(gzip.compress(brief, 9)) <= 14_000
    assert len(re.findall(rb"<[a-z]", brief)) <= 1_500


def test_the_top_of_a_brief_is_read_in_a_minute(trees: dict[str, lxml.html.HtmlElement]) -> None:
    tree = trees["briefs/istanbul-talks/index.html"]
    words = [
        word
        for part in tree.xpath("//header[@class='opening'] | //section[@class='stand']")
        for word in part.text_content().split()
    ]
    assert len(words) <= 150
